import { useMemo, type ReactNode } from 'react';
import type { DiffLine, TextDiff } from '../../core/model/textDiff';
import { useI18n } from '../../i18n/i18n';
import { visible } from '../../i18n/visible';
import { useGradually } from '../common/useGradually';

/** Lines that are shown. */
const MOST_LINES = 2_000;
/** With each frame, so that they are never one long task. */
const LINES_A_STEP = 150;
const SIGNS: Readonly<Record<DiffLine['state'], string>> = { same: ' ', 'only-a': '−', 'only-b': '+' };

/** The lines in which two texts differ, as `diff -u` has them; or why there are none. */
export function DiffText({ diff }: { diff: TextDiff }): ReactNode {
  const { t, rich } = useI18n();
  const lines = useMemo(
    () => (diff.kind === 'lines' ? diff.runs.flatMap((run, index) => run.map((line) => ({ line, index }))) : []),
    [diff],
  );
  const count = useGradually(Math.min(lines.length, MOST_LINES), LINES_A_STEP);
  if (diff.kind !== 'lines') return <p>{rich(`diff.text.${diff.kind}`)}</p>;
  if (lines.length === 0) return <p>{rich('diff.text.same')}</p>;
  return (
    // It scrolls, and holds nothing else that takes the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="diff-lines" role="region" aria-label={t('diff.text')} tabIndex={0} dir="ltr" lang="en">
      {lines.slice(0, count).map(({ line, index }, at) => (
        <div
          key={`${line.a}:${line.b}`}
          className="diff-line"
          data-state={line.state}
          data-first={at > 0 && index !== lines[at - 1]?.index ? '' : undefined}
        >
          <span className="diff-number">{line.a ?? ''}</span>
          <span className="diff-number">{line.b ?? ''}</span>
          <span aria-hidden="true">{SIGNS[line.state]}</span>
          {line.state === 'same' ? null : <span className="hidden">{t(`diff.line.${line.state}`)}: </span>}
          <code>{visible(line.text.replace(/\r?\n$/, '').replaceAll('\t', '    '))}</code>
        </div>
      ))}
    </div>
  );
}
