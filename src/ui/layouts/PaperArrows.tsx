import type { CSSProperties, ReactNode } from 'react';
import { arrowReach, type ArrowTrunk } from '../../core/compare/layoutArrows';
import type { ColumnId } from '../../core/model/representation';
import './PaperArrows.css';

/** What a line of a column is called where arrows on paper are placed by it (CSS anchor positioning); lines are counted from the top, from 0. */
export function lineAnchor(column: ColumnId, line: number): string {
  return `--line-${column}-${line}`;
}

/**
 * The arrows of one column for paper. There lines have other heights, which nobody can measure beforehand, so the browser itself places
 * the arrows by the lines; browsers that cannot print none.
 */
export function PaperArrows({ column, trunks }: { column: ColumnId; trunks: readonly ArrowTrunk[] }): ReactNode {
  return (
    <div className="paper-arrows" dir="ltr" aria-hidden="true" data-column={column}>
      {trunks.flatMap(({ from, line, lane, branches }) => {
        const lines = [...new Set(branches.map((branch) => branch.line))];
        const farthest = [Math.max(...lines), Math.min(...lines)];
        const isContent = branches.every(({ by }) => by === 'diff-id');
        return lines.map((to) => {
          const style: CSSProperties & Record<`--${string}`, string> = {
            '--from': lineAnchor(column, line),
            '--to': lineAnchor(column, to),
            '--reach': `${arrowReach(lane)}px`,
          };
          return (
            <div
              key={`${from} ${to}`}
              style={style}
              data-way={to > line ? 'down' : 'up'}
              // What branches share is drawn once, with the one that reaches farthest.
              data-farthest={farthest.includes(to) ? '' : undefined}
              data-content={isContent ? '' : undefined}
            />
          );
        });
      })}
    </div>
  );
}
