import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { LIMITS } from '../limits';
import { buildTar } from '../testing/buildTar';
import { failingGunzip } from '../testing/chunkedSource';
import { HELLO_BZIP2, HELLO_XZ } from '../testing/packed';
import { HELLO, HELLO_ZSTD, zstdFrame } from '../testing/zstdFrames';
import { sniffCompression } from './compression';
import { unwrap, type Unwrapped } from './unwrap';

const pack = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => Uint8Array.from(gzipSync(bytes));
const open = (bytes: Uint8Array, options?: Parameters<typeof unwrap>[1]): Promise<Unwrapped> =>
  unwrap({ blob: new Blob([Uint8Array.from(bytes)]) }, options);
const contents = async ({ ref }: Unwrapped): Promise<Uint8Array> =>
  new Uint8Array('blob' in ref ? await ref.blob.arrayBuffer() : []);

// Longer than two parts, and not a multiple.
const large = Uint8Array.from({ length: 9_000_001 }, (_, i) => (i * i) >> 5);
const packed = pack(large);

afterEach(() => vi.restoreAllMocks());

describe('unwrap', () => {
  it('gives back a file that is not compressed', async () => {
    const blob = new Blob([HELLO]);
    expect(await unwrap({ blob })).toEqual({ ref: { blob }, wrappers: [], diagnostics: [] });
    expect((await unwrap({ blob: new Blob([]) })).wrappers).toEqual([]);
  });

  it.each([
    ['gzip', packed, large, ['gzip']],
    ['zstd', HELLO_ZSTD, HELLO, ['zstd']],
    ['xz', HELLO_XZ['--check=crc64'], HELLO, ['xz']],
    ['bzip2', HELLO_BZIP2, HELLO, ['bzip2']],
    ['zstd inside gzip', pack(HELLO_ZSTD), HELLO, ['gzip', 'zstd']],
    ['gzip three times', pack(pack(pack(HELLO))), HELLO, ['gzip', 'gzip', 'gzip']],
    ['gzip of nothing', pack(new Uint8Array(0)), new Uint8Array(0), ['gzip']],
  ])('takes off %s', async (_name, bytes, inside, wrappers) => {
    const unwrapped = await open(bytes);
    expect(unwrapped).toMatchObject({ wrappers, diagnostics: [] });
    expect(Buffer.compare(await contents(unwrapped), inside)).toBe(0);
  });

  it('leaves a tar alone whose first name begins like zstd', async () => {
    const tar = buildTar([{ name: 'P*M\u0018', body: HELLO }]);
    expect(sniffCompression(tar)).toBe('zstd');
    expect((await open(tar)).wrappers).toEqual([]);
  });

  it('starts over when the platform gives up', async () => {
    const unwrapped = await open(packed, { gunzip: failingGunzip });
    expect(Buffer.compare(await contents(unwrapped), large)).toBe(0);
  });

  it('stops after some rounds and leaves the rest to be refused', async () => {
    let bytes = pack(HELLO);
    for (let i = 0; i < LIMITS.wrappers; i++) bytes = pack(bytes);
    const unwrapped = await open(bytes);
    expect(unwrapped.wrappers.length).toBe(LIMITS.wrappers);
    expect(await contents(unwrapped)).toEqual(pack(HELLO));
  });

  it('keeps what a cut wrapper had', async () => {
    const half = packed.subarray(0, packed.length >> 1);
    const unwrapped = await open(half);
    const kept = await contents(unwrapped);
    expect(kept.length).toBeGreaterThan(large.length / 3);
    expect(Buffer.compare(kept, large.subarray(0, kept.length))).toBe(0);
    expect(unwrapped.diagnostics).toEqual([
      {
        code: 'wrapper-corrupt',
        severity: 'error',
        details: { kind: 'gzip', why: 'truncated', at: half.length, unpacked: kept.length },
      },
    ]);
  });

  it('keeps the frames before a damaged one', async () => {
    const unwrapped = await open(Buffer.concat([zstdFrame(HELLO), HELLO_ZSTD.subarray(0, -1), HELLO_ZSTD]));
    expect(await contents(unwrapped)).toEqual(HELLO);
    expect(unwrapped.diagnostics).toMatchObject([{ code: 'wrapper-corrupt', details: { why: 'bad-checksum' } }]);
  });

  it('reports bytes after the end of a wrapper', async () => {
    const unwrapped = await open(Buffer.concat([pack(HELLO), Buffer.from('rest')]));
    expect(await contents(unwrapped)).toEqual(HELLO);
    expect(unwrapped.diagnostics).toMatchObject([{ severity: 'warning', details: { why: 'trailing-data' } }]);
  });

  it('refuses a wrapper of which nothing comes out', async () => {
    await expect(open(packed.subarray(0, 8))).rejects.toMatchObject({
      code: 'wrapper-corrupt',
      details: { kind: 'gzip', why: 'truncated' },
    });
  });

  it.each([
    ['an xz filter', 'xz', HELLO_XZ['--x86 --lzma2'], 'unsupported-feature'],
    ['an xz dictionary over the limit', 'xz', HELLO_XZ['--lzma2=dict=128MiB'], 'window-too-large'],
    ['a zstd window over the limit', 'zstd', zstdFrame(HELLO, { window: 0x89 }), 'window-too-large'],
  ])('refuses %s without calling the file damaged', async (_name, kind, bytes, why) => {
    await expect(open(bytes)).rejects.toMatchObject({ code: 'unsupported-compression', details: { kind, why } });
  });

  it('has a limit on what it keeps', async () => {
    const bomb = pack(new Uint8Array(64 * 1024 * 1024));
    // Nine gigabytes of zeros are a file of nine megabytes, but take too long to unpack in a test.
    vi.spyOn(LIMITS, 'unwrappedBytes', 'get').mockReturnValue(5_000_000);
    await expect(open(bomb)).rejects.toMatchObject({ code: 'wrapper-too-large' });
  });

  it('counts the bytes of the file, and can be stopped', async () => {
    const done: number[] = [];
    await open(packed, { onProgress: (progress) => done.push(progress.done) });
    expect(done.at(-1)).toBe(packed.length);
    await expect(open(packed, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'cancelled' });
  });
});
