import { LIMITS } from '../limits';
import type { LayerKind, LayerTraits } from '../model/layerTraits';
import { isEncrypted, mediaTypeInfo } from '../model/mediaType';
import type { TocClaims } from '../model/toc';
import type { Descriptor } from './shapes';

const KEYS = 'org.opencontainers.image.enc.keys.';
/** The bytes of a nydus layer are no tar (nydus, "Nydus Image Manifest"). */
const NYDUS_BLOB = 'application/vnd.oci.image.layer.nydus.blob.v1';

/** Of the JSON of a table of contents (stargz-snapshotter docs/estargz.md); zstd:chunked layers may have it, too. */
export const TOC_DIGEST = 'containerd.io/snapshot/stargz/toc.digest';
/** What annotations of zstd:chunked begin with, now and in its first form (containers/storage pkg/chunked). */
export const ZSTD_CHUNKED = ['io.github.containers.zstd-chunked', 'io.containers.zstd-chunked'] as const;

/** Annotations that make a layer more than a tar, and what they make it. */
const ANNOTATED: readonly (readonly [annotation: string, kind: LayerKind])[] = [
  [TOC_DIGEST, 'estargz'],
  ...ZSTD_CHUNKED.map((prefix) => [`${prefix}.manifest-checksum`, 'zstd-chunked'] as const),
  ['containerd.io/snapshot/nydus-bootstrap', 'nydus-bootstrap'],
  ['containerd.io/snapshot/nydus-blob', 'nydus'],
];

/** Whether the type is that of a layer of an image, in any of the formats' own spellings, encrypted or not. */
export function isLayerType(type: string): boolean {
  return type === NYDUS_BLOB || mediaTypeInfo(withoutEncryption(type))?.role === 'layer';
}

/** What a layer's descriptor says of it beyond type, digest and size; undefined when it says nothing more. */
export function layerTraits({ mediaType, annotations, urls }: Descriptor): LayerTraits | undefined {
  const type = mediaType ?? '';
  const kinds = new Set<LayerKind>();
  if (isEncrypted(type)) kinds.add('encrypted');
  if (mediaTypeInfo(withoutEncryption(type))?.foreign) kinds.add('foreign');
  if (type === NYDUS_BLOB) kinds.add('nydus');
  for (const [annotation, kind] of ANNOTATED) if (annotations?.[annotation] != null) kinds.add(kind);
  if (kinds.has('zstd-chunked')) kinds.delete('estargz');
  const toc = tocClaims(annotations ?? {});
  const keyWrapping = Object.keys(annotations ?? {})
    .filter((name) => name.startsWith(KEYS))
    .map((name) => name.slice(KEYS.length));
  const shown = (urls ?? []).slice(0, LIMITS.layerUrls);
  if (kinds.size === 0 && keyWrapping.length === 0 && shown.length === 0) return undefined;
  return { kinds: [...kinds], keyWrapping: keyWrapping.slice(0, LIMITS.layerUrls), urls: shown, ...(toc && { toc }) };
}

function tocClaims(annotations: NonNullable<Descriptor['annotations']>): TocClaims | null {
  const digest = annotations[TOC_DIGEST] ?? null;
  const stored = ZSTD_CHUNKED.flatMap((prefix) => annotations[`${prefix}.manifest-checksum`] ?? []);
  return digest === null && stored.length === 0 ? null : { digest, storedDigest: stored[0] ?? null };
}

/** The type of the same layer before it was encrypted. */
function withoutEncryption(type: string): string {
  return isEncrypted(type) ? type.slice(0, type.lastIndexOf('+')) : type;
}
