import type { CSSProperties, ReactNode } from 'react';
import { visible } from '../../i18n/visible';
import { MarkedText, MarkVerdict } from './MarkedText';
import { TOKEN } from './jsonTokens';
import type { Piece } from './pieces';

/** Deeper levels are not moved in any further: the text must stay on the screen. */
const DEEPEST_INDENT = 24;

/** Tokens that look otherwise than the text around them. */
const LOOK: ReadonlyMap<Piece['kind'], string> = new Map([
  [TOKEN.key, 'json-key'],
  [TOKEN.keyword, 'json-key'],
  [TOKEN.comment, 'muted'],
]);

/** One row of a document: its number, and its text with marks. */
export function TextRow({
  text,
  pieces,
  number,
  depth,
  pretty,
}: {
  text: string;
  pieces: readonly Piece[];
  /** Null in the later rows of one long line. */
  number: number | null;
  depth: number;
  pretty: boolean;
}): ReactNode {
  const indent: CSSProperties = { paddingInlineStart: `${Math.min(depth, DEEPEST_INDENT) * 2 + 2}ch` };
  return (
    <>
      <span className="text-number" aria-hidden="true">
        {number}
      </span>
      <code className="text-line" dir="ltr" lang="en" style={indent}>
        {pieces.map((piece, index) => {
          const run = text.slice(piece.start, piece.end);
          if (piece.mark) {
            const { start, end } = piece.mark;
            const [first, last] = [piece.start === start, piece.end === end];
            return <MarkedText key={piece.start} mark={piece.mark} text={run} first={first} last={last} />;
          }
          const before = pieces[index - 1]?.mark;
          const quote = before?.kind === 'name' && before.end === piece.start && run.startsWith('"') ? before : null;
          if (quote) {
            return (
              <span key={piece.start}>
                {visible(run)}
                <MarkVerdict mark={quote} />
              </span>
            );
          }
          const shown = run.split('\t').map(visible).join('\t');
          const look = LOOK.get(piece.kind);
          if (look !== undefined) {
            return (
              <span key={piece.start} className={look}>
                {shown}
              </span>
            );
          }
          return pretty && piece.kind === TOKEN.punctuation && run === ':' ? ': ' : shown;
        })}
      </code>
    </>
  );
}
