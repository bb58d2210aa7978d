import { TOKEN } from './jsonTokens';
import type { TokenKind, Tokens } from './jsonTokens';
import { marksOf } from './marks';
import type { Mark, Names } from './marks';
import { tokenAt } from './textRows';

/** A run of a row that looks and behaves alike. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly kind: TokenKind | 'space';
  readonly mark: Mark | null;
}

/** A row of a text cut into pieces, nothing left out; when `pretty`, without the white space between tokens. Without names nothing of it is a mark. */
export function rowPieces(
  text: string,
  tokens: Tokens | null,
  row: { readonly start: number; readonly end: number },
  pretty: boolean,
  names: Names | null,
): Piece[] {
  const pieces: Piece[] = [];
  let at = row.start;
  const push = (to: number, kind: Piece['kind'], mark: Mark | null = null): void => {
    const start = Math.max(at, row.start);
    const end = Math.min(to, row.end);
    if (end > start) pieces.push({ start, end, kind, mark });
    at = Math.max(at, end);
  };
  if (tokens) {
    for (let index = tokenAt(tokens, row.start); index < tokens.count; index++) {
      const start = tokens.start[index] ?? 0;
      const end = tokens.end[index] ?? 0;
      if (start >= row.end) break;
      if (pretty) at = Math.max(start, row.start);
      else push(start, 'space');
      const kind = kindAt(tokens, index);
      for (const mark of names ? marksOf(text, tokens, index, row.start, row.end, names) : []) {
        push(mark.start, kind);
        if (mark.end > row.start) push(mark.end, kind, mark);
      }
      push(end, kind);
    }
  }
  if (!pretty) push(row.end, 'space');
  return pieces;
}

function kindAt(tokens: Tokens, index: number): TokenKind {
  const kind = tokens.kind[index];
  return Object.values(TOKEN).find((each) => each === kind) ?? TOKEN.punctuation;
}
