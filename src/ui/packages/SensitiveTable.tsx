import { createColumnHelper } from '@tanstack/react-table';
import { useMemo, type ReactNode } from 'react';
import { layerPart } from '../../core/model/representation';
import type { Sensitive, SensitiveFile } from '../../core/model/sensitive';
import { useI18n, type I18n } from '../../i18n/i18n';
import { useView } from '../context';
import { MemberName } from '../tables/MemberName';
import type { ColumnLayout } from '../tables/VirtualTable';
import type { Features } from '../tables/features';
import { RowTable } from './RowTable';

const column = createColumnHelper<Features, SensitiveFile>();

const LAYOUT: Readonly<Record<string, ColumnLayout>> = {
  path: { least: 260 },
  kind: { width: 260 },
  layer: { width: 100 },
  end: { width: 290 },
  by: { width: 120 },
};

function sensitiveColumns({ t, formatNumber }: I18n) {
  return column.columns([
    column.accessor('path', { header: t('sensitive.path'), cell: (cell) => <MemberName name={cell.getValue()} /> }),
    column.accessor('kind', {
      header: t('sensitive.kind'),
      cell: ({ row: { original } }) =>
        original.isExample
          ? t('sensitive.example', { kind: t(`sensitiveKind.${original.kind}`) })
          : t(`sensitiveKind.${original.kind}`),
    }),
    column.accessor('layer', {
      header: t('sensitive.layer'),
      cell: (cell) => t('packages.layer', { layer: formatNumber(cell.getValue() + 1) }),
    }),
    column.accessor('end', {
      header: t('sensitive.end'),
      cell: ({ row: { original } }) =>
        t(`sensitive.end.${original.end}`, { layer: formatNumber((original.endedIn ?? 0) + 1) }),
    }),
    column.accessor('by', { header: t('sensitive.by'), cell: (cell) => t(`sensitive.by.${cell.getValue()}`) }),
  ]);
}

/** The sensitive files of every layer, with what became of them: never what is in them. */
export function SensitiveTable({ sensitive: { files, count } }: { sensitive: Sensitive }): ReactNode {
  const i18n = useI18n();
  const { t, rich, formatNumber } = i18n;
  const { update } = useView();
  const columns = useMemo(() => sensitiveColumns(i18n), [i18n]);
  return (
    <>
      <p className="muted">{rich('sensitive.rule')}</p>
      {count > files.length ? (
        <p>{rich('sensitive.more', { shown: formatNumber(files.length), total: formatNumber(count) })}</p>
      ) : null}
      {files.length === 0 ? (
        <p className="table-empty">{rich('sensitive.none')}</p>
      ) : (
        <RowTable
          rows={files}
          columns={columns}
          layout={LAYOUT}
          label={t('sensitive.label')}
          keys={rich('sensitive.keys')}
          idOf={({ layer, path, kind, endedIn }) => `${layer} ${endedIn ?? ''} ${kind} ${path}`}
          onOpen={({ path, layer }) =>
            update({ board: 'files', path, find: null, shape: 'tree', scope: 'layer', sel: layerPart(layer) })
          }
          copied={({ path }) => path}
        />
      )}
    </>
  );
}
