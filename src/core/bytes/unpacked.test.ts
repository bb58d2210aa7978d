import { describe, expect, it } from 'vitest';
import { chunkedSource, type ChunkedSource } from '../testing/chunkedSource';
import { zstdFrame } from '../testing/zstdFrames';
import { unpackedPieces } from './unpacked';

const PIECE = 1024 * 1024;
const bytes = Uint8Array.from({ length: 20 * PIECE }, (_, i) => (i * i) % 97);
const FRAME = 64 * 1024;
const frames = Array.from({ length: bytes.length / FRAME }, (_, i) => bytes.subarray(i * FRAME, (i + 1) * FRAME));
const stored = Buffer.concat(frames.map((frame) => zstdFrame(frame)));
const span = { offset: 0, length: stored.length };
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 200));

/** A source that counts what was asked of it. */
function counted(): ChunkedSource & { read: number } {
  const source = chunkedSource(stored, 64 * 1024);
  const result = {
    ...source,
    read: 0,
    stream(offset: number, length: number) {
      const count = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
        transform(chunk, controller) {
          result.read += chunk.length;
          controller.enqueue(chunk);
        },
      });
      return source.stream(offset, length).pipeThrough(count);
    },
  };
  return result as never;
}

describe('unpackedPieces', () => {
  it('reads no faster than the pieces are taken', async () => {
    const source = counted();
    const pieces = unpackedPieces(source, span);
    let taken = 0;
    for (let i = 0; i < 4; i++) {
      const { value } = await pieces.next();
      expect(Buffer.compare(value ?? Buffer.of(), bytes.subarray(taken, taken + PIECE))).toBe(0);
      taken += PIECE;
      await settled();
      expect(source.read).toBeLessThan(taken + 3 * PIECE);
    }
    await pieces.return();
    await settled();
    expect(source.read).toBeLessThan(taken + 4 * PIECE);
  });

  it('passes on what the source fails with, after the pieces before it', async () => {
    const pieces = unpackedPieces(chunkedSource(stored, 64 * 1024, { failAt: 2.5 * PIECE }), span);
    let taken = 0;
    await expect(async () => {
      for await (const piece of pieces) taken += piece.length;
    }).rejects.toMatchObject({ code: 'file-changed' });
    expect(taken).toBeGreaterThan(PIECE);
  });
});
