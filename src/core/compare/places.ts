import { LIMITS } from '../limits';
import type { Document } from '../model/archive';

/** Where documents name one digest. */
export interface Places {
  /** Times that it is written. */
  readonly count: number;
  /** Names of the documents that write it, each once. */
  readonly paths: readonly string[];
  /** False when there is more text than is looked through: then there may be more places. */
  readonly isWhole: boolean;
}

/**
 * Every place where the documents write a digest, given by its encoded part, with or without its algorithm in front. A document that is a
 * string in another one is part of that one's text and not counted again.
 */
export function placesOf(documents: readonly Document[], encoded: string): Places {
  let left: number = LIMITS.placesBytes;
  let count = 0;
  let isWhole = true;
  const paths = new Set<string>();
  for (const { bytes, path, within } of documents) {
    if (within !== undefined) continue;
    if (bytes.length > left) {
      isWhole = false;
      continue;
    }
    left -= bytes.length;
    const times = offsetsIn(new TextDecoder('latin1').decode(bytes), encoded).length;
    count += times;
    if (times > 0) paths.add(path);
  }
  return { count, paths: [...paths], isWhole };
}

/** Where a text writes a digest, given by its encoded part. A longer run of letters and digits is another name. */
export function offsetsIn(text: string, encoded: string): number[] {
  const offsets: number[] = [];
  if (encoded === '') return offsets;
  for (let at = text.indexOf(encoded); at >= 0; at = text.indexOf(encoded, at + encoded.length)) {
    if (!/[0-9A-Za-z]/.test(`${text[at - 1] ?? ''}${text[at + encoded.length] ?? ''}`)) offsets.push(at);
  }
  return offsets;
}
