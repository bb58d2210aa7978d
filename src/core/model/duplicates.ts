import type { Digest } from './digest';

/** Files of an image that have the same bytes. */
export interface EqualFiles {
  readonly digest: Digest;
  /** Of each. */
  readonly size: number;
  /** Events that stored the bytes, in the order of layers. */
  readonly events: readonly number[];
}

/** What is stored more than once in the layers of an image, under whatever path. */
export interface Duplicates {
  /** Those that cost most first, at most LIMITS.wasteRows. */
  readonly groups: readonly EqualFiles[];
  readonly groupCount: number;
  /** Bytes beyond the first copy of each. */
  readonly bytes: number;
  /** Layers that could not be read to the last file that was wanted, from 0. */
  readonly unread: readonly number[];
}
