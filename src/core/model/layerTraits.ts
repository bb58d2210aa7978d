import type { Span } from './source';
import { TOC_KINDS, type LayerToc, type TocClaims, type TocKind } from './toc';

/** What a layer is beyond a tar of file changes. */
export const LAYER_KINDS = ['encrypted', 'foreign', 'estargz', 'zstd-chunked', 'nydus', 'nydus-bootstrap'] as const;
export type LayerKind = (typeof LAYER_KINDS)[number];

/** What a layer's descriptor says of it besides type, digest and size. */
export interface LayerTraits {
  readonly kinds: readonly LayerKind[];
  /** How the key of an encrypted layer is wrapped: `jwe`, `pgp`, `pkcs7`, `pkcs11`, `provider.…`. */
  readonly keyWrapping: readonly string[];
  /** Where else its bytes are said to be. Shown as text, never fetched. */
  readonly urls: readonly string[];
  /** Absent when it says nothing of a table of contents. */
  readonly toc?: TocClaims;
}

/** What a layer is beyond a tar of file changes: as its descriptor says or, of a table of contents, as its bytes show. */
export function layerKinds(traits: LayerTraits | undefined, toc: LayerToc | undefined): readonly LayerKind[] {
  const stated = traits?.kinds ?? [];
  return toc ? [...stated.filter((kind) => !isTocKind(kind)), toc.kind] : stated;
}

/** Whether a layer is said to have a table of contents of which nothing is known yet: it is read when the layer's bytes are measured. */
export function isTocUnread(
  { span, traits }: { readonly span: Span | null; readonly traits?: LayerTraits },
  isMeasured: boolean,
): boolean {
  return span !== null && !isMeasured && (traits?.kinds.some(isTocKind) ?? false);
}

export function isTocKind(kind: LayerKind): kind is TocKind {
  return TOC_KINDS.some((each) => each === kind);
}

/** Whether it is normal that the bytes are not in the archive. */
export function isElsewhere(traits: LayerTraits | undefined): boolean {
  return traits?.kinds.includes('foreign') === true;
}
