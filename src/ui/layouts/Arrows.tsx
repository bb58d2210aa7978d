import { memo, type ReactNode } from 'react';
import { arrowPath, type ArrowTrunk } from '../../core/compare/layoutArrows';
import type { ColumnId } from '../../core/model/representation';
import type { LinePlaces } from './useLinePlaces';

interface ArrowsProps {
  readonly column: ColumnId;
  readonly trunks: readonly ArrowTrunk[];
  readonly places: LinePlaces;
}

/** The arrows of one column, faintly. They say nothing that the files' own words do not. */
export const Arrows = memo(function Arrows({ column, trunks, places }: ArrowsProps): ReactNode {
  return (
    <g data-column={column}>
      {trunks.map((trunk) => (
        <Trunk key={trunk.from} trunk={trunk} places={places} />
      ))}
    </g>
  );
});

/** The arrows that lead from or to the active files, in full. */
export function LitArrows({
  column,
  trunks,
  places,
  active,
}: ArrowsProps & { readonly active: ReadonlySet<string> }): ReactNode {
  const lit = trunks.flatMap((trunk) => {
    const branches = active.has(trunk.from) ? trunk.branches : trunk.branches.filter(({ to }) => active.has(to));
    return branches.length > 0 ? [{ ...trunk, branches }] : [];
  });
  return (
    <g data-column={column} data-lit="">
      {lit.map((trunk) => (
        <Trunk key={trunk.from} trunk={trunk} places={places} />
      ))}
    </g>
  );
}

function Trunk({ trunk, places }: { trunk: ArrowTrunk; places: LinePlaces }): ReactNode {
  const isContent = trunk.branches.every(({ by }) => by === 'diff-id');
  const place = { x: places.x, yOf: (line: number): number => places.ys[line] ?? 0 };
  return <path d={arrowPath(trunk, trunk.branches, place)} data-content={isContent ? '' : undefined} />;
}
