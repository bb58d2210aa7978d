import { memo, type ReactNode } from 'react';
import type { CorrespondenceReason } from '../../core/compare/rows';
import type { LayoutRow as Row } from '../../core/compare/layoutModel';
import type { ColumnId } from '../../core/model/representation';
import { useI18n } from '../../i18n/i18n';
import { LayoutCell } from './LayoutCell';
import type { TreeIndex } from './treeIndex';

interface LayoutRowProps {
  readonly index: TreeIndex;
  readonly row: Row;
  readonly columns: readonly ColumnId[];
  /** Ids of files as one text, so that only the rows that they are in change. */
  readonly active: string;
  readonly linked: string;
  readonly isActive: boolean;
  readonly isPinned: boolean;
  readonly tabStop: string | null;
  readonly rooms: Readonly<Record<ColumnId, number>>;
  /** How many lines are above it in each column. */
  readonly firstLines: Readonly<Record<ColumnId, number>>;
  /** Why each shown column's cell is the same part as the next one's, by column. */
  readonly links: ReadonlyMap<ColumnId, CorrespondenceReason> | undefined;
}

/** One part in every layout. */
export const LayoutRow = memo(function LayoutRow(props: LayoutRowProps): ReactNode {
  const { index, row, columns, active, linked, isActive, isPinned, tabStop, rooms, firstLines, links } = props;
  const { rich } = useI18n();
  return (
    <div
      className="layout-row"
      role="row"
      aria-selected={isPinned}
      data-role={row.role}
      data-active={isActive ? '' : undefined}
      data-pinned={isPinned ? '' : undefined}
    >
      <div className="layout-role" role="rowheader">
        {rich(`role.${row.role}`, { n: row.number ?? '' })}
      </div>
      {columns.map((column) => (
        <LayoutCell
          key={column}
          index={index}
          cell={row.cells[column]}
          column={column}
          part={row.part}
          active={active}
          linked={linked}
          tabStop={tabStop}
          room={rooms[column]}
          firstLine={firstLines[column]}
          link={links?.get(column) ?? null}
        />
      ))}
    </div>
  );
});
