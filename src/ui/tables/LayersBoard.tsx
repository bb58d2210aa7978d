import { useTable } from '@tanstack/react-table';
import { useId, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { Workspace } from '../../app/state';
import { useI18n } from '../../i18n/i18n';
import { useView } from '../context';
import { TableSearch } from './TableSearch';
import { VirtualTable } from './VirtualTable';
import { features } from './features';
import { LAYER_LAYOUT, layerColumns } from './layerColumns';
import { layerRows } from './layerRows';
import { rowHeight } from './rowHeight';
import { useRowWindow } from './useRowWindow';
import { useShowSelected } from './useShowSelected';

const NO_LAYERS = [] as const;

/** The layers of the image on screen with all their names. The selected one is the part that every board shows. */
export function LayersBoard({ workspace }: { workspace: Workspace }): ReactNode {
  const i18n = useI18n();
  const { t, rich } = i18n;
  const { view, update } = useView();
  const hint = useId();
  const [filter, setFilter] = useState('');
  const image = workspace.archive.images.find((each) => each.key === workspace.imageKey);
  const layers = image?.layers ?? NO_LAYERS;
  const { representations, findings, measuring } = workspace;
  const data = useMemo(
    () => layerRows(layers, representations, findings, measuring.spans),
    [layers, representations, findings, measuring.spans],
  );
  const columns = useMemo(() => layerColumns(i18n), [i18n]);
  const table = useTable({
    features,
    columns,
    data,
    getRowId: (row) => row.part,
    enableMultiSort: false,
    sortDescFirst: false,
    state: { globalFilter: filter },
    onGlobalFilterChange: setFilter,
    globalFilterFn: 'includesString',
    getColumnCanGlobalFilter: () => true,
  });
  const { rows } = table.getRowModel();
  const window = useRowWindow(rows.length, rowHeight(view.density));
  const selected = rows.findIndex((row) => row.original.part === view.sel);
  useShowSelected(window, view.sel, selected);

  if (!image) return <p className="table-empty">{rich('tables.noImage')}</p>;
  if (layers.length === 0) return <p className="table-empty">{rich('tables.noLayers')}</p>;
  return (
    <section className="table-board" aria-label={t('tables.layers')}>
      <div className="table-tools">
        <TableSearch value={filter} label={t('tables.filterLayers')} onChange={setFilter} />
        <output className="table-count">{t('tables.count', { shown: rows.length, total: layers.length })}</output>
        <span className="table-keys" id={hint}>
          {rich('tables.keys')}
        </span>
      </div>
      <VirtualTable
        table={table}
        window={window}
        count={rows.length}
        rowAt={(index) => rows[index]}
        layout={LAYER_LAYOUT}
        label={t('tables.layers')}
        hint={hint}
        isSelected={(row) => row.part === view.sel}
        onOpen={(row) => update({ sel: row.part })}
        copied={(row) => row.digest?.value ?? row.diffId}
      />
      {rows.length === 0 ? <p className="table-empty">{rich('tables.none')}</p> : null}
    </section>
  );
}
