import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reuse } from './reuse';

const plain = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, 0, 1, -0, NaN, '', 'a', true, undefined),
    fc.uint8Array({ maxLength: 3 }),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('value'), { noNullPrototype: true }),
  ),
})).value;

describe('reuse', () => {
  it('says the same as the new value, whatever the old one was', () => {
    fc.assert(
      fc.property(plain, plain, (previous, next) => {
        expect(reuse(previous, next)).toStrictEqual(next);
      }),
    );
  });

  it('is the old value when nothing changed', () => {
    fc.assert(
      fc.property(plain, (value) => {
        expect(reuse(value, structuredClone(value))).toBe(value);
      }),
    );
  });

  it('keeps the parts that did not change, at their places only', () => {
    const previous = { rows: [{ n: 1 }, { n: 2 }], bytes: Uint8Array.of(1, 2), rest: {} };
    const next = { rows: [{ n: 1 }, { n: 3 }], bytes: Uint8Array.of(1, 3), rest: {} };
    const merged = reuse(previous, next);
    expect(merged).not.toBe(previous);
    expect(merged.rows[0]).toBe(previous.rows[0]);
    expect(merged.rows[1]).toEqual({ n: 3 });
    expect(merged.bytes).toBe(next.bytes);
    expect(merged.rest).toBe(previous.rest);
  });

  it('changes neither', () => {
    const previous = [{ a: 1 }];
    const next = [{ a: 1 }, { a: 2 }];
    reuse(previous, next);
    expect([previous, next]).toEqual([[{ a: 1 }], [{ a: 1 }, { a: 2 }]]);
  });
});
