import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { Scroller } from '../common/Scroller';
import { TextRow } from './TextRow';
import type { Tokens } from './jsonTokens';
import type { Names } from './marks';
import { rowPieces } from './pieces';
import { rowAt, type TextRows } from './textRows';
import './text.css';

const LINE_HEIGHT = 20;
const OVERSCAN = 6;
/** Width of a character and of the line numbers, about; what is on screen is measured. */
const CHARACTER = 7.5;
const MARGIN = 80;

/** The rows of a document that are on screen, with line numbers; long lines wrap. */
export function TextView({
  text,
  tokens,
  rows,
  pretty,
  names,
  label,
  at,
}: {
  text: string;
  tokens: Tokens | null;
  rows: TextRows;
  pretty: boolean;
  /** Null: nothing in the text is a link. */
  names: Names | null;
  label: string;
  /** The place that is meant: brought on screen and marked; null for none. */
  at: number | null;
}): ReactNode {
  const [scroller, attach] = useState<HTMLElement | null>(null);
  const meant = at === null ? null : rowAt(rows, at);
  const columns = Math.max(20, ((scroller?.clientWidth ?? 800) - MARGIN) / CHARACTER);
  // Nothing made of it is kept from one render to the next.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count: rows.count,
    getScrollElement: () => scroller,
    estimateSize: (index) => {
      const length = (rows.end[index] ?? 0) - (rows.start[index] ?? 0) + 2 * (rows.depth[index] ?? 0);
      return LINE_HEIGHT * Math.max(1, Math.ceil(length / columns));
    },
    overscan: OVERSCAN,
  });
  useEffect(() => {
    // Before it is there, nothing can be brought on screen.
    if (!scroller) return;
    virtualizer.measure();
    if (meant === null) virtualizer.scrollToOffset(0);
    else virtualizer.scrollToIndex(meant, { align: 'center' });
  }, [virtualizer, rows, meant, scroller]);
  const items = virtualizer.getVirtualItems();
  return (
    <Scroller attach={attach} dir="ltr" label={label}>
      <div className="text-rows" style={{ blockSize: virtualizer.getTotalSize() }}>
        {items.map(({ index, key, start: top }) => {
          const [start, end] = [rows.start[index] ?? 0, rows.end[index] ?? 0];
          const line = rows.line[index] ?? 0;
          return (
            <div
              key={key}
              data-index={index}
              ref={virtualizer.measureElement}
              className="text-row"
              data-meant={index === meant ? '' : undefined}
              style={{ transform: `translateY(${top}px)` }}
            >
              <TextRow
                text={text}
                pieces={rowPieces(text, tokens, { start, end }, pretty, names)}
                number={rows.line[index - 1] === line ? null : line}
                depth={rows.depth[index] ?? 0}
                pretty={pretty}
              />
            </div>
          );
        })}
      </div>
    </Scroller>
  );
}
