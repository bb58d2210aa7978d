import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../core/limits';
import type { Tamper, Tampering } from '../core/model/tamper';
import { formatTampering, parseTampering } from './tamperLink';

const layer = fc.integer({ min: 1, max: 9999 });
const byte = { offset: fc.nat(2 ** 40), mask: fc.integer({ min: 1, max: 255 }) };
const tamper: fc.Arbitrary<Tamper> = fc.oneof(
  fc.record({ kind: fc.constantFrom('flip' as const, 'inside' as const), layer, ...byte }),
  fc.record({ kind: fc.constant('byte' as const), ...byte }),
  fc.record({
    kind: fc.constant('swap' as const),
    layers: fc.tuple(layer, layer).filter(([a, b]) => a !== b),
  }),
  fc.record({ kind: fc.constant('drop' as const), layer }),
  fc.constant({ kind: 'orphan' as const }),
  fc.record({ kind: fc.constant('tag' as const), tag: fc.stringMatching(/^\w[\w.-]{0,127}$/) }),
  fc.record({ kind: fc.constant('cut' as const), size: fc.nat(2 ** 40) }),
);
const tampering: fc.Arbitrary<Tampering> = fc.record({
  tampers: fc.array(tamper, { minLength: 1, maxLength: LIMITS.tampers }),
  repaired: fc.nat(9),
});

describe('changes as a link says them', () => {
  it('are read back as they were', () => {
    fc.assert(
      fc.property(tampering, (each) => {
        expect(parseTampering(formatTampering(each) ?? '')).toEqual(each);
      }),
    );
    expect(formatTampering({ tampers: [], repaired: 3 })).toBeNull();
  });

  it('are short', () => {
    const text = 'layer:3@1f4^01;swap:1,2;drop:layer:2;orphan;tag:2.0;cut:12345;fix:4';
    const parsed = parseTampering(text);
    expect(parsed?.tampers).toHaveLength(6);
    expect(parsed && formatTampering(parsed)).toBe(text);
  });

  it.each([
    '',
    ';',
    'layer:3',
    'layer:0@1^01',
    'layer:3@1f4^00',
    'layer:3@1F4^01',
    'layer:3@01^01',
    'layer:3@1f4^1',
    'layer:3@1f4^101',
    'layer:3@1^01@2^01',
    'layer:3@1^01^02',
    'byte:^01',
    'swap:1',
    'swap:1,1',
    'swap:1,2,3',
    'drop:2',
    'orphan:',
    'tag:',
    'tag:a b',
    'tag:-x',
    'tag:a;b',
    'cut:-1',
    'cut:01',
    'cut:1e3',
    'fix:1',
    'orphan;fix:0',
    'fix:1;orphan',
    'orphan;fix:10',
    'unknown:1',
    Array.from({ length: 17 }, () => 'orphan').join(';'),
  ])('%s is not understood', (text) => expect(parseTampering(text)).toBeNull());
});
