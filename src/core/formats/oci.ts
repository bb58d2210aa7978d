import { goStringify } from '../bytes/goJson';
import type { Document } from '../model/archive';
import { encodedPart } from '../model/digest';
import { MEDIA, mediaTypeInfo } from '../model/mediaType';
import type { Claim, Facet } from '../model/representation';
import { descriptorClaims, diffIdClaims, manifestClaims } from './claims';
import {
  documentOf,
  imageConfig,
  layerDescriptors,
  preferFound,
  statedAs,
  statedManifest,
  whyUnknown,
  type KnownLayer,
} from './context';
import { derive, valueOf } from './documents';
import { documentFacet, facet, layerFacets, missingFacet } from './facets';
import type { Described, LayerFacts, WriteContext, Written } from './format';
import { goObject } from './goValues';
import { ociConfig } from './ociConfig';
import { Config, Index, LayoutMark, Manifest, type Descriptor } from './shapes';

/** The image as an OCI image layout: `index.json`, manifest, config, layers by digest, `oci-layout`. */
export async function writeOci(context: WriteContext): Promise<Written> {
  const stated = statedAs(context, 'oci-layout');
  const found = statedManifest(context).oci;
  const source = await imageConfig(context);
  const base = {
    column: 'oci' as const,
    stated,
    layerDocuments: [],
    layers: context.layers.map((layer, i) => ({
      path: (found && stated?.layers[i]?.path) ?? blobName(layer),
      span: layer.span,
      found: found !== null,
    })),
    mark: documentOf(context, stated?.mark) ?? (await deriveMark()),
  };
  const pointer = documentOf(context, stated?.pointer);
  if (found) {
    const config = documentOf(context, stated?.config);
    return { ...base, pointer, manifest: found, config, cannot: null };
  }
  if (typeof source === 'string') return { ...base, pointer, manifest: null, config: null, cannot: source };
  const config = preferFound(context, await ociConfig(source));
  const manifest = await deriveManifest(context, config);
  return {
    ...base,
    pointer: pointer ?? (manifest && (await deriveIndex(context, manifest))),
    manifest,
    config,
    cannot: manifest ? null : whyUnknown(context.layers),
  };
}

function blobName(layer: LayerFacts): string {
  return `blobs/sha256/${layer.digest === null ? '…' : encodedPart(layer.digest)}`;
}

async function deriveManifest(context: WriteContext, config: Document): Promise<Document | null> {
  const layers = layerDescriptors(context.layers, 'oci');
  if (!layers || context.layers.some((layer) => layer.encrypted)) return null;
  const { schema2 } = statedManifest(context);
  const manifest = await derive('oci', {
    kind: 'manifest',
    path: (hex) => `blobs/sha256/${hex}`,
    mediaType: MEDIA.ociManifest,
    bytes: ociManifest(config, layers),
    recipe: { code: 'oci-manifest', from: [schema2?.id ?? config.id] },
  });
  return preferFound(context, manifest);
}

/** An OCI manifest as containers/image writes it: compact, in this order of fields, no annotations invented. */
export function ociManifest(config: Document, layers: readonly KnownLayer[]): Uint8Array<ArrayBuffer> {
  return goStringify(
    goObject([
      ['schemaVersion', 2],
      ['mediaType', MEDIA.ociManifest],
      ['config', descriptor({ mediaType: MEDIA.ociConfig, digest: config.digest, size: config.bytes.length })],
      ['layers', layers.map(descriptor)],
    ]),
  );
}

function descriptor({ mediaType, digest, size }: KnownLayer) {
  return goObject([
    ['mediaType', mediaType],
    ['digest', digest],
    ['size', size],
  ]);
}

function deriveIndex(context: WriteContext, manifest: Document): Promise<Document> {
  const names = context.image.names.length > 0 ? context.image.names : [null];
  const entries = names.map((name) =>
    goObject([
      ['mediaType', MEDIA.ociManifest],
      ['digest', manifest.digest],
      ['size', manifest.bytes.length],
      ['annotations', name === null ? undefined : new Map([['org.opencontainers.image.ref.name', name]])],
    ]),
  );
  return derive('oci', {
    kind: 'layout-index',
    path: 'index.json',
    mediaType: MEDIA.ociIndex,
    bytes: goStringify(
      goObject([
        ['schemaVersion', 2],
        ['mediaType', MEDIA.ociIndex],
        ['manifests', entries],
      ]),
    ),
    recipe: { code: 'oci-index', from: [manifest.id] },
  });
}

function deriveMark(): Promise<Document> {
  return derive('oci', {
    kind: 'oci-layout',
    path: 'oci-layout',
    mediaType: null,
    bytes: goStringify(goObject([['imageLayoutVersion', '1.0.0']])),
    recipe: { code: 'oci-layout', from: [] },
  });
}

export async function describeOci(written: Written, context: WriteContext): Promise<Described> {
  const manifest = valueOf(written.manifest, Manifest);
  const diffIds = valueOf(written.config, Config)?.rootfs?.diff_ids ?? [];
  const statedBy = written.manifest?.id ?? null;
  const layers = await layerFacets(
    written,
    written.layers.map((_, i) => diffIds[i] ?? null),
    (i) => {
      const layer = manifest?.layers?.[i];
      return {
        statedBy,
        mediaType: layer?.mediaType ?? null,
        digest: layer?.digest ?? null,
        size: layer?.size ?? written.layers[i]?.span?.length ?? null,
      };
    },
  );
  const names = written.stated?.names ?? context.image.names;
  const facets: Facet[] = [
    written.pointer
      ? documentFacet(written.pointer, {
          part: 'pointer',
          role: 'pointer',
          mediaType: MEDIA.ociIndex,
          digest: pointedAt(written),
          values: names,
          note: names.length === 0 ? 'no-tags' : null,
        })
      : missingFacet(written, { part: 'pointer', role: 'pointer' }),
    written.manifest
      ? documentFacet(written.manifest, {
          part: 'manifest',
          role: 'manifest',
          mediaType: written.manifest.mediaType ?? manifest?.mediaType ?? MEDIA.ociManifest,
          statedBy: written.stated?.indexes.at(-1) ?? written.pointer?.id ?? null,
        })
      : missingFacet(written, { part: 'manifest', role: 'manifest' }),
    configFacet(written, manifest, statedBy),
    ...layers,
    written.mark
      ? documentFacet(written.mark, {
          part: 'mark',
          role: 'mark',
          digest: null,
          values: [`"imageLayoutVersion": "${valueOf(written.mark, LayoutMark)?.imageLayoutVersion ?? '?'}"`],
        })
      : missingFacet(written, { part: 'mark', role: 'mark' }),
  ];
  return { facets, claims: claims(written, context) };
}

function configFacet(written: Written, manifest: Manifest | null, statedBy: string | null): Facet {
  const part = { part: 'config', role: 'config' } as const;
  const mediaType = manifest?.config?.mediaType ?? MEDIA.ociConfig;
  if (written.config) return documentFacet(written.config, { ...part, mediaType, statedBy });
  if (written.cannot || !manifest?.config) return missingFacet(written, part);
  const { digest, size = null } = manifest.config;
  return facet({ ...part, origin: 'found', note: 'not-in-archive', mediaType, digest, size, statedBy });
}

/** What `index.json` names: an inner index, or the manifest itself; of a found one, the manifest that is there. */
function pointedAt({ pointer, stated, manifest }: Written): string | null {
  const named = pointer?.origin === 'found' ? (stated?.indexes[0] ?? stated?.manifest) : null;
  return named == null ? (manifest?.digest ?? null) : digestOfName(named);
}

/** The digest that a blob's name says (OCI image-spec image-layout.md, "Blobs"). */
function digestOfName(path: string): string {
  return path.replace(/^blobs\//, '').replace('/', ':');
}

function claims(written: Written, context: WriteContext): Claim[] {
  const { stated, manifest, config, pointer } = written;
  const all: Claim[] = [];
  const found = documentOf(context, stated?.manifest);
  if (stated && pointer?.origin === 'found' && found) {
    const chain = [pointer, ...stated.indexes.flatMap((id) => documentOf(context, id) ?? []), found];
    for (const [i, document] of chain.slice(0, -1).entries()) {
      const next = chain[i + 1];
      if (next) all.push(...linkClaims(document, next));
    }
  }
  if (stated && manifest && manifest.id === found?.id) all.push(...manifestClaims('oci', manifest, config, stated));
  if (config?.origin === 'found') all.push(...diffIdClaims('oci', config, written.layers));
  return all;
}

/** The entry of an index that names the next document of the chain. */
function linkClaims(index: Document, next: Document): Claim[] {
  const part = mediaTypeInfo(next.mediaType ?? '')?.role === 'index' ? 'pointer' : 'manifest';
  return (entriesOf(index).get(digestOfName(next.path)) ?? []).flatMap(({ at, entry }) =>
    descriptorClaims('oci', part, index, `/manifests/${at}`, entry, next),
  );
}

type Entry = { readonly at: number; readonly entry: Descriptor };

/** What an index lists, by digest; of each index once, because each of its images asks. */
const listed = new WeakMap<Document, ReadonlyMap<string, readonly Entry[]>>();

function entriesOf(index: Document): ReadonlyMap<string, readonly Entry[]> {
  const known = listed.get(index);
  if (known) return known;
  const entries = new Map<string, Entry[]>();
  for (const [at, entry] of (valueOf(index, Index)?.manifests ?? []).entries()) {
    const same = entries.get(entry.digest);
    if (same) same.push({ at, entry });
    else entries.set(entry.digest, [{ at, entry }]);
  }
  listed.set(index, entries);
  return entries;
}
