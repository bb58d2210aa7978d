import { createColumnHelper, useTable } from '@tanstack/react-table';
import { useId, useMemo, type ReactNode } from 'react';
import type { ImageFiles } from '../../app/state';
import { pathOfNode } from '../../core/model/fileTree';
import type { Waste, WasteRow } from '../../core/model/waste';
import { useI18n, type I18n } from '../../i18n/i18n';
import { Bytes } from '../common/Bytes';
import { ExportControls } from '../common/ExportControls';
import { Icon } from '../common/Icon';
import { useAnswer } from '../common/useAnswer';
import { useServices, useView } from '../context';
import { EqualContents } from './EqualContents';
import { MemberName } from '../tables/MemberName';
import { VirtualTable, type ColumnLayout } from '../tables/VirtualTable';
import { features, type Features } from '../tables/features';
import { rowHeight } from '../tables/rowHeight';
import { useRowWindow } from '../tables/useRowWindow';

/** What the layers store for nothing, path by path, and how dive would count it. */
export function WasteTable({
  name,
  files,
  selected,
}: {
  /** Of the archive, for the download. */
  name: string;
  files: ImageFiles;
  selected: number;
}): ReactNode {
  const { t, rich } = useI18n();
  const { session, exporter } = useServices();
  const { value: waste, failure } = useAnswer(files, (signal) => session.waste(files, signal));
  if (failure !== null) return <p role="alert">{rich('files.failed', { why: rich(`error.${failure}.title`) })}</p>;
  if (!waste) return <p className="muted">{rich('waste.working')}</p>;
  return (
    <section className="waste" aria-label={t('waste.label')}>
      <WasteSum waste={waste} />
      <div>
        <ExportControls>
          <button
            type="button"
            className="button"
            onClick={() => exporter.save(`${name}.hidden.json`, wasteJson(waste, files))}
          >
            <Icon name="download" /> {rich('waste.json')}
          </button>
        </ExportControls>
      </div>
      {waste.rows.length === 0 ? null : <Rows waste={waste} files={files} selected={selected} />}
      <EqualContents name={name} files={files} />
    </section>
  );
}

function WasteSum({ waste: { stored, shown, wasted, dive, rows, rowCount } }: { waste: Waste }): ReactNode {
  const { rich, formatBytes, formatNumber } = useI18n();
  const size = (bytes: number): ReactNode => <bdi>{formatBytes(bytes)}</bdi>;
  const percent = (part: number): string => formatNumber(Math.floor(part * 1000) / 10);
  return (
    <div className="waste-sum">
      <p>
        <strong>
          {wasted === 0
            ? rich('waste.none')
            : rich('waste.sum', {
                stored: size(stored),
                wasted: size(wasted),
                percent: percent(stored === 0 ? 1 : shown / stored),
              })}
        </strong>{' '}
        <span className="muted">{rich('waste.rule')}</span>
      </p>
      <p className="muted">
        {rich('waste.dive', {
          wasted: size(dive.wasted),
          paths: dive.paths,
          efficiency: percent(dive.efficiency),
        })}{' '}
        {dive.wasted === wasted
          ? rich('waste.dive.same')
          : rich('waste.dive.why', {
              shown: size(dive.shownCopies),
              folders: size(dive.folders),
              unseen: size(dive.unseen),
            })}
      </p>
      {rowCount > rows.length ? (
        <p>{rich('waste.more', { shown: formatNumber(rows.length), total: formatNumber(rowCount) })}</p>
      ) : null}
    </div>
  );
}

interface NamedRow extends WasteRow {
  readonly path: string;
}

const column = createColumnHelper<Features, NamedRow>();

const LAYOUT: Readonly<Record<string, ColumnLayout>> = {
  path: { least: 240 },
  bytes: { width: 110, numeric: true },
  copies: { width: 90, numeric: true },
  storedIn: { width: 130 },
  reason: { width: 280 },
};

function wasteColumns({ t, formatNumber }: I18n) {
  return column.columns([
    column.accessor('path', { header: t('waste.path'), cell: (cell) => <MemberName name={cell.getValue()} /> }),
    column.accessor('bytes', { header: t('waste.bytes'), cell: (cell) => <Bytes value={cell.getValue()} /> }),
    column.accessor('copies', { header: t('waste.copies'), cell: (cell) => formatNumber(cell.getValue()) }),
    column.accessor((row) => row.layers[0] ?? 0, {
      id: 'storedIn',
      header: t('waste.storedIn'),
      cell: ({ row }) => row.original.layers.map((layer) => formatNumber(layer + 1)).join(', '),
    }),
    column.accessor('reason', {
      header: t('waste.reason'),
      cell: ({ row: { original } }) =>
        t(`waste.reason.${original.reason}`, { layer: formatNumber(original.hiddenBy + 1) }),
    }),
  ]);
}

function Rows({ waste, files, selected }: { waste: Waste; files: ImageFiles; selected: number }): ReactNode {
  const i18n = useI18n();
  const { t, rich } = i18n;
  const { view, update } = useView();
  const hint = useId();
  const data = useMemo(
    () => waste.rows.map((row): NamedRow => ({ ...row, path: pathOfNode(files.tree.nodes, row.node) })),
    [waste, files],
  );
  const columns = useMemo(() => wasteColumns(i18n), [i18n]);
  const table = useTable({
    features,
    columns,
    data,
    getRowId: (row) => `${row.node}`,
    enableMultiSort: false,
    sortDescFirst: false,
  });
  const { rows } = table.getRowModel();
  const window = useRowWindow(rows.length, rowHeight(view.density));
  return (
    <>
      <VirtualTable
        table={table}
        window={window}
        count={rows.length}
        rowAt={(index) => rows[index]}
        layout={LAYOUT}
        label={t('waste.label')}
        hint={hint}
        isSelected={(row) => row.node === selected}
        onOpen={(row) => update({ path: row.path, look: null })}
        copied={(row) => row.path}
      />
      <span className="table-keys muted small" id={hint}>
        {rich('files.keys')}
      </span>
    </>
  );
}

/** Layers are counted from 1, as on the page. */
function wasteJson(waste: Waste, { tree }: ImageFiles): string {
  const rows = waste.rows.map(({ node, layers, hiddenBy, ...row }) => ({
    path: pathOfNode(tree.nodes, node),
    ...row,
    layers: layers.map((layer) => layer + 1),
    hiddenBy: hiddenBy + 1,
  }));
  return `${JSON.stringify({ ...waste, rows }, null, 2)}\n`;
}
