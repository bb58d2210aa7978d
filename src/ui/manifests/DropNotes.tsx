import { useMemo, type ReactNode } from 'react';
import type { ManifestKind } from '../../core/model/manifestForms';
import type { ManifestView, TableColumn, TableView } from '../../core/model/manifestTable';
import { useI18n } from '../../i18n/i18n';
import { Code, Ltr } from '../../i18n/isolates';
import { Icon } from '../common/Icon';
import { dropsOf, type Drop } from './drops';

/** What each conversion to a form on screen drops, said before anybody does it: in a line, and opened with what each field was for. */
export function DropNotes({
  view,
  table,
  shown,
}: {
  view: ManifestView;
  table: TableView;
  shown: readonly ManifestKind[];
}): ReactNode {
  return shown.map((kind) => {
    const column = table.columns[kind];
    return column ? <DropNote key={kind} view={view} kind={kind} column={column} /> : null;
  });
}

function DropNote({ view, kind, column }: { view: ManifestView; kind: ManifestKind; column: TableColumn }): ReactNode {
  const { rich, list } = useI18n();
  const drops = useMemo(() => dropsOf(column.dropped.map(({ pointer }) => pointer)), [column.dropped]);
  const isMade = column.document?.origin === 'derived';
  const fields = list(drops.map((drop) => <Code key={drop.path}>{shortName(drop)}</Code>));
  return (
    <>
      {column.leftOut.length === 0 ? null : (
        <p className="drop-note">
          <Icon name="info" />
          <span>{rich('forms.drop.leftOut', { count: column.leftOut.length })}</span>
        </p>
      )}
      {drops.length === 0 ? null : (
        <details className="drop-note" open={view === 'config'} data-kind={kind}>
          <summary>
            <Icon name="info" />
            <span>
              {isMade
                ? rich('forms.drop.done', { form: rich(`forms.head.${view}.${kind}`), fields })
                : rich('forms.drop.before', { fields })}
            </span>
            <Icon name="chevron" size={12} />
          </summary>
          <ul>
            {drops.map((drop) => (
              <li key={drop.path}>
                <Code>{drop.path}</Code>{' '}
                {drop.count > 1 ? <Ltr>({rich('forms.drop.times', { count: drop.count })})</Ltr> : null}{' '}
                <span className="muted">{rich(drop.purpose ?? 'forms.drop.unknown')}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function shortName({ path }: Drop): string {
  return path.split(' › ').at(-1) ?? path;
}
