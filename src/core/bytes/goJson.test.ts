import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { goStringify, parseExact, rawFields, type GoValue } from './goJson';

const write = (value: GoValue): string => new TextDecoder().decode(goStringify(value));
const read = (text: string): GoValue => parseExact(new TextEncoder().encode(text));

describe('goStringify', () => {
  it.each([
    ['<a href="x">&</a>', '"\\u003ca href=\\"x\\"\\u003e\\u0026\\u003c/a\\u003e"'],
    ['\u2028\u2029', '"\\u2028\\u2029"'],
    ['\b\f\n\r\t', '"\\b\\f\\n\\r\\t"'],
    ['\u0000\u0001\u000b\u001b\u001f', '"\\u0000\\u0001\\u000b\\u001b\\u001f"'],
    ['\\', '"\\\\"'],
    // As they are: delete, C1 controls, soft hyphen, beyond the BMP, the replacement character itself.
    ['\u007f\u0085\u00ad\u{1f600}\ufffd', '"\u007f\u0085\u00ad\u{1f600}\ufffd"'],
    ['\ud800', '"\\ufffd"'],
    ['a\udc00\ud83db', '"a\\ufffd\\ufffdb"'],
    ['/', '"/"'],
  ])('writes %j as %s', (text, expected) => {
    expect(write(text)).toBe(expected);
    expect(write(new Map([[text, null]]))).toBe(`{${expected}:null}`);
  });

  it.each<[GoValue, string]>([
    [0, '0'],
    [-0, '-0'],
    [1e20, '100000000000000000000'],
    [1e21, '1e+21'],
    [1e-6, '0.000001'],
    [1e-7, '1e-7'],
    [123.5, '123.5'],
    [{ raw: '12345678901234567890' }, '12345678901234567890'],
    [{ raw: '1.50e3' }, '1.50e3'],
    [true, 'true'],
    [null, 'null'],
    [[], '[]'],
    [[1, [null]], '[1,[null]]'],
    [new Map(), '{}'],
    [
      new Map<string, GoValue>([
        ['b', 1],
        ['a', new Map([['c', '']])],
      ]),
      '{"b":1,"a":{"c":""}}',
    ],
  ])('writes %o as %s', (value, expected) => {
    expect(write(value)).toBe(expected);
  });

  it.each([NaN, Infinity, -Infinity])('refuses %d', (value) => {
    expect(() => write([value])).toThrow(RangeError);
  });
});

describe('parseExact', () => {
  it('keeps the text of numbers and the order of keys', () => {
    const text = '{"z":12345678901234567890,"a":1.50,"10":[1e5,-0.0],"2":{}}';
    expect(write(read(text))).toBe(text);
  });

  it('takes the last of two equal keys', () => {
    expect(write(read('{"a":1,"b":2,"a":{"a":3}}'))).toBe('{"a":{"a":3},"b":2}');
  });

  it('reads lone surrogates as Go does', () => {
    expect(write(read('["\\ud800x","\\ud83d\\ude00",{"\\udc00":1}]'))).toBe('["\ufffdx","\u{1f600}",{"\ufffd":1}]');
  });

  it('undoes goStringify', () => {
    const { value } = fc.letrec<{ value: GoValue }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.string({ unit: 'grapheme' }),
        fc.boolean(),
        fc.constant(null),
        fc.maxSafeInteger().map((number) => ({ raw: String(number) })),
        fc.array(tie('value')),
        fc.array(fc.tuple(fc.string(), tie('value'))).map((pairs) => new Map(pairs)),
      ),
    }));
    fc.assert(
      fc.property(value, (original) => {
        expect(parseExact(goStringify(original))).toEqual(original);
      }),
    );
  });

  it('means what JSON.parse means', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        expect(JSON.parse(write(read(text)))).toEqual(JSON.parse(text));
      }),
    );
  });

  it.each(['', '{', 'x', '[1,]'])('is null for %j', (text) => {
    expect(read(text)).toBeNull();
  });

  it('reads past a byte order mark, and nothing but UTF-8', () => {
    expect(read('\ufeff[]')).toEqual([]);
    expect(parseExact(Uint8Array.of(0x22, 0xff, 0x22))).toBeNull();
  });
});

describe('rawFields', () => {
  const raw = (text: string): string => write(rawFields(new TextEncoder().encode(text)));

  it.each([
    ['{ "b" : { "z": 1,\n\t"a" : [ 1 , "x  y" ] } , "a" : 1.50 }', '{"b":{"z":1,"a":[1,"x  y"]},"a":1.50}'],
    ['{"s":"\\u00e9\\/ \\" é"}', '{"s":"\\u00e9\\/ \\" é"}'],
    ['{"s":"<&>\u2028","o":{"k<":"\u2029"}}', '{"s":"\\u003c\\u0026\\u003e\\u2028","o":{"k\\u003c":"\\u2029"}}'],
    ['{"a":1,"b":2,"a":[ ]}', '{"a":[],"b":2}'],
    ['{"n":null,"t":true,"e":{}}', '{"n":null,"t":true,"e":{}}'],
    ['[{"a":1}]', '{}'],
    ['"a"', '{}'],
    ['{"a":', '{}'],
  ])('%s gives %s', (text, expected) => expect(raw(text)).toBe(expected));

  it('gives values that mean the same', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const text = JSON.stringify(value, null, ' ');
        expect(JSON.parse(raw(text))).toEqual(JSON.parse(text));
      }),
    );
  });
});
