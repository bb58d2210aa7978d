import { createColumnHelper, useTable } from '@tanstack/react-table';
import { useDeferredValue, useId, useMemo, useState, type ReactNode } from 'react';
import { FILE_STATES, type FileState, type ImageDiff } from '../../core/model/imageDiff';
import { useI18n, type I18n } from '../../i18n/i18n';
import { Bytes } from '../common/Bytes';
import { useView } from '../context';
import { features, type Features } from '../tables/features';
import { MemberName } from '../tables/MemberName';
import { rowHeight } from '../tables/rowHeight';
import { TableSearch } from '../tables/TableSearch';
import { MOST_ROWS, useRowWindow } from '../tables/useRowWindow';
import { VirtualTable, type ColumnLayout } from '../tables/VirtualTable';
import { DiffFile } from './DiffFile';
import { diffRowAt, diffRows, rowOfPath, type DiffRow, type ShownState } from './diffRow';

const STATES: readonly ShownState[] = ['differing', 'all', ...FILE_STATES];
const LAYOUT: Readonly<Record<string, ColumnLayout>> = {
  path: { least: 240 },
  state: { width: 110 },
  what: { width: 260 },
  sizeA: { width: 110, numeric: true },
  sizeB: { width: 110, numeric: true },
};

/** The files that both images have in the end, by path: those that differ first. */
export function DiffFiles({ diff, aspects }: { diff: ImageDiff; aspects: number }): ReactNode {
  const i18n = useI18n();
  const { t, rich } = i18n;
  const { view, update } = useView();
  const { files } = diff;
  const hint = useId();
  const [text, setText] = useState('');
  const [state, setState] = useState<ShownState>('differing');
  const filter = useDeferredValue(text);
  const rows = useMemo(() => diffRows(files, aspects, state, filter), [files, aspects, state, filter]);
  const count = Math.min(rows.length, MOST_ROWS);
  const window = useRowWindow(count, rowHeight(view.density));
  const { items } = window;
  const data = useMemo(
    () => items.flatMap(({ index }) => (index < count ? [diffRowAt(files, aspects, rows[index] ?? 0)] : [])),
    [items, count, files, aspects, rows],
  );
  const columns = useMemo(() => diffColumns(i18n), [i18n]);
  const table = useTable({ features, columns, data, getRowId: (row) => `${row.row}`, enableSorting: false });
  const shown = new Map(table.getRowModel().rows.map((row, place) => [items[place]?.index, row]));
  const chosen = useMemo(() => (view.path === null ? -1 : rowOfPath(files, view.path)), [files, view.path]);
  const isUnknown = diff.layers.some((row) => row.state === 'unknown' || (row.state === 'changed' && !row.entries));
  return (
    <section className="diff-section">
      <h2>{rich('diff.files')}</h2>
      {isUnknown ? <p>{rich('diff.filesUnknown')}</p> : null}
      <div className="table-tools">
        <TableSearch value={text} label={t('files.filter')} onChange={setText} />
        <select
          aria-label={t('diff.fileState')}
          value={state}
          onChange={({ target }) => setState(STATES.find((each) => each === target.value) ?? 'all')}
        >
          {STATES.map((each) => (
            <option key={each} value={each}>
              {t(`diff.fileState.${each}`)}
            </option>
          ))}
        </select>
        <output className="table-count">{t('diff.fileCount', { shown: rows.length, total: files.count })}</output>
        <span className="table-keys" id={hint}>
          {rich('diff.fileKeys')}
        </span>
      </div>
      {rows.length === 0 ? (
        <p className="muted">{rich('diff.noFiles')}</p>
      ) : (
        <VirtualTable
          table={table}
          window={window}
          count={count}
          rowAt={(index) => shown.get(index)}
          layout={LAYOUT}
          label={t('diff.filesLabel')}
          hint={hint}
          isSelected={(row) => row.row === chosen}
          onOpen={(row) => update({ path: row.path })}
          copied={(row) => row.path}
        />
      )}
      {files.left > 0 ? <p>{rich('diff.filesLeft', { count: files.left })}</p> : null}
      {chosen < 0 ? null : (
        <DiffFile
          key={chosen}
          diff={diff}
          row={diffRowAt(files, aspects, chosen)}
          onClose={() => update({ path: null })}
        />
      )}
    </section>
  );
}

const column = createColumnHelper<Features, DiffRow>();

function diffColumns({ t, rich, list }: I18n) {
  const stateText = (state: FileState): string => t(`diff.fileState.${state}`);
  return column.columns([
    column.accessor('path', { header: t('diff.path'), cell: (cell) => <MemberName name={cell.getValue()} /> }),
    column.accessor('state', { header: t('diff.state'), cell: (cell) => stateText(cell.getValue()) }),
    column.display({
      id: 'what',
      header: t('diff.what'),
      cell: ({ row: { original } }) =>
        original.isUnread
          ? t('diff.unread')
          : list(original.aspects.map((aspect) => <span key={aspect}>{rich(`diff.aspect.${aspect}`)}</span>)),
    }),
    column.accessor('sizeA', { header: t('diff.sizeA'), cell: (cell) => <Size value={cell.getValue()} /> }),
    column.accessor('sizeB', { header: t('diff.sizeB'), cell: (cell) => <Size value={cell.getValue()} /> }),
  ]);
}

function Size({ value }: { value: number | null }): ReactNode {
  return value === null ? <span className="muted">—</span> : <Bytes value={value} />;
}
