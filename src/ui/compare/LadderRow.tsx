import { memo, type ReactNode } from 'react';
import type { SpanState } from '../../app/state';
import type { Row } from '../../core/compare/rows';
import type { ImageLayer } from '../../core/model/archive';
import type { ColumnId, Finding } from '../../core/model/representation';
import { spanKey } from '../../core/model/source';
import { cellKey } from './cellState';
import { LadderCell } from './LadderCell';
import { RoleCell } from './RoleCell';
import type { Spot } from './spot';

const NO_FINDINGS: readonly Finding[] = [];
/** Whose media type each column's is compared with. */
const AGAINST: Readonly<Record<ColumnId, ColumnId>> = { v1: 'v2s2', v2s2: 'oci', oci: 'v2s2' };

interface LadderRowProps {
  readonly row: Row;
  readonly layer: ImageLayer | null;
  readonly columns: readonly ColumnId[];
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
  readonly spans: ReadonlyMap<string, SpanState>;
  readonly isActive: boolean;
  readonly isPinned: boolean;
  /** The column whose cell is the grid's Tab stop. */
  readonly tabColumn: ColumnId | null;
  readonly onHover: (spot: Spot) => void;
  readonly onFocus: (spot: Spot) => void;
  readonly onPin: (spot: Spot) => void;
}

/** One part in every format. */
export const LadderRow = memo(function LadderRow(props: LadderRowProps): ReactNode {
  const { row, layer, columns, findings, spans, isActive, isPinned, tabColumn, onHover, onFocus, onPin } = props;
  return (
    <div
      className="ladder-row"
      role="row"
      aria-selected={isPinned}
      data-role={row.role}
      data-active={isActive ? '' : undefined}
      data-pinned={isPinned ? '' : undefined}
    >
      <RoleCell row={row} layer={layer} />
      {columns.map((column, index) => {
        const facet = row.cells[column];
        const next = columns[index + 1];
        const link = row.correspondence.find(({ a, b }) => a === column && b === next)?.reason;
        const spot = { part: row.part, column };
        return (
          <LadderCell
            key={column}
            column={column}
            facet={facet}
            against={row.cells[AGAINST[column]]?.mediaType ?? null}
            findings={findings.get(cellKey(column, row.part)) ?? NO_FINDINGS}
            span={facet?.span ? spans.get(spanKey(facet.span)) : undefined}
            part={row.part}
            link={link ?? null}
            isTabStop={tabColumn === column}
            onHover={() => onHover(spot)}
            onFocus={() => onFocus(spot)}
            onPin={() => onPin(spot)}
          />
        );
      })}
    </div>
  );
});
