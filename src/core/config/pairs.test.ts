import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutPieces, textOf } from '../model/configView';
import { Masks } from './masks';
import { plainPairs, quotedPairs, quotedValue } from './pairs';

const name = fc.stringMatching(/^[A-Z_][A-Z0-9_]{0,8}$/);
const value = fc.string({ unit: 'grapheme', maxLength: 20 }).filter((text) => !/[\n\r\0]/.test(text));

describe('NAME=value', () => {
  it('is written so that it is read back', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(name, value), { minLength: 1, maxLength: 5 }), (pairs) => {
        const text = pairs.map(([key, each]) => `${key}=${quotedValue(each)}`).join(' ');
        expect(quotedPairs(text)).toEqual(pairs.map(([key, each]) => ({ name: key, value: each })));
      }),
    );
  });

  it('without marks is taken apart by the values that are known', () => {
    const known = (key: string): string[] => ({ A: ['x y=z'], B: ['1'] })[key] ?? [];
    const pairs = [
      { name: 'A', value: 'x y=z' },
      { name: 'B', value: '1' },
    ];
    expect(plainPairs('A=x y=z B=1', known)).toEqual({ pairs, exact: true });
    expect(plainPairs('A=x y=z B=1', () => [])?.exact).toBe(false);
    expect(plainPairs('A=one', () => [])).toEqual({ pairs: [{ name: 'A', value: 'one' }], exact: true });
    expect(plainPairs('no pairs', () => [])).toBeNull();
    expect(plainPairs('', () => [])).toBeNull();
  });

  it('that no line can have is not written', () => {
    expect(quotedValue('a\nb')).toBeNull();
    expect(quotedValue('$HOME "x" \\')).toBe('"\\$HOME \\"x\\" \\\\"');
    expect(quotedValue('')).toBe('""');
  });
});

describe('values that are hidden', () => {
  const masks = new Masks([
    { name: 'API_TOKEN', value: 'hush-hush' },
    { name: 'N', value: '1' },
    { name: 'GREETING', value: 'say "hi"' },
  ]);
  const hidden = (text: string): string => textOf(masks.pieces(text), () => false);

  it('are hidden after their names, in any marks', () => {
    expect(hidden('ENV N=1 GREETING=say "hi"')).toBe('ENV N=*** GREETING=***');
    expect(hidden('ENV GREETING="say \\"hi\\"" N="1"')).toBe('ENV GREETING="***" N="***"');
    expect(hidden('layer 1 of N1=1, XN=1')).toBe('layer 1 of N1=1, XN=1');
  });

  it('are hidden anywhere when they look like secrets', () => {
    expect(hidden('curl -H hush-hush --data=hush-hush')).toBe('curl -H *** --data=***');
  });

  it('leave the text as it was when they are shown, and nothing of a secret when not', () => {
    const words = fc.constantFrom('API_TOKEN=', 'hush-hush', 'hush', '-', '"', ' ', 'N=1', '=');
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), fc.nat(40), (parts, limit) => {
        const text = parts.join('');
        expect(textOf(masks.pieces(text), () => true)).toBe(text);
        expect(hidden(text)).not.toContain('hush-hush');
        const { pieces, cut } = cutPieces(masks.pieces(text), limit);
        expect(textOf(pieces, () => true)).toBe(text.slice(0, limit));
        expect(cut).toBe(Math.max(0, text.length - limit));
      }),
    );
  });
});
