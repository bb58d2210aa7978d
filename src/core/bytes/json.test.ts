import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { LIMITS } from '../limits';
import { parseJson } from './json';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const parse = (text: string): ReturnType<typeof parseJson> => parseJson(bytes(text), 'doc.json');
const codes = (parsed: ReturnType<typeof parseJson>): string[] => parsed.diagnostics.map(({ code }) => code);

describe('parseJson', () => {
  it('reads what JSON.stringify writes, with any spacing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom('', ' ', '\t', '\r\n'), (value, space) => {
        const text = JSON.stringify(value, null, space);
        expect(parse(text).value).toEqual(JSON.parse(text));
        expect(codes(parse(text)).filter((code) => code !== 'json-duplicate-key')).toEqual([]);
      }),
    );
  });

  it('accepts exactly what JSON.parse accepts', () => {
    const pieces = [
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '1',
      '-',
      '.5',
      'e1',
      '0',
      'true',
      'nul',
      ' ',
      '\n',
      '//x\n',
      '/**/',
      '\\',
      '"',
    ];
    const more = [
      '\u00a0',
      '\ufeff',
      '\u2028',
      '\t',
      '"\t"',
      '"\\x"',
      '"\\u12"',
      "'a'",
      'NaN',
      '1.',
      '1E+',
      '"\u2028"',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces, ...more), { maxLength: 8 }), (chosen) => {
        // A byte order mark at the very start is for another test.
        const text = ` ${chosen.join('')}`;
        let valid = true;
        try {
          JSON.parse(text);
        } catch {
          valid = false;
        }
        expect(codes(parse(text)).includes('json-syntax')).toBe(!valid);
      }),
      { numRuns: 5000 },
    );
  });

  it.each([
    ['', 1, 1, 0],
    ['{"a":1,}', 1, 8, 7],
    ['{\n  "a": 1\n  "b": 2\n}', 3, 3, 13],
    ['[1, 2', 1, 6, 5],
    ['{"a" 1}', 1, 6, 5],
    ['[1] x', 1, 5, 4],
    ['[1]\n// note', 2, 1, 4],
    ['{"a": "b\n"}', 1, 7, 6],
    ['[01]', 1, 3, 2],
    ['[}', 1, 2, 1],
    ['{a:1}', 1, 2, 1],
    ['[,]', 1, 2, 1],
    ['[1,\0]', 1, 4, 3],
    ['\r\n\r\n?', 3, 1, 4],
  ])('says where %j goes wrong', (text, line, column, character) => {
    const parsed = parse(text);
    expect(parsed.value).toBeUndefined();
    expect(parsed.diagnostics).toEqual([
      {
        code: 'json-syntax',
        severity: 'error',
        path: 'doc.json',
        details: { path: 'doc.json', line, column, character },
      },
    ]);
  });

  it('takes the last of two equal keys, and reports it', () => {
    const parsed = parse('{"a":1,"b":{"a":2},"a":3}');
    expect(parsed.value).toEqual({ a: 3, b: { a: 2 } });
    expect(parsed.diagnostics).toMatchObject([
      { code: 'json-duplicate-key', severity: 'warning', details: { key: 'a', other: 'a', character: 19 } },
    ]);
  });

  it.each([
    ['{"a":1,"a":2}', '/a'],
    ['[0,[],{"x/y":[{"a":1},{"a":1,"A":[2]}]}]', '/2/x~1y/1/A'],
    [`{"${'x'.repeat(5000)}":{"a":1,"a":2}}`, ''],
  ])('says where the later of two equal keys is', (text, pointer) => {
    expect(parse(text).diagnostics).toMatchObject([{ details: { pointer } }]);
  });

  it.each([
    ['{"layers":1,"Layers":2}', { layers: 1, Layers: 2 }],
    // The long s and the Kelvin sign, which Go takes for s and k.
    ['{"layers":1,"layer\u017f":2}', { layers: 1, 'layer\u017f': 2 }],
    ['{"kind":1,"\u212aind":2}', { kind: 1, '\u212aind': 2 }],
    ['{"a":1,"\\u0041":2}', { a: 1, A: 2 }],
  ])('reports keys that differ only in case: %s', (text, value) => {
    const parsed = parse(text);
    expect(parsed.value).toEqual(value);
    expect(codes(parsed)).toEqual(['json-duplicate-key']);
  });

  it.each(['[{"a":1},{"a":2}]', '{"a":{"b":1},"c":{"b":1}}', '{"a":["a"],"b":"a"}'])('%s has no duplicate', (text) => {
    expect(codes(parse(text))).toEqual([]);
  });

  it('keeps a key called __proto__ a key', () => {
    const { value } = parse('{"__proto__":{"polluted":1}}');
    expect(JSON.stringify(value)).toBe('{"__proto__":{"polluted":1}}');
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });

  it('reads a byte order mark with a warning', () => {
    const parsed = parse('\ufeff{"a":1}');
    expect(parsed.value).toEqual({ a: 1 });
    expect(parsed.diagnostics).toMatchObject([{ code: 'json-encoding', severity: 'warning' }]);
  });

  it.each([
    ['UTF-16, little end first', Buffer.from('\ufeff{}', 'utf16le'), 'UTF-16', 0],
    ['UTF-16 without a mark', Buffer.from('{}', 'utf16le'), 'UTF-16', 0],
    ['Latin-1', Buffer.from('{"a":"\u00e9"}', 'latin1'), 'not UTF-8', 6],
    ['a cut character', bytes('"\u20ac').subarray(0, 3), 'not UTF-8', 1],
    ['an encoded surrogate', Buffer.from('22eda08022', 'hex'), 'not UTF-8', 1],
  ])('refuses %s', (_name, encoded, encoding, at) => {
    const parsed = parseJson(encoded, 'doc.json');
    expect(parsed.value).toBeUndefined();
    expect(parsed.diagnostics).toMatchObject([{ code: 'json-encoding', severity: 'error', details: { encoding, at } }]);
  });

  it('has a limit on nesting', () => {
    const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
    expect(codes(parse(nested(LIMITS.jsonDepth)))).toEqual([]);
    expect(codes(parse(nested(LIMITS.jsonDepth + 1)))).toEqual(['json-too-deep']);
    expect(codes(parse('{"a":'.repeat(LIMITS.jsonDepth + 1)))).toEqual(['json-too-deep']);
  });

  it('has a limit on tokens', () => {
    const list = (count: number): string => `[${Array.from({ length: count }, () => '0').join(',')}]`;
    expect(codes(parse(list(LIMITS.jsonTokens / 2 - 1)))).toEqual([]);
    expect(codes(parse(list(LIMITS.jsonTokens / 2 + 1)))).toEqual(['json-too-large']);
  });

  it('has a limit on size', () => {
    vi.spyOn(LIMITS, 'documentBytes', 'get').mockReturnValue(10);
    expect(codes(parse('[1,2,3,45]'))).toEqual([]);
    expect(codes(parse('[1,2,3,456]'))).toEqual(['json-too-large']);
    vi.restoreAllMocks();
  });

  it('says where a number begins that is rounded, and how many there are', () => {
    const big = '9'.repeat(100_000);
    const { diagnostics } = parse(`[1, 9007199254740991, -0, 0.1, 1e400, 9007199254740993, ${big}]`);
    expect(diagnostics).toMatchObject([
      {
        code: 'json-inexact-number',
        severity: 'info',
        details: { number: '9007199254740993', character: 38, count: 2 },
      },
    ]);
    expect(parse(big).diagnostics[0]?.details['number']).toBe('9'.repeat(40));
  });

  it('lists no more duplicates than the limit', () => {
    expect(parse(`{${'"a":1,'.repeat(LIMITS.diagnosticsPerCode + 50)}"b":1}`).diagnostics.length).toBe(
      LIMITS.diagnosticsPerCode,
    );
  });
});
