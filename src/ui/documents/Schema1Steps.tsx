import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Schema1Entry } from '../../core/model/schema1';
import { useI18n } from '../../i18n/i18n';
import { Ltr } from '../../i18n/isolates';
import { Digest } from '../common/Digest';
import { V1IdMark } from '../common/V1IdMark';
import { DocumentLink } from './DocumentLink';

/** Docker itself stops at 125 layers. */
const SHOWN = 200;

/** The steps that a schema 1 manifest lists, turned around, and how each ID came about. */
export function Schema1Steps({ entries }: { entries: readonly Schema1Entry[] }): ReactNode {
  const { rich } = useI18n();
  const [isOpen, setOpen] = useState(false);
  if (entries.length === 0) return null;
  return (
    <details className="schema1-steps" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{rich('signature.steps', { count: entries.length })}</summary>
      {isOpen ? (
        <div className="schema1-scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">#</th>
                <th scope="col">{rich('signature.step.blob')}</th>
                <th scope="col">{rich('signature.step.id')}</th>
                <th scope="col">{rich('signature.step.how')}</th>
              </tr>
            </thead>
            <tbody>
              {entries.slice(0, SHOWN).map((entry, index) => (
                <Step key={`${index}`} entry={entry} number={index + 1} isTop={index === entries.length - 1} />
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </details>
  );
}

function Step({ entry, number, isTop }: { entry: Schema1Entry; number: number; isTop: boolean }): ReactNode {
  const { rich } = useI18n();
  const { blobSum, id, idKind, throwaway, document } = entry;
  return (
    <tr>
      <th scope="row">
        <Ltr>{number}</Ltr>
      </th>
      <td>
        {throwaway ? (
          <span className="muted">{rich('signature.step.empty')}</span>
        ) : blobSum === null ? null : (
          <Digest value={blobSum} copy={false} />
        )}
      </td>
      <td>{id === null ? null : <StepId id={id} document={document} />}</td>
      <td>
        {idKind === null && isTop ? (
          <span className="small muted">{rich('signature.step.topUnknown')}</span>
        ) : (
          <V1IdMark of={{ v1IdKind: idKind, v1IdZone: null }} />
        )}
      </td>
    </tr>
  );
}

/** The ID of a step, leading to what the step says of itself. */
function StepId({ id, document }: { id: string; document: string | null }): ReactNode {
  const words = <Digest value={id} copy={false} />;
  return document === null ? words : <DocumentLink id={document}>{words}</DocumentLink>;
}
