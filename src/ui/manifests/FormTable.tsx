import {
  useDeferredValue,
  useEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
  type SyntheticEvent,
} from 'react';
import { encodedPart } from '../../core/model/digest';
import type { ManifestKind } from '../../core/model/manifestForms';
import type { KindPair, ManifestView, TableView } from '../../core/model/manifestTable';
import type { Part } from '../../core/model/representation';
import { useI18n } from '../../i18n/i18n';
import { Joins } from '../common/Joins';
import { useCommands } from '../common/useCommands';
import { useDigestPlaces } from '../common/useDigestPlaces';
import { usePrinting } from '../common/usePrinting';
import { gridMove, type Position } from '../compare/gridMove';
import { useCopy } from '../tables/useCopy';
import type { ShownRow } from './fold';
import { FormHead } from './FormHead';
import { BLOCK_ROWS, FormBlock } from './FormBlock';
import './FormTable.css';

/** So many are all there, for whoever searches in the page; of more, those near the screen. */
const ALL_ROWS = 480;

interface FormTableProps {
  readonly view: ManifestView;
  readonly table: TableView;
  readonly rows: readonly ShownRow[];
  readonly shown: readonly ManifestKind[];
  readonly pair: KindPair | null;
  /** The part that is lit, and the one that is kept. */
  readonly active: Part | null;
  readonly pinned: Part | null;
  readonly hint: string;
  /** What a digest names. */
  readonly named: ReadonlyMap<string, Part>;
  readonly onPoint: (part: Part | null, by: 'hover' | 'focus') => void;
  readonly onPin: (row: ShownRow, part: Part) => void;
  /** Opens the document of a form at a line. */
  readonly onOpen: (row: ShownRow, kind: ManifestKind) => void;
  /** Goes to what a digest names. */
  readonly onFollow: (kind: ManifestKind, part: Part) => void;
  /** Opens or closes a fold. */
  readonly onFold: (key: string) => void;
}

/** A grid with one row per line and one column per form; one Tab stop, arrows inside. */
export function FormTable(props: FormTableProps): ReactNode {
  const { view, table, shown, pair, active, pinned, named, onPoint, onPin, onOpen, onFollow, onFold } = props;
  const { t, dir } = useI18n();
  const copy = useCopy();
  const grid = useRef<HTMLDivElement>(null);
  // Other rows are made in slices, between which the page answers.
  const rows = useDeferredValue(props.rows);
  const isSettled = rows === props.rows;
  const blocks = useMemo(() => blocksOf(rows), [rows]);
  const isPrinting = usePrinting();
  /** Counts what was made, which may be what is joined. */
  const [makings, onMade] = useReducer((count: number) => count + 1, 0);
  /** The cell that a key led to before it was there: its row stays, and it gets the focus once it is there. */
  const [goal, setGoal] = useState<Position | null>(null);
  const isFocusDue = useRef(false);
  useEffect(() => {
    const cell = goal && isFocusDue.current && isSettled ? cellAt(grid.current, goal, shown) : null;
    if (!cell) return;
    isFocusDue.current = false;
    cell.focus();
  }, [goal, makings, shown, rows, isSettled]);

  /** The cell that an event happened in. */
  const cellOf = ({ target }: { target: unknown }): { row: ShownRow; index: number; kind: ManifestKind } | null => {
    const cell = target instanceof Element ? target.closest<HTMLElement>('.form-cell') : null;
    const index = Number(cell?.dataset['index'] ?? -1);
    const row = rows[index];
    const kind = shown.find((each) => each === cell?.dataset['kind']);
    return row && kind ? { row, index, kind } : null;
  };
  const partOf = ({ row, kind }: { row: ShownRow; kind: ManifestKind }): Part | null =>
    named.get(row.cells[kind]?.names?.value ?? '') ?? row.part;
  const point = (event: SyntheticEvent, by: 'hover' | 'focus'): void => {
    const cell = cellOf(event);
    if (cell) onPoint(partOf(cell), by);
  };
  const pin = (cell: { row: ShownRow; kind: ManifestKind }): void => {
    const part = partOf(cell);
    if (part !== null) onPin(cell.row, part);
  };

  /** `position` is among the rows that were asked for, which may not be made yet. */
  const focus = (position: Position): void => {
    const cell = isSettled ? cellAt(grid.current, position, shown) : null;
    if (cell) cell.focus();
    else {
      isFocusDue.current = true;
      setGoal(position);
    }
  };

  const press = (event: KeyboardEvent): void => {
    const cell = cellOf(event);
    if (event.ctrlKey || event.metaKey || event.altKey || !cell) return;
    const from = { row: cell.index, column: shown.indexOf(cell.kind) };
    const next = gridMove(from, event.key, dir, { rows: rows.length, columns: shown.length });
    const part = event.key === 'Enter' ? named.get(digestIn(cell) ?? '') : undefined;
    if (next) focus(next);
    else if (part !== undefined) onFollow(cell.kind, part);
    else if (event.key === 'Enter' || event.code === 'KeyO') onOpen(cell.row, cell.kind);
    else if (event.key === ' ') pin(cell);
    else if (event.key === '+' || event.key === '-') {
      const first = foldOf(rows, cell.index);
      const fold = rows[first]?.fold;
      if (!fold || fold.isOpen === (event.key === '+')) return;
      isFocusDue.current = true;
      setGoal({ ...from, row: first });
      onFold(fold.key);
    } else return;
    event.preventDefault();
  };

  const focusedCell = (): ReturnType<typeof cellOf> => cellOf({ target: document.activeElement });
  useCommands({
    copy() {
      const cell = focusedCell();
      const line = cell?.row.cells[cell.kind];
      return line ? () => copy(line.names?.value ?? line.text) : null;
    },
  });
  useDigestPlaces({
    names() {
      const cell = focusedCell();
      const own = cell && digestIn(cell);
      return own ? [own] : [...named].flatMap(([digest, part]) => (part === pinned ? [digest] : []));
    },
    placesOf: (names) =>
      props.rows.flatMap((row, index) =>
        shown.flatMap((kind, at) => (names.has(encodedPart(digestIn({ row, kind }) ?? '')) ? [`${index} ${at}`] : [])),
      ),
    here() {
      const cell = focusedCell();
      return cell && `${props.rows.findIndex(({ key }) => key === cell.row.key)} ${shown.indexOf(cell.kind)}`;
    },
    go(place) {
      const [row = 0, column = 0] = place.split(' ').map(Number);
      focus({ row, column });
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
      {blocks.map((block) => {
        const { first, parts } = block;
        const holds = (index: number | undefined): boolean =>
          index !== undefined && index >= first && index < first + BLOCK_ROWS;
        return (
          <FormBlock
            key={block.rows[0]?.key}
            rows={block.rows}
            first={first}
            before={rows[first - 1] ?? null}
            after={rows[first + BLOCK_ROWS] ?? null}
            shown={shown}
            columns={table.columns}
            pair={pair}
            active={active !== null && parts.has(active) ? active : null}
            pinned={pinned !== null && parts.has(pinned) ? pinned : null}
            tabIndex={holds(tabIndex) ? tabIndex : null}
            stays={rows.length <= ALL_ROWS}
            isKept={isPrinting || holds(tabIndex) || holds(goal?.row)}
            onMade={onMade}
            onFold={onFold}
          />
        );
      })}
      <Joins grid={grid} what={`${active} ${pinned} ${shown.join()} ${rows.length} ${makings}`} />
    </div>
  );
}

/** The digest that a line names. */
function digestIn({ row, kind }: { row: ShownRow; kind: ManifestKind }): string | null {
  const names = row.cells[kind]?.names;
  return names?.kind === 'digest' ? names.value : null;
}

/** Number of the first row of the fold that a row is of; -1 for none. */
function foldOf(rows: readonly ShownRow[], index: number): number {
  const first = rows.findLastIndex((row, at) => at <= index && row.fold !== null);
  const fold = rows[first]?.fold;
  return fold && (first === index || (fold.isOpen && index < first + fold.lines.length)) ? first : -1;
}

interface Block {
  readonly rows: readonly ShownRow[];
  readonly first: number;
  /** What its rows tell of. */
  readonly parts: ReadonlySet<Part | null>;
}

function blocksOf(rows: readonly ShownRow[]): Block[] {
  return Array.from({ length: Math.ceil(rows.length / BLOCK_ROWS) }, (_, at) => {
    const first = at * BLOCK_ROWS;
    const own = rows.slice(first, first + BLOCK_ROWS);
    return { rows: own, first, parts: new Set(own.map(({ part }) => part)) };
  });
}

function cellAt(
  grid: HTMLElement | null,
  { row, column }: Position,
  shown: readonly ManifestKind[],
): HTMLElement | null {
  return grid?.querySelector<HTMLElement>(`[data-index="${row}"][data-kind="${shown[column] ?? ''}"]`) ?? null;
}

/** Schema 1 has short lines: beside two others it gets less room. */
function trackOf(kind: ManifestKind, shown: readonly ManifestKind[]): string {
  return kind === 'schema1' && shown.length === 3 ? 'minmax(0, 0.7fr)' : 'minmax(0, 1fr)';
}
