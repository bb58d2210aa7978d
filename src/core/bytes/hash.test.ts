import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHasher, sha256 } from './hash';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('createHasher', () => {
  it.each(['sha256', 'sha384', 'sha512'])('%s agrees with Node, however the bytes are cut', async (algorithm) => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 300 })), async (chunks) => {
        const hasher = await createHasher(algorithm);
        for (const chunk of chunks) hasher?.update(chunk);
        const expected = createHash(algorithm).update(Buffer.concat(chunks)).digest('hex');
        expect(hasher?.digest()).toBe(`${algorithm}:${expected}`);
      }),
      { numRuns: 30 },
    );
  });

  it('knows blake3', async () => {
    const hasher = await createHasher('blake3');
    hasher?.update(bytes('abc'));
    expect(hasher?.digest()).toBe('blake3:6437b3ac38465133ffb63b75273a8db548c558465d79db03fd359c6cd5bd9d85');
  });

  it('starts again after a reset', async () => {
    const hasher = await createHasher('sha256');
    hasher?.update(bytes('forgotten'));
    hasher?.reset();
    hasher?.update(bytes('abc'));
    expect(hasher?.digest()).toBe(await sha256(bytes('abc')));
  });

  it('gives one digest, and knows nothing of what was hashed before', async () => {
    const hashed = async (text: string): Promise<string | undefined> => {
      const hasher = await createHasher('sha256');
      hasher?.update(bytes(text));
      return hasher?.digest();
    };
    const before = await createHasher('sha256');
    before?.update(bytes('before'));
    before?.digest();
    expect(() => before?.digest()).toThrow();
    const both = [hashed('abc'), hashed('abd')];
    expect(await Promise.all(both)).toEqual([await sha256(bytes('abc')), await sha256(bytes('abd'))]);
  });

  it.each(['md5', 'SHA256', '__proto__', ''])('does not know %j', async (algorithm) => {
    expect(await createHasher(algorithm)).toBeNull();
  });
});

describe('sha256', () => {
  it('names its algorithm', async () => {
    expect(await sha256(bytes('abc'))).toBe('sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});
