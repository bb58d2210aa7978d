import type { Measurement } from './facts';

/** What a snapshot leaves out of documents, unless it is asked to keep it. */
export const HIDDEN_KINDS = ['env', 'labels', 'history', 'author', 'urls', 'embedded'] as const;
/**
 * `env`: values of environment variables; `labels`: values of labels; `history`: the commands and comments of steps; `urls`: every text with
 * an address in it; `embedded`: documents that are inside of others as base64.
 */
export type HiddenKind = (typeof HIDDEN_KINDS)[number];

/** How many values of each kind. */
export type HiddenCounts = Readonly<Record<HiddenKind, number>>;

export const NOTHING_HIDDEN: HiddenCounts = { env: 0, labels: 0, history: 0, author: 0, urls: 0, embedded: 0 };

/** Of an archive that was opened from a snapshot: what it has instead of bytes. */
export interface SnapshotFacts {
  /** What was measured where the snapshot was made. */
  readonly measurements: readonly Measurement[];
  readonly hidden: HiddenCounts;
  /** Where a file that carries it was made, as the hash of a link; null where nothing is said. Comes from whoever made it. */
  readonly view: string | null;
}

/** A file that a page of ours carries whole. */
export interface CarriedFile {
  readonly file: Blob;
  readonly name: string;
  /** Where to look in it, as the hash of a link; null: nowhere in particular. */
  readonly view: string | null;
}

/** A snapshot, made. */
export interface MadeSnapshot {
  /** base64url of the deflated JSON: what a link or a picture carries. */
  readonly payload: string;
  /** The JSON itself, to be looked at. */
  readonly json: string;
  /** What of each kind there is to hide, hidden or not. */
  readonly counts: HiddenCounts;
}
