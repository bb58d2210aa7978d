import { createColumnHelper } from '@tanstack/react-table';
import { useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import type { ImagePackage, PackageKind, PackageStep } from '../../core/model/packages';
import { useI18n, type I18n } from '../../i18n/i18n';
import { Code } from '../../i18n/isolates';
import { ListingButtons } from '../common/ListingButtons';
import { useServices, useView } from '../context';
import { MemberName } from '../tables/MemberName';
import { TableSearch } from '../tables/TableSearch';
import type { ColumnLayout } from '../tables/VirtualTable';
import type { Features } from '../tables/features';
import { kindsOf, PACKAGE_STATES, packageListing, passing, stepsOf, type PackageState } from './packageRows';
import { RowTable } from './RowTable';

const column = createColumnHelper<Features, ImagePackage>();

const LAYOUT: Readonly<Record<string, ColumnLayout>> = {
  name: { width: 210 },
  version: { width: 150 },
  kind: { width: 120 },
  arch: { width: 105 },
  installed: { width: 100 },
  changed: { width: 140 },
  removed: { width: 130 },
  path: { least: 230 },
};

const NEVER = Number.MAX_SAFE_INTEGER;
const firstLayer = (row: ImagePackage, ...changes: readonly PackageStep['change'][]): number =>
  stepsOf(row, ...changes)[0]?.layer ?? NEVER;

function packageColumns({ t, formatNumber }: I18n) {
  const number = (layer: number): string => formatNumber(layer + 1);
  return column.columns([
    column.accessor('name', { header: t('packages.name'), cell: (cell) => <Code>{cell.getValue()}</Code> }),
    column.accessor((row) => row.versions.join(', '), {
      id: 'version',
      header: t('packages.version'),
      cell: (cell) => (cell.getValue() === '' ? <Nothing /> : <Code>{cell.getValue()}</Code>),
    }),
    column.accessor('kind', { header: t('packages.kindHead'), cell: (cell) => t(`packageKind.${cell.getValue()}`) }),
    column.accessor((row) => row.arch ?? '', {
      id: 'arch',
      header: t('packages.arch'),
      cell: (cell) => (cell.getValue() === '' ? <Nothing /> : <Code>{cell.getValue()}</Code>),
    }),
    column.accessor((row) => firstLayer(row, 'installed'), {
      id: 'installed',
      header: t('packages.installedIn'),
      cell: ({ row }) =>
        stepsOf(row.original, 'installed')
          .map(({ layer }) => t('packages.layer', { layer: number(layer) }))
          .join(', '),
    }),
    column.accessor((row) => firstLayer(row, 'changed'), {
      id: 'changed',
      header: t('packages.changedIn'),
      cell: ({ row }) =>
        stepsOf(row.original, 'changed')
          .map(({ layer, versions }) => t('packages.changedTo', { layer: number(layer), version: versions.join(', ') }))
          .join('; ') || <Nothing />,
    }),
    column.accessor((row) => firstLayer(row, 'removed', 'unlisted'), {
      id: 'removed',
      header: t('packages.removedIn'),
      cell: ({ row }) =>
        stepsOf(row.original, 'removed', 'unlisted')
          .map(({ layer, change }) =>
            t(change === 'removed' ? 'packages.layer' : 'packages.unlistedIn', { layer: number(layer) }),
          )
          .join(', ') || <Nothing />,
    }),
    column.accessor(placeOf, {
      id: 'path',
      header: t('packages.path'),
      cell: (cell) => <MemberName name={cell.getValue()} />,
    }),
  ]);
}

/** The file, and where in it. */
function placeOf({ path, inside }: ImagePackage): string {
  return inside === null ? path : `${path}!/${inside}`;
}

function Nothing(): ReactNode {
  return <span className="muted">—</span>;
}

/** The packages that any layer had, to filter, sort and take away. */
export function PackageTable({ packages, name }: { packages: readonly ImagePackage[]; name: string }): ReactNode {
  const i18n = useI18n();
  const { t, rich } = i18n;
  const { update } = useView();
  const { exporter } = useServices();
  const [text, setText] = useState('');
  const [kind, setKind] = useState<PackageKind | null>(null);
  const [state, setState] = useState<PackageState>('there');
  const filter = useDeferredValue(text);
  const rows = useMemo(() => passing(packages, { text: filter, kind, state }), [packages, filter, kind, state]);
  const kinds = useMemo(() => kindsOf(packages), [packages]);
  const columns = useMemo(() => packageColumns(i18n), [i18n]);
  return (
    <>
      <div className="table-tools">
        <TableSearch value={text} label={t('packages.filter')} onChange={setText} />
        <select
          aria-label={t('packages.kind')}
          value={kind ?? ''}
          onChange={({ target }) => setKind(kinds.find((each) => each === target.value) ?? null)}
        >
          <option value="">{t('packages.allKinds')}</option>
          {kinds.map((each) => (
            <option key={each} value={each}>
              {t(`packageKind.${each}`)}
            </option>
          ))}
        </select>
        <select
          aria-label={t('packages.state')}
          value={state}
          onChange={({ target }) => setState(PACKAGE_STATES.find((each) => each === target.value) ?? 'there')}
        >
          {PACKAGE_STATES.map((each) => (
            <option key={each} value={each}>
              {t(`packages.state.${each}`)}
            </option>
          ))}
        </select>
        <output className="table-count">{t('packages.count', { shown: rows.length, total: packages.length })}</output>
        <ListingButtons
          labelOf={(format) => t('packages.download', { format: format.toUpperCase() })}
          onTake={(format) => exporter.save(`${name}.packages.${format}`, packageListing(rows, format))}
        />
      </div>
      {rows.length === 0 ? (
        <p className="table-empty">{rich('packages.nothing')}</p>
      ) : (
        <RowTable
          rows={rows}
          columns={columns}
          layout={LAYOUT}
          label={t('packages.label')}
          keys={rich('packages.keys')}
          idOf={(row) => `${row.kind} ${row.name} ${row.arch ?? ''} ${row.path}`}
          onOpen={(row) => update({ board: 'files', path: row.path, find: null })}
          copied={(row) => [row.name, ...row.versions].join(' ')}
        />
      )}
    </>
  );
}
