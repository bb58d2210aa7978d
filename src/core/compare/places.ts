import { LIMITS } from '../limits';
import type { Document } from '../model/archive';

/** Where documents name one digest. */
export interface Places {
  /** Times that it is written. */
  readonly count: number;
  /** Names of the documents that write it, each once. */
  readonly paths: readonly string[];
}

export interface PlaceIndex {
  /** By the encoded part of the digest. */
  readonly places: ReadonlyMap<string, Places>;
  /** False when there is more text than is looked through: then there may be more places. */
  readonly isWhole: boolean;
}

/** A digest of one of the usual lengths, in hexadecimal, with or without its algorithm in front. */
const ENCODED = /(?<![0-9A-Za-z])(?:[0-9a-f]{128}|[0-9a-f]{96}|[0-9a-f]{64})(?![0-9A-Za-z])/g;

/** Every place where the documents name a digest. A document that is a string in another one is part of that one's text and not counted again. */
export function placeIndex(documents: readonly Document[]): PlaceIndex {
  const places = new Map<string, { count: number; paths: Set<string> }>();
  let left: number = LIMITS.placesBytes;
  let isWhole = true;
  for (const { bytes, path, within } of documents) {
    if (within !== undefined) continue;
    if (bytes.length > left) {
      isWhole = false;
      continue;
    }
    left -= bytes.length;
    for (const [encoded] of new TextDecoder('latin1').decode(bytes).matchAll(ENCODED)) {
      const known = places.get(encoded) ?? { count: 0, paths: new Set() };
      known.count++;
      places.set(encoded, known);
      known.paths.add(path);
    }
  }
  const listed = [...places].map(([encoded, { count, paths }]) => [encoded, { count, paths: [...paths] }] as const);
  return { places: new Map(listed), isWhole };
}
