import { useTable } from '@tanstack/react-table';
import { useId, useMemo, type ReactNode } from 'react';
import type { LayoutNode } from '../../core/compare/layoutModel';
import type { Archive } from '../../core/model/archive';
import { memberAt, type Member } from '../../core/model/members';
import type { Part } from '../../core/model/representation';
import { useI18n } from '../../i18n/i18n';
import { useView } from '../context';
import type { TreeIndex } from '../layouts/treeIndex';
import { VirtualTable } from './VirtualTable';
import { features } from './features';
import { memberRoles } from './memberRoles';
import { rowHeight } from './rowHeight';
import { STORED_LAYOUT, storedColumns, type StoredRow } from './storedColumns';
import { MOST_ROWS, useRowWindow } from './useRowWindow';
import { useShowSelected } from './useShowSelected';

/** The members of the tar in the order in which they are stored, with the part that each plays in the image's layouts and what names it. */
export function StoredTable({
  archive,
  imageKey,
  index,
  sel,
  onChoose,
}: {
  archive: Archive;
  /** Of the image whose layouts these are. */
  imageKey: string | null;
  index: TreeIndex;
  /** The chosen part. */
  sel: Part | null;
  onChoose: (node: LayoutNode) => void;
}): ReactNode {
  const i18n = useI18n();
  const { t, rich, formatNumber } = i18n;
  const { view } = useView();
  const hint = useId();
  const { members } = archive;
  const count = Math.min(members.count, MOST_ROWS);
  const window = useRowWindow(count, rowHeight(view.density));
  const { items } = window;
  const nodesOf = useMemo(() => memberNodes(index), [index]);
  const data = useMemo(
    () =>
      items.flatMap((item) => (item.index < count ? [storedRow(memberAt(members, item.index), nodesOf, index)] : [])),
    [items, members, count, nodesOf, index],
  );
  const roleOf = useMemo(() => memberRoles(archive, imageKey), [archive, imageKey]);
  const columns = useMemo(() => storedColumns(i18n, roleOf), [i18n, roleOf]);
  const table = useTable({ features, columns, data, getRowId: ({ member }) => `${member.index}`, manualSorting: true });
  const rows = new Map(table.getRowModel().rows.map((row, place) => [items[place]?.index, row]));
  const isSelected = ({ nodes }: StoredRow): boolean =>
    sel !== null && nodes.some(({ part, also }) => part === sel || also === sel);
  const selected = useMemo(() => {
    const found = [...index.nodes.values()].flatMap(({ part, origin, member }) =>
      part === sel && origin === 'found' && member ? [member.index] : [],
    );
    return found.length > 0 ? Math.min(...found) : -1;
  }, [index, sel]);
  useShowSelected(window, sel, selected < count ? selected : -1);

  return (
    <section className="table-board" aria-label={t('layouts.members')}>
      <p className="table-tools">
        <output className="table-count">{t('tables.count', { shown: count, total: members.count })}</output>
        <span className="table-keys" id={hint}>
          {rich('layouts.memberKeys')}
        </span>
      </p>
      {members.count > count ? (
        <p>{rich('tables.tooMany', { shown: formatNumber(count), total: formatNumber(members.count) })}</p>
      ) : null}
      <VirtualTable
        table={table}
        window={window}
        count={count}
        rowAt={(at) => rows.get(at)}
        layout={STORED_LAYOUT}
        label={t('layouts.members')}
        hint={hint}
        isSelected={isSelected}
        onOpen={({ nodes }) => {
          if (nodes[0]) onChoose(nodes[0]);
        }}
        copied={({ member }) => member.name}
      />
    </section>
  );
}

function storedRow(member: Member, nodesOf: (member: Member) => readonly LayoutNode[], index: TreeIndex): StoredRow {
  const nodes = nodesOf(member);
  const from = nodes.flatMap(({ id }) => index.namedBy.get(id) ?? []);
  const namedBy = [...new Set(from.flatMap((reference) => index.nodes.get(reference.from)?.path ?? []))];
  return { member, nodes, namedBy };
}

/** Which of the image's files a member is: by its bytes, or where it is a link by its name. */
function memberNodes({ nodes }: TreeIndex): (member: Member) => readonly LayoutNode[] {
  const byMember = new Map<number, LayoutNode[]>();
  const byPath = new Map<string, LayoutNode[]>();
  for (const node of nodes.values()) {
    if (node.origin !== 'found' || !node.member) continue;
    if (node.link) byPath.set(node.path, [...(byPath.get(node.path) ?? []), node]);
    else byMember.set(node.member.index, [...(byMember.get(node.member.index) ?? []), node]);
  }
  return ({ index, name, link }) =>
    byMember.get(index) ?? (link === '' ? [] : (byPath.get(name.replace(/^(?:\.\/)+/, '')) ?? []));
}
