import { useTable } from '@tanstack/react-table';
import type { SortingState } from '@tanstack/react-table';
import { useDeferredValue, useId, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { Workspace } from '../../app/state';
import { MEMBER_TYPES, memberAt } from '../../core/model/members';
import type { Member, MemberType } from '../../core/model/members';
import type { Span } from '../../core/model/source';
import { useI18n } from '../../i18n/i18n';
import { ExportControls } from '../common/ExportControls';
import { useView } from '../context';
import { useSaves } from '../save/context';
import { TableSearch } from './TableSearch';
import { VirtualTable } from './VirtualTable';
import { features, ROWS_FROM_ELSEWHERE } from './features';
import { ACTIVE_ROW, DOCUMENT_TEXT, focusSoon } from './focusSoon';
import { isMemberSort, isMemberType, memberColumns, memberLayout } from './memberColumns';
import { memberRoles } from './memberRoles';
import { rowHeight } from './rowHeight';
import { useMemberOrder } from './useMemberOrder';
import { MOST_ROWS, useRowWindow } from './useRowWindow';

/** The tar or folder as it is: every member, sortable and filterable, and what each is there for. */
export function MembersBoard({ workspace }: { workspace: Workspace }): ReactNode {
  const i18n = useI18n();
  const { t, rich, formatNumber } = i18n;
  const { view, update } = useView();
  const hint = useId();
  const [filter, setFilter] = useState('');
  const [type, setType] = useState<MemberType | null>(null);
  const [sorting, setSorting] = useState<SortingState>([]);
  const { toggle } = useSaves();
  const { archive, imageKey } = workspace;
  const { members } = archive;

  const [sorted] = sorting;
  const types = useMemo(() => (type === null ? undefined : [type]), [type]);
  const { order, failed } = useMemberOrder(members, {
    sort: sorted && isMemberSort(sorted.id) ? sorted.id : 'stored',
    descending: sorted?.desc ?? false,
    filter: useDeferredValue(filter),
    ...(types ? { types } : {}),
  });
  const total = order?.length ?? members.count;
  const count = Math.min(total, MOST_ROWS);
  const window = useRowWindow(count, rowHeight(view.density));
  const { items } = window;
  const data = useMemo(
    () => items.flatMap(({ index }) => (index < count ? [memberAt(members, order?.[index] ?? index)] : [])),
    [items, members, order, count],
  );
  // Findings and progress come in many times a second; the roles hang on the archive alone.
  const roleOf = useMemo(() => memberRoles(archive, imageKey), [archive, imageKey]);
  const layout = useMemo(() => memberLayout(i18n.container), [i18n]);
  const columns = useMemo(() => memberColumns(i18n, roleOf), [i18n, roleOf]);
  const table = useTable({
    features,
    columns,
    data,
    getRowId: (member) => `${member.index}`,
    ...ROWS_FROM_ELSEWHERE,
    state: { sorting },
    onSortingChange: setSorting,
  });
  const rows = new Map(table.getRowModel().rows.map((row, place) => [items[place]?.index, row]));
  const active = rows.get(window.active)?.original;
  const chosen = active?.type === 'file' ? active : null;
  const present = useMemo(() => new Set(members.type), [members]);

  const open = (member: Member): void => {
    const role = roleOf(member);
    if (role.kind === 'document') {
      update({ board: 'documents', doc: role.id, at: null });
      focusSoon(DOCUMENT_TEXT);
    }
    if (role.kind === 'artifact') update({ board: 'attached', doc: role.id });
    if (role.kind !== 'layer') return;
    update({ board: 'layers', img: role.imageKey, sel: role.part });
    focusSoon(ACTIVE_ROW);
  };

  return (
    <section className="table-board" aria-label={t('tables.members')}>
      <div className="table-tools">
        <TableSearch
          value={filter}
          label={t('tables.filterMembers')}
          hint={t('tables.filterMembersHint')}
          onChange={setFilter}
        />
        <select
          aria-label={t('tables.memberType')}
          value={type ?? ''}
          onChange={(event) => setType(isMemberType(event.target.value) ? event.target.value : null)}
        >
          <option value="">{t('tables.allTypes')}</option>
          {MEMBER_TYPES.map((each, index) =>
            present.has(index) ? (
              <option key={each} value={each}>
                {t(`memberType.${each}`)}
              </option>
            ) : null,
          )}
        </select>
        <output className="table-count">{t('tables.count', { shown: total, total: members.count })}</output>
        <ExportControls>
          <button
            type="button"
            className="button"
            title={chosen ? t('save.memberHelp', { name: chosen.name.slice(0, 200) }) : undefined}
            disabled={!chosen}
            onClick={() => {
              if (chosen) toggle({ choice: 'blob', blob: { span: spanOf(chosen), path: chosen.name } });
            }}
          >
            {rich('save.saveBlob')}
          </button>
        </ExportControls>
        <button
          type="button"
          className="button"
          title={t('bytes.showHelp')}
          disabled={!active}
          onClick={() => {
            if (!active) return;
            const offset = archive.container === 'tar' ? members.firstHeader[active.index] : active.data;
            update({ board: 'bytes', byte: `${offset ?? 0}` });
          }}
        >
          {rich('bytes.show')}
        </button>
        <span className="table-keys" id={hint}>
          {rich('tables.memberKeys')}
        </span>
      </div>
      {failed ? <p role="alert">{rich('tables.orderFailed')}</p> : null}
      {total > count ? (
        <p>{rich('tables.tooMany', { shown: formatNumber(count), total: formatNumber(total) })}</p>
      ) : null}
      <VirtualTable
        table={table}
        window={window}
        count={count}
        rowAt={(index) => rows.get(index)}
        layout={layout}
        label={t('tables.members')}
        hint={hint}
        onOpen={open}
        copied={(member) => member.name}
      />
      {total === 0 ? <p className="table-empty">{rich('tables.none')}</p> : null}
    </section>
  );
}

function spanOf({ data, size }: Member): Span {
  return { offset: data, length: size };
}
