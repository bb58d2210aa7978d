import { memo, type CSSProperties, type ReactNode } from 'react';
import { pairOf } from '../../core/compare/kinds';
import type { ManifestKind } from '../../core/model/manifestForms';
import type { TableCell, TableRow } from '../../core/model/manifestTable';
import { RunText } from './FormLine';
import type { Fold } from './fold';
import { plain, shortRuns, type Run } from './runs';

interface FoldedLineProps {
  readonly cell: TableCell;
  readonly fold: Fold;
  readonly kind: ManifestKind;
  /** The form that it is marked against. */
  readonly other: ManifestKind;
}

/** The lines of a fold as one: what they name, and what differs in them. */
export const FoldedLine = memo(function FoldedLine({ cell, fold, kind, other }: FoldedLineProps): ReactNode {
  const style: CSSProperties & { '--depth': number } = { '--depth': cell.depth };
  const runs = fold.count > 1 ? [plain(`{…} × ${fold.count}`)] : foldedRuns(fold.lines, kind, other);
  return (
    <code className="form-line form-folded" dir="ltr" lang="en" style={style}>
      {runs.map((run, index) => (
        <RunText key={`${index}`} run={run} />
      ))}
      {cell.comma ? ',' : ''}
    </code>
  );
});

function foldedRuns(lines: readonly TableRow[], kind: ManifestKind, other: ManifestKind): Run[] {
  const pair = pairOf(kind, other);
  const scalars = lines.flatMap(({ cells, states }) => {
    const cell = cells[kind];
    const state = states[pair];
    if (!cell || cell.type === 'open' || cell.type === 'close') return [];
    const tells = cell.names !== null || (state !== null && state !== 'same' && state !== 'order');
    return [{ cell, state, against: cells[other], tells }];
  });
  const telling = scalars.filter(({ tells }) => tells);
  const shown = telling.length > 0 ? telling : scalars;
  const runs = shown.flatMap(({ cell, against, state }, index) => [
    ...(index === 0 ? [] : [plain(', ')]),
    ...shortRuns(cell, against, state),
  ]);
  return [plain('{ '), ...runs, plain(' }')];
}
