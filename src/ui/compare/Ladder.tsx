import { useCallback, useMemo, useRef, type KeyboardEvent, type ReactNode } from 'react';
import type { Workspace } from '../../app/state';
import type { ColumnId } from '../../core/model/representation';
import type { Row } from '../../core/compare/rows';
import { useI18n } from '../../i18n/i18n';
import { useAnnounce } from '../common/announce';
import { useView } from '../context';
import { findingsByCell } from './cellState';
import { ColumnHead } from './ColumnHead';
import { gridMove } from './gridMove';
import './Ladder.css';
import { LadderRow } from './LadderRow';
import { pinnedText } from './pinnedText';
import type { Spot } from './spot';

interface LadderProps {
  readonly workspace: Workspace;
  readonly rows: readonly Row[];
  readonly columns: readonly ColumnId[];
  /** The row that is lit. */
  readonly active: string | null;
  readonly onHover: (spot: Spot | null) => void;
  readonly onFocus: (spot: Spot | null) => void;
}

/** A grid with one row per part and one column per format; one Tab stop, arrows inside. */
export function Ladder({ workspace, rows, columns, active, onHover, onFocus }: LadderProps): ReactNode {
  const i18n = useI18n();
  const { t, dir } = i18n;
  const { view, update } = useView();
  const announce = useAnnounce();
  const grid = useRef<HTMLDivElement>(null);
  const { representations, archive, imageKey, findings, measuring } = workspace;
  const cells = useMemo(() => findingsByCell(findings), [findings]);
  const layers = archive.images.find((each) => each.key === imageKey)?.layers ?? [];
  const tabStop = { part: view.sel ?? rows[0]?.part ?? '', column: columns[0] };

  const pin = useCallback(
    (spot: Spot): void => {
      const row = rows.find((each) => each.part === spot.part);
      if (view.sel === spot.part || !row) {
        update({ sel: null });
        announce(i18n.t('ladder.unpinned'));
      } else {
        update({ sel: spot.part });
        announce(`${pinnedText(i18n, row, columns)} ${i18n.t('ladder.pinned')}`);
      }
    },
    [rows, columns, view.sel, update, announce, i18n],
  );

  const press = (event: KeyboardEvent): void => {
    const cell = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-part]') : null;
    const row = rows.findIndex((each) => each.part === cell?.dataset['part']);
    const column = columns.findIndex((each) => each === cell?.dataset['column']);
    const shown = rows[row];
    const id = columns[column];
    if (event.ctrlKey || event.metaKey || event.altKey || !shown || !id) return;
    const next = gridMove({ row, column }, event.key, dir, { rows: rows.length, columns: columns.length });
    const facet = shown.cells[id];
    if (next) {
      const target = `[data-part="${rows[next.row]?.part ?? ''}"][data-column="${columns[next.column] ?? ''}"]`;
      grid.current?.querySelector<HTMLElement>(target)?.focus();
    } else if (event.key === 'Enter' || event.key === ' ' || event.code === 'KeyO') {
      const opens = event.code === 'KeyO' || (event.key === 'Enter' && view.sel === shown.part);
      const document = facet?.document ?? facet?.statedBy ?? null;
      if (opens && document !== null) update({ board: 'documents', doc: document, sel: shown.part });
      else pin({ part: shown.part, column: id });
    } else return;
    event.preventDefault();
  };

  return (
    <div
      ref={grid}
      className="ladder"
      role="grid"
      aria-label={t('ladder.label')}
      data-columns={columns.length}
      tabIndex={-1}
      onKeyDown={press}
      onPointerLeave={() => onHover(null)}
      onBlur={(event) => {
        if (!grid.current?.contains(event.relatedTarget)) onFocus(null);
      }}
    >
      <div className="ladder-row ladder-head" role="row">
        <div role="columnheader">
          <span className="hidden">{t('ladder.role')}</span>
        </div>
        {columns.map((column) => (
          <ColumnHead
            key={column}
            column={column}
            representation={representations.find((each) => each.column === column)}
          />
        ))}
      </div>
      {rows.map((row) => (
        <LadderRow
          key={row.part}
          row={row}
          layer={row.number === null ? null : (layers[row.number - 1] ?? null)}
          columns={columns}
          findings={cells}
          spans={measuring.spans}
          isActive={active === row.part}
          isPinned={view.sel === row.part}
          tabColumn={tabStop.part === row.part ? (tabStop.column ?? null) : null}
          onHover={onHover}
          onFocus={onFocus}
          onPin={pin}
        />
      ))}
    </div>
  );
}
