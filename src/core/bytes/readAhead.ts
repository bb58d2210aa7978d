import { PACE } from '../limits';
import type { SourceRef } from '../model/source';
import { openSource, type ByteSource } from './source';

/** {@link openSource} for many small pieces. Between the files of a folder there is nothing to read ahead. */
export function openAhead(ref: SourceRef): ByteSource {
  const source = openSource(ref);
  return 'blob' in ref ? readAhead(source) : source;
}

/**
 * The same bytes; small pieces that follow each other closely cost one read of the source. Meant for pieces that are asked for in their
 * order, also several at once; any other costs a read of its own and no byte more.
 */
export function readAhead(source: ByteSource): ByteSource {
  /** Where the piece asked for last ends. */
  let last = -Infinity;
  let window = { start: 0, end: 0, bytes: Promise.resolve(new Uint8Array(0)) };
  return {
    ...source,
    async read(offset, length) {
      const end = offset + length;
      const follows = offset >= last && offset - last < PACE.batchBytes;
      last = end;
      if (offset < window.start || end > window.end) {
        if (!follows || length > PACE.smallSpanBytes || end > source.size) return source.read(offset, length);
        const windowEnd = Math.min(offset + PACE.batchBytes, source.size);
        window = { start: offset, end: windowEnd, bytes: source.read(offset, windowEnd - offset) };
      }
      const { start, bytes } = window;
      // A copy, so that a small document does not keep, or send to another thread, all that was read with it.
      return (await bytes).slice(offset - start, end - start);
    },
  };
}
