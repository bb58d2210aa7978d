import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixturePath } from '../testing/fixtures';
import { hasTool, pipe } from '../testing/nativeTools';
import { decodeWith, EMPTY_BZIP2, HELLO_BZIP2, type Decoded } from '../testing/packed';
import { HELLO } from '../testing/zstdFrames';
import { bzip2Decoder } from './bzip2';

const join = (...parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(Buffer.concat(parts));
const decode = (bytes: Uint8Array, pieceSize?: number): Promise<Decoded> => decodeWith(bzip2Decoder, bytes, pieceSize);

function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  const copy = bytes.slice();
  copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (0x80 >> (bit & 7));
  return copy;
}

/** Bits of `HELLO_BZIP2` by where they are. */
const BIT = { blockMark: 32, blockChecksum: 80, shuffled: 112, start: 113 };

describe('bzip2', () => {
  it.each([
    ['a stream', HELLO_BZIP2, HELLO],
    ['no bytes', EMPTY_BZIP2, new Uint8Array(0)],
    ['two streams', join(HELLO_BZIP2, HELLO_BZIP2), join(HELLO, HELLO)],
    ['empty streams around', join(EMPTY_BZIP2, HELLO_BZIP2, EMPTY_BZIP2, EMPTY_BZIP2), HELLO],
    [
      'many streams',
      join(...Array.from({ length: 500 }, () => HELLO_BZIP2)),
      join(...Array.from({ length: 500 }, () => HELLO)),
    ],
  ])('reads %s, whatever the pieces', async (_name, packed, unpacked) => {
    for (const pieceSize of [1, 7, 65536]) {
      expect(await decode(packed, pieceSize)).toEqual({ unpacked, trailing: null });
    }
  });

  it.each([
    ['garbage', Buffer.from('garbage')],
    ['zeros', new Uint8Array(512)],
    ['another magic number', Buffer.from('BZX')],
    ['a magic number without a level', Buffer.from('BZh0')],
  ])('says where %s begins', async (_name, rest) => {
    for (const pieceSize of [1, 7, 65536]) {
      const packed = join(HELLO_BZIP2, EMPTY_BZIP2, rest);
      expect(await decode(packed, pieceSize)).toEqual({ unpacked: HELLO, trailing: packed.length - rest.length });
    }
  });

  it.each([
    ['another magic number', flipped(HELLO_BZIP2, 0), 'bad-header'],
    ['no level', flipped(HELLO_BZIP2, 24), 'bad-header'],
    ['no mark of a block', flipped(HELLO_BZIP2, BIT.blockMark), 'bad-data'],
    ['a wrong checksum of a block', flipped(HELLO_BZIP2, BIT.blockChecksum), 'bad-checksum'],
    ['a block as before 1999', flipped(HELLO_BZIP2, BIT.shuffled), 'unsupported-feature'],
    ['a start outside of the block', flipped(HELLO_BZIP2, BIT.start), 'bad-data'],
    ['a wrong checksum of the stream', flipped(HELLO_BZIP2, (HELLO_BZIP2.length - 2) * 8), 'bad-checksum'],
    ['a second stream that is damaged', join(HELLO_BZIP2, flipped(HELLO_BZIP2, BIT.blockMark)), 'bad-data'],
  ])('names the reason of %s', async (_name, packed, why) => {
    for (const pieceSize of [1, 7, 65536]) expect(await decode(packed, pieceSize)).toMatchObject({ why });
  });

  it('calls every cut truncated, except between streams', async () => {
    const packed = join(HELLO_BZIP2, HELLO_BZIP2);
    for (let length = 1; length < packed.length; length++) {
      const decoded = await decode(packed.subarray(0, length), 7);
      if (length === HELLO_BZIP2.length) expect(decoded).toEqual({ unpacked: HELLO, trailing: null });
      else expect(decoded).toMatchObject({ why: 'truncated', at: length });
    }
  });

  it('lets no changed bit pass that changes what comes out', async () => {
    for (let bit = 0; bit < HELLO_BZIP2.length * 8; bit++) {
      const { unpacked, trailing } = await decode(flipped(HELLO_BZIP2, bit));
      // The level, and what is left of the last byte, say nothing of the contents.
      if (trailing !== undefined) expect(unpacked, `bit ${bit}`).toEqual(HELLO);
    }
  });

  it('neither crashes nor hangs on what only begins like it', async () => {
    const anything = fc.uint8Array({ maxLength: 400 }).map((rest) => join(HELLO_BZIP2.subarray(0, 14), rest));
    await fc.assert(
      fc.asyncProperty(anything, async (packed) => {
        expect(await decode(packed, 64)).toHaveProperty('why');
      }),
    );
  });
});

describe.skipIf(!hasTool('bzip2'))('against the bzip2 command line', () => {
  const tar = readFileSync(fixturePath('small.docker20-save.tar'));
  const judge = (bytes: Uint8Array) => pipe('bzip2', ['-dcq'], bytes);
  const pack = (bytes: Uint8Array, level = '-9'): Uint8Array => pipe('bzip2', ['-zc', level], bytes).output;

  it('reads the real archive, in pieces of any size', async () => {
    const packed = new Uint8Array(readFileSync(fixturePath('wrapped.docker20-save.tar.bz2')));
    const { output, ok } = judge(packed);
    expect(ok).toBe(true);
    for (const pieceSize of [1, 7, 65536]) {
      const { unpacked, trailing } = await decode(packed, pieceSize);
      expect(trailing).toBeNull();
      expect(Buffer.compare(unpacked, output)).toBe(0);
    }
  });

  const runs = (lengths: readonly number[]): Uint8Array =>
    join(...lengths.map((length, i) => new Uint8Array(length).fill(i % 3)));
  it.each([
    ['a tar at level 1', tar, '-1'],
    ['a tar at level 5', tar, '-5'],
    ['one byte', Uint8Array.of(7), '-9'],
    ['all bytes', Uint8Array.from({ length: 256 }, (_, i) => i), '-9'],
    [
      'runs of every length about 4, 255 and 259',
      runs([1, 2, 3, 4, 5, 6, 254, 255, 256, 258, 259, 260, 261, 519]),
      '-1',
    ],
    ['45 million equal bytes, which are one block', new Uint8Array(45_000_000), '-9'],
    ['exactly a block', Uint8Array.from({ length: 99_981 }, (_, i) => (i * i) >> 3), '-1'],
    ['what does not compress', Uint8Array.from({ length: 250_000 }, () => Math.random() * 256), '-1'],
    // Few frequent bytes and many rare ones make the longest codes.
    ['skewed bytes', Uint8Array.from({ length: 400_000 }, (_, i) => 31 - Math.clz32((i * 2654435761) >>> 0)), '-9'],
  ])('reads %s', async (_name, plain, level) => {
    const { unpacked, trailing } = await decode(pack(plain, level), 32768);
    expect(trailing).toBeNull();
    expect(Buffer.compare(unpacked, plain)).toBe(0);
  });

  it('reads streams of parts, as parallel packers write them', async () => {
    const parts = Array.from({ length: 7 }, (_, i) => tar.subarray(i * 100_000, (i + 1) * 100_000));
    const { unpacked, trailing } = await decode(join(...parts.map((part) => pack(part))), 1000);
    expect(trailing).toBeNull();
    expect(Buffer.compare(unpacked, tar.subarray(0, 700_000))).toBe(0);
  });

  it('packs and unpacks alike', async () => {
    // Few different bytes, so that there are runs.
    const plain = fc
      .array(fc.tuple(fc.nat(3), fc.nat(600)), { maxLength: 40 })
      .map((pairs) => join(...pairs.map(([byte, times]) => new Uint8Array(times).fill(byte * 80))));
    await fc.assert(
      fc.asyncProperty(plain, async (bytes) => {
        expect(await decode(pack(bytes), 7)).toEqual({ unpacked: bytes, trailing: null });
      }),
      { numRuns: 60 },
    );
  });

  it('agrees on what is whole, and on what comes out', async () => {
    const skewed = pack(tar.subarray(20_000, 24_000));
    const parts = [HELLO_BZIP2, EMPTY_BZIP2, skewed, Buffer.from('BZ'), Buffer.from('x'), new Uint8Array(4)];
    const stream = fc
      .tuple(fc.constantFrom(HELLO_BZIP2, skewed), fc.array(fc.constantFrom(...parts), { maxLength: 2 }))
      .chain(([first, others]) => {
        const whole = join(first, ...others);
        const bit = fc.option(fc.nat(whole.length * 8 - 1));
        return fc.record({ whole: fc.constant(whole), bit, cut: fc.option(fc.integer({ min: 1, max: whole.length })) });
      })
      .map(({ whole, bit, cut }) => (bit === null ? whole : flipped(whole, bit)).subarray(0, cut ?? undefined));
    await fc.assert(
      fc.asyncProperty(stream, async (packed) => {
        const { unpacked, trailing } = await decode(packed, 7);
        const { output, ok } = judge(packed);
        // bzip2 warns of what comes after the end, and is content.
        expect({ ok: trailing !== undefined }).toEqual({ ok });
        if (ok) expect(unpacked).toEqual(output);
      }),
      { numRuns: 150 },
    );
  });
});
