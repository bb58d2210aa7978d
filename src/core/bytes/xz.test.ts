import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../limits';
import { fixturePath } from '../testing/fixtures';
import { hasTool, pipe } from '../testing/nativeTools';
import { decodeWith, EMPTY_XZ, HELLO_XZ, type Decoded } from '../testing/packed';
import { HELLO } from '../testing/zstdFrames';
import { xzDecoder } from './xz';

const CRC64 = HELLO_XZ['--check=crc64'];
const BLOCKS = HELLO_XZ['--block-size=16'];
const join = (...parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(Buffer.concat(parts));
const zeros = (size: number): Uint8Array => new Uint8Array(size);
const decode = (bytes: Uint8Array, pieceSize?: number): Promise<Decoded> => decodeWith(xzDecoder, bytes, pieceSize);

function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  const copy = bytes.slice();
  copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return copy;
}

describe('xz', () => {
  it.each([
    ['no check', HELLO_XZ['--check=none'], HELLO],
    ['CRC-32', HELLO_XZ['--check=crc32'], HELLO],
    ['CRC-64', CRC64, HELLO],
    ['SHA-256', HELLO_XZ['--check=sha256'], HELLO],
    ['several blocks', BLOCKS, HELLO],
    ['the largest dictionary', HELLO_XZ['--lzma2=dict=64MiB'], HELLO],
    ['no bytes', EMPTY_XZ, zeros(0)],
    ['two streams', join(CRC64, BLOCKS), join(HELLO, HELLO)],
    ['streams with different checks', join(...Object.values(HELLO_XZ).slice(0, 4)), join(HELLO, HELLO, HELLO, HELLO)],
    ['empty streams around', join(EMPTY_XZ, CRC64, EMPTY_XZ, EMPTY_XZ), HELLO],
    ['padding', join(CRC64, zeros(8), CRC64, zeros(4)), join(HELLO, HELLO)],
    ['much padding', join(CRC64, zeros(200_000)), HELLO],
    [
      'many streams',
      join(...Array.from({ length: 500 }, () => CRC64)),
      join(...Array.from({ length: 500 }, () => HELLO)),
    ],
  ])('reads %s, whatever the pieces', async (_name, packed, unpacked) => {
    for (const pieceSize of [1, 7, 65536]) {
      expect(await decode(packed, pieceSize)).toEqual({ unpacked, trailing: null });
    }
  });

  it.each([
    ['garbage', Buffer.from('garbage')],
    ['padding that is no multiple of four', zeros(3)],
    ['a stream after such padding', join(zeros(6), CRC64)],
    ['garbage after padding', join(zeros(4), Buffer.from('x'))],
    ['a wrong magic number', Uint8Array.of(0xfd, 0x37, 0x7a, 0x58, 0x5a, 1)],
  ])('says where %s begins', async (_name, rest) => {
    for (const pieceSize of [1, 7, 65536]) {
      expect(await decode(join(CRC64, rest), pieceSize)).toEqual({ unpacked: HELLO, trailing: CRC64.length });
    }
  });

  it.each([
    ['an x86 filter', HELLO_XZ['--x86 --lzma2'], 'unsupported-feature', 24],
    ['a delta filter', HELLO_XZ['--delta=dist=1 --lzma2'], 'unsupported-feature', 24],
    ['a dictionary over the limit', HELLO_XZ['--lzma2=dict=128MiB'], 'window-too-large', 24],
    ['another magic number', flipped(CRC64, 0), 'bad-header', 0],
    ['a wrong checksum of the flags', flipped(CRC64, 8 * 8), 'bad-header', 12],
    ['a wrong checksum of a block header', flipped(CRC64, 8 * 20), 'bad-header', 24],
    ['a wrong check', flipped(CRC64, 8 * (CRC64.length - 12 - 8 - 8)), 'bad-checksum', CRC64.length - 12 - 8],
    ['a wrong number of blocks', flipped(CRC64, 8 * (CRC64.length - 12 - 7)), 'bad-size', CRC64.length - 12 - 6],
    ['a wrong record', flipped(CRC64, 8 * (CRC64.length - 12 - 6)), 'bad-size', CRC64.length - 12 - 4],
    ['a wrong checksum of the index', flipped(CRC64, 8 * (CRC64.length - 12 - 1)), 'bad-checksum', CRC64.length - 12],
    ['a wrong checksum of the end', flipped(CRC64, 8 * (CRC64.length - 12)), 'bad-checksum', CRC64.length - 8],
    ['a wrong end', flipped(CRC64, 8 * (CRC64.length - 1)), 'bad-data', CRC64.length],
  ])('names the reason and the place of %s', async (_name, packed, why, at) => {
    for (const pieceSize of [1, 7, 65536]) {
      expect(await decode(packed, pieceSize)).toMatchObject({ why, at });
    }
  });

  it('has the limit on dictionaries that the library has', () => {
    // Header bytes 0x1c and 0x1e are 64 and 128 MiB: the first is read above, the other refused.
    expect(LIMITS.xzDictionary).toBe(2 ** (0x1c / 2 + 12));
  });

  it('calls every cut truncated, except between streams', async () => {
    const packed = join(BLOCKS, zeros(4), CRC64);
    for (let length = 1; length < packed.length; length++) {
      const decoded = await decode(packed.subarray(0, length), 7);
      const past = length - BLOCKS.length;
      if (past < 0 || past > 4) expect(decoded).toMatchObject({ why: 'truncated', at: length });
      else expect(decoded).toEqual({ unpacked: HELLO, trailing: past % 4 === 0 ? null : BLOCKS.length });
    }
  });

  it.each(['--check=crc32', '--check=crc64', '--check=sha256', '--block-size=16'] as const)(
    'lets no changed bit of %s pass that changes what comes out',
    async (options) => {
      const packed = HELLO_XZ[options];
      for (let bit = 0; bit < packed.length * 8; bit++) {
        const { unpacked, trailing } = await decode(flipped(packed, bit));
        // Properties of LZMA that so few bytes do not show are all that may change.
        if (trailing !== undefined) expect(unpacked, `bit ${bit}`).toEqual(HELLO);
      }
    },
  );
});

describe('memory', () => {
  it('is given back: hundreds of decoders with the largest dictionary', async () => {
    for (let i = 0; i < 300; i++) {
      expect((await decode(HELLO_XZ['--lzma2=dict=64MiB'])).trailing).toBeNull();
    }
  });
});

describe.skipIf(!hasTool('xz'))('against the xz command line', () => {
  const tar = readFileSync(fixturePath('small.docker20-save.tar'));
  const judge = (bytes: Uint8Array) => pipe('xz', ['-dcq'], bytes);

  it('reads the real archive, in pieces of any size', async () => {
    const packed = new Uint8Array(readFileSync(fixturePath('wrapped.docker20-save.tar.xz')));
    const { output, ok } = judge(packed);
    expect(ok).toBe(true);
    for (const pieceSize of [1, 7, 65536]) {
      const { unpacked, trailing } = await decode(packed, pieceSize);
      expect(trailing).toBeNull();
      expect(Buffer.compare(unpacked, output)).toBe(0);
    }
  });

  it.each([
    ['-0'],
    ['-6', '--check=sha256'],
    ['-T2', '--block-size=100000'],
    ['-9e', '--check=crc32', '--block-size=1000000'],
    // Other literal and position bits, and a dictionary that is filled again and again.
    ['--lzma2=dict=4KiB,lc=1,lp=3,pb=0'],
    ['--lzma2=dict=64KiB,lc=0,lp=0,pb=4,mode=fast'],
  ])('reads what it packs with %s %s', async (...args) => {
    const { output } = pipe('xz', ['-zc', ...args], tar);
    const { unpacked, trailing } = await decode(output, 32768);
    expect(trailing).toBeNull();
    expect(Buffer.compare(unpacked, tar)).toBe(0);
  });

  it('reads what does not compress', async () => {
    const random = Uint8Array.from({ length: 300_000 }, () => Math.random() * 256);
    const { unpacked, trailing } = await decode(pipe('xz', ['-zc'], random).output, 32768);
    expect(trailing).toBeNull();
    expect(Buffer.compare(unpacked, random)).toBe(0);
  });

  it('agrees on what is whole', async () => {
    const parts = [...Object.values(HELLO_XZ), EMPTY_XZ, zeros(4), zeros(8), zeros(1), Uint8Array.of(0xfd, 0x37)];
    const stream = fc
      .tuple(fc.constantFrom(CRC64, BLOCKS), fc.array(fc.constantFrom(...parts), { maxLength: 2 }))
      .chain(([first, others]) => {
        const whole = join(first, ...others);
        const bit = fc.option(fc.nat(whole.length * 8 - 1));
        return fc.record({ whole: fc.constant(whole), bit, cut: fc.option(fc.nat(whole.length)) });
      })
      .map(({ whole, bit, cut }) => ({
        sound: whole.subarray(0, cut ?? undefined),
        packed: (bit === null ? whole : flipped(whole, bit)).subarray(0, cut ?? undefined),
      }));
    await fc.assert(
      fc.asyncProperty(stream, async ({ sound, packed }) => {
        const { unpacked, trailing, why } = await decode(packed, 7);
        if (why === 'unsupported-feature' || why === 'window-too-large') return;
        const { output, ok } = judge(packed);
        // The first byte of LZMA2 data says nothing: xz wants it to be 0, XZ Embedded does not look. What comes out is the same.
        if (!ok && trailing === null) {
          expect(unpacked).toEqual(judge(sound).output);
          return;
        }
        // Nothing at all is content to nobody here: it is never sniffed as xz.
        expect({ ok: trailing === null }).toEqual({ ok: ok && packed.length > 0 });
        if (ok) expect(unpacked).toEqual(output);
      }),
      { numRuns: 150 },
    );
  });
});
