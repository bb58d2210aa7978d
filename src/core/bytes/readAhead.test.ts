import { describe, expect, it, vi } from 'vitest';
import { PACE } from '../limits';
import { readAhead } from './readAhead';
import { blobSource } from './source';

const bytes = Uint8Array.from({ length: 3 * PACE.batchBytes }, (_, i) => i % 251);
const source = blobSource(new Blob([bytes]));

describe('readAhead', () => {
  it('gives the same bytes in fewer reads', async () => {
    const read = vi.spyOn(source, 'read');
    const ahead = readAhead(source);
    for (let at = 0; at + 700 <= bytes.length; at += 1000) {
      expect(Buffer.compare(await ahead.read(at, 700), bytes.subarray(at, at + 700))).toBe(0);
    }
    expect(read.mock.calls.length).toBeLessThanOrEqual(5);
  });

  it('reads no more than is asked for when pieces are far apart', async () => {
    const read = vi.spyOn(source, 'read').mockClear();
    const ahead = readAhead(source);
    for (const at of [0, PACE.batchBytes + 200, 100]) await ahead.read(at, 100);
    expect(read.mock.calls.map(([, length]) => length)).toEqual([100, 100, 100]);
  });

  it('reads once what is asked for at once', async () => {
    const read = vi.spyOn(source, 'read').mockClear();
    const ahead = readAhead(source);
    const places = Array.from({ length: 20 }, (_, i) => 1000 * i);
    const pieces = await Promise.all(places.map((at) => ahead.read(at, 100)));
    expect(pieces).toEqual(places.map((at) => bytes.slice(at, at + 100)));
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('gives pieces that keep nothing else in memory', async () => {
    const ahead = readAhead(source);
    await ahead.read(0, 100);
    expect((await ahead.read(100, 100)).buffer.byteLength).toBe(100);
  });

  it('answers pieces that are asked for at once', async () => {
    const ahead = readAhead(source);
    const places = [5, 2 * PACE.batchBytes, 9, PACE.batchBytes];
    const pieces = await Promise.all(places.map((at) => ahead.read(at, 100)));
    expect(pieces).toEqual(places.map((at) => bytes.slice(at, at + 100)));
  });

  it('reads a large piece by itself, and refuses what the source refuses', async () => {
    const ahead = readAhead(source);
    expect((await ahead.read(1, 2 * PACE.batchBytes)).length).toBe(2 * PACE.batchBytes);
    for (const [offset, length] of [
      [bytes.length - 1, 2],
      [-1, 1],
    ] as const) {
      await expect(ahead.read(offset, length)).rejects.toMatchObject({ code: 'out-of-bounds' });
    }
  });
});
