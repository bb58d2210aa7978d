import type { ReactNode } from 'react';
import type { LineChange } from '../../app/tamperPick';
import { useI18n } from '../../i18n/i18n';
import { visible } from '../../i18n/visible';

/** A line of a text before and after its change, with the character that is another one marked. */
export function ByteLine({ line }: { line: LineChange }): ReactNode {
  const { rich } = useI18n();
  const { start, was, is, end, number } = line;
  return (
    <dl className="tamper-lines">
      <dt>
        {rich('tamper.before')}{' '}
        {number > 0 ? <span className="muted small">{rich('tamper.lineNumber', { n: number })}</span> : null}
      </dt>
      <dd>
        <Line start={start} changed={was} end={end} mark="was" />
      </dd>
      <dt>{rich('tamper.after')}</dt>
      <dd>
        <Line start={start} changed={is} end={end} mark="is" />
      </dd>
    </dl>
  );
}

function Line({ start, changed, end, mark }: { start: string; changed: string; end: string; mark: string }): ReactNode {
  return (
    <pre dir="ltr" lang="en">
      {visible(start)}
      <mark data-mark-of={mark}>{visible(changed)}</mark>
      {visible(end)}
    </pre>
  );
}
