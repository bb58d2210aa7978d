import { useMemo, type ReactNode } from 'react';
import type { Workspace } from '../../app/state';
import { useI18n } from '../../i18n/i18n';
import { Code, Ltr } from '../../i18n/isolates';
import { CommandList } from '../common/CommandList';
import type { Choice, Dropped } from './choices';

const DROPPED_SHOWN = 12;

/** What comes of a choice: what it is good for, its size and name, what it leaves out, and how it is loaded. */
export function ChoiceDetail({
  choice,
  file,
  workspace,
}: {
  choice: Choice;
  /** What the file is called. */
  file: string;
  workspace: Workspace;
}): ReactNode {
  const { rich, formatExactBytes, formatBytes } = useI18n();
  const { cannot, size, dropped } = choice;
  const commands = choice.load(file);
  return (
    <>
      <div aria-live="polite">
        <p>{rich(choice.good)}</p>
        {cannot === null ? (
          <dl className="save-facts">
            {size === null ? null : (
              <div>
                <dt>{rich('save.size')}</dt>
                <dd>
                  <Ltr>
                    {formatExactBytes(size)}
                    {size >= 1000 ? ` · ${formatBytes(size)}` : ''}
                  </Ltr>
                </dd>
              </div>
            )}
            <div>
              <dt>{rich('save.name')}</dt>
              <dd>
                <Code>{file}</Code>
              </dd>
            </div>
            {dropped === null ? null : (
              <div>
                <dt>{rich('save.dropped')}</dt>
                <dd>
                  <DroppedList dropped={dropped} workspace={workspace} />
                </dd>
              </div>
            )}
          </dl>
        ) : null}
      </div>
      {cannot === null && commands.length > 0 ? (
        <section className="save-load">
          <h3>{rich('save.load')}</h3>
          <CommandList commands={commands} />
        </section>
      ) : null}
    </>
  );
}

/** What the form has no place for: names, and values by the kind of document that has them. */
function DroppedList({ dropped, workspace }: { dropped: Dropped; workspace: Workspace }): ReactNode {
  const { rich } = useI18n();
  const { archive, representations } = workspace;
  const kinds = useMemo(() => {
    const all = [...archive.documents, ...representations.flatMap(({ derived }) => derived)];
    return new Map(all.map(({ id, kind }) => [id, kind]));
  }, [archive, representations]);
  const all = [
    ...dropped.names.map((text) => ({ text, of: rich('save.droppedName') })),
    ...dropped.fields.map(({ document, pointer }) => {
      const kind = kinds.get(document);
      return { text: pointer, of: kind ? rich(`document.${kind}`) : null };
    }),
  ];
  if (all.length === 0) return rich('save.droppedNone');
  return (
    <>
      {rich('save.droppedWhy')}
      <ul className="save-dropped">
        {all.slice(0, DROPPED_SHOWN).map(({ text, of }, index) => (
          <li key={`${index}`}>
            <Code>{text}</Code> {of === null ? null : <span className="small muted">{of}</span>}
          </li>
        ))}
        {all.length > DROPPED_SHOWN ? <li>{rich('save.more', { count: all.length - DROPPED_SHOWN })}</li> : null}
      </ul>
    </>
  );
}
