import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../limits';
import type { Checkpoint, FileBytes } from '../model/fileBytes';
import { checkpointSize } from '../model/fileBytes';
import { chunkedSource } from '../testing/chunkedSource';
import { HELLO_BZIP2, HELLO_XZ } from '../testing/packed';
import { HELLO, zstdFrame } from '../testing/zstdFrames';
import { readFile, unpackedRange } from './extract';

const MIB = 1024 * 1024;
const BEFORE = 100;
/** Letters that deflate finds some repeats in, near and far. */
function content(size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  let seed = 1;
  for (let i = 0; i < size; i++) {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
    bytes[i] = seed >>> 30 === 0 && i > 30_000 ? (bytes[i - 30_000] ?? 0) : 97 + ((seed >>> 16) % 9);
  }
  return bytes;
}

const plain = content(3 * MIB + 77);
const cut = (size: number): Uint8Array<ArrayBuffer>[] =>
  Array.from({ length: Math.ceil(plain.length / size) }, (_, i) => plain.subarray(i * size, (i + 1) * size));
const PACKED: Readonly<Record<string, Uint8Array>> = {
  none: plain,
  gzip: gzipSync(plain),
  'gzip of stored blocks': gzipSync(plain, { level: 0 }),
  'gzip of several members': Buffer.concat([...cut(700_001).map((each) => gzipSync(each)), new Uint8Array(512)]),
  'gzip of many small members': Buffer.concat(cut(5_000).map((each) => gzipSync(each))),
  zstd: Buffer.concat(cut(100_000).map((each) => zstdFrame(each))),
};

const spanOf = (stored: Uint8Array) => ({ offset: BEFORE, length: stored.length });
const sourceOf = (stored: Uint8Array) =>
  chunkedSource(Buffer.concat([new Uint8Array(BEFORE), stored, new Uint8Array(50)]), 70_000);
const refOf = (stored: Uint8Array, data: number, size: number) => ({ span: spanOf(stored), path: 'f', data, size });
const same = (read: FileBytes, from: number, to: number): void =>
  expect(Buffer.compare(read.bytes, plain.subarray(from, to))).toBe(0);

/** Every place from which the layer can be unpacked on, as close as buffers come. */
async function allCheckpoints(stored: Uint8Array): Promise<Checkpoint[]> {
  const made: Checkpoint[] = [];
  const onCheckpoint = (each: Checkpoint): void => void made.push(each);
  for (let to = 50_000; to < plain.length; to += 400_000) {
    const checkpoint = made.filter(({ unpacked }) => unpacked <= to - 1).at(-1) ?? null;
    const pieces = unpackedRange(sourceOf(stored), spanOf(stored), { from: to - 1, to }, { checkpoint, onCheckpoint });
    for await (const piece of pieces) expect(piece.length).toBe(1);
  }
  return made;
}

describe.each(Object.entries(PACKED))('a layer stored as %s', (name, stored) => {
  it('gives any run of its unpacked bytes, from the start and from any checkpoint', async () => {
    const checkpoints = await allCheckpoints(stored);
    expect(checkpoints.length > 0).toBe(name !== 'none');
    const place = fc.integer({ min: 0, max: plain.length });
    await fc.assert(
      fc.asyncProperty(place, place, fc.nat(), async (one, other, pick) => {
        const [data, end] = one < other ? [one, other] : [other, one];
        const before = checkpoints.filter(({ unpacked }) => unpacked <= data);
        const checkpoint = before[pick % (before.length + 1)] ?? null;
        const ref = refOf(stored, data, end - data);
        const read = await readFile(sourceOf(stored), ref, { from: 0, to: Infinity }, { checkpoint });
        same(read, data, end);
        expect(read.cut).toBe(false);
        expect(read.begun).toBe(checkpoint?.unpacked ?? 0);
        if (name === 'none') expect(read.unpacked).toBe(0);
        else if (end > data) expect(read.unpacked).toBe(end - read.begun);
      }),
      { numRuns: 25 },
    );
  });

  it('goes on from where the bytes before were read', async () => {
    const ref = refOf(stored, 1_000_000, 2_000_000);
    const first = await readFile(sourceOf(stored), ref, { from: 0, to: 600_000 });
    const checkpoint = first.checkpoints.at(-1) ?? null;
    if (name === 'none') return expect(checkpoint).toBeNull();
    const second = await readFile(sourceOf(stored), ref, { from: 600_000, to: 1_000_000 }, { checkpoint });
    same(second, 1_600_000, 2_000_000);
    expect(second.unpacked).toBeLessThan(800_000);
  });

  it('says that its bytes end before those of the file', async () => {
    const read = await readFile(sourceOf(stored), refOf(stored, plain.length - 10, 20), { from: 0, to: 20 });
    expect(read.cut).toBe(true);
    same(read, plain.length - 10, plain.length);
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    const pieces = unpackedRange(
      sourceOf(stored),
      spanOf(stored),
      { from: 0, to: plain.length },
      { signal: stop.signal },
    );
    await pieces.next();
    stop.abort();
    await expect(async () => {
      for await (const piece of pieces) expect(piece.length).toBeGreaterThan(0);
    }).rejects.toMatchObject({ code: 'cancelled' });
  });
});

describe('readFile', () => {
  it('unpacks xz and bzip2 from the start', async () => {
    for (const stored of [HELLO_XZ['--check=crc64'], HELLO_BZIP2]) {
      const read = await readFile(sourceOf(stored), refOf(stored, 6, 11), { from: 0, to: 11 });
      expect(Buffer.from(read.bytes).toString()).toBe(Buffer.from(HELLO).toString('utf8', 6, 17));
      expect(read.checkpoints).toEqual([]);
    }
  });

  it('gives what comes before damage', async () => {
    const stored = Buffer.from(PACKED['gzip of stored blocks'] ?? []);
    stored.fill(0xff, stored.length >> 1);
    const read = await readFile(sourceOf(stored), refOf(stored, 0, plain.length), { from: 0, to: plain.length });
    expect(read.cut).toBe(true);
    // Within the block that is damaged, which has 64 KiB at most, nothing shows it.
    expect(read.bytes.length).toBeGreaterThan(MIB);
    expect(read.bytes.length).toBeLessThan((stored.length >> 1) + 64 * 1024);
    const good = (stored.length >> 1) - 1024;
    expect(Buffer.compare(read.bytes.subarray(0, good), plain.subarray(0, good))).toBe(0);
  });

  it('keeps checkpoints at their distance, and says how far it is', async () => {
    const zeros = new Uint8Array(64 * MIB);
    const stored = gzipSync(zeros);
    const progress: number[] = [];
    const onProgress = ({ done, total }: { done: number; total: number }): void => {
      expect(total).toBe(zeros.length);
      progress.push(done);
    };
    const range = { from: 0, to: 100 };
    const read = await readFile(sourceOf(stored), refOf(stored, zeros.length - 100, 100), range, { onProgress });
    expect(read.bytes).toEqual(new Uint8Array(100));
    expect(progress.at(-1)).toBe(zeros.length);
    const places = read.checkpoints.map(({ unpacked }) => unpacked);
    expect(places.length).toBeGreaterThan(4);
    for (const [i, at] of places.slice(0, -2).entries())
      expect(at - (places[i - 1] ?? 0)).toBeGreaterThanOrEqual(LIMITS.checkpointSpacing);
    for (const each of read.checkpoints) expect(checkpointSize(each)).toBeLessThan(160_000);
  });
});
