import { createColumnHelper, useTable } from '@tanstack/react-table';
import { useCallback, useDeferredValue, useId, useMemo, useState, type ReactNode } from 'react';
import { FILE_STATES, type DiffQuery, type FileDiff, type FileState, type ImageDiff } from '../../core/model/imageDiff';
import { useI18n, type I18n } from '../../i18n/i18n';
import { Bytes } from '../common/Bytes';
import { useLatest } from '../common/useLatest';
import { useServices, useView } from '../context';
import { features, type Features } from '../tables/features';
import { MemberName } from '../tables/MemberName';
import { rowHeight } from '../tables/rowHeight';
import { TableSearch } from '../tables/TableSearch';
import { MOST_ROWS, useRowWindow } from '../tables/useRowWindow';
import { VirtualTable, type ColumnLayout } from '../tables/VirtualTable';
import { DiffFile } from './DiffFile';
import { diffRowAt, rowOfPath, type DiffRow } from './diffRow';

const STATES: readonly DiffQuery['state'][] = ['differing', 'all', ...FILE_STATES];
const LAYOUT: Readonly<Record<string, ColumnLayout>> = {
  path: { least: 240 },
  state: { width: 110 },
  what: { width: 260 },
  sizeA: { width: 110, numeric: true },
  sizeB: { width: 110, numeric: true },
};

const NO_ROWS = new Int32Array();

interface Asked {
  readonly files: FileDiff;
  readonly query: DiffQuery;
}

/** The files that both images have in the end, by path: those that differ first. */
export function DiffFiles({ diff, aspects }: { diff: ImageDiff; aspects: number }): ReactNode {
  const i18n = useI18n();
  const { t, rich } = i18n;
  const { comparison } = useServices();
  const { view, update } = useView();
  const { files } = diff;
  const hint = useId();
  const [text, setText] = useState('');
  const [state, setState] = useState<DiffQuery['state']>('differing');
  const filter = useDeferredValue(text);
  const asked = useMemo((): Asked => ({ files, query: { state, aspects, filter } }), [files, state, aspects, filter]);
  const ask = useCallback(
    (of: Asked, signal: AbortSignal) => comparison.diffRows(of.files, of.query, signal),
    [comparison],
  );
  const latest = useLatest(asked, ask);
  const rows = latest.shown?.of.files === files ? latest.shown.value : NO_ROWS;
  const isAnswered = latest.shown?.of === asked;
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
      {diff.layers.some((row) => row.state === 'unchecked') ? <p>{rich('diff.filesUnchecked')}</p> : null}
      <div className="table-tools">
        <TableSearch value={text} label={t('files.filter')} hint={t('files.filterHint')} onChange={setText} />
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
      {latest.failure === null ? null : (
        <p role="alert">{rich('files.failed', { why: rich(`error.${latest.failure}.title`) })}</p>
      )}
      {rows.length === 0 ? (
        isAnswered && <p className="muted">{rich('diff.noFiles')}</p>
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
