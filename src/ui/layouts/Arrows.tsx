import { memo, type ReactNode } from 'react';
import { arrowPath, type ArrowTrunk } from '../../core/compare/layoutArrows';
import type { ColumnId } from '../../core/model/representation';
import type { LinePlaces } from './useLinePlaces';

interface ArrowsProps {
  readonly column: ColumnId;
  readonly trunks: readonly ArrowTrunk[];
  readonly places: LinePlaces;
  /** Ids of the files whose arrows are drawn in full: those that lead from them and those that lead to them. */
  readonly active: ReadonlySet<string>;
}

/** The arrows of one column. They say nothing that the files' own words do not. */
export const Arrows = memo(function Arrows({ column, trunks, places, active }: ArrowsProps): ReactNode {
  const place = { x: places.x, yOf: (line: number): number => places.ys[line] ?? 0 };
  // Rows are made a few at a time.
  const isMade = ({ line }: { readonly line: number }): boolean => line < places.ys.length;
  const shown = trunks
    .filter(isMade)
    .map((trunk) => ({ ...trunk, branches: trunk.branches.filter(isMade) }))
    .filter(({ branches }) => branches.length > 0);
  const lit = shown.flatMap((trunk) => {
    const branches = active.has(trunk.from) ? trunk.branches : trunk.branches.filter(({ to }) => active.has(to));
    return branches.length > 0 ? [{ ...trunk, branches }] : [];
  });
  return (
    <g data-column={column}>
      {shown.map((trunk) => (
        <Trunk key={trunk.from} trunk={trunk} d={arrowPath(trunk, trunk.branches, place)} />
      ))}
      {lit.map((trunk) => (
        <Trunk key={`${trunk.from} lit`} trunk={trunk} d={arrowPath(trunk, trunk.branches, place)} isLit />
      ))}
    </g>
  );
});

function Trunk({ trunk, d, isLit = false }: { trunk: ArrowTrunk; d: string; isLit?: boolean }): ReactNode {
  const isContent = trunk.branches.every(({ by }) => by === 'diff-id');
  return <path d={d} data-lit={isLit ? '' : undefined} data-content={isContent ? '' : undefined} />;
}
