import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../core/limits';
import { scanJson } from './jsonTokens';
import type { Scanned } from './jsonTokens';
import { marksOf } from './marks';
import { positionAt, prettyRows, ROW_LENGTH, storedRows, tokenAt } from './textRows';
import type { TextRows } from './textRows';

function finish<T>(job: Generator<void, T>): T {
  for (;;) {
    const next = job.next();
    if (next.done === true) return next.value;
  }
}
const scan = (text: string): Scanned => finish(scanJson(text));
const rowTexts = (text: string, rows: TextRows): string[] =>
  Array.from(rows.start, (start, index) => '  '.repeat(rows.depth[index] ?? 0) + text.slice(start, rows.end[index]));
const pretty = (text: string): string => rowTexts(text, finish(prettyRows(text, scan(text).tokens))).join('\n');

describe('scanJson', () => {
  it('accepts what JSON.parse accepts, and nothing else', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '1',
      '-',
      '01',
      '1.',
      '1e5',
      'null',
      'tru',
      '"\\u12"',
      '"\t"',
      ' ',
      '//x',
    );
    const texts = fc.oneof(
      fc.json(),
      fc.array(piece, { maxLength: 9 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        let valid = true;
        try {
          JSON.parse(text);
        } catch {
          valid = false;
        }
        expect(scan(text).problem === null, text).toBe(valid);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['{"a":1,}', 'syntax', 7],
    ['{"a"', 'ends-early', 4],
    ['[1] x', 'syntax', 4],
    ['', 'ends-early', 0],
    ["{'a':1}", 'syntax', 1],
    ['["abc', 'syntax', 1],
  ])('%s: %s at %i', (text, code, offset) => {
    expect(scan(text).problem).toEqual({ code, offset });
  });

  it('stops at the bounds', () => {
    const deep = '['.repeat(LIMITS.jsonDepth + 1);
    expect(scan(deep).problem).toEqual({ code: 'too-deep', offset: LIMITS.jsonDepth });
    expect(scan(`[${'1,'.repeat(LIMITS.jsonTokens / 2)}1]`).problem?.code).toBe('too-many-tokens');
  });

  it('reads past a byte order mark', () => {
    expect(scan('\ufeff{}').problem).toBeNull();
  });
});

describe('prettyRows', () => {
  it('indents and changes no token', () => {
    const text = '{"b":1.0,"a":[9007199254740993,{},[ ],{"x":"\\u00e9"}],"b":-0}';
    expect(pretty(text)).toBe(
      [
        '{',
        '  "b":1.0,',
        '  "a":[',
        '    9007199254740993,',
        '    {},',
        '    [ ],',
        '    {',
        '      "x":"\\u00e9"',
        '    }',
        '  ],',
        '  "b":-0',
        '}',
      ].join('\n'),
    );
  });

  it('has the lines of JSON.stringify', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const lines = pretty(JSON.stringify(value)).split('\n');
        expect(lines.length).toBe(JSON.stringify(value, null, 2).split('\n').length);
        expect(lines.map((line) => line.search(/\S/))).toEqual(
          JSON.stringify(value, null, 2)
            .split('\n')
            .map((line) => line.search(/\S/)),
        );
      }),
    );
  });

  it('cuts a long token in rows of one line', () => {
    const text = `{"data":"${'x'.repeat(5000)}"}`;
    const rows = finish(prettyRows(text, scan(text).tokens));
    expect(Math.max(...rows.end.map((end, index) => end - (rows.start[index] ?? 0)))).toBe(ROW_LENGTH);
    expect([...new Set(rows.line)]).toEqual([1, 2, 3]);
    expect(rows.count).toBe(2 + Math.ceil(5009 / ROW_LENGTH));
  });
});

describe('storedRows', () => {
  it('keeps every character but the line breaks', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', '\n', '\r', '\r\n', ' ', 'é', '😀')), (parts) => {
        const text = parts.join('');
        expect(rowTexts(text, finish(storedRows(text))).join('')).toBe(text.replace(/[\r\n]/g, ''));
      }),
    );
  });

  it.each([
    ['', ['']],
    ['1.0', ['1.0']],
    ['a\nb\n', ['a', 'b']],
    ['\n', ['']],
    ['a\r\n\rb', ['a', '', 'b']],
  ])('%j', (text, expected) => {
    expect(rowTexts(text, finish(storedRows(text)))).toEqual(expected);
  });

  it('never cuts a character in two', () => {
    const text = `x${'😀'.repeat(2000)}`;
    for (const row of rowTexts(text, finish(storedRows(text)))) expect(row).not.toMatch(/\p{Surrogate}/u);
  });
});

describe('positionAt and tokenAt', () => {
  it('counts lines and columns from 1', () => {
    expect(positionAt('ab\r\ncd\ne', 0)).toEqual({ line: 1, column: 1 });
    expect(positionAt('ab\r\ncd\ne', 5)).toEqual({ line: 2, column: 2 });
    expect(positionAt('ab\r\ncd\ne', 7)).toEqual({ line: 3, column: 1 });
  });

  it('finds the token at or after an offset', () => {
    const { tokens } = scan('{ "a" : 1 }');
    expect([0, 1, 2, 5, 9, 11].map((offset) => tokenAt(tokens, offset))).toEqual([0, 1, 1, 2, 4, 5]);
  });
});

describe('marksOf', () => {
  const hex = 'ab'.repeat(32);
  const names = { known: (text: string) => text === hex || text === 'x/layer.tar' };
  const marks = (text: string): string[] => {
    const { tokens } = scan(text);
    return Array.from({ length: tokens.count }, (_, index) => marksOf(text, tokens, index, 0, text.length, names))
      .flat()
      .map((mark) => `${mark.kind} ${text.slice(mark.start, mark.end)}`);
  };
  const other = `sha256:${'12'.repeat(32)}`;

  it.each([
    [`{"digest":"${other}"}`, [`name ${other}`]],
    [`{"${other}":{"mediaType":"a/b","size":12}}`, [`name ${other}`, 'media-type a/b', 'size 12']],
    [`["x\\/layer.tar","y/layer.tar"]`, ['name x\\/layer.tar']],
    [`["blobs/sha256/${hex}","${'12'.repeat(32)}"]`, [`name ${hex}`]],
    [`["docker.io/x@${other} and ${other}"]`, [`name ${other}`, `name ${other}`]],
    [`["${other}0"]`, []],
    ['{"x":"application/vnd.oci.image.config.v1+json"}', ['media-type application/vnd.oci.image.config.v1+json']],
    [`["${'x'.repeat(5000)} ${other}"]`, [`name ${other}`]],
    ['{"Size":1,"sizes":2,"size":"3"}', ['size 1']],
  ])('%#', (text, expected) => {
    expect(marks(text)).toEqual(expected);
  });
});
