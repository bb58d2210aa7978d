import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CorruptData } from './decoder';
import { inflateRaw } from './inflate';

const ALL = 1 << 30;

describe('inflateRaw', () => {
  it('gives back what was packed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 4_000 }), fc.integer({ min: 1, max: 400 }), (bytes, times) => {
        const plain = Buffer.concat(Array.from({ length: times }, () => bytes));
        const packed = Buffer.concat([deflateRawSync(plain), Buffer.from('behind')]);
        expect(plain.equals(inflateRaw(packed, ALL))).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('gives no more than is asked for', () => {
    const plain = new Uint8Array(3_000_000).map((_, i) => i % 251);
    for (const most of [0, 1, 256 * 1024, 2_999_999]) {
      const got = inflateRaw(deflateRawSync(plain), most);
      expect(got.length).toBe(most);
      expect(plain.subarray(0, most).every((byte, i) => got[i] === byte)).toBe(true);
    }
  });

  it('says what is cut off or no deflate', () => {
    const packed = deflateRawSync(new Uint8Array(100_000).map((_, i) => (i * i) % 253));
    for (const size of [0, 1, 100, packed.length - 1])
      expect(() => inflateRaw(packed.subarray(0, size), ALL)).toThrow(CorruptData);
    expect(() => inflateRaw(Uint8Array.of(0xff, 0xff, 0xff, 0xff), ALL)).toThrow(CorruptData);
  });

  it('does not fail whatever comes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        try {
          expect(inflateRaw(bytes, 1_000).length).toBeLessThanOrEqual(1_000);
        } catch (error) {
          expect(error).toBeInstanceOf(CorruptData);
        }
      }),
    );
  });
});
