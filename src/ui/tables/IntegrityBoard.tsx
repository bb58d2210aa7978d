import { useTable } from '@tanstack/react-table';
import { useCallback, useDeferredValue, useId, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { Workspace } from '../../app/state';
import { formatHash, type ViewState } from '../../app/viewState';
import { LIMITS } from '../../core/limits';
import type { IntegrityRow, IntegrityTable } from '../../core/model/integrity';
import { ROW_VERDICTS } from '../../core/model/integrity';
import { useI18n } from '../../i18n/i18n';
import { useCommands } from '../common/useCommands';
import { useView } from '../context';
import { HybridDiff } from './HybridDiff';
import { IntegrityDetail } from './IntegrityDetail';
import { TableSearch } from './TableSearch';
import { VirtualTable } from './VirtualTable';
import { features } from './features';
import { DOCUMENT_TEXT, focusSoon } from './focusSoon';
import { verdictWord } from './integrityWords';
import { INTEGRITY_LAYOUT, integrityColumns } from './integrityColumns';
import type { Place } from './PlaceLink';
import { rowHeight } from './rowHeight';
import { useCopy } from './useCopy';
import { useIntegrity } from './useIntegrity';
import { useRowWindow } from './useRowWindow';
import { useShowSelected } from './useShowSelected';
import './integrity.css';

/** Every claim of every document of the file against its fact, and what is there twice, for nobody or as two things. */
export function IntegrityBoard({ workspace }: { workspace: Workspace }): ReactNode {
  const { t, rich } = useI18n();
  const { table, failure } = useIntegrity(workspace);
  if (table) return <Board workspace={workspace} table={table} />;
  return (
    <section className="table-board" aria-label={t('integrity.label')}>
      {failure === null ? (
        <p className="muted">{rich('integrity.working')}</p>
      ) : (
        <p role="alert">{rich('integrity.failed', { why: rich(`error.${failure}.title`) })}</p>
      )}
    </section>
  );
}

function Board({ workspace, table: integrity }: { workspace: Workspace; table: IntegrityTable }): ReactNode {
  const i18n = useI18n();
  const { t, rich } = i18n;
  const { view, update } = useView();
  const hint = useId();
  const [filter, setFilter] = useState('');
  const { rows: all, hybrid } = integrity;
  const { only } = view;
  const data = useMemo(() => (only === null ? all : all.filter(({ verdict }) => verdict === only)), [all, only]);
  const place = usePlace();
  const columns = useMemo(() => integrityColumns(i18n, place), [i18n, place]);
  const table = useTable({
    features,
    columns,
    data,
    getRowId: (row) => row.id,
    enableMultiSort: false,
    sortDescFirst: false,
    state: { globalFilter: useDeferredValue(filter) },
    globalFilterFn: 'includesString',
    getColumnCanGlobalFilter: () => true,
  });
  const { rows } = table.getRowModel();
  const window = useRowWindow(rows.length, rowHeight(view.density));
  const selected = rows.findIndex(({ original }) => original.id === view.row);
  useShowSelected(window, view.row, selected);
  const chosen = useMemo(() => all.find(({ id }) => id === view.row) ?? null, [all, view.row]);
  const copy = useCopy();
  const shell = chosen?.shell ?? null;
  useCommands({ shell: () => (shell === null ? null : () => copy(shell, 'app.copiedCommand')) });
  const { documents } = workspace.archive;
  const document = useMemo(() => documents.find(({ id }) => id === chosen?.target) ?? null, [documents, chosen]);

  return (
    <section className="table-board integrity-board" aria-label={t('integrity.label')}>
      <div className="table-tools">
        <TableSearch
          value={filter}
          label={t('integrity.filter')}
          hint={t('integrity.filterHint')}
          onChange={setFilter}
        />
        <OnlySelect table={integrity} />
        <output className="table-count">{t('tables.count', { shown: rows.length, total: totalOf(integrity) })}</output>
        <span className="table-keys" id={hint}>
          {rich('integrity.keys')}
        </span>
      </div>
      {hybrid === null ? null : <HybridDiff counts={hybrid} rows={all} />}
      <Cut table={integrity} />
      <VirtualTable
        table={table}
        window={window}
        count={rows.length}
        rowAt={(index) => rows[index]}
        layout={INTEGRITY_LAYOUT}
        label={t('integrity.label')}
        hint={hint}
        isSelected={(row) => row.id === view.row}
        onOpen={(row) => update({ row: row.id })}
        copied={(row) => row.shell ?? row.actual}
      />
      {rows.length === 0 ? <p className="table-empty">{rich('tables.none')}</p> : null}
      <IntegrityDetail row={chosen} document={document} place={place} />
    </section>
  );
}

function totalOf({ counts }: IntegrityTable): number {
  return ROW_VERDICTS.reduce((sum, verdict) => sum + counts[verdict], 0);
}

/** The verdict to show alone, with how many rows each has. */
function OnlySelect({ table }: { table: IntegrityTable }): ReactNode {
  const { t, words, formatNumber } = useI18n();
  const { view, update } = useView();
  return (
    <select
      aria-label={t('integrity.only')}
      value={view.only ?? ''}
      onChange={({ target }) => update({ only: ROW_VERDICTS.find((verdict) => verdict === target.value) ?? null })}
    >
      <option value="">{t('integrity.all', { count: formatNumber(totalOf(table)) })}</option>
      {ROW_VERDICTS.map((verdict) =>
        table.counts[verdict] === 0 && verdict !== view.only ? null : (
          <option key={verdict} value={verdict}>
            {t('integrity.option', {
              verdict: words(verdictWord(verdict)),
              count: formatNumber(table.counts[verdict]),
            })}
          </option>
        ),
      )}
    </select>
  );
}

/** Says that there are more rows than are listed. */
function Cut({ table }: { table: IntegrityTable }): ReactNode {
  const { rich, formatNumber } = useI18n();
  const total = totalOf(table);
  if (total <= table.rows.length) return null;
  const shown = formatNumber(table.rows.length);
  return <p>{rich('integrity.cut', { total: formatNumber(total), shown, report: formatNumber(LIMITS.reportRows) })}</p>;
}

/** The way from a row to where it is said. */
function usePlace(): Place {
  const { view, update } = useView();
  const follow = useCallback(
    (row: IntegrityRow) => {
      update(viewOf(row));
      focusSoon(DOCUMENT_TEXT);
    },
    [update],
  );
  const href = useCallback((row: IntegrityRow) => formatHash({ ...view, ...viewOf(row) }), [view]);
  return useMemo(() => ({ href, follow }), [href, follow]);
}

function viewOf({ document, pointer }: IntegrityRow): Partial<ViewState> {
  return { board: 'documents', doc: document, at: pointer === '' ? null : pointer, sel: null };
}
