import { Fragment, memo, useMemo, useRef, type KeyboardEvent, type ReactNode, type SyntheticEvent } from 'react';
import { arrowRoom, arrowTrunks, type ArrowTrunk } from '../../core/compare/layoutArrows';
import type { LayoutRow as Row } from '../../core/compare/layoutModel';
import type { CorrespondenceReason } from '../../core/compare/rows';
import type { ColumnId } from '../../core/model/representation';
import { useI18n } from '../../i18n/i18n';
import { Joins } from '../common/Joins';
import { useDigestPlaces } from '../common/useDigestPlaces';
import { useGradually } from '../common/useGradually';
import { usePrinting } from '../common/usePrinting';
import { Arrows, LitArrows } from './Arrows';
import { emptyStop } from './LayoutCell';
import { LayoutHead } from './LayoutHead';
import { LayoutRow } from './LayoutRow';
import { activeNodes, linkedNodes, namersOf, nodeAt, nodesOf, type LayoutSpot, type TreeIndex } from './treeIndex';
import { PaperArrows } from './PaperArrows';
import { treeMove, type TreePlace, type TreeShape } from './treeMove';
import { useLinePlaces } from './useLinePlaces';

/** A row has up to nine files, each with words of its own. */
const ROWS_A_FRAME = 5;

export type CellLinks = ReadonlyMap<string, ReadonlyMap<ColumnId, CorrespondenceReason>>;

interface LayoutGridProps {
  readonly index: TreeIndex;
  readonly rows: readonly Row[];
  readonly columns: readonly ColumnId[];
  readonly links: CellLinks;
  /** What is lit: pointed at, else chosen. */
  readonly spot: LayoutSpot | null;
  /** The chosen part. */
  readonly pinned: string | null;
  readonly onHover: (spot: LayoutSpot | null) => void;
  readonly onFocus: (spot: LayoutSpot | null) => void;
  readonly onPin: (spot: LayoutSpot) => void;
  readonly onOpen: (spot: LayoutSpot) => void;
}

/** The trees side by side: a grid with one row per part, one Tab stop, arrows inside. */
export const LayoutGrid = memo(function LayoutGrid(props: LayoutGridProps): ReactNode {
  const { index, columns, links, spot, pinned, onHover, onFocus, onPin, onOpen } = props;
  const { t, dir } = useI18n();
  const grid = useRef<HTMLDivElement>(null);
  const rows = props.rows.slice(0, useGradually(props.rows.length, ROWS_A_FRAME));
  const trunks = useMemo(() => trunksOf(props.rows, index), [props.rows, index]);
  const rooms = useMemo(
    () => ({ v1: arrowRoom(trunks.v1), v2s2: arrowRoom(trunks.v2s2), oci: arrowRoom(trunks.oci) }),
    [trunks],
  );
  const starts = useMemo(() => firstLines(props.rows), [props.rows]);
  const isPrinting = usePrinting();
  const places = useLinePlaces(grid, rows.length === props.rows.length ? index : null);
  const active = useMemo(() => activeNodes(index, spot), [index, spot]);
  const linked = useMemo(() => linkedNodes(index, active), [index, active]);
  const stops = useMemo(() => rows.map((row) => columns.map((column) => stopsOf(row, column))), [rows, columns]);
  const tabStop = tabStopOf(stops, rows, pinned);

  const spotOf = ({ target }: SyntheticEvent): LayoutSpot | null => {
    const place = target instanceof Element ? target.closest<HTMLElement>('[data-stop]') : null;
    const cell = target instanceof Element ? target.closest<HTMLElement>('.layout-cell') : null;
    const part = cell?.dataset['part'];
    const column = columns.find((each) => each === cell?.dataset['column']);
    if (part === undefined || column === undefined) return null;
    const stop = place?.dataset['stop'] ?? '';
    return { part, column, node: index.nodes.has(stop) ? stop : null };
  };

  const focus = (stop: string): void => {
    onHover(null);
    grid.current?.querySelector<HTMLElement>(`[data-stop="${CSS.escape(stop)}"]`)?.focus();
  };
  const here = (): string | null => {
    const focused = document.activeElement;
    const stop = focused instanceof HTMLElement ? focused.dataset['stop'] : undefined;
    return stop !== undefined && index.nodes.has(stop) ? stop : null;
  };
  useDigestPlaces({
    names() {
      const node = index.nodes.get(here() ?? '') ?? (spot && nodeAt(index, spot));
      const digests = [node?.digest ?? [], node?.diffId ?? []].flat();
      return digests.length > 0 ? digests : [node?.v1Id ?? []].flat();
    },
    placesOf(names) {
      const ids = namersOf(index, names);
      return rows.flatMap(({ cells }) =>
        columns.flatMap((column) => nodesOf(cells[column]).flatMap(({ id }) => (ids.has(id) ? [id] : []))),
      );
    },
    here,
    go: focus,
  });

  const press = (event: KeyboardEvent): void => {
    const at = event.target instanceof HTMLElement ? event.target.dataset['stop'] : undefined;
    if (event.ctrlKey || event.metaKey || event.altKey || at === undefined) return;
    const from = placeOf(stops, at);
    const next = from && treeMove(from, event.key, dir, shapeOf(stops));
    const here = spotOf(event);
    if (next) focus(stops[next.row]?.[next.column]?.[next.line]?.[next.at] ?? '');
    else if (here && (event.key === 'Enter' || event.code === 'KeyO')) onOpen(here);
    else if (here && event.key === ' ') onPin(here);
    else return;
    event.preventDefault();
  };

  return (
    <div
      ref={grid}
      className="layout-grid"
      role="grid"
      aria-label={t('layouts.label')}
      data-columns={columns.length}
      tabIndex={-1}
      onKeyDown={press}
      onKeyUp={(event) => {
        // Some browsers press a button when Space is let go, whatever came of the key.
        if (event.key === ' ') event.preventDefault();
      }}
      onClick={(event) => {
        const here = spotOf(event);
        if (here) onPin(here);
      }}
      // Not `over`: what a key scrolls under a pointer at rest is not pointed at.
      onPointerMove={(event) => {
        const here = event.pointerType === 'touch' ? null : spotOf(event);
        if (here) onHover(here);
      }}
      onPointerLeave={() => onHover(null)}
      onFocus={(event) => {
        const here = spotOf(event);
        if (here) onFocus(here);
      }}
      onBlur={(event) => {
        if (!grid.current?.contains(event.relatedTarget)) onFocus(null);
      }}
    >
      <LayoutHead columns={columns} trees={index.trees} />
      {rows.map((row, at) => (
        <LayoutRow
          key={row.part}
          index={index}
          row={row}
          columns={columns}
          active={idsIn(row, active)}
          linked={idsIn(row, linked)}
          isActive={spot?.part === row.part}
          isPinned={pinned === row.part}
          tabStop={tabStop.part === row.part ? tabStop.stop : null}
          rooms={rooms}
          firstLines={starts[at] ?? NO_LINES}
          links={links.get(row.part)}
        />
      ))}
      <svg className="layout-arrows" aria-hidden="true">
        {columns.map((column) => {
          const place = places[column];
          if (!place) return null;
          const of = { column, trunks: trunks[column], places: place };
          return (
            <Fragment key={column}>
              <Arrows {...of} />
              <LitArrows {...of} active={active} />
            </Fragment>
          );
        })}
      </svg>
      {isPrinting
        ? columns.map((column) => <PaperArrows key={column} column={column} trunks={trunks[column]} />)
        : null}
      <Joins grid={grid} what={`${spot?.part} ${spot?.node} ${pinned} ${columns.join()} ${rows.length}`} />
    </div>
  );
});

function trunksOf(rows: readonly Row[], { trees }: TreeIndex): Record<ColumnId, readonly ArrowTrunk[]> {
  const of = (id: ColumnId): ArrowTrunk[] => {
    const lines = rows.flatMap(({ cells }) => (cells[id].kind === 'nodes' ? cells[id].lines : []));
    return arrowTrunks(lines, trees.references);
  };
  return { v1: of('v1'), v2s2: of('v2s2'), oci: of('oci') };
}

/** How many lines are above a row in each column. */
type Lines = Readonly<Record<ColumnId, number>>;
const NO_LINES: Lines = { v1: 0, v2s2: 0, oci: 0 };

function firstLines(rows: readonly Row[]): Lines[] {
  let above = NO_LINES;
  return rows.map(({ cells }) => {
    const first = above;
    const after = (id: ColumnId): number => first[id] + (cells[id].kind === 'nodes' ? cells[id].lines.length : 0);
    above = { v1: after('v1'), v2s2: after('v2s2'), oci: after('oci') };
    return first;
  });
}

/** The ids of a row's files that are among these, each in a line. */
function idsIn({ cells }: Row, ids: ReadonlySet<string>): string {
  if (ids.size === 0) return '';
  const own = Object.values(cells).flatMap((cell) => nodesOf(cell).filter(({ id }) => ids.has(id)));
  return own.map(({ id }) => `${id}\n`).join('');
}

type Stops = readonly (readonly (readonly (readonly string[])[])[])[];

/** The places of a cell that take the keyboard, line by line. */
function stopsOf({ cells, part }: Row, column: ColumnId): readonly (readonly string[])[] {
  const cell = cells[column];
  return cell.kind === 'nodes' ? cell.lines.map((line) => line.map(({ id }) => id)) : [[emptyStop(column, part)]];
}

function shapeOf(stops: Stops): TreeShape {
  return stops.map((row) => row.map((cell) => cell.map((line) => line.length)));
}

function placeOf(stops: Stops, stop: string): TreePlace | null {
  for (const [row, cells] of stops.entries()) {
    for (const [column, lines] of cells.entries()) {
      for (const [line, all] of lines.entries()) {
        const at = all.indexOf(stop);
        if (at >= 0) return { row, column, line, at };
      }
    }
  }
  return null;
}

function tabStopOf(stops: Stops, rows: readonly Row[], pinned: string | null): { part: string; stop: string | null } {
  const at = Math.max(
    0,
    rows.findIndex(({ part }) => part === pinned),
  );
  return { part: rows[at]?.part ?? '', stop: stops[at]?.[0]?.[0]?.[0] ?? null };
}
