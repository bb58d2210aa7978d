import { createChecksum } from '../bytes/hash';
import { joined } from '../bytes/joined';
import type { Compression } from '../model/mediaType';

/** Bytes of a stored block of DEFLATE (RFC 1951 §3.2.4), and of a raw block of zstd (RFC 8878 §3.1.1.2): at most. */
const GZIP_BLOCK = 0xffff;
const ZSTD_BLOCK = 128 * 1024;

/**
 * Bytes in the container that they came in, so that its media type stays true, without being compressed: every program
 * gives the same bytes then. What is neither gzip nor zstd stays as it is.
 */
export function packAgain(
  pieces: AsyncIterable<Uint8Array<ArrayBuffer>>,
  compression: Compression,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  if (compression === 'gzip') return gzip(pieces);
  return compression === 'zstd' ? zstd(pieces) : plain(pieces);
}

async function* plain(pieces: AsyncIterable<Uint8Array<ArrayBuffer>>): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  yield* pieces;
}

async function* gzip(pieces: AsyncIterable<Uint8Array<ArrayBuffer>>): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  const crc = await createChecksum('crc32');
  crc.reset();
  let size = 0;
  yield Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff);
  for await (const block of blocks(pieces, GZIP_BLOCK)) {
    crc.update(block);
    size = (size + block.length) >>> 0;
    yield joined([storedHeader(block.length, false), block]);
  }
  yield joined([storedHeader(0, true), crc.digest(), little(size, 4)]);
}

function storedHeader(length: number, isLast: boolean): Uint8Array {
  return joined([Uint8Array.of(isLast ? 1 : 0), little(length, 2), little(length ^ 0xffff, 2)]);
}

async function* zstd(pieces: AsyncIterable<Uint8Array<ArrayBuffer>>): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  // No content size, no checksum; a window of one block.
  yield Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0x00, 7 << 3);
  for await (const block of blocks(pieces, ZSTD_BLOCK)) yield joined([little(block.length << 3, 3), block]);
  yield little(1, 3);
}

function little(value: number, bytes: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: bytes }, (_, i) => (value >>> (8 * i)) & 0xff);
}

/** The bytes cut anew, so that they do not hang on how they arrive. */
async function* blocks(
  pieces: AsyncIterable<Uint8Array<ArrayBuffer>>,
  most: number,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  const block = new Uint8Array(most);
  let filled = 0;
  for await (const piece of pieces) {
    for (let at = 0; at < piece.length;) {
      const part = piece.subarray(at, at + most - filled);
      block.set(part, filled);
      filled += part.length;
      at += part.length;
      if (filled < most) continue;
      yield block.slice();
      filled = 0;
    }
  }
  if (filled > 0) yield block.slice(0, filled);
}
