import type { ReactNode } from 'react';
import { cutPieces } from '../../core/model/configView';
import type { DocumentDiff, ValueDiff } from '../../core/model/imageDiff';
import { useI18n } from '../../i18n/i18n';
import { Code, Path } from '../../i18n/isolates';
import { Pieces } from '../common/Pieces';
import { useShownValues } from '../common/ShownValues';
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
                    <Path>{value.key.join('/')}</Path> <Reveal value={value} />
                  </th>
                  <td>
                    <Value pieces={value.a} />
                  </td>
                  <td>
                    <Value pieces={value.b} />
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

/** Shows or hides what is hidden in a value. */
function Reveal({ value: { a, b } }: { value: ValueDiff }): ReactNode {
  const { t, rich } = useI18n();
  const { isShown, all, toggle } = useShownValues();
  const names = [...new Set([...(a ?? []), ...(b ?? [])].flatMap(({ hides }) => hides ?? []))];
  if (names.length === 0) return null;
  const areShown = names.every(isShown);
  return (
    <button
      type="button"
      className="button small"
      aria-label={t(areShown ? 'config.hideOf' : 'config.showOf', { name: names.join(', ') })}
      disabled={all}
      onClick={() => toggle(...names)}
    >
      {rich(areShown ? 'config.hide' : 'config.show')}
    </button>
  );
}

function Value({ pieces }: { pieces: ValueDiff['a'] }): ReactNode {
  if (pieces === null) return <span className="muted">—</span>;
  const { pieces: shown, cut } = cutPieces(pieces, MOST_CHARACTERS);
  return (
    <Code className="diff-value">
      <Pieces pieces={shown} />
      {cut > 0 ? '…' : null}
    </Code>
  );
}
