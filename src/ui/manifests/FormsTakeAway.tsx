import type { ReactNode } from 'react';
import type { Workspace } from '../../app/state';
import { useI18n } from '../../i18n/i18n';
import { useServices } from '../context';
import { TakeAway } from '../takeaway/TakeAway';
import { formsMarkdown, formsPicture, type FormsShown } from './picture';
import { rowsShown } from './rowsShown';

/** The menu that gives the board as picture and table, drawn from what its redacted snapshot opens as. */
export function FormsTakeAway({
  workspace: { archive, imageKey },
  shown,
  only,
}: {
  workspace: Workspace;
  shown: Pick<FormsShown, 'view' | 'shown' | 'pairs'>;
  /** Only where the last two forms differ. */
  only: boolean;
}): ReactNode {
  const i18n = useI18n();
  const { session } = useServices();
  return (
    <TakeAway
      name={`${archive.name}.${shown.view}`}
      draw={async (hide, signal) => {
        const { views } = await (hide.length === 0
          ? session.manifestTables(imageKey, signal)
          : session.redactedTables(imageKey, hide, signal));
        const table = views[shown.view];
        if (!table) throw new Error('a snapshot has the documents that are shown');
        const of: FormsShown = { ...shown, title: archive.name, table, rows: rowsShown(table, shown, only) };
        return { svg: (measure) => formsPicture(i18n, of, measure), markdown: () => formsMarkdown(i18n, of) };
      }}
    />
  );
}
