import { createScanner } from 'jsonc-parser';
import { LIMITS } from '../limits';

/** What {@link walkJson} meets, in the order of the text. Offsets and lengths are in UTF-16 units of the text. */
export interface JsonVisitor {
  open(type: 'object' | 'array', offset: number): void;
  /** The name of the member whose value comes next. */
  key(name: string, offset: number): void;
  /** A string, number, boolean or null; `raw` is its source text. */
  scalar(value: JsonScalar, raw: string, offset: number): void;
  /** `end` is the offset after the closing bracket. */
  close(end: number): void;
}

export type JsonScalar =
  | { readonly type: 'string'; readonly value: string }
  | { readonly type: 'number' }
  | { readonly type: 'boolean'; readonly value: boolean }
  | { readonly type: 'null' };

/** Why and where a text is not read as JSON. Line and column count from 1, the column in UTF-16 units. */
export interface JsonProblem {
  readonly kind: 'syntax' | 'too-deep' | 'too-many-tokens';
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/** `SyntaxKind` of jsonc-parser, whose own enumeration exists for the compiler only. */
const TOKEN = {
  openBrace: 1,
  closeBrace: 2,
  openBracket: 3,
  closeBracket: 4,
  comma: 5,
  colon: 6,
  null: 7,
  true: 8,
  false: 9,
  string: 10,
  number: 11,
  lineBreak: 14,
  whitespace: 15,
  end: 17,
} as const;

/** What may come next: `first…` right after an opening bracket, where the closing one may follow. */
type Expected = 'value' | 'first-element' | 'key' | 'first-key' | 'colon' | 'comma' | 'end';

/**
 * Walks a text by the strict grammar of RFC 8259, as JSON.parse does, without recursion and within `LIMITS.jsonDepth` and
 * `mostTokens`. Null when the whole text is one JSON value.
 */
export function walkJson(
  text: string,
  visitor: JsonVisitor,
  mostTokens: number = LIMITS.jsonTokens,
): JsonProblem | null {
  const scanner = createScanner(text, false);
  const open: ('object' | 'array')[] = [];
  let expected: Expected = 'value';
  let tokens = 0;

  const problem = (kind: JsonProblem['kind']): JsonProblem => ({
    kind,
    offset: scanner.getTokenOffset(),
    line: scanner.getTokenStartLine() + 1,
    column: scanner.getTokenStartCharacter() + 1,
  });
  const afterValue = (): Expected => (open.length > 0 ? 'comma' : 'end');

  for (;;) {
    const token: number = scanner.scan();
    if (token === TOKEN.whitespace || token === TOKEN.lineBreak) continue;
    if (token === TOKEN.end) return expected === 'end' ? null : problem('syntax');
    if (Number(scanner.getTokenError()) !== 0) return problem('syntax');
    if (++tokens > mostTokens) return problem('too-many-tokens');
    const offset = scanner.getTokenOffset();
    const inside = open.at(-1);

    if (expected === 'colon') {
      if (token !== TOKEN.colon) return problem('syntax');
      expected = 'value';
    } else if (token === TOKEN.closeBrace || token === TOKEN.closeBracket) {
      const closes = token === TOKEN.closeBrace ? 'object' : 'array';
      const allowed = expected === 'comma' || expected === (closes === 'object' ? 'first-key' : 'first-element');
      if (inside !== closes || !allowed) return problem('syntax');
      open.pop();
      visitor.close(offset + 1);
      expected = afterValue();
    } else if (expected === 'comma') {
      if (token !== TOKEN.comma) return problem('syntax');
      expected = inside === 'object' ? 'key' : 'value';
    } else if (expected === 'key' || expected === 'first-key') {
      if (token !== TOKEN.string) return problem('syntax');
      visitor.key(scanner.getTokenValue(), offset);
      expected = 'colon';
    } else if (expected === 'end') {
      return problem('syntax');
    } else if (token === TOKEN.openBrace || token === TOKEN.openBracket) {
      if (open.length === LIMITS.jsonDepth) return problem('too-deep');
      const type = token === TOKEN.openBrace ? 'object' : 'array';
      open.push(type);
      visitor.open(type, offset);
      expected = type === 'object' ? 'first-key' : 'first-element';
    } else {
      const scalar = scalarOf(token, scanner.getTokenValue());
      if (!scalar) return problem('syntax');
      visitor.scalar(scalar, text.slice(offset, offset + scanner.getTokenLength()), offset);
      expected = afterValue();
    }
  }
}

function scalarOf(token: number, value: string): JsonScalar | null {
  switch (token) {
    case TOKEN.string:
      return { type: 'string', value };
    case TOKEN.number:
      return { type: 'number' };
    case TOKEN.true:
    case TOKEN.false:
      return { type: 'boolean', value: token === TOKEN.true };
    case TOKEN.null:
      return { type: 'null' };
    default:
      return null;
  }
}
