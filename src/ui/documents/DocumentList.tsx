import { useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { Document } from '../../core/model/archive';
import type { CannotCode, ColumnId } from '../../core/model/representation';
import { useI18n } from '../../i18n/i18n';
import { Bytes } from '../common/Bytes';
import { ColumnShape } from '../common/ColumnShape';
import { OriginMark } from '../common/OriginMark';
import { useGradually } from '../common/useGradually';
import { MemberName } from '../tables/MemberName';
import type { DocumentGroup } from './documentGroups';

const SHOWN_AT_FIRST = 100;
const SHOWN_A_FRAME = 20;

/** Every document, in groups: one tab stop for each group, arrows move through all of them. */
export function DocumentList({
  groups,
  cannot,
  chosen,
  onChoose,
}: {
  groups: readonly DocumentGroup[];
  /** Columns that could not be worked out whole. */
  cannot: ReadonlyMap<ColumnId, CannotCode>;
  chosen: string | null;
  onChoose: (id: string) => void;
}): ReactNode {
  const { t } = useI18n();
  return (
    <nav className="document-list" aria-label={t('documents.list')}>
      {groups.map((group) => (
        <Group key={group.id} group={group} cannot={cannot} chosen={chosen} onChoose={onChoose} />
      ))}
    </nav>
  );
}

function Group({
  group,
  cannot,
  chosen,
  onChoose,
}: {
  group: DocumentGroup;
  cannot: ReadonlyMap<ColumnId, CannotCode>;
  chosen: string | null;
  onChoose: (id: string) => void;
}): ReactNode {
  const { rich, t } = useI18n();
  const [shown, setShown] = useState(SHOWN_AT_FIRST);
  const { id, documents } = group;
  const made = useGradually(Math.min(shown, documents.length), SHOWN_A_FRAME);
  const column = id === 'elsewhere' || id === 'unreferenced' ? null : id;
  const reason = column === null || column === 'v2s1' ? undefined : cannot.get(column);
  const stop = documents.some((document) => document.id === chosen) ? chosen : documents[0]?.id;
  return (
    <section className="document-group" data-column={column ?? undefined}>
      <h2 title={id === 'elsewhere' || id === 'unreferenced' ? t(`documents.${id}Why`) : undefined}>
        {column === null ? null : <ColumnShape column={column} />}
        {id === 'elsewhere' || id === 'unreferenced' ? rich(`documents.${id}`) : rich(`column.${id}`)}
        <span className="small muted">{documents.length}</span>
      </h2>
      {reason === undefined ? null : <p className="small muted">{rich(`cannot.${reason}`)}</p>}
      <ul>
        {documents.slice(0, made).map((document) => (
          <li key={document.id}>
            <Item document={document} chosen={document.id === chosen} stop={document.id === stop} onChoose={onChoose} />
          </li>
        ))}
      </ul>
      {documents.length > shown ? (
        <button type="button" className="button small" onClick={() => setShown(shown * 10)}>
          {t('documents.more', { count: documents.length - shown })}
        </button>
      ) : null}
    </section>
  );
}

function Item({
  document,
  chosen,
  stop,
  onChoose,
}: {
  document: Document;
  chosen: boolean;
  stop: boolean;
  onChoose: (id: string) => void;
}): ReactNode {
  const { rich } = useI18n();
  return (
    <button
      type="button"
      className="document-item"
      data-origin={document.origin}
      aria-current={chosen}
      tabIndex={stop ? 0 : -1}
      onClick={() => onChoose(document.id)}
      onKeyDown={moveFocus}
    >
      <OriginMark origin={document.origin} />
      <span>{rich(`document.${document.kind}`)}</span>
      <span className="small muted">
        <Bytes value={document.bytes.length} />
      </span>
      <MemberName name={document.path} />
    </button>
  );
}

/** Arrows, Home and End go to another button of the list. */
export function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const buttons = [...(event.currentTarget.closest('nav')?.querySelectorAll('button') ?? [])];
  const at = buttons.findIndex((button) => button === event.currentTarget);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  buttons[Math.max(0, Math.min(buttons.length - 1, to))]?.focus();
}
