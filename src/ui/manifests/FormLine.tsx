import { memo, type CSSProperties, type ReactNode } from 'react';
import type { RowState, TableCell } from '../../core/model/manifestTable';
import { useI18n } from '../../i18n/i18n';
import { visible } from '../../i18n/visible';
import { Fingerprint } from '../common/Fingerprint';
import { lineRuns, type Run } from './runs';

/** Deeper levels are not moved in any further: the text must stay on the screen. */
const DEEPEST_INDENT = 12;

interface FormLineProps {
  readonly cell: TableCell;
  /** The same line of the form that this one is marked against. */
  readonly against: TableCell | null;
  readonly state: RowState | null;
}

/** One line of JSON; what differs in it is bold and underlined. A digest is cut to its first digits, and in narrow columns a media type to its own words, but not on paper. */
export const FormLine = memo(function FormLine({ cell, against, state }: FormLineProps): ReactNode {
  const { t, rich, dir, lang } = useI18n();
  const { depth, names, cut, reversed } = cell;
  const style: CSSProperties & { '--depth': number } = { '--depth': Math.min(depth, DEEPEST_INDENT) };
  const title = cut > 0 ? t('forms.cut', { count: cut }) : names ? visible(names.value) : undefined;
  return (
    <code className="form-line" dir="ltr" lang="en" style={style} title={title}>
      {lineRuns(cell, against, state).map((run, index) => (
        <RunText key={`${index}`} run={run} />
      ))}
      {names?.kind === 'digest' ? <Fingerprint digest={names.value} /> : null}
      {reversed ? (
        <bdi className="form-note" dir={dir} lang={lang}>
          {rich('forms.reversed')}
        </bdi>
      ) : null}
    </code>
  );
});

/** A run of a line as it is drawn. */
export function RunText({ run: { text, kind, differs } }: { run: Run }): ReactNode {
  if (differs) return <mark className={kind === 'digits' ? 'form-digits' : undefined}>{text}</mark>;
  if (kind === 'plain') return text;
  if (kind === 'prefix') {
    return (
      <span className="form-prefix">
        <span>{text}</span>
      </span>
    );
  }
  return <span className={kind === 'rest' ? 'digest-rest' : `form-${kind}`}>{text}</span>;
}
