import { createScanner } from 'jsonc-parser';
import { LIMITS } from '../../core/limits';

/** What a token is; a member's name is a `key`, also though it is a string. JSON has no comments and keywords. */
export const TOKEN = { punctuation: 0, key: 1, string: 2, number: 3, literal: 4, comment: 5, keyword: 6 } as const;
export type TokenKind = (typeof TOKEN)[keyof typeof TOKEN];

/** The tokens of a JSON text in order, as columns; offsets are in UTF-16 code units. */
export interface Tokens {
  readonly count: number;
  readonly kind: Uint8Array;
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  /** Objects and arrays around the token; a bracket counts as outside of its own. */
  readonly depth: Uint16Array;
}

export const PROBLEM_CODES = ['syntax', 'ends-early', 'too-deep', 'too-many-tokens'] as const;
/** Where and why a text stops being JSON (or is more than we read). */
export interface Problem {
  readonly code: (typeof PROBLEM_CODES)[number];
  readonly offset: number;
}

export interface Scanned {
  readonly tokens: Tokens;
  /** Null when the whole text is one JSON value (RFC 8259); otherwise the tokens end before it. */
  readonly problem: Problem | null;
}

// jsonc-parser's SyntaxKind is a const enum, which does not exist at run time.
const OPEN_BRACE = 1;
const CLOSE_BRACE = 2;
const OPEN_BRACKET = 3;
const CLOSE_BRACKET = 4;
const COMMA = 5;
const COLON = 6;
const STRING = 10;
const NUMBER = 11;
const LINE_BREAK = 14;
const WHITE_SPACE = 15;
const END = 17;
const LITERALS = new Set([7, 8, 9]);
const TOKENS_PER_STEP = 500;

type Expected = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'end';

/** Reads a text strictly as JSON, a few hundred tokens a step, so that the caller can cut the work in slices. */
export function* scanJson(text: string): Generator<void, Scanned> {
  const scanner = createScanner(text);
  if (text.startsWith('\ufeff')) scanner.setPosition(1);
  const tokens = growingTokens();
  const open: number[] = [];
  let expected: Expected = 'value';
  const stop = (code: Problem['code'], offset: number): Scanned => ({
    tokens: tokens.done(),
    problem: { code, offset },
  });

  for (;;) {
    const kind: number = scanner.scan();
    if (kind === LINE_BREAK || kind === WHITE_SPACE) continue;
    const start = scanner.getTokenOffset();
    if (kind === END) return expected === 'end' ? { tokens: tokens.done(), problem: null } : stop('ends-early', start);
    if (scanner.getTokenError() !== 0) return stop('syntax', start);
    const next = step(expected, kind, open);
    if (next === null) return stop('syntax', start);
    if (open.length > LIMITS.jsonDepth) return stop('too-deep', start);
    if (tokens.count() >= LIMITS.jsonTokens) return stop('too-many-tokens', start);
    const isKey = kind === STRING && next === 'colon';
    const opens = kind === OPEN_BRACE || kind === OPEN_BRACKET;
    tokens.push(isKey ? TOKEN.key : kindOf(kind), start, scanner.getPosition(), open.length - (opens ? 1 : 0));
    expected = next;
    if (tokens.count() % TOKENS_PER_STEP === 0) yield;
  }
}

/** What may follow, after a token in the place `expected`; null when it may not stand there. Keeps `open` up to date. */
function step(expected: Expected, kind: number, open: number[]): Expected | null {
  const after = (): Expected => (open.length === 0 ? 'end' : 'comma-or-end');
  switch (expected) {
    case 'value':
    case 'value-or-end':
      if (kind === OPEN_BRACE || kind === OPEN_BRACKET) {
        open.push(kind);
        return kind === OPEN_BRACE ? 'key-or-end' : 'value-or-end';
      }
      if (kind === STRING || kind === NUMBER || LITERALS.has(kind)) return after();
      if (expected === 'value-or-end' && kind === CLOSE_BRACKET) {
        open.pop();
        return after();
      }
      return null;
    case 'key':
    case 'key-or-end':
      if (kind === STRING) return 'colon';
      if (expected === 'key-or-end' && kind === CLOSE_BRACE) {
        open.pop();
        return after();
      }
      return null;
    case 'colon':
      return kind === COLON ? 'value' : null;
    case 'comma-or-end': {
      const object = open.at(-1) === OPEN_BRACE;
      if (kind === COMMA) return object ? 'key' : 'value';
      if (kind !== (object ? CLOSE_BRACE : CLOSE_BRACKET)) return null;
      open.pop();
      return after();
    }
    case 'end':
      return null;
  }
}

function kindOf(kind: number): TokenKind {
  if (kind === STRING) return TOKEN.string;
  if (kind === NUMBER) return TOKEN.number;
  return LITERALS.has(kind) ? TOKEN.literal : TOKEN.punctuation;
}

/** Tokens that are being found. */
export function growingTokens(): {
  count(): number;
  push(kind: TokenKind, start: number, end: number, depth: number): void;
  done(): Tokens;
} {
  let count = 0;
  let kinds = new Uint8Array(256);
  let starts = new Uint32Array(256);
  let ends = new Uint32Array(256);
  let depths = new Uint16Array(256);
  return {
    count: () => count,
    push(kind, start, end, depth) {
      if (count === kinds.length) {
        const size = count * 2;
        const [k, s, e, d] = [kinds, starts, ends, depths];
        (kinds = new Uint8Array(size)).set(k);
        (starts = new Uint32Array(size)).set(s);
        (ends = new Uint32Array(size)).set(e);
        (depths = new Uint16Array(size)).set(d);
      }
      kinds[count] = kind;
      starts[count] = start;
      ends[count] = end;
      depths[count] = depth;
      count += 1;
    },
    done: () => ({ count, kind: kinds, start: starts, end: ends, depth: depths }),
  };
}
