import fc from 'fast-check';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../limits';
import type { StoredFile, TextDiff } from '../model/textDiff';
import { diffLines } from './lines';
import { diffFiles } from './text';

const stored = (text: string | Uint8Array, gzip = false): StoredFile => {
  const body = Buffer.from(text);
  const layer = Buffer.concat([Buffer.alloc(700, 'x'), body, Buffer.alloc(90, 'y')]);
  const bytes = new Uint8Array(gzip ? gzipSync(layer) : layer);
  return {
    source: { blob: new Blob([bytes]) },
    span: { offset: 0, length: bytes.length },
    data: 700,
    size: body.length,
  };
};
const shown = (diff: TextDiff): string[] =>
  diff.kind === 'lines'
    ? diff.runs.map((run) =>
        run.map(({ state, text }) => ({ same: ' ', 'only-a': '-', 'only-b': '+' })[state] + text).join(''),
      )
    : [diff.kind];

describe('diffFiles', () => {
  it('shows the lines that differ and those around', async () => {
    const lines = Array.from({ length: 20 }, (_, at) => `line ${at}\n`);
    const changed = lines.map((line, at) => (at === 10 ? 'other\n' : line));
    expect(shown(await diffFiles(stored(lines.join('')), stored(changed.join(''), true)))).toEqual([
      ' line 7\n line 8\n line 9\n-line 10\n+other\n line 11\n line 12\n line 13\n',
    ]);
  });

  it('tells a last line without an end', async () => {
    expect(shown(await diffFiles(stored('a\nb\n'), stored('a\nb')))).toEqual([' a\n-b\n+b']);
  });

  it('takes a missing file for an empty one', async () => {
    expect(shown(await diffFiles(null, stored('new\n')))).toEqual(['+new\n']);
  });

  it('shows no bytes that are no text, and nothing too long', async () => {
    expect(shown(await diffFiles(stored('a\0b'), stored('text')))).toEqual(['binary']);
    expect(shown(await diffFiles(stored('a'), { ...stored('b'), size: LIMITS.diffTextBytes + 1 }))).toEqual(['large']);
  });

  it('says that a layer is damaged', async () => {
    const file = stored('hello'.repeat(100), true);
    const half = Math.floor(file.span.length / 2);
    expect(shown(await diffFiles({ ...file, span: { offset: 0, length: half } }, stored('a')))).toEqual(['unreadable']);
  });
});

describe('diffLines', () => {
  const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 });

  it('has every line of both that differs, in order', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        const lines = (diffLines(a, b) ?? []).flat();
        let [left, right] = [a.slice(), b.slice()];
        for (const line of lines.toReversed()) {
          if (line.a !== null) expect(a[line.a - 1]).toBe(line.text);
          if (line.b !== null) expect(b[line.b - 1]).toBe(line.text);
          if (line.state === 'only-a') left = left.toSpliced((line.a ?? 0) - 1, 1);
          if (line.state === 'only-b') right = right.toSpliced((line.b ?? 0) - 1, 1);
        }
        // Without what differs, both are the same.
        expect(left).toEqual(right);
        const numbers = (side: 'a' | 'b'): number[] => lines.flatMap((line) => line[side] ?? []);
        for (const side of ['a', 'b'] as const) {
          expect(numbers(side)).toEqual([...new Set(numbers(side))].sort((x, y) => x - y));
        }
      }),
    );
  });

  it('finds the fewest edits', () => {
    expect(
      (diffLines(['a', 'b', 'c', 'a', 'b', 'b', 'a'], ['c', 'b', 'a', 'b', 'a', 'c']) ?? [])
        .flat()
        .filter(({ state }) => state !== 'same'),
    ).toHaveLength(5);
  });

  it('gives up where nearly everything differs', () => {
    const many = (prefix: string): string[] =>
      Array.from({ length: LIMITS.diffTextEdits }, (_, at) => `${prefix}${at}`);
    expect(diffLines(many('a'), many('b'))).toBeNull();
  });
});
