import type { Digest } from '../model/digest';
import type { V1Compatibility } from './shapes';

/** One step of the image: a place of `fsLayers` and the same place of `history`. */
export interface Schema1Step {
  /** Its place in the document, where the newest is 0. */
  readonly index: number;
  /** Null when the document has no digest here. */
  readonly blobSum: Digest | null;
  /** The text of its `v1Compatibility` in UTF-8; null when there is none. */
  readonly compatibility: Uint8Array<ArrayBuffer> | null;
  /** What that text says; null when it is not JSON of the right form. */
  readonly v1: V1Compatibility | null;
  /** It made no layer. */
  readonly throwaway: boolean;
}

/** Whether there is a layer's blob to look for: not of steps that made none, nor of places without a digest. */
export function makesLayer({ throwaway, blobSum }: Schema1Step): boolean {
  return !throwaway && blobSum !== null;
}
