import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync as gzipBuffer } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../limits';
import type { Measurement } from '../model/facts';
import { chunkedSource, failingGunzip } from '../testing/chunkedSource';
import { HELLO, HELLO_ZSTD, skippableFrame, zstdFrame } from '../testing/zstdFrames';
import type { GunzipStream } from './gzipNative';
import { measureSpan } from './measure';

const GUNZIPS: Readonly<Record<string, GunzipStream>> = { platform: DecompressionStream, fallback: failingGunzip };

const text = (length: number): Uint8Array => Uint8Array.from({ length }, (_, i) => (i * i) % 97);
const join = (...parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(Buffer.concat(parts));
/** A Buffer's `slice` is no copy. */
const gzipSync = (...input: Parameters<typeof gzipBuffer>): Uint8Array => Uint8Array.from(gzipBuffer(...input));
const sha256 = (bytes: Uint8Array): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

function changed(bytes: Uint8Array, at: number, to?: number): Uint8Array {
  const copy = bytes.slice();
  const index = at < 0 ? copy.length + at : at;
  copy[index] = to ?? (copy[index] ?? 0) ^ 1;
  return copy;
}

function measure(bytes: Uint8Array, gunzip: GunzipStream = DecompressionStream, chunk = 65536): Promise<Measurement> {
  const span = { offset: 0, length: bytes.length };
  return measureSpan(chunkedSource(bytes, chunk), { span, algorithms: [], path: 'layer', unpack: true }, { gunzip });
}

function found(measurement: Measurement): object {
  const { diffId, unpackedSize, compression, diagnostics } = measurement;
  return { diffId, unpackedSize, compression, diagnostics };
}

const A = text(200_000);
const B = text(3);
const gzA = gzipSync(A);
const gzB = gzipSync(B);
const gzEmpty = gzipSync('');
/** RFC 1952 §2.3: flags that say which fields the header has. */
const withFields = join(
  Uint8Array.of(0x1f, 0x8b, 8, 0b11100, 0, 0, 0, 0, 0, 3, 4, 0, 1, 2, 3, 4),
  Buffer.from('name\0comment\0'),
  gzB.subarray(10),
);

describe.each(Object.entries(GUNZIPS))('gzip, by the %s decoder', (_, gunzip) => {
  it.each([
    ['one member', gzA, A],
    ['two members', join(gzA, gzB), join(A, B)],
    ['empty members around', join(gzEmpty, gzA, gzEmpty, gzEmpty), A],
    ['only an empty member', gzEmpty, new Uint8Array(0)],
    ['many members', join(...Array.from({ length: 300 }, () => gzB)), join(...Array.from({ length: 300 }, () => B))],
    ['stored blocks', gzipSync(A, { level: 0 }), A],
    ['zero padding', join(gzA, new Uint8Array(10_000)), A],
    ['optional header fields', withFields, B],
  ])('reads %s', async (_name, stored, unpacked) => {
    const measurement = await measure(stored, gunzip);
    expect(measurement.stored).toEqual({ sha256: sha256(stored) });
    expect(found(measurement)).toEqual({
      diffId: sha256(unpacked),
      unpackedSize: unpacked.length,
      compression: 'gzip',
      diagnostics: [],
    });
  });

  it.each([
    ['garbage', Buffer.from('garbage')],
    ['garbage after zeros', Buffer.from('\0\0\0garbage')],
    ['half a magic number', Uint8Array.of(0x1f)],
    ['a member after zeros', join(new Uint8Array(4), gzB)],
  ])('reads the members before %s and reports the rest', async (_name, rest) => {
    const stored = join(gzA, gzB, rest);
    const measurement = await measure(stored, gunzip);
    expect(measurement.stored).toEqual({ sha256: sha256(stored) });
    expect(measurement).toMatchObject({ diffId: sha256(join(A, B)), unpackedSize: A.length + B.length });
    const at = gzA.length + gzB.length;
    expect(measurement.diagnostics).toEqual([
      {
        code: 'layer-trailing-data',
        severity: 'warning',
        path: 'layer',
        offset: at,
        details: { compression: 'gzip', at, length: rest.length },
      },
    ]);
  });

  it.each([
    ['bad CRC', changed(gzA, -6), 'bad-checksum'],
    ['bad ISIZE', changed(gzA, -1), 'bad-size'],
    ['no trailer', gzA.subarray(0, -8), 'truncated'],
    ['half a trailer', gzA.subarray(0, -3), 'truncated'],
    ['a header only', gzA.subarray(0, 10), 'truncated'],
    ['half a header', gzA.subarray(0, 5), 'truncated'],
    ['a magic number only', gzA.subarray(0, 2), 'truncated'],
    ['a cut second member', join(gzA, gzB.subarray(0, 12)), 'truncated'],
    ['a name without end', join(Uint8Array.of(0x1f, 0x8b, 8, 8, 0, 0, 0, 0, 0, 3), text(99_999).fill(65)), 'truncated'],
    ['reserved flags', changed(gzA, 3, 0xe0), 'bad-header'],
    ['another method', changed(gzA, 2, 9), 'bad-header'],
    ['a reserved block type', changed(gzA, 10, 0xff), 'bad-data'],
    ['a second member of another method', join(gzA, changed(gzB, 2, 9)), 'bad-header'],
  ])('calls %s corrupt, and keeps the stored digest', async (_name, stored, why) => {
    const measurement = await measure(stored, gunzip);
    expect(measurement.stored).toEqual({ sha256: sha256(stored) });
    expect(measurement).toMatchObject({ diffId: null, unpackedSize: null });
    expect(measurement.diagnostics).toMatchObject([
      { code: 'layer-corrupt', severity: 'error', path: 'layer', details: { why, compression: 'gzip' } },
    ]);
  });

  it('calls every cut of one member corrupt', async () => {
    const stored = gzipSync(text(500));
    for (let length = 2; length < stored.length; length++) {
      const { diagnostics } = await measure(stored.subarray(0, length), gunzip);
      expect(diagnostics).toMatchObject([{ code: 'layer-corrupt', details: { why: 'truncated', at: length } }]);
    }
  });
});

describe('zstd', () => {
  it.each([
    ['a compressed block with checksum', HELLO_ZSTD, HELLO],
    ['many frames', join(HELLO_ZSTD, zstdFrame(B), HELLO_ZSTD), join(HELLO, B, HELLO)],
    ['empty frames', join(zstdFrame(text(0)), HELLO_ZSTD, zstdFrame(text(0))), HELLO],
    ['skippable frames around', join(skippableFrame(B), HELLO_ZSTD, skippableFrame(text(50_000))), HELLO],
    ['only a skippable frame', skippableFrame(B), new Uint8Array(0)],
    ['a window of 128 MiB', zstdFrame(B, { window: 0x88 }), B],
    ['an end at the end of a piece', zstdFrame(text(32 * 1024 - 9)), text(32 * 1024 - 9)],
  ])('reads %s', async (_name, stored, unpacked) => {
    const measurement = await measure(stored);
    expect(measurement.stored).toEqual({ sha256: sha256(stored) });
    expect(found(measurement)).toEqual({
      diffId: sha256(unpacked),
      unpackedSize: unpacked.length,
      compression: 'zstd',
      diagnostics: [],
    });
  });

  it.each([
    ['a bad checksum', changed(HELLO_ZSTD, -1), 'bad-checksum'],
    ['a cut checksum', HELLO_ZSTD.subarray(0, -1), 'truncated'],
    ['a magic number only', HELLO_ZSTD.subarray(0, 4), 'truncated'],
    ['a cut second frame', join(HELLO_ZSTD, HELLO_ZSTD.subarray(0, 9)), 'truncated'],
    ['trailing bytes', join(HELLO_ZSTD, Buffer.from('garbage')), 'bad-header'],
    ['zero padding', join(HELLO_ZSTD, new Uint8Array(512)), 'bad-header'],
    ['a skippable frame without its end', join(HELLO_ZSTD, skippableFrame(B, 0x7fffffff)), 'truncated'],
    ['a skippable frame longer than can be', skippableFrame(B, 0xffffffff), 'bad-data'],
    ['a window over 128 MiB', zstdFrame(B, { window: 0x89 }), 'window-too-large'],
    ['the largest window', zstdFrame(B, { window: 0xff }), 'window-too-large'],
    ['a reserved bit', zstdFrame(B, { descriptor: 0x08 }), 'bad-header'],
    ['a reserved block type', zstdFrame(B, { blockType: 3 }), 'bad-data'],
    // The byte after the window would be the dictionary's number.
    ['a dictionary', join(Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 1, 0x58, 42, 25, 0, 0), B), 'needs-dictionary'],
  ])('calls %s corrupt, and keeps the stored digest', async (_name, stored, why) => {
    const measurement = await measure(stored);
    expect(measurement.stored).toEqual({ sha256: sha256(stored) });
    expect(measurement).toMatchObject({ diffId: null, unpackedSize: null });
    expect(measurement.diagnostics).toMatchObject([
      { code: 'layer-corrupt', severity: 'error', path: 'layer', details: { why, compression: 'zstd' } },
    ]);
  });
});

describe('the limit on zstd windows', () => {
  it("is the library's own: descriptor 0x88 is accepted above, 0x89 refused", () => {
    expect(LIMITS.zstdWindow).toBe(2 ** (10 + (0x88 >> 3)));
  });
});

describe('every compression', () => {
  const stream = fc
    .array(
      fc.constantFrom<Uint8Array>(
        gzB,
        gzEmpty,
        gzipSync(text(5000)),
        HELLO_ZSTD,
        skippableFrame(B),
        zstdFrame(text(900)),
      ),
      {
        minLength: 1,
        maxLength: 3,
      },
    )
    .chain((parts) => {
      const whole = join(...parts);
      return fc.record({
        bytes: fc.constant(whole),
        flip: fc.option(fc.nat(whole.length - 1)),
        cut: fc.option(fc.nat(whole.length)),
        rest: fc.uint8Array({ maxLength: 4 }),
      });
    })
    .map(({ bytes, flip, cut, rest }) => {
      const damaged = flip === null ? bytes : changed(bytes, flip);
      return join(damaged.subarray(0, cut ?? undefined), rest);
    });

  it('is measured alike whatever the chunks and whichever gunzip comes first', async () => {
    await fc.assert(
      fc.asyncProperty(stream, async (bytes) => {
        const whole = await measure(bytes);
        for (const chunk of [1, 7, 511, 512, 513, 65536])
          expect(await measure(bytes, failingGunzip, chunk)).toEqual(whole);
      }),
      { numRuns: 60 },
    );
  });

  it('damage further on is found at the same place whatever the chunks', async () => {
    const stored = gzipSync(Uint8Array.from({ length: 300_000 }, () => Math.random() * 256));
    const damaged = changed(stored, 250_000);
    const whole = await measure(damaged);
    expect(whole.diagnostics).toMatchObject([{ code: 'layer-corrupt' }]);
    for (const chunk of [777, 20_000, 32 * 1024, 100_001])
      expect(await measure(damaged, failingGunzip, chunk)).toEqual(whole);
  });

  it('accepts of gzip only what zlib accepts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(gzB.length + gzA.length - 1), fc.nat(255), async (at, to) => {
        const bytes = changed(join(gzB, gzA), at, to);
        const { compression, diffId, diagnostics } = await measure(bytes, failingGunzip);
        if (compression !== 'gzip' || diffId === null) return;
        // A second member whose magic is broken is trailing data to us and an error to zlib: then the first member counts.
        const isCut = diagnostics.some(({ code }) => code === 'layer-trailing-data');
        expect(diffId).toBe(sha256(gunzipSync(isCut ? gzB : bytes)));
      }),
      { numRuns: 60, examples: [[gzB.length + 1, 1]] },
    );
  });
});
