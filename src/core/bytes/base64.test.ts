import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase64, toBase32, toBase64Url } from './base64';

describe('base64', () => {
  it('is read and written as Node does it', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const buffer = Buffer.from(bytes);
        expect(Buffer.from(toBase64Url(bytes)).toString()).toBe(buffer.toString('base64url'));
        expect(fromBase64(buffer.toString('base64url'), 'url')).toEqual(new Uint8Array(bytes));
        expect(fromBase64(buffer.toString('base64'), 'standard')).toEqual(new Uint8Array(bytes));
      }),
    );
  });

  it.each([
    ['a+/b', 'url'],
    ['a-_b', 'standard'],
    ['a', 'url'],
    ['ab=', 'standard'],
    ['ab=c', 'standard'],
    ['a b=', 'standard'],
  ] as const)('%s is none (%s)', (text, form) => {
    expect(fromBase64(text, form)).toBeNull();
  });
});

/** RFC 4648 §10. */
it.each([
  ['', ''],
  ['f', 'MY'],
  ['fo', 'MZXQ'],
  ['foo', 'MZXW6'],
  ['foob', 'MZXW6YQ'],
  ['fooba', 'MZXW6YTB'],
  ['foobar', 'MZXW6YTBOI'],
])('base32 of %j is %j', (text, base32) => {
  expect(toBase32(new TextEncoder().encode(text))).toBe(base32);
});
