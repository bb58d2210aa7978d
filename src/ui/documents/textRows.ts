import { TOKEN } from './jsonTokens';
import type { Tokens } from './jsonTokens';

/** Rows of text as ranges of it, as columns. A line longer than {@link ROW_LENGTH} is several rows with one line number. */
export interface TextRows {
  readonly count: number;
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  /** Line number from 1. */
  readonly line: Uint32Array;
  /** Levels of indentation to add; 0 in stored text, which brings its own. */
  readonly depth: Uint16Array;
}

/** Longest run of text in one row, in UTF-16 code units. */
export const ROW_LENGTH = 400;
/** How far before that a row looks for a good place to end. */
const BREAK_WINDOW = 100;
const ROWS_PER_STEP = 500;

/** The text's own lines (LF, CRLF or CR), nothing changed. */
export function* storedRows(text: string): Generator<void, TextRows> {
  const rows = growing(text);
  const breaks = /\r\n|\n|\r/g;
  let line = 1;
  let start = 0;
  for (let found = breaks.exec(text); found; found = breaks.exec(text)) {
    yield* rows.push(start, found.index, line, 0);
    start = breaks.lastIndex;
    line += 1;
  }
  // A line break ends the last line; it does not begin an empty one.
  if (start < text.length || line === 1) yield* rows.push(start, text.length, line, 0);
  return rows.done();
}

/** One line for each member and element, as JSON is usually indented; the tokens themselves stay as they are. */
export function* prettyRows(text: string, tokens: Tokens): Generator<void, TextRows> {
  const rows = growing(text);
  const is = (index: number, characters: string): boolean =>
    tokens.kind[index] === TOKEN.punctuation && characters.includes(text[tokens.start[index] ?? 0] ?? '');
  let line = 1;
  let first = 0;
  for (let index = 1; index <= tokens.count; index++) {
    const opened = is(index - 1, '{[');
    const closes = index < tokens.count && is(index, '}]');
    const breaksHere = index === tokens.count || is(index - 1, ',') || opened !== closes;
    if (!breaksHere) continue;
    yield* rows.push(tokens.start[first] ?? 0, tokens.end[index - 1] ?? 0, line, tokens.depth[first] ?? 0);
    line += 1;
    first = index;
  }
  return rows.done();
}

/** Index of the first token that ends after `offset`. */
export function tokenAt(tokens: Tokens, offset: number): number {
  let low = 0;
  let high = tokens.count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((tokens.end[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The row that has an offset. */
export function rowAt(rows: TextRows, offset: number): number {
  let low = 0;
  let high = rows.count - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rows.end[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Line and column, both from 1, of an offset; the column counts UTF-16 code units. */
export function positionAt(text: string, offset: number): { line: number; column: number } {
  const breaks = /\r\n|\n|\r/g;
  let line = 1;
  let start = 0;
  for (let found = breaks.exec(text); found && breaks.lastIndex <= offset; found = breaks.exec(text)) {
    line += 1;
    start = breaks.lastIndex;
  }
  return { line, column: offset - start + 1 };
}

function growing(text: string): {
  push(start: number, end: number, line: number, depth: number): Generator<void>;
  done(): TextRows;
} {
  const [starts, ends, lines, depths]: [number[], number[], number[], number[]] = [[], [], [], []];
  return {
    *push(from, to, line, depth) {
      let start = from;
      do {
        const end = rowEnd(text, start, to);
        starts.push(start);
        ends.push(end);
        lines.push(line);
        depths.push(depth);
        start = end;
        if (starts.length % ROWS_PER_STEP === 0) yield;
      } while (start < to);
    },
    done: () => ({
      count: starts.length,
      start: new Uint32Array(starts),
      end: new Uint32Array(ends),
      line: new Uint32Array(lines),
      depth: new Uint16Array(depths),
    }),
  };
}

function rowEnd(text: string, start: number, to: number): number {
  if (to - start <= ROW_LENGTH) return to;
  const limit = start + ROW_LENGTH;
  for (let end = limit; end > limit - BREAK_WINDOW; end--) if (/[,\s]/.test(text[end - 1] ?? '')) return end;
  return /[\ud800-\udbff]/.test(text[limit - 1] ?? '') ? limit - 1 : limit;
}
