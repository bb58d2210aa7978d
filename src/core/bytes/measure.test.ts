import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { MeasureRequest, Progress } from '../model/facts';
import { PACE } from '../limits';
import { buildTar } from '../testing/buildTar';
import { chunkedSource, failingGunzip } from '../testing/chunkedSource';
import { HELLO_BZIP2, HELLO_XZ } from '../testing/packed';
import { HELLO, HELLO_ZSTD } from '../testing/zstdFrames';
import { measureSpan } from './measure';
import { blobSource } from './source';

const sha256 = (bytes: Uint8Array): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
const plain = noise(3_000_000);
const gzip = Uint8Array.from(gzipSync(plain));
const request = (bytes: Uint8Array, more: Partial<MeasureRequest> = {}): MeasureRequest => ({
  span: { offset: 0, length: bytes.length },
  algorithms: [],
  path: 'layer',
  unpack: true,
  ...more,
});

/** Bytes of four bits each, so that gzip halves them and no more. */
function noise(length: number): Uint8Array<ArrayBuffer> {
  let state = 1;
  return Uint8Array.from({ length }, () => (state = (state * 48271) % 0x7fffffff) >> 27);
}

describe('measureSpan', () => {
  it('measures a span in the middle of a file, in one pass', async () => {
    const span = { offset: 1000, length: 2_000_000 };
    const source = chunkedSource(plain, 65536);
    const digest = sha256(plain.subarray(1000, 2_001_000));
    expect(await measureSpan(source, request(plain, { span }))).toEqual({
      span,
      stored: { sha256: digest },
      compression: 'none',
      diffId: digest,
      unpackedSize: 2_000_000,
      diagnostics: [],
    });
    expect(source.opened).toEqual([span]);
  });

  it('reads gzip once where the platform can, and again only up to where it gives up', async () => {
    const good = chunkedSource(gzip, 65536);
    expect(await measureSpan(good, request(gzip))).toMatchObject({ diffId: sha256(plain) });
    expect(good.opened.length).toBe(1);

    const refused = chunkedSource(gzip, 65536);
    const measurement = await measureSpan(refused, request(gzip), { gunzip: failingGunzip });
    expect(measurement).toMatchObject({ stored: { sha256: sha256(gzip) }, diffId: sha256(plain), diagnostics: [] });
    expect(refused.opened.length).toBe(2);
    expect(refused.opened[1]?.length).toBeLessThan(gzip.length / 2);
  });

  it.each([
    ['<!doctype html>', 'html'],
    [buildTar([{ name: 'a' }]), undefined],
    [new Uint8Array(1024), undefined],
    [new Uint8Array(), undefined],
    [gzipSync(buildTar([{ name: 'a' }])), 'gzip'],
  ])('says that %s is not the tar that it has to be, packed or not', async (content, kind) => {
    const bytes = Uint8Array.from(typeof content === 'string' ? Buffer.from(content) : content);
    const packed = Uint8Array.from(gzipSync(bytes));
    const stored = kind === 'gzip' ? [packed] : [bytes, packed];
    for (const each of stored) {
      const { diagnostics } = await measureSpan(chunkedSource(each, 7), request(each, { tar: true }));
      expect(diagnostics.map(({ details }) => details['kind'])).toEqual(kind === undefined ? [] : [kind]);
      expect((await measureSpan(chunkedSource(each, 7), request(each))).diagnostics).toEqual([]);
    }
  });

  it('reads a Blob', async () => {
    expect(await measureSpan(blobSource(new Blob([HELLO_ZSTD])), request(HELLO_ZSTD))).toMatchObject({
      stored: { sha256: sha256(HELLO_ZSTD) },
      diffId: sha256(HELLO),
    });
  });

  it('measures no bytes at all', async () => {
    const none = new Uint8Array(0);
    expect(await measureSpan(chunkedSource(none, 1), request(none))).toMatchObject({
      stored: { sha256: sha256(none) },
      diffId: sha256(none),
      unpackedSize: 0,
    });
  });

  it('adds the digests that documents ask for, and leaves out what it cannot compute', async () => {
    const measurement = await measureSpan(
      chunkedSource(gzip, 65536),
      request(gzip, { algorithms: ['sha512', 'sha256', 'md5'] }),
    );
    expect(measurement.stored).toEqual({
      sha256: sha256(gzip),
      sha512: `sha512:${createHash('sha512').update(gzip).digest('hex')}`,
    });
  });

  it('does not unpack encrypted bytes, whatever they look like', async () => {
    expect(await measureSpan(chunkedSource(gzip, 65536), request(gzip, { unpack: false }))).toMatchObject({
      stored: { sha256: sha256(gzip) },
      diffId: null,
      unpackedSize: null,
      diagnostics: [],
    });
    expect(await measureSpan(chunkedSource(plain, 65536), request(plain, { unpack: false }))).toMatchObject({
      diffId: null,
    });
  });

  it.each([
    ['zstd', HELLO_ZSTD],
    ['xz', HELLO_XZ['--check=crc64']],
    ['bzip2', HELLO_BZIP2],
  ])('unpacks %s to the DiffID', async (compression, bytes) => {
    expect(await measureSpan(chunkedSource(bytes, 5), request(bytes))).toMatchObject({
      stored: { sha256: sha256(bytes) },
      compression,
      diffId: sha256(HELLO),
      unpackedSize: HELLO.length,
      diagnostics: [],
    });
  });

  it.each([
    ['xz', HELLO_XZ['--check=crc64']],
    ['bzip2', HELLO_BZIP2],
  ])('says where %s is damaged, and what comes after its end', async (compression, bytes) => {
    const cut = bytes.subarray(0, -1);
    expect(await measureSpan(chunkedSource(cut, 5), request(cut))).toMatchObject({
      stored: { sha256: sha256(cut) },
      diffId: null,
      diagnostics: [{ code: 'layer-corrupt', details: { compression, why: 'truncated', at: cut.length } }],
    });
    const more = Uint8Array.from([...bytes, 1, 2, 3]);
    expect(await measureSpan(chunkedSource(more, 5), request(more))).toMatchObject({
      diffId: sha256(HELLO),
      diagnostics: [{ code: 'layer-trailing-data', details: { compression, at: bytes.length, length: 3 } }],
    });
  });

  it('gives the place of damage in the file', async () => {
    const bytes = new Uint8Array(gzip.length + 500);
    bytes.set(gzip.subarray(0, -1), 500);
    const span = { offset: 500, length: gzip.length - 1 };
    const { diagnostics } = await measureSpan(chunkedSource(bytes, 65536), request(bytes, { span }));
    expect(diagnostics).toMatchObject([{ offset: 500 + gzip.length - 1, details: { at: gzip.length - 1 } }]);
  });
});

describe.each([
  ['plain', plain],
  ['gzip', gzip],
])('measureSpan of %s bytes', (_name, bytes) => {
  it('counts stored bytes up to the whole, not too often', async () => {
    const seen: Progress[] = [];
    const start = performance.now();
    await measureSpan(chunkedSource(bytes, 1000), request(bytes), { onProgress: (progress) => seen.push(progress) });
    const milliseconds = performance.now() - start;
    expect(seen.at(-1)).toEqual({ done: bytes.length, total: bytes.length });
    expect(seen.map(({ done }) => done)).toEqual(seen.map(({ done }) => done).sort((a, b) => a - b));
    expect(seen.length).toBeLessThanOrEqual(1 + milliseconds / PACE.progressMilliseconds);
  });

  it('says that the file changed when it cannot be read, at whichever read', async () => {
    for (const failAt of [0, 20_000, 500_000]) {
      const source = chunkedSource(bytes, 10_000, { failAt });
      await expect(measureSpan(source, request(bytes))).rejects.toMatchObject({ code: 'file-changed' });
    }
  });

  it('says that the file changed when it ends early', async () => {
    const source = chunkedSource(bytes, 10_000, { endAt: 50_000 });
    await expect(measureSpan(source, request(bytes))).rejects.toMatchObject({ code: 'file-changed' });
  });

  it('refuses a span outside of the file', async () => {
    const span = { offset: 10, length: bytes.length };
    await expect(measureSpan(chunkedSource(bytes, 10_000), request(bytes, { span }))).rejects.toMatchObject({
      code: 'out-of-bounds',
    });
  });

  it('answers an abort at once, also when the source does not', async () => {
    const source = chunkedSource(bytes, 10_000, { stallAt: 100_000 });
    const controller = new AbortController();
    const measuring = measureSpan(source, request(bytes), { signal: controller.signal });
    setTimeout(() => controller.abort(), 20);
    await expect(measuring).rejects.toMatchObject({ code: 'cancelled' });
    expect(source.cancelled).toBe(1);
  });

  it('does not begin after an abort', async () => {
    const measuring = measureSpan(chunkedSource(bytes, 10_000), request(bytes), { signal: AbortSignal.abort() });
    await expect(measuring).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('lets an abort in while it is busy', async () => {
    // Always has a chunk ready, so that nothing but a pause of ours lets the timer fire.
    const endless = new Uint8Array(200_000_000);
    endless.set(bytes);
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 50);
    const measuring = measureSpan(chunkedSource(endless, 1_000_000), request(endless), { signal: controller.signal });
    await expect(measuring).rejects.toMatchObject({ code: 'cancelled' });
  });
});
