import { memo, useMemo, useRef, type KeyboardEvent, type ReactNode, type SyntheticEvent } from 'react';
import type { ImageLayer } from '../../core/model/archive';
import { encodedPart } from '../../core/model/digest';
import type { ColumnId, Finding, Representation } from '../../core/model/representation';
import type { Row } from '../../core/compare/rows';
import { useI18n } from '../../i18n/i18n';
import { useAnnounce } from '../common/announce';
import { Joins } from '../common/Joins';
import { useDigestPlaces } from '../common/useDigestPlaces';
import { useGradually } from '../common/useGradually';
import { useView } from '../context';
import { decisive } from './cellState';
import { ColumnHead } from './ColumnHead';
import { gridMove } from './gridMove';
import './Ladder.css';
import { LadderRow } from './LadderRow';
import { pinnedText } from './pinnedText';
import { namesOf, type Spot } from './spot';

/** About as many rows as a screen shows. */
const ROWS_A_FRAME = 7;

interface LadderProps {
  readonly rows: readonly Row[];
  readonly columns: readonly ColumnId[];
  readonly representations: readonly Representation[];
  /** Of the image, base first. */
  readonly layers: readonly ImageLayer[];
  readonly findings: readonly Finding[];
  /** The row that is lit. */
  readonly active: string | null;
  readonly onHover: (spot: Spot | null) => void;
  readonly onFocus: (spot: Spot | null) => void;
}

/** A grid with one row per part and one column per format; one Tab stop, arrows inside. */
export const Ladder = memo(function Ladder(props: LadderProps): ReactNode {
  const { columns, representations, layers, findings, active, onHover, onFocus } = props;
  const i18n = useI18n();
  const { t, dir } = i18n;
  const { view, update } = useView();
  const announce = useAnnounce();
  const grid = useRef<HTMLDivElement>(null);
  const rows = props.rows.slice(0, useGradually(props.rows.length, ROWS_A_FRAME));
  const cells = useMemo(() => decisive(findings), [findings]);
  const tabStop = { part: view.sel ?? rows[0]?.part ?? '', column: columns[0] };

  const pin = (row: Row): void => {
    if (view.sel === row.part) {
      update({ sel: null });
      announce(t('ladder.unpinned'));
    } else {
      update({ sel: row.part });
      announce(`${pinnedText(i18n, row, columns)} ${t('ladder.pinned')}`);
    }
  };

  /** The cell that an event happened in. */
  const cellOf = ({ target }: { target: unknown }): { row: Row; column: ColumnId } | null => {
    const cell = target instanceof Element ? target.closest<HTMLElement>('.ladder-cell') : null;
    const row = rows.find((each) => each.part === cell?.dataset['part']);
    const column = columns.find((each) => each === cell?.dataset['column']);
    return row && column ? { row, column } : null;
  };
  const spotOf = (event: SyntheticEvent): Spot | null => {
    const cell = cellOf(event);
    return cell && { part: cell.row.part, column: cell.column };
  };

  const focus = (row: number, column: number): void => {
    // What a key leads to is told of, not what the pointer is at.
    onHover(null);
    const target = `[data-part="${rows[row]?.part ?? ''}"][data-column="${columns[column] ?? ''}"]`;
    grid.current?.querySelector<HTMLElement>(target)?.focus();
  };
  useDigestPlaces({
    names() {
      const cell = cellOf({ target: document.activeElement });
      const own = namesOf(cell?.row.cells[cell.column]);
      const pinned = rows.find(({ part }) => part === view.sel);
      return own.length > 0 || !pinned ? own : columns.flatMap((column) => namesOf(pinned.cells[column]));
    },
    placesOf: (names) =>
      rows.flatMap((each, row) =>
        columns.flatMap((column, at) =>
          namesOf(each.cells[column]).some((name) => names.has(encodedPart(name))) ? [`${row} ${at}`] : [],
        ),
      ),
    here() {
      const cell = cellOf({ target: document.activeElement });
      return cell && `${rows.indexOf(cell.row)} ${columns.indexOf(cell.column)}`;
    },
    go(place) {
      const [row = 0, column = 0] = place.split(' ').map(Number);
      focus(row, column);
    },
  });

  const press = (event: KeyboardEvent): void => {
    const cell = cellOf(event);
    if (event.ctrlKey || event.metaKey || event.altKey || !cell) return;
    const { row, column } = cell;
    const from = { row: rows.indexOf(row), column: columns.indexOf(column) };
    const next = gridMove(from, event.key, dir, { rows: rows.length, columns: columns.length });
    const facet = row.cells[column];
    if (next) focus(next.row, next.column);
    else if (event.key === 'Enter' || event.key === ' ' || event.code === 'KeyO') {
      const opens = event.code === 'KeyO' || (event.key === 'Enter' && view.sel === row.part);
      const document = facet?.document ?? facet?.statedBy ?? null;
      if (opens && document !== null) update({ board: 'documents', doc: document, at: null, sel: row.part });
      else pin(row);
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
      onClick={(event) => {
        const cell = cellOf(event);
        if (cell) pin(cell.row);
      }}
      onPointerOver={(event) => {
        const spot = spotOf(event);
        if (spot) onHover(spot);
      }}
      onPointerLeave={() => onHover(null)}
      onFocus={(event) => {
        const spot = spotOf(event);
        if (spot) onFocus(spot);
      }}
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
          isActive={active === row.part}
          isPinned={view.sel === row.part}
          tabColumn={tabStop.part === row.part ? (tabStop.column ?? null) : null}
        />
      ))}
      <Joins grid={grid} what={`${active} ${view.sel} ${columns.join()} ${rows.length}`} />
    </div>
  );
});
