import { createColumnHelper } from '@tanstack/react-table';
import type { ReactNode } from 'react';
import { useI18n, type I18n } from '../../i18n/i18n';
import { Code } from '../../i18n/isolates';
import { visible } from '../../i18n/visible';
import { Bytes } from '../common/Bytes';
import { commandText } from '../common/commandText';
import { Digest } from '../common/Digest';
import { MediaType } from '../common/MediaType';
import { OriginMark } from '../common/OriginMark';
import { V1IdMark, V1IdWords } from '../common/V1IdMark';
import { v1IdText } from '../common/v1IdText';
import { VerdictMark } from '../common/VerdictMark';
import type { ColumnLayout } from './VirtualTable';
import type { Features } from './features';
import type { LayerRow, Stated } from './layerRows';

const column = createColumnHelper<Features, LayerRow>();

export const LAYER_LAYOUT: Readonly<Record<string, ColumnLayout>> = {
  number: { width: 84, numeric: true },
  verdict: { width: 172 },
  createdBy: { least: 240 },
  storedSize: { width: 96, numeric: true },
  unpackedSize: { width: 110, numeric: true },
  compression: { width: 122 },
  kind: { width: 150 },
  digest: { width: 256 },
  mediaType: { width: 300 },
  diffId: { width: 238 },
  chainId: { width: 238 },
  v1Id: { width: 240 },
};

/** The columns of the layers board. */
export function layerColumns({ t }: I18n) {
  const size = (value: number | undefined): ReactNode => (value === undefined ? <Nothing /> : <Bytes value={value} />);
  const digest = (value: string | undefined): ReactNode =>
    value === undefined ? <Nothing /> : <Digest value={value} tabIndex={-1} />;
  return column.columns([
    column.accessor('number', { header: t('layers.number') }),
    column.accessor((row) => (row.verdict === null ? '' : t(`verdict.${row.verdict}`)), {
      id: 'verdict',
      header: t('layers.verdict'),
      cell: ({ row: { original } }) => <VerdictCell row={original} />,
    }),
    column.accessor((row) => row.createdBy ?? undefined, {
      id: 'createdBy',
      header: t('layers.createdBy'),
      sortUndefined: 'last',
      cell: ({ row: { original } }) => {
        const command = commandText(original.createdBy);
        if (command === null) return <Nothing />;
        return (
          <span title={visible(original.createdBy ?? '')}>
            <Code className="one-line">{command}</Code>
          </span>
        );
      },
    }),
    column.accessor((row) => row.storedSize ?? undefined, {
      id: 'storedSize',
      header: t('layers.storedSize'),
      sortUndefined: 'last',
      cell: (cell) => size(cell.getValue()),
    }),
    column.accessor((row) => row.unpackedSize ?? undefined, {
      id: 'unpackedSize',
      header: t('layers.unpackedSize'),
      sortUndefined: 'last',
      cell: (cell) => size(cell.getValue()),
    }),
    column.accessor(
      (row) => (row.encrypted ? t('layers.encrypted') : row.compression ? t(`compression.${row.compression}`) : '—'),
      {
        id: 'compression',
        header: t('layers.compression'),
      },
    ),
    column.accessor((row) => row.kinds.map((kind) => t(`layerKind.${kind}`)).join(' · ') || t('layers.ordinary'), {
      id: 'kind',
      header: t('layers.kind'),
      cell: ({ row: { original } }) => <KindCell row={original} />,
    }),
    column.accessor((row) => row.digest?.value, {
      id: 'digest',
      header: t('layers.digest'),
      sortUndefined: 'last',
      cell: ({ row: { original } }) => withOrigin(original.digest, (value) => digest(value)),
    }),
    column.accessor((row) => row.mediaType?.value, {
      id: 'mediaType',
      header: t('layers.mediaType'),
      sortUndefined: 'last',
      cell: ({ row: { original } }) => withOrigin(original.mediaType, (value) => <MediaType value={value} short />),
    }),
    column.accessor((row) => row.diffId ?? undefined, {
      id: 'diffId',
      header: t('layers.diffId'),
      sortUndefined: 'last',
      cell: (cell) => digest(cell.getValue()),
    }),
    column.accessor((row) => row.chainId ?? undefined, {
      id: 'chainId',
      header: t('layers.chainId'),
      sortUndefined: 'last',
      cell: (cell) => digest(cell.getValue()),
    }),
    column.accessor((row) => row.v1Id?.value, {
      id: 'v1Id',
      header: t('layers.v1Id'),
      sortUndefined: 'last',
      cell: ({ row: { original } }) =>
        withOrigin(original.v1Id, (value) => (
          <span title={v1IdText({ t }, original)}>
            <Digest value={value} tabIndex={-1} />
            <span className="hidden">
              <V1IdWords of={original} />
            </span>
          </span>
        )),
    }),
  ]);
}

function VerdictCell({ row }: { row: LayerRow }): ReactNode {
  if (!row.finding) {
    // Nothing is claimed of a layer that only Docker v1 names: its name is not a hash of it.
    if (row.v1IdKind === null || row.v1IdKind === 'derived') return <Nothing />;
    return <V1IdMark of={row} />;
  }
  return <VerdictMark verdict={row.finding.verdict} reason={row.finding.reason} />;
}

function KindCell({ row: { kinds } }: { row: LayerRow }): ReactNode {
  const { t, rich } = useI18n();
  if (kinds.length === 0) return <span className="muted">{rich('layers.ordinary')}</span>;
  return kinds.map((kind, index) => (
    <span key={kind} title={t(`layerKind.${kind}.why`)}>
      {index > 0 ? ' · ' : null}
      {rich(`layerKind.${kind}`)}
    </span>
  ));
}

function Nothing(): ReactNode {
  return <span className="muted">—</span>;
}

function withOrigin<T>(stated: Stated<T> | null, show: (value: T) => ReactNode): ReactNode {
  if (!stated) return <Nothing />;
  return (
    <span className="with-origin">
      <OriginMark origin={stated.origin} />
      {show(stated.value)}
    </span>
  );
}
