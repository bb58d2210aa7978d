import { createColumnHelper } from '@tanstack/react-table';
import type { LayoutNode } from '../../core/compare/layoutModel';
import { shortPath } from '../../core/compare/layoutWords';
import type { Member } from '../../core/model/members';
import { COLUMN_IDS } from '../../core/model/representation';
import type { I18n } from '../../i18n/i18n';
import { Code } from '../../i18n/isolates';
import { Bytes } from '../common/Bytes';
import { ColumnShape } from '../common/ColumnShape';
import { MemberName } from './MemberName';
import { Offset } from './Offset';
import { RoleCell } from './RoleCell';
import type { ColumnLayout } from './VirtualTable';
import type { Features } from './features';
import type { MemberRole } from './memberRoles';

/** A member of the tar, and which files of the image it is. */
export interface StoredRow {
  readonly member: Member;
  readonly nodes: readonly LayoutNode[];
  /** Paths of what names it. */
  readonly namedBy: readonly string[];
}

const column = createColumnHelper<Features, StoredRow>();

export const STORED_LAYOUT: Readonly<Record<string, ColumnLayout>> = {
  offset: { width: 110, numeric: true },
  name: { least: 216 },
  size: { width: 100, numeric: true },
  type: { width: 110 },
  layouts: { width: 90 },
  part: { width: 290 },
  namedBy: { width: 240 },
};

const LISTED = 2;

/** The columns of the list of members in stored order. */
export function storedColumns({ t, rich, list }: I18n, roleOf: (member: Member) => MemberRole) {
  return column.columns([
    column.display({
      id: 'offset',
      header: t('members.offset'),
      cell: ({ row: { original } }) => <Offset member={original.member} />,
    }),
    column.display({
      id: 'name',
      header: t('members.name'),
      cell: ({ row: { original } }) => <MemberName name={original.member.name} />,
    }),
    column.display({
      id: 'size',
      header: t('members.size'),
      cell: ({ row: { original } }) => <Bytes value={original.member.size} />,
    }),
    column.display({
      id: 'type',
      header: t('members.type'),
      cell: ({ row: { original } }) => t(`memberType.${original.member.type}`),
    }),
    column.display({
      id: 'layouts',
      header: t('layouts.in'),
      cell: ({ row: { original } }) => {
        const ids = COLUMN_IDS.filter((id) => original.nodes.some((node) => node.column === id));
        return (
          <span className="stored-layouts">
            {ids.map((id) => (
              <ColumnShape key={id} column={id} />
            ))}
            <span className="hidden">{list(ids.map((id) => rich(`columnShort.${id}`)))}</span>
          </span>
        );
      },
    }),
    column.display({
      id: 'part',
      header: t('layouts.part'),
      cell: ({ row: { original } }) => {
        const [node] = original.nodes;
        if (!node) return <RoleCell role={roleOf(original.member)} member={original.member} />;
        if (node.kind !== 'layer') return rich(`document.${node.kind}`);
        return rich('ladder.layer', { n: Number(node.part.split(':')[1] ?? 0) });
      },
    }),
    column.display({
      id: 'namedBy',
      header: t('layouts.namedByHead'),
      cell: ({ row: { original } }) => {
        const names = original.namedBy.slice(0, LISTED).map(shortPath);
        const rest = original.namedBy.length - LISTED;
        return <Code className="one-line">{`${names.join(', ')}${rest > 0 ? ` +${rest}` : ''}`}</Code>;
      },
    }),
  ]);
}
