import type { Digest } from '../model/digest';
import type { V1Compatibility } from './shapes';

/** The blob that stands for a step without a layer: the gzip of 1,024 zero bytes, an empty tar. */
export const EMPTY_BLOB = 'sha256:a3ed95caeb02ffe68cdd9fd84406680ae93d633cb16422d00e8a7c22955b46d4';

/** Its bytes, as the registry clients that began with it made them: no compressor gives them again. */
export const EMPTY_BLOB_BYTES: Uint8Array<ArrayBuffer> = Uint8Array.from([
  0x1f, 0x8b, 0x08, 0x00, 0x00, 0x09, 0x6e, 0x88, 0x00, 0xff, 0x62, 0x18, 0x05, 0xa3, 0x60, 0x14, 0x8c, 0x58, 0x00,
  0x08, 0x00, 0x00, 0xff, 0xff, 0x2e, 0xaf, 0xb5, 0xef, 0x00, 0x04, 0x00, 0x00,
]);

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
