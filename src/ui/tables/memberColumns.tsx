import { createColumnHelper } from '@tanstack/react-table';
import type { Container } from '../../core/model/archive';
import { MEMBER_TYPES } from '../../core/model/members';
import type { Member, MemberQuery, MemberType } from '../../core/model/members';
import type { I18n } from '../../i18n/i18n';
import { Code } from '../../i18n/isolates';
import { Bytes } from '../common/Bytes';
import { MemberName } from './MemberName';
import { Offset } from './Offset';
import { RoleCell } from './RoleCell';
import type { ColumnLayout } from './VirtualTable';
import type { Features } from './features';
import type { MemberRole } from './memberRoles';
import { modeText, timeText } from './memberText';

const column = createColumnHelper<Features, Member>();

const LAYOUT: Readonly<Record<string, ColumnLayout>> = {
  name: { least: 190 },
  role: { width: 290 },
  type: { width: 120 },
  size: { width: 100, numeric: true },
  offset: { width: 110, numeric: true },
  mode: { width: 150 },
  time: { width: 170 },
};

/** What only a tar says of its members. */
const OF_TARS: ReadonlySet<string | undefined> = new Set(['offset', 'mode', 'time']);

/** How wide the columns of the archive board are. */
export function memberLayout(container: Container): Readonly<Record<string, ColumnLayout>> {
  if (container === 'tar') return LAYOUT;
  return Object.fromEntries(Object.entries(LAYOUT).filter(([id]) => !OF_TARS.has(id)));
}

const SORTS: ReadonlySet<string> = new Set<MemberQuery['sort']>(['name', 'type', 'size', 'offset', 'mode', 'time']);

/** Whether the members can be sorted by a column of that id. */
export function isMemberSort(id: string): id is MemberQuery['sort'] {
  return SORTS.has(id);
}

/** Whether a text (of a form) is a type of member. */
export function isMemberType(text: string): text is MemberType {
  return MEMBER_TYPES.some((type) => type === text);
}

/** The columns of the archive board. */
export function memberColumns({ t, container }: I18n, roleOf: (member: Member) => MemberRole) {
  const columns = column.columns([
    column.accessor('name', { header: t('members.name'), cell: (cell) => <MemberName name={cell.getValue()} /> }),
    column.display({
      id: 'role',
      header: t('members.role'),
      cell: ({ row }) => <RoleCell role={roleOf(row.original)} member={row.original} />,
    }),
    column.accessor('type', { header: t('members.type'), cell: (cell) => t(`memberType.${cell.getValue()}`) }),
    column.accessor('size', { header: t('members.size'), cell: (cell) => <Bytes value={cell.getValue()} /> }),
    column.accessor('data', {
      id: 'offset',
      header: t('members.offset'),
      cell: ({ row }) => <Offset member={row.original} />,
    }),
    column.accessor('mode', {
      id: 'mode',
      header: t('members.mode'),
      cell: ({ row }) => <Code>{modeText(row.original.mode, row.original.type)}</Code>,
    }),
    column.accessor('mtime', {
      id: 'time',
      header: t('members.time'),
      cell: (cell) => <Code>{timeText(cell.getValue()) ?? `${cell.getValue()}`}</Code>,
    }),
  ]);
  return container === 'tar' ? columns : columns.filter(({ id }) => !OF_TARS.has(id));
}
