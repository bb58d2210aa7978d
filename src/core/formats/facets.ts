import { sha256 } from '../bytes/hash';
import type { Document } from '../model/archive';
import type { Digest } from '../model/digest';
import { layerPart, type Facet } from '../model/representation';
import { valueOf } from './documents';
import type { Written } from './format';
import { LayoutMark, type Manifest } from './shapes';

const NOTHING: Facet = {
  part: '',
  role: 'mark',
  origin: 'none',
  note: null,
  document: null,
  statedBy: null,
  path: null,
  mediaType: null,
  digest: null,
  size: null,
  diffId: null,
  chainId: null,
  v1Id: null,
  v1IdKind: null,
  v1IdZone: null,
  values: [],
  span: null,
  recipe: null,
};

/** A facet with the given fields; the others say nothing. */
export function facet(fields: Partial<Facet> & Pick<Facet, 'part' | 'role'>): Facet {
  return { ...NOTHING, ...fields };
}

/** The facet of a part that is a document. */
export function documentFacet(document: Document, fields: Partial<Facet> & Pick<Facet, 'part' | 'role'>): Facet {
  return facet({
    origin: document.origin,
    document: document.id,
    path: document.path,
    digest: document.digest,
    size: document.bytes.length,
    span: document.span,
    recipe: document.recipe?.code ?? null,
    ...fields,
  });
}

/** The facet of a part that this form would have, but that could not be made. */
export function missingFacet(written: Written, fields: Pick<Facet, 'part' | 'role'>): Facet {
  const waits = written.cannot === 'not-measured';
  return facet({ ...fields, note: waits ? 'waits-for-measuring' : 'cannot-derive' });
}

/** The facet of the config; of one that the found manifest names and the archive lacks, what the manifest says of it. */
export function configFacet(
  written: Written,
  manifest: Manifest | null,
  { mediaType, statedBy }: { mediaType: string; statedBy: string | null },
): Facet {
  const part = { part: 'config', role: 'config' } as const;
  const named = manifest?.config;
  const type = named?.mediaType ?? mediaType;
  if (written.config) return documentFacet(written.config, { ...part, mediaType: type, statedBy });
  if (written.cannot || !named) return missingFacet(written, part);
  const { digest, size = null } = named;
  return facet({ ...part, origin: 'found', note: 'not-in-archive', mediaType: type, digest, size, statedBy });
}

/** The facet of the format's mark, with what it says. */
export function markFacet(written: Written): Facet {
  const part = { part: 'mark', role: 'mark' } as const;
  const { mark } = written;
  return mark ? documentFacet(mark, { ...part, digest: null, values: [markValue(mark)] }) : missingFacet(written, part);
}

function markValue(mark: Document): string {
  switch (mark.kind) {
    case 'oci-layout':
      return `"imageLayoutVersion": "${valueOf(mark, LayoutMark)?.imageLayoutVersion ?? '?'}"`;
    case 'dir-version':
      return new TextDecoder().decode(mark.bytes.subarray(0, 100)).trim();
    default:
      return '"schemaVersion": 2';
  }
}

/** ChainIDs of layers from their DiffIDs, base first (OCI image-spec config.md, "Layer ChainID"); null from the first unknown DiffID on. */
export async function chainIds(diffIds: readonly (Digest | null)[]): Promise<(Digest | null)[]> {
  const chain: (Digest | null)[] = [];
  const utf8 = new TextEncoder();
  for (const [i, diffId] of diffIds.entries()) {
    const below = i === 0 ? null : (chain[i - 1] ?? null);
    if (diffId === null || (i > 0 && below === null)) chain.push(null);
    else chain.push(below === null ? diffId : await sha256(utf8.encode(`${below} ${diffId}`)));
  }
  return chain;
}

/** Facets of all layers of a form, with what is the same for each filled in. */
export async function layerFacets(
  written: Written,
  diffIds: readonly (Digest | null)[],
  fieldsOf: (index: number) => Partial<Facet>,
): Promise<Facet[]> {
  const chain = await chainIds(diffIds);
  return written.layers.map((layer, i) => {
    const fields = fieldsOf(i);
    return facet({
      part: layerPart(i),
      role: 'layer',
      origin: layer.found ? 'found' : 'derived',
      recipe: layer.found || layer.span === null ? null : 'layer-reused',
      path: layer.path,
      span: layer.span,
      diffId: diffIds[i] ?? null,
      chainId: chain[i] ?? null,
      note: layer.span === null ? 'not-in-archive' : null,
      ...fields,
    });
  });
}
