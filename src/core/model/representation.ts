import type { Digest } from './digest';
import type { Document, FormatId, Origin, Platform, RecipeCode } from './archive';
import type { Claim, ColumnId, Part } from './claim';
import type { Span } from './source';
import type { V1IdKind } from './v1Id';

export { COLUMN_IDS, type Claim, type ColumnId, type Part } from './claim';

/** Which column shows what a format of an archive states; null: the column of its manifest's own media type. */
export const COLUMN_OF: Readonly<Record<FormatId, ColumnId | null>> = {
  'docker-v1': 'v1',
  'docker-archive': 'v2s2',
  'oci-layout': 'oci',
  'dir-transport': null,
  document: null,
};

/** The rows of the ladder. */
export type Role = 'pointer' | 'manifest' | 'config' | 'layer' | 'mark';

export function layerPart(index: number): Part {
  return `layer:${index + 1}`;
}

/** One cell: one part of the image as one format states it. */
export interface Facet {
  readonly part: Part;
  readonly role: Role;
  /** `none`: this format has no such part. */
  readonly origin: Origin | 'none';
  /** Why there is nothing, or what to know. */
  readonly note: FacetNote | null;
  /** The document that is this part; opens as JSON. Layers have none. */
  readonly document: string | null;
  /** The document that states this part (names its digest, type and size). */
  readonly statedBy: string | null;
  /** Member name, found or as it would be. */
  readonly path: string | null;
  readonly mediaType: string | null;
  /** Digest as stated (found) or as computed (derived); null when unknown until measured. */
  readonly digest: Digest | null;
  readonly size: number | null;
  /** Layers: the digest of the unpacked bytes as the config states it. */
  readonly diffId: Digest | null;
  readonly chainId: Digest | null;
  readonly v1Id: string | null;
  readonly v1IdKind: V1IdKind | null;
  /** `docker save`: the offset from UTC of the clock that the IDs were computed by, as `-05:00`; null where none matters. */
  readonly v1IdZone: string | null;
  /** Pointers: the names. Mark: the value. */
  readonly values: readonly string[];
  /** Layers: their bytes; null when they are not in the archive. */
  readonly span: Span | null;
  readonly recipe: RecipeCode | null;
}

export const FACET_NOTES = [
  'follow-parent',
  'no-repositories',
  /** Docker 25 and later: `repositories` names the last layer's DiffID, not a v1 ID. */
  'names-diff-id',
  'no-tags',
  /** It lists the parts in the first form of manifest, which has no config. */
  'schema1-manifest',
  'not-in-archive',
  'waits-for-measuring',
  'cannot-derive',
  /** Worked out of text that is redacted: the archive's own would have another digest or ID. */
  'from-redacted',
] as const;
export type FacetNote = (typeof FACET_NOTES)[number];

export interface Representation {
  readonly column: ColumnId;
  /** Of the whole: `mixed` when some documents are in the file and others are derived. */
  readonly origin: Origin | 'mixed';
  readonly platform: Platform | null;
  readonly facets: readonly Facet[];
  /** Found documents by id into the archive's, derived ones here. */
  readonly derived: readonly Document[];
  readonly claims: readonly Claim[];
  /** Why this form cannot be made, when it cannot. */
  readonly cannot: CannotCode | null;
}

export const CANNOT_CODES = [
  'no-config',
  'layers-missing',
  'layers-encrypted',
  'not-measured',
  'layers-unreadable',
  'too-many-layers',
] as const;
export type CannotCode = (typeof CANNOT_CODES)[number];

export type Verdict = 'matches' | 'mismatch' | 'missing' | 'pending' | 'unknown';

/**
 * Why it cannot be told (`unknown`); `reprinted`: the bytes are not here, only what they say. Of a snapshot: `recorded`, found where it was
 * made and not here; `redacted`, values were replaced; `not-recorded`, it does not say.
 */
export const FINDING_REASONS = [
  'algorithm',
  'encrypted',
  'unreadable',
  'reprinted',
  'recorded',
  'redacted',
  'not-recorded',
] as const;

/** A claim held against its fact. */
export interface Finding {
  readonly claim: Claim;
  readonly verdict: Verdict;
  readonly actual: string | null;
  readonly reason: (typeof FINDING_REASONS)[number] | null;
}
