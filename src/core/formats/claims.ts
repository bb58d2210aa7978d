import { parseDigest } from '../model/digest';
import { isElsewhere } from '../model/layerTraits';
import type { Document, Image, StatedImage } from '../model/archive';
import { layerPart, type Claim, type ColumnId, type Part } from '../model/representation';
import type { Span } from '../model/source';
import { valueOf } from './documents';
import { Config, Manifest, type Descriptor } from './shapes';

/** What a claim is about: bytes in the archive, or the name of what is not there. */
export interface Target {
  readonly span: Span | null;
  readonly path: string;
}

/** Digest and size of one descriptor, held against the bytes it names (OCI image-spec descriptor.md). */
export function descriptorClaims(
  column: ColumnId,
  part: Part,
  document: Document,
  pointer: string,
  descriptor: Pick<Descriptor, 'digest' | 'size'>,
  target: Target,
): Claim[] {
  const base = { column, part, document: document.id, span: target.span, target: target.path };
  const digest: Claim = {
    ...base,
    id: `${document.id}#${pointer}/digest`,
    kind: 'digest',
    pointer: `${pointer}/digest`,
    claimed: descriptor.digest,
  };
  if (descriptor.size == null) return [digest];
  return [
    digest,
    {
      ...base,
      id: `${document.id}#${pointer}/size`,
      kind: 'size',
      pointer: `${pointer}/size`,
      claimed: String(descriptor.size),
    },
  ];
}

/** What a found manifest claims of its config and layers. */
export function manifestClaims(
  column: ColumnId,
  manifest: Document,
  config: Document | null,
  stated: StatedImage,
): Claim[] {
  const value = valueOf(manifest, Manifest);
  if (!value) return [];
  const claims: Claim[] = [];
  if (value.config) {
    const target = { span: config?.span ?? null, path: config?.path ?? value.config.digest };
    claims.push(...descriptorClaims(column, 'config', manifest, '/config', value.config, target));
  }
  for (const [i, layer] of (value.layers ?? []).entries()) {
    const { span = null, path = layer.digest } = stated.layers[i] ?? {};
    claims.push(...descriptorClaims(column, layerPart(i), manifest, `/layers/${i}`, layer, { span, path }));
  }
  return claims;
}

/** What a found config claims of the unpacked layers. */
export function diffIdClaims(column: ColumnId, config: Document, layers: readonly Target[]): Claim[] {
  const diffIds = valueOf(config, Config)?.rootfs?.diff_ids ?? [];
  return diffIds.flatMap((claimed, i): Claim[] => {
    const layer = layers[i];
    if (!layer) return [];
    const pointer = `/rootfs/diff_ids/${i}`;
    return [
      {
        id: `${config.id}#${pointer}`,
        column,
        part: layerPart(i),
        kind: 'diff-id',
        document: config.id,
        pointer,
        claimed,
        span: layer.span,
        target: layer.path,
      },
    ];
  });
}

/** Names that are digests: `blobs/sha256/<hex>`, and a config's `<hex>.json` or `sha256:<hex>`. */
export function fileNameClaim(column: ColumnId, part: Part, target: Target): Claim[] {
  const match =
    /^blobs\/([^/]+)\/([^/]+)$/.exec(target.path) ??
    (part === 'config' ? /^()(?:sha256:)?([0-9a-f]{64})(?:\.json)?$/.exec(target.path) : null);
  const claimed = match && `${match[1] || 'sha256'}:${match[2] ?? ''}`;
  if (claimed === null || parseDigest(claimed) === null) return [];
  return [
    {
      id: `${target.path}#name`,
      column,
      part,
      kind: 'file-name',
      document: target.path,
      pointer: '',
      claimed,
      span: target.span,
      target: target.path,
    },
  ];
}

/** The claims without those of layers whose bytes are elsewhere on purpose: about them this archive says nothing. */
export function aboutThisArchive(claims: readonly Claim[], { layers }: Image): Claim[] {
  const elsewhere = new Set(layers.flatMap(({ traits }, i) => (isElsewhere(traits) ? [layerPart(i)] : [])));
  return claims.filter(({ part, span }) => span !== null || !elsewhere.has(part));
}
