import type { ReactNode } from 'react';
import type { DocumentDiff, ValueDiff } from '../../core/model/imageDiff';
import { useI18n } from '../../i18n/i18n';
import { Code, Path } from '../../i18n/isolates';
import { DiffScroll } from './DiffScroll';

/** Values that are shown at once, and characters of one; what is saved has them all. */
const MOST_VALUES = 200;
const MOST_CHARACTERS = 400;

/** The values in which two documents differ, by key, and how their bytes differ beyond. */
export function DiffDocument({ view, document }: { view: 'config' | 'manifest'; document: DocumentDiff }): ReactNode {
  const { t, rich } = useI18n();
  const { a, b, same, values, valueCount, forms } = document;
  const shown = values.slice(0, MOST_VALUES);
  return (
    <section className="diff-section">
      <h2>{rich(`diff.${view}`)}</h2>
      {!a || !b ? (
        <p>{rich('diff.documentNone')}</p>
      ) : same ? (
        <p>{rich('diff.documentSame')}</p>
      ) : valueCount === 0 ? (
        <p>{rich('diff.noValues')}</p>
      ) : (
        <DiffScroll label={t(`diff.${view}`)}>
          <table className="diff-table diff-values">
            <thead>
              <tr>
                <th scope="col">{rich('diff.key')}</th>
                <th scope="col">{rich('diff.a')}</th>
                <th scope="col">{rich('diff.b')}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((value) => (
                <tr key={`${value.state} ${value.key.join('\n')}`} data-state={value.state}>
                  <th scope="row">
                    <Path>{value.key.join('/')}</Path>
                  </th>
                  <td>
                    <Value text={value.a} />
                  </td>
                  <td>
                    <Value text={value.b} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </DiffScroll>
      )}
      {valueCount > shown.length ? <p>{rich('diff.moreValues', { count: valueCount - shown.length })}</p> : null}
      {forms.map((form) => (
        <p key={form}>{rich(`diff.form.${form}`)}</p>
      ))}
    </section>
  );
}

function Value({ text }: { text: ValueDiff['a'] }): ReactNode {
  if (text === null) return <span className="muted">—</span>;
  return (
    <Code className="diff-value">{text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text}</Code>
  );
}
