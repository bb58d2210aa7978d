import type { Digest } from './digest';
import type { Span } from './source';

/**
 * How the bytes of a layer end that has a table of contents (TOC), which says what to fetch to get a single file: as eStargz,
 * as stargz before it, as eStargz with its TOC in another image, as zstd:chunked, and as that was in its first form.
 */
export const TOC_FOOTERS = ['estargz', 'stargz', 'estargz-external', 'zstd-chunked', 'zstd-chunked-old'] as const;
export type TocFooter = (typeof TOC_FOOTERS)[number];

export const TOC_KINDS = ['estargz', 'zstd-chunked'] as const;
export type TocKind = (typeof TOC_KINDS)[number];

/** Why nobody can go by a TOC. */
export const TOC_PROBLEMS = [
  /** It would be outside of the layer. */
  'outside',
  /** Larger than `LIMITS.tocBytes`, or more in it than `LIMITS.tocTokens`. */
  'too-large',
  'corrupt',
  /** eStargz: the tar that it is stored in does not begin with `stargz.index.json`. */
  'no-index',
  'not-json',
  /** JSON without a list of entries. */
  'shape',
  'version',
  /** An entry says that its bytes are where the layer has no files. */
  'entry-outside',
] as const;
export type TocProblem = (typeof TOC_PROBLEMS)[number];

/** The TOC that a layer's own bytes have, whatever is said of it elsewhere. */
export interface LayerToc {
  readonly kind: TocKind;
  readonly footer: TocFooter;
  /** Its stored bytes, counted from the layer's first one; null when they are not in the layer. */
  readonly at: Span | null;
  /** What the footer says in the form of the annotation `manifest-position`; null for eStargz. */
  readonly position: string | null;
  /** Of its stored bytes, and of the JSON in them; null when they cannot be read. */
  readonly storedDigest: Digest | null;
  readonly digest: Digest | null;
  /** Of the JSON. */
  readonly size: number | null;
  readonly version: number | null;
  readonly entries: number | null;
  /** Entries by type, most first. */
  readonly types: readonly { readonly type: string; readonly count: number }[];
  readonly tarSplit: TarSplit | null;
  readonly problem: TocProblem | null;
}

/** zstd:chunked: what is needed to make the layer's very tar again out of unpacked files. */
export interface TarSplit {
  /** As the annotation `tarsplit-position` writes it. */
  readonly position: string;
  readonly at: Span | null;
  readonly digest: Digest | null;
  /** What the TOC says that the digest is. */
  readonly claimed: Digest | null;
}

/** The digests that a descriptor's annotations say of a layer's TOC: of the JSON (eStargz), of the stored bytes (zstd:chunked). */
export interface TocClaims {
  readonly digest: Digest | null;
  readonly storedDigest: Digest | null;
}

const DOCUMENT = 'derived/toc/';

/** The id of a layer's TOC as a document, by the name of the member that holds the layer. */
export function tocId(path: string): string {
  return DOCUMENT + path;
}

/** The name of the member whose TOC the id names; null when it names something else. */
export function layerOfToc(id: string): string | null {
  return id.startsWith(DOCUMENT) ? id.slice(DOCUMENT.length) : null;
}
