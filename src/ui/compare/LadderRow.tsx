import { memo, type ReactNode } from 'react';
import type { Row } from '../../core/compare/rows';
import type { ImageLayer } from '../../core/model/archive';
import type { ColumnId, Finding } from '../../core/model/representation';
import { cellKey } from './cellState';
import { LadderCell } from './LadderCell';
import { RoleCell } from './RoleCell';

/** Whose media type each column's is compared with. */
const AGAINST: Readonly<Record<ColumnId, ColumnId>> = { v1: 'v2s2', v2s2: 'oci', oci: 'v2s2' };

interface LadderRowProps {
  readonly row: Row;
  readonly layer: ImageLayer | null;
  readonly columns: readonly ColumnId[];
  /** What decides each cell, by its key. */
  readonly findings: ReadonlyMap<string, Finding>;
  readonly isActive: boolean;
  readonly isPinned: boolean;
  /** The column whose cell is the grid's Tab stop. */
  readonly tabColumn: ColumnId | null;
}

/** One part in every format. */
export const LadderRow = memo(function LadderRow(props: LadderRowProps): ReactNode {
  const { row, layer, columns, findings, isActive, isPinned, tabColumn } = props;
  return (
    <div
      className="ladder-row"
      role="row"
      aria-selected={isPinned}
      data-role={row.role}
      data-active={isActive ? '' : undefined}
      data-pinned={isPinned ? '' : undefined}
    >
      <RoleCell role={row.role} number={row.number} layer={layer} />
      {columns.map((column, index) => {
        const next = columns[index + 1];
        const link = row.correspondence.find(({ a, b }) => a === column && b === next)?.reason;
        return (
          <LadderCell
            key={column}
            column={column}
            facet={row.cells[column]}
            against={row.cells[AGAINST[column]]?.mediaType ?? null}
            finding={findings.get(cellKey(column, row.part)) ?? null}
            part={row.part}
            link={link ?? null}
            isActive={isActive}
            isTabStop={tabColumn === column}
          />
        );
      })}
    </div>
  );
});
