import { EngineError } from '../errors';
import type { Span } from '../model/source';
import { fileChanged, type ByteSource } from './source';
import type { Pacer } from './pacer';

/** Smaller pieces are joined, so that a source of tiny chunks costs no more and the first chunk shows the magic number. */
const SMALLEST_CHUNK = 16 * 1024;

/**
 * The bytes of a span in order, in chunks of at least 16 KiB but for the last.
 * Throws `file-changed` when the source fails or ends early, `cancelled` on abort; leaving the loop cancels the stream.
 */
export async function* chunksOf(
  source: ByteSource,
  span: Span,
  pacer: Pacer,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  const reader = source.stream(span.offset, span.length).getReader();
  // Cancelling also answers a read that waits, whatever the source does.
  const cancel = (): void => void reader.cancel().catch(() => {});
  const unlisten = pacer.onAbort(cancel);
  try {
    let left = span.length;
    while (left > 0) {
      const pieces: Uint8Array<ArrayBuffer>[] = [];
      let size = 0;
      while (size < SMALLEST_CHUNK && size < left) {
        const read = await reader.read().catch((cause: unknown) => {
          throw cause instanceof EngineError ? cause : fileChanged(cause);
        });
        pacer.check();
        if (read.done) throw fileChanged(new Error(`the source ended ${left - size} bytes early`));
        pieces.push(read.value);
        size += read.value.length;
      }
      left -= size;
      yield join(pieces, size);
    }
  } finally {
    unlisten();
    cancel();
  }
}

function join(pieces: readonly Uint8Array<ArrayBuffer>[], size: number): Uint8Array<ArrayBuffer> {
  const [first] = pieces;
  if (pieces.length === 1 && first) return first;
  const joined = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}
