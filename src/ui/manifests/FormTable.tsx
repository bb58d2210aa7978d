import { useMemo, useRef, type CSSProperties, type KeyboardEvent, type ReactNode, type SyntheticEvent } from 'react';
import type { ManifestKind } from '../../core/model/manifestForms';
import type { KindPair, ManifestView, TableRow, TableView } from '../../core/model/manifestTable';
import type { Part } from '../../core/model/representation';
import { useI18n } from '../../i18n/i18n';
import { Joins } from '../common/Joins';
import { useGradually } from '../common/useGradually';
import { gridMove } from '../compare/gridMove';
import { useBoardKeys } from '../tables/useBoardKeys';
import { useCopy } from '../tables/useCopy';
import { FormHead } from './FormHead';
import { FormRow } from './FormRow';
import './FormTable.css';
import { isSamePlace } from './places';

/** More than a screen shows. */
const ROWS_A_FRAME = 48;

interface FormTableProps {
  readonly view: ManifestView;
  readonly table: TableView;
  readonly rows: readonly TableRow[];
  readonly shown: readonly ManifestKind[];
  readonly pair: KindPair | null;
  /** The part that is lit, and the one that is kept. */
  readonly active: Part | null;
  readonly pinned: Part | null;
  readonly hint: string;
  /** What a digest names. */
  readonly named: ReadonlyMap<string, Part>;
  readonly onPoint: (part: Part | null, by: 'hover' | 'focus') => void;
  readonly onPin: (row: TableRow, part: Part) => void;
  /** Opens the document of a form at a line. */
  readonly onOpen: (row: TableRow, kind: ManifestKind) => void;
}

/** A grid with one row per line and one column per form; one Tab stop, arrows inside. */
export function FormTable(props: FormTableProps): ReactNode {
  const { view, table, shown, pair, active, pinned, named, onPoint, onPin, onOpen } = props;
  const { t, dir } = useI18n();
  const copy = useCopy();
  const grid = useRef<HTMLDivElement>(null);
  const rows = props.rows.slice(0, useGradually(props.rows.length, ROWS_A_FRAME));
  const begins = useMemo(() => props.rows.map((row, index) => isBeginning(row, props.rows[index - 1])), [props.rows]);

  /** The cell that an event happened in. */
  const cellOf = ({ target }: { target: unknown }): { row: TableRow; index: number; kind: ManifestKind } | null => {
    const cell = target instanceof Element ? target.closest<HTMLElement>('.form-cell') : null;
    const index = Number(cell?.dataset['index'] ?? -1);
    const row = rows[index];
    const kind = shown.find((each) => each === cell?.dataset['kind']);
    return row && kind ? { row, index, kind } : null;
  };
  const partOf = ({ row, kind }: { row: TableRow; kind: ManifestKind }): Part | null =>
    named.get(row.cells[kind]?.names?.value ?? '') ?? row.part;
  const point = (event: SyntheticEvent, by: 'hover' | 'focus'): void => {
    const cell = cellOf(event);
    if (cell) onPoint(partOf(cell), by);
  };
  const pin = (cell: { row: TableRow; kind: ManifestKind }): void => {
    const part = partOf(cell);
    if (part !== null) onPin(cell.row, part);
  };

  const press = (event: KeyboardEvent): void => {
    const cell = cellOf(event);
    if (event.ctrlKey || event.metaKey || event.altKey || !cell) return;
    const from = { row: cell.index, column: shown.indexOf(cell.kind) };
    const next = gridMove(from, event.key, dir, { rows: rows.length, columns: shown.length });
    if (next) {
      const target = `[data-index="${next.row}"][data-kind="${shown[next.column] ?? ''}"]`;
      grid.current?.querySelector<HTMLElement>(target)?.focus();
    } else if (event.key === 'Enter' || event.code === 'KeyO') onOpen(cell.row, cell.kind);
    else if (event.key === ' ') pin(cell);
    else return;
    event.preventDefault();
  };

  useBoardKeys({
    copy: () => {
      const cell = cellOf({ target: document.activeElement });
      const line = cell?.row.cells[cell.kind];
      if (line) copy(line.names?.value ?? line.text);
      return line != null;
    },
  });

  const tabIndex = Math.max(
    0,
    rows.findIndex((row) => row.part !== null && row.part === pinned),
  );
  const style: CSSProperties & { '--tracks': string } = {
    '--tracks': shown.map((kind) => trackOf(kind, shown)).join(' '),
  };
  return (
    <div
      ref={grid}
      className="form-table"
      role="grid"
      aria-label={t('forms.label')}
      aria-describedby={props.hint}
      aria-rowcount={props.rows.length + 1}
      data-columns={shown.length}
      style={style}
      tabIndex={-1}
      onKeyDown={press}
      onClick={(event) => {
        const cell = cellOf(event);
        if (cell && getSelection()?.isCollapsed !== false) pin(cell);
      }}
      onDoubleClick={(event) => {
        const cell = cellOf(event);
        if (cell) onOpen(cell.row, cell.kind);
      }}
      onPointerOver={(event) => point(event, 'hover')}
      onPointerLeave={() => onPoint(null, 'hover')}
      onFocus={(event) => point(event, 'focus')}
      onBlur={(event) => {
        if (!grid.current?.contains(event.relatedTarget)) onPoint(null, 'focus');
      }}
    >
      <div className="form-row form-heads" role="row" aria-rowindex={1}>
        <div role="columnheader">
          <span className="hidden">{t('ladder.role')}</span>
        </div>
        {shown.map((kind) => (
          <FormHead key={kind} view={view} kind={kind} column={table.columns[kind]} />
        ))}
      </div>
      {rows.map((row, index) => (
        <FormRow
          key={row.key}
          row={row}
          index={index}
          shown={shown}
          columns={table.columns}
          pair={pair}
          begins={begins[index] ?? false}
          isActive={active !== null && active === row.part}
          isPinned={pinned !== null && pinned === row.part}
          tabKind={index === tabIndex ? (shown[0] ?? null) : null}
        />
      ))}
      <Joins grid={grid} what={`${active} ${pinned} ${shown.join()} ${rows.length}`} />
    </div>
  );
}

function isBeginning(row: TableRow, before: TableRow | undefined): boolean {
  return row.place.kind !== 'whole' && (!before || !isSamePlace(row.place, before.place));
}

/** Schema 1 has short lines: beside two others it gets less room. */
function trackOf(kind: ManifestKind, shown: readonly ManifestKind[]): string {
  return kind === 'schema1' && shown.length === 3 ? 'minmax(0, 0.7fr)' : 'minmax(0, 1fr)';
}
