import { createColumnHelper } from '@tanstack/react-table';
import type { CSSProperties, ReactNode } from 'react';
import type { FileQuery } from '../../core/model/fileView';
import { useI18n, type I18n } from '../../i18n/i18n';
import { Code, Ltr } from '../../i18n/isolates';
import { Bytes } from '../common/Bytes';
import { Icon } from '../common/Icon';
import { MemberName } from '../tables/MemberName';
import type { ColumnLayout } from '../tables/VirtualTable';
import type { Features } from '../tables/features';
import { modeText, timeText } from '../tables/memberText';
import { ChangeMark } from './ChangeMark';
import type { FileRow } from './fileRow';

const column = createColumnHelper<Features, FileRow>();

const LAYOUT: Readonly<Record<string, ColumnLayout>> = {
  name: { least: 210 },
  change: { width: 186 },
  size: { width: 96, numeric: true },
  layer: { width: 78, numeric: true },
  mode: { width: 146 },
  owner: { width: 72 },
  time: { width: 170 },
};

/** How wide the columns are. In the final image nothing is marked. */
export function fileLayout(scope: FileQuery['scope']): Readonly<Record<string, ColumnLayout>> {
  return scope === 'final' ? Object.fromEntries(Object.entries(LAYOUT).filter(([id]) => id !== 'change')) : LAYOUT;
}

const SORTS: ReadonlySet<string> = new Set<FileQuery['sort']>(['name', 'size', 'time', 'layer']);

/** Whether the files can be sorted by a column of that id. */
export function isFileSort(id: string): id is FileQuery['sort'] {
  return SORTS.has(id);
}

/** The columns of the files board; `toggle` opens and closes a folder. */
export function fileColumns({ t, formatNumber }: I18n, scope: FileQuery['scope'], toggle: (row: FileRow) => void) {
  const columns = column.columns([
    column.accessor('path', {
      id: 'name',
      header: t('files.name'),
      cell: ({ row }) => <NameCell row={row.original} toggle={toggle} />,
    }),
    column.display({
      id: 'change',
      header: t('files.what'),
      cell: ({ row: { original } }) => (original.change === null ? null : <ChangeMark change={original.change} />),
    }),
    column.accessor('size', {
      header: t('files.size'),
      cell: ({ row: { original } }) => (original.change === 'removed' ? <Nothing /> : <Bytes value={original.size} />),
    }),
    column.accessor('layer', { header: t('files.inLayer'), cell: (cell) => formatNumber(cell.getValue() + 1) }),
    column.display({
      id: 'mode',
      header: t('files.mode'),
      cell: ({ row: { original } }) =>
        original.entry ? <Code>{modeText(original.entry.mode, original.type)}</Code> : <Nothing />,
    }),
    column.display({
      id: 'owner',
      header: t('files.owner'),
      cell: ({ row: { original } }) =>
        original.entry ? <Ltr>{`${original.entry.uid}:${original.entry.gid}`}</Ltr> : <Nothing />,
    }),
    column.accessor((row) => row.entry?.mtime, {
      id: 'time',
      header: t('files.time'),
      cell: (cell) => {
        const time = cell.getValue();
        return time === undefined ? <Nothing /> : <Code>{timeText(time) ?? `${time}`}</Code>;
      },
    }),
  ]);
  return scope === 'final' ? columns.filter(({ id }) => id !== 'change') : columns;
}

function Nothing(): ReactNode {
  return <span className="muted">—</span>;
}

function NameCell({ row, toggle }: { row: FileRow; toggle: (row: FileRow) => void }): ReactNode {
  const { t } = useI18n();
  const style: CSSProperties & { '--depth': number } = { '--depth': row.depth };
  const link = row.entry?.link ?? '';
  return (
    // Paths read from left to right, their tree with them.
    <span className="file-name" dir="ltr" style={style} data-change={row.change ?? undefined}>
      {row.isFolder ? (
        <button
          type="button"
          className="file-toggle"
          tabIndex={-1}
          data-open={row.isOpen ? '' : undefined}
          aria-label={t(row.isOpen ? 'files.close' : 'files.open', { name: row.name })}
          onClick={(event) => {
            event.stopPropagation();
            toggle(row);
          }}
        >
          <Icon name="chevron" size={12} />
        </button>
      ) : (
        <span className="file-toggle" />
      )}
      <MemberName name={row.depth > 0 || row.isFolder ? row.name : row.path} />
      {row.type === 'directory' ? <span className="muted">/</span> : null}
      {link === '' ? null : (
        <span className="file-link muted">
          {/* As `tar -tv` has it. */}
          <Code>{row.type === 'hardlink' ? 'link to' : '->'}</Code> <MemberName name={link} />
        </span>
      )}
    </span>
  );
}
