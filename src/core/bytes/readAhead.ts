import { PACE } from '../limits';
import type { ByteSource } from './source';

/** The same bytes; small pieces near each other cost one read of the source. Meant for pieces that are asked for in their order. */
export function readAhead(source: ByteSource): ByteSource {
  let start = 0;
  let window = new Uint8Array(0);
  return {
    ...source,
    async read(offset, length) {
      const isIn = offset >= start && offset + length <= start + window.length;
      if (!isIn) {
        if (length > PACE.smallSpanBytes || offset < 0 || offset + length > source.size) {
          return source.read(offset, length);
        }
        window = await source.read(offset, Math.min(PACE.batchBytes, source.size - offset));
        start = offset;
      }
      return window.subarray(offset - start, offset - start + length);
    },
  };
}
