import { EngineError } from '../errors';
import type { Span } from '../model/source';
import type { Pacer } from './pacer';
import { openReader, type ByteReader } from './reader';
import { fileChanged, type ByteSource } from './source';

/** Smaller pieces are joined, so that a source of tiny chunks costs no more and the first chunk shows the magic number. */
const SMALLEST_CHUNK = 16 * 1024;

/**
 * The bytes of a span in order, in chunks of at least 16 KiB but for the last; each is valid until the next is asked for.
 * Throws `file-changed` when the source fails or ends early, `cancelled` on abort; leaving the loop lets go of the source.
 */
export async function* chunksOf(
  source: ByteSource,
  span: Span,
  pacer: Pacer,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  const reader = openReader(source, span.offset, span.length);
  // Cancelling also answers a read that waits, whatever the source does.
  const unlisten = pacer.onAbort(() => reader.cancel());
  try {
    let left = span.length;
    while (left > 0) {
      let chunk = await nextPiece(reader, left, pacer);
      if (chunk.length < SMALLEST_CHUNK && chunk.length < left) chunk = await joinPieces(chunk, reader, left, pacer);
      left -= chunk.length;
      yield chunk;
    }
  } finally {
    unlisten();
    reader.cancel();
  }
}

async function nextPiece(reader: ByteReader, left: number, pacer: Pacer): Promise<Uint8Array<ArrayBuffer>> {
  let piece: Uint8Array<ArrayBuffer> | null;
  try {
    piece = await reader.next();
  } catch (cause) {
    throw cause instanceof EngineError ? cause : fileChanged(cause);
  }
  pacer.check();
  if (!piece) throw fileChanged(new Error(`the source ended ${left} bytes early`));
  return piece;
}

async function joinPieces(
  first: Uint8Array<ArrayBuffer>,
  reader: ByteReader,
  left: number,
  pacer: Pacer,
): Promise<Uint8Array<ArrayBuffer>> {
  const pieces = [first.slice()];
  let size = first.length;
  while (size < SMALLEST_CHUNK && size < left) {
    const piece = await nextPiece(reader, left - size, pacer);
    pieces.push(piece.slice());
    size += piece.length;
  }
  const joined = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}
