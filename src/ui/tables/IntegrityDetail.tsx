import type { ReactNode } from 'react';
import type { Document } from '../../core/model/archive';
import type { IntegrityRow } from '../../core/model/integrity';
import { useI18n } from '../../i18n/i18n';
import { Code, Path } from '../../i18n/isolates';
import { toolsOfRow } from '../../i18n/toolWords';
import { ToolsSay } from '../common/ToolsSay';
import { Actual, RowVerdictMark, Value } from './integrityColumns';
import { whatText } from './integrityWords';
import { Occurrences } from './Occurrences';
import { PlaceLink, type Place } from './PlaceLink';
import { ShellLine } from './ShellLine';

/** Everything about one row: values in full, how to see them oneself, what it means, what to do, and what tools say. */
export function IntegrityDetail({
  row,
  document,
  place,
}: {
  row: IntegrityRow | null;
  /** The document that the row is about. */
  document: Document | null;
  place: Place;
}): ReactNode {
  const i18n = useI18n();
  const { t, rich } = i18n;
  return (
    <section
      className="integrity-detail"
      data-empty={row ? undefined : ''}
      aria-label={t('integrity.detail')}
      aria-live="polite"
    >
      {row ? (
        <>
          <h2>
            <RowVerdictMark row={row} />
            <span>{whatText(i18n, row)}</span>
          </h2>
          <dl>
            <Line name={rich('integrity.target')}>
              <Path>{row.target.slice(0, NAME_SHOWN)}</Path>
            </Line>
            <Line name={rich('integrity.claimed')}>
              <Value value={row.claimed} full />
            </Line>
            <Line name={rich('integrity.actual')}>
              <Actual row={row} full />
            </Line>
            <Line name={rich('integrity.place')}>
              <PlaceLink row={row} place={place} />
            </Line>
            {row.formula === null ? null : (
              <Line name={rich('integrity.formula')}>
                <Code className="integrity-value">{row.formula}</Code>
              </Line>
            )}
            <Line name={rich('integrity.shell')}>
              <Shown shell={row.shell} />
            </Line>
            {row.occurrences ? (
              <Line name={rich('integrity.occurrences')}>
                <Occurrences occurrences={row.occurrences} />
              </Line>
            ) : null}
            <Line name={rich('integrity.means')}>
              <p>{rich(`rowKind.${row.kind}.means`)}</p>
              {row.kind === 'orphan' && document?.kind === 'v1-json' ? <p>{rich('rowKind.orphan.v1')}</p> : null}
              <p>{rich(`verdict.${row.verdict}.means`)}</p>
            </Line>
            <Line name={rich('integrity.todo')}>{rich(`verdict.${row.verdict}.todo`)}</Line>
          </dl>
          <ToolsSay tools={row.reason === 'reprinted' ? [] : toolsOfRow(row.kind, row.verdict, row.about)} />
        </>
      ) : (
        <p className="muted">{rich('integrity.choose')}</p>
      )}
    </section>
  );
}

const NAME_SHOWN = 4096;

function Line({ name, children }: { name: ReactNode; children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Shown({ shell }: { shell: string | null }): ReactNode {
  const { rich } = useI18n();
  if (shell === null) return <span className="muted">{rich('integrity.noShell')}</span>;
  return (
    <>
      <ShellLine shell={shell} />
      <span className="small muted">{rich('integrity.shellNote')}</span>
    </>
  );
}
