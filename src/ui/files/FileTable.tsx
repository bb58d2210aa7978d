import { useTable, type SortingState } from '@tanstack/react-table';
import { useCallback, useDeferredValue, useId, useMemo, useState, type KeyboardEvent, type ReactNode } from 'react';
import { failureOf } from '../../app/failure';
import type { ImageFiles } from '../../app/state';
import type { ErrorCode } from '../../core/errors';
import { FILE_CHANGES, type FileChange } from '../../core/model/fileTree';
import type { FileQuery, ListingFormat } from '../../core/model/fileView';
import { MEMBER_TYPES, type MemberType } from '../../core/model/members';
import { useI18n } from '../../i18n/i18n';
import { ListingButtons } from '../common/ListingButtons';
import { useCommands } from '../common/useCommands';
import { useServices, useView } from '../context';
import { isMemberType } from '../tables/memberColumns';
import { TableSearch } from '../tables/TableSearch';
import { VirtualTable } from '../tables/VirtualTable';
import { features, ROWS_FROM_ELSEWHERE } from '../tables/features';
import { rowHeight } from '../tables/rowHeight';
import { MOST_ROWS, useRowWindow } from '../tables/useRowWindow';
import { useShowSelected } from '../tables/useShowSelected';
import { fileColumns, fileLayout, isFileSort } from './fileColumns';
import { fileRowAt, openRows, type FileRow } from './fileRow';
import { useFileRows } from './useFileRows';

/** Rows of a tree that are shown open from the start. */
const SHOWN_OPEN = 60;

/** The files of a view as a tree or a list, filtered and sorted in a worker. */
export function FileTable({
  files,
  scope,
  layer,
  shape,
  name,
  selected,
  tools,
}: {
  files: ImageFiles;
  scope: FileQuery['scope'];
  /** From 0. */
  layer: number;
  shape: FileQuery['shape'];
  /** Of the archive, for downloads. */
  name: string;
  /** The node whose history is shown, or -1. */
  selected: number;
  /** What stands beside the filter. */
  tools: ReactNode;
}): ReactNode {
  const i18n = useI18n();
  const { t, rich, formatNumber } = i18n;
  const { view, update } = useView();
  const hint = useId();
  const [sorting, setSorting] = useState<SortingState>([]);
  const [change, setChange] = useState<FileChange | null>(null);
  const [refused, setRefused] = useState<ErrorCode | null>(null);
  const { session, exporter } = useServices();
  const [type, setType] = useState<MemberType | null>(null);
  /** Folders that the user opened or closed. */
  const [chosen, setChosen] = useState<ReadonlyMap<number, boolean>>(new Map());
  /** All were opened or closed, while these were the rows. */
  const [all, setAll] = useState<{ readonly open: boolean; readonly of: string } | null>(null);
  const { tree } = files;
  const filter = useDeferredValue(view.find ?? '');
  const [sorted] = sorting;
  const query = useMemo<FileQuery>(
    () => ({
      scope,
      layer,
      shape,
      sort: sorted && isFileSort(sorted.id) ? sorted.id : 'name',
      descending: sorted?.desc ?? false,
      filter,
      ...(type === null ? {} : { types: [type] }),
      ...(change === null || scope === 'final' ? {} : { changes: [change] }),
    }),
    [scope, layer, shape, sorted, filter, type, change],
  );
  const { shown, failure: listFailure } = useFileRows(tree, query);
  const failure = listFailure ?? refused;
  // What is looked for, and what is little, is shown open; otherwise only what was opened.
  const opensAll =
    shown !== null &&
    (shown.rows.nodes.length <= SHOWN_OPEN ||
      shown.query.filter !== '' ||
      shown.query.changes !== undefined ||
      shown.query.types !== undefined);
  const above = useMemo(() => foldersAbove(tree.nodes.parent, selected), [tree, selected]);
  const of = [filter, type, change].join('\n');
  const isAllOpen = all?.of === of ? all.open : null;
  const isOpen = useCallback(
    (node: number): boolean => chosen.get(node) ?? isAllOpen ?? (opensAll || above.has(node)),
    [chosen, isAllOpen, opensAll, above],
  );
  const places = useMemo(() => (shown?.query.shape === 'tree' ? openRows(shown.rows, isOpen) : null), [shown, isOpen]);
  const total = shown === null ? 0 : (places?.length ?? shown.rows.nodes.length);
  const isWhole = shown === null || total === shown.rows.nodes.length;
  const openAll = (): void => {
    setChosen(new Map());
    setAll({ open: !isWhole, of });
  };
  useCommands({ expand: () => (places && total > 0 ? openAll : null) });
  const count = Math.min(total, MOST_ROWS);
  const window = useRowWindow(count, rowHeight(view.density));
  const { items } = window;
  const data = useMemo(
    () =>
      shown === null
        ? []
        : items.flatMap(({ index }) =>
            index < count ? [fileRowAt(files, shown, places?.[index] ?? index, isOpen)] : [],
          ),
    [items, count, shown, files, places, isOpen],
  );
  const toggle = useCallback(
    ({ node, isOpen: wasOpen }: FileRow) => setChosen((last) => new Map(last).set(node, !wasOpen)),
    [],
  );
  const layout = useMemo(() => fileLayout(scope), [scope]);
  const columns = useMemo(() => fileColumns(i18n, scope, toggle), [i18n, scope, toggle]);
  const table = useTable({
    features,
    columns,
    data,
    getRowId: (row) => `${row.node}`,
    ...ROWS_FROM_ELSEWHERE,
    state: { sorting },
    onSortingChange: setSorting,
  });
  const rows = new Map(table.getRowModel().rows.map((row, place) => [items[place]?.index, row]));
  const selectedRow = useMemo(() => {
    if (selected < 0 || shown === null) return -1;
    return places
      ? places.findIndex((place) => shown.rows.nodes[place] === selected)
      : shown.rows.nodes.indexOf(selected);
  }, [selected, shown, places]);
  useShowSelected(window, selectedRow < 0 ? null : `${selected}`, selectedRow);
  const download = (format: ListingFormat): void => {
    setRefused(null);
    session.fileListing(files, query, format).then(
      (blob) => exporter.save(`${name}.files.${format}`, blob),
      (error: unknown) => setRefused(failureOf(error).code),
    );
  };
  const onRowKey = (event: KeyboardEvent, row: FileRow): boolean => {
    if (event.altKey || event.ctrlKey || event.metaKey || (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft'))
      return false;
    // The tree reads from left to right in every language.
    const opens = event.key === 'ArrowRight';
    event.preventDefault();
    if (row.isFolder && row.isOpen !== opens) toggle(row);
    else if (!opens && shown && places) {
      const parent = tree.nodes.parent[row.node] ?? 0;
      const at = places.findIndex((place) => shown.rows.nodes[place] === parent);
      if (at >= 0) window.activate(at, true);
    }
    return true;
  };
  return (
    <>
      <div className="table-tools">
        <TableSearch
          value={view.find ?? ''}
          label={t('files.filter')}
          hint={t('files.filterHint')}
          onChange={(text) => update({ find: text === '' ? null : text })}
        />
        {tools}
        {shape === 'tree' ? (
          <button type="button" className="button" disabled={total === 0} onClick={openAll}>
            {rich(isWhole ? 'files.closeAll' : 'files.openAll')}
          </button>
        ) : null}
        {scope === 'final' ? null : (
          <select
            aria-label={t('files.change')}
            value={change ?? ''}
            onChange={({ target }) => setChange(FILE_CHANGES.find((each) => each === target.value) ?? null)}
          >
            <option value="">{t('files.allChanges')}</option>
            {FILE_CHANGES.map((each) => (
              <option key={each} value={each}>
                {t(`fileChange.${each}`)}
              </option>
            ))}
          </select>
        )}
        <select
          aria-label={t('files.type')}
          value={type ?? ''}
          onChange={({ target }) => setType(isMemberType(target.value) ? target.value : null)}
        >
          <option value="">{t('tables.allTypes')}</option>
          {MEMBER_TYPES.map((each) => (
            <option key={each} value={each}>
              {t(`memberType.${each}`)}
            </option>
          ))}
        </select>
        {shown === null ? null : (
          <output className="table-count">
            {t('files.count', { shown: shown.rows.passing, total: shown.rows.listed })}
            {' · '}
            <bdi>{i18n.formatBytes(shown.rows.view.size[0] ?? 0)}</bdi>
          </output>
        )}
        <ListingButtons disabled={shown === null} labelOf={(format) => t(`files.${format}`)} onTake={download} />
        <span className="table-keys" id={hint}>
          {rich('files.keys')}
        </span>
      </div>
      {failure === null ? null : <p role="alert">{rich('files.failed', { why: rich(`error.${failure}.title`) })}</p>}
      {total > count ? (
        <p>{rich('files.tooMany', { shown: formatNumber(count), total: formatNumber(total) })}</p>
      ) : null}
      <VirtualTable
        table={table}
        window={window}
        count={count}
        rowAt={(index) => rows.get(index)}
        layout={layout}
        label={t('files.label')}
        hint={hint}
        isSelected={(row) => row.node === selected}
        onOpen={(row) => update({ path: row.path, look: null })}
        copied={(row) => row.path}
        {...(shape === 'tree'
          ? { tree: (row: FileRow) => ({ depth: row.depth, expanded: row.isFolder ? row.isOpen : null }), onRowKey }
          : {})}
      />
      <p className="muted small">{rich('files.rule')}</p>
      {shown !== null && total === 0 ? (
        <p className="table-empty">
          {rich(filter === '' && type === null && change === null ? 'files.empty' : 'files.none')}
        </p>
      ) : null}
    </>
  );
}

/** The folders that a node is in. */
function foldersAbove(parent: Int32Array, node: number): ReadonlySet<number> {
  const above = new Set<number>();
  for (let at = parent[node] ?? 0; at > 0; at = parent[at] ?? 0) above.add(at);
  return above;
}
