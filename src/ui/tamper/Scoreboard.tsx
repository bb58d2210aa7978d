import type { ReactNode } from 'react';
import { broken, notices, type ColumnNames } from '../../core/verify/names';
import type { Representation } from '../../core/model/representation';
import { useI18n } from '../../i18n/i18n';
import { ColumnShape } from '../common/ColumnShape';
import { OriginMark } from '../common/OriginMark';
import { useView } from '../context';
import { guessedColumns } from './shared';

/** For each form, how many of the names from before do not match any more; and whether that was guessed. */
export function Scoreboard({
  representations,
  names,
}: {
  representations: readonly Representation[];
  names: readonly ColumnNames[];
}): ReactNode {
  const { rich } = useI18n();
  const { view } = useView();
  const guessed = guessedColumns(view.guess);
  return (
    <section className="tamper-section">
      <h2>{rich('tamper.score')}</h2>
      <p className="muted">{rich('tamper.scoreMeans')}</p>
      <ul className="tamper-score">
        {names.map((each) => {
          const form = representations.find(({ column }) => column === each.column);
          const count = broken(each);
          const isNoticed = notices(each);
          return (
            <li key={each.column} data-column={each.column} data-noticed={isNoticed ? '' : undefined}>
              <span className="tamper-score-name">
                <ColumnShape column={each.column} />
                <strong>{rich(`column.${each.column}`)}</strong>
              </span>
              <strong className="tamper-score-count">{count}</strong>
              <span className="tamper-score-verdict">
                {count > 0
                  ? rich(form?.origin === 'derived' ? 'tamper.wouldNotice' : 'tamper.noticed')
                  : isNoticed
                    ? rich('tamper.isMissing')
                    : rich('tamper.nobodyNoticed')}
              </span>
              <span className="small muted">
                {each.column === 'v1' ? <V1Note form={form} /> : null}
                {each.column !== 'v1' && form?.origin === 'derived' ? (
                  <>
                    <OriginMark origin="derived" /> {rich('tamper.derived')}
                  </>
                ) : null}
              </span>
              {guessed === null ? null : (
                <span className="small">
                  {guessed.includes(each.column) === isNoticed
                    ? rich('tamper.guess.right')
                    : rich('tamper.guess.wrong')}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function V1Note({ form }: { form: Representation | undefined }): ReactNode {
  const { rich } = useI18n();
  const isRandom = form?.facets.some(({ role, v1IdKind }) => role === 'layer' && v1IdKind === 'random') ?? false;
  return rich(isRandom ? 'tamper.v1.random' : 'tamper.v1.computed');
}
