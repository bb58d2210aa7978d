import { useTable, type ColumnDef } from '@tanstack/react-table';
import { useId, type ReactNode } from 'react';
import { useI18n } from '../../i18n/i18n';
import { useView } from '../context';
import { VirtualTable, type ColumnLayout } from '../tables/VirtualTable';
import { features, type Features } from '../tables/features';
import { rowHeight } from '../tables/rowHeight';
import { MOST_ROWS, useRowWindow } from '../tables/useRowWindow';

/** Rows that are all in hand, sortable by their heads. */
export function RowTable<T extends object>({
  rows: data,
  columns,
  layout,
  label,
  keys,
  idOf,
  onOpen,
  copied,
}: {
  rows: readonly T[];
  columns: readonly ColumnDef<Features, T>[];
  layout: Readonly<Record<string, ColumnLayout>>;
  label: string;
  /** Says what keys do. */
  keys: ReactNode;
  idOf: (row: T) => string;
  onOpen?: (row: T) => void;
  copied: (row: T) => string;
}): ReactNode {
  const { rich, formatNumber } = useI18n();
  const { view } = useView();
  const hint = useId();
  const table = useTable({
    features,
    columns,
    data,
    getRowId: idOf,
    enableMultiSort: false,
    sortDescFirst: false,
  });
  const { rows } = table.getRowModel();
  const count = Math.min(rows.length, MOST_ROWS);
  const window = useRowWindow(count, rowHeight(view.density));
  return (
    <>
      {rows.length > count ? (
        <p>{rich('tables.tooMany', { shown: formatNumber(count), total: formatNumber(rows.length) })}</p>
      ) : null}
      <VirtualTable
        table={table}
        window={window}
        count={count}
        rowAt={(index) => rows[index]}
        layout={layout}
        label={label}
        hint={hint}
        onOpen={(row) => onOpen?.(row)}
        copied={copied}
      />
      <span className="table-keys muted small" id={hint}>
        {keys}
      </span>
    </>
  );
}
