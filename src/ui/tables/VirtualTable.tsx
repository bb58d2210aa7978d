import type { ReactTable, Row, RowData } from '@tanstack/react-table';
import { Fragment } from 'react';
import type { CSSProperties, KeyboardEvent, ReactNode } from 'react';
import { useCommands } from '../common/useCommands';
import { SortMark } from './SortMark';
import type { Features } from './features';
import { useCopy } from './useCopy';
import type { RowWindow } from './useRowWindow';
import './tables.css';

/** How wide a column is, in pixels; one column without a width takes what is left. */
export interface ColumnLayout {
  readonly width?: number;
  readonly least?: number;
  readonly numeric?: boolean;
}

const ARIA_SORT = { asc: 'ascending', desc: 'descending', none: 'none' } as const;

/** A table of which only the rows of the window exist: one tab stop, arrow keys, sortable heads; where there is room, the first column stays in sight. */
export function VirtualTable<T extends RowData>({
  table,
  window,
  count,
  rowAt,
  layout,
  label,
  hint,
  isSelected,
  onOpen,
  copied,
  tree,
  onRowKey,
}: {
  table: ReactTable<Features, T>;
  window: RowWindow;
  count: number;
  rowAt: (index: number) => Row<Features, T> | undefined;
  layout: Readonly<Record<string, ColumnLayout>>;
  label: string;
  /** Id of the element that explains the keys. */
  hint: string;
  isSelected?: (row: T) => boolean;
  onOpen: (row: T) => void;
  /** What the C key copies of a row. */
  copied: (row: T) => string | null;
  /** Of rows that are a tree: how deep one is, from 0, and whether what is in it is listed; null: nothing is in it. */
  tree?: (row: T) => { readonly depth: number; readonly expanded: boolean | null };
  /** Keys of a focused row that are the board's own; true when it was one. */
  onRowKey?: (event: KeyboardEvent, row: T) => boolean;
}): ReactNode {
  const least = Object.values(layout).reduce((sum, { width, least: most }) => sum + (width ?? most ?? 0), 0);
  const copy = useCopy();
  const { attach, items, total, rowHeight, active, activate, onKey } = window;
  useCommands({
    copy() {
      if (!document.activeElement?.matches('tr[data-index]')) return null;
      const row = rowAt(active)?.original;
      const text = row === undefined ? null : copied(row);
      return text === null ? null : () => copy(text);
    },
  });

  const onKeyDown = (event: KeyboardEvent, row: T): void => {
    if (event.target !== event.currentTarget || onRowKey?.(event, row) || onKey(event)) return;
    if (event.altKey || event.ctrlKey || event.metaKey || (event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    onOpen(row);
  };

  const rows = items.map((item, index) => {
    const row = rowAt(item.index);
    const before = <Gap size={item.start - (items[index - 1]?.end ?? 0)} />;
    if (!row) return <Fragment key={item.key}>{before}</Fragment>;
    const place = tree?.(row.original);
    return (
      <Fragment key={item.key}>
        {before}
        <tr
          data-index={item.index}
          aria-rowindex={item.index + 2}
          aria-selected={isSelected?.(row.original)}
          aria-level={place && place.depth + 1}
          aria-expanded={place?.expanded ?? undefined}
          tabIndex={item.index === active ? 0 : -1}
          onFocus={(event) => {
            // Under the pointer nothing may move before it is let go, or the click would end on another row.
            const isByKey = event.currentTarget.matches(':focus-visible');
            if (isByKey && event.target === event.currentTarget && item.index !== active) activate(item.index, false);
          }}
          onMouseDown={(event) => event.currentTarget.focus({ preventScroll: true })}
          onClick={() => {
            activate(item.index, false);
            onOpen(row.original);
          }}
          onKeyDown={(event) => onKeyDown(event, row.original)}
        >
          {row.getAllCells().map((cell) => (
            // A cell's words come from its column; the rule looks only at this file.
            // oxlint-disable-next-line jsx-a11y/control-has-associated-label
            <td key={cell.id} data-numeric={layout[cell.column.id]?.numeric}>
              <table.FlexRender cell={cell} />
            </td>
          ))}
        </tr>
      </Fragment>
    );
  });

  const [first] = Object.values(layout);
  const style: CSSProperties & Record<'--table-row' | '--table-first', string> = {
    '--table-row': `${rowHeight}px`,
    '--table-first': `${first?.width ?? first?.least ?? 0}px`,
  };
  return (
    <div className="table-scroll" ref={attach} style={style}>
      <table
        // Rows take the focus and the arrow keys: a grid, in a table's markup (ARIA in HTML allows any role on a table).
        role={tree ? 'treegrid' : 'grid'}
        aria-label={label}
        aria-describedby={hint}
        aria-rowcount={count + 1}
        style={{ minInlineSize: least }}
      >
        <colgroup>
          {table.getAllColumns().map((column) => (
            <col key={column.id} style={{ inlineSize: layout[column.id]?.width }} />
          ))}
        </colgroup>
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id} aria-rowindex={1}>
              {group.headers.map((header) => {
                const canSort = header.column.getCanSort();
                const sorted = header.column.getIsSorted();
                return (
                  <th
                    key={header.id}
                    scope="col"
                    data-numeric={layout[header.column.id]?.numeric}
                    aria-sort={canSort ? ARIA_SORT[sorted || 'none'] : undefined}
                  >
                    {canSort ? (
                      <button type="button" onClick={header.column.getToggleSortingHandler()}>
                        <table.FlexRender header={header} />
                        <SortMark sorted={sorted} />
                      </button>
                    ) : (
                      <span className="table-head">
                        <table.FlexRender header={header} />
                      </span>
                    )}
                  </th>
                );
              })}
            </tr>
          ))}
        </thead>
        <tbody>
          {rows}
          <Gap size={total - (items.at(-1)?.end ?? 0)} />
        </tbody>
      </table>
    </div>
  );
}

/** Stands for the rows that are not on screen. */
function Gap({ size }: { size: number }): ReactNode {
  return size > 0 ? <tr aria-hidden="true" className="table-gap" style={{ blockSize: size }} /> : null;
}
