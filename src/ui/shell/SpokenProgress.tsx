import type { ReactNode } from 'react';
import type { Measuring } from '../../app/state';
import type { Summary } from '../../core/verify/verify';
import { useI18n } from '../../i18n/i18n';

const SPOKEN_STEP_PERCENT = 10;

/** Progress for a screen reader: every tenth part, and the result; a mismatch interrupts. */
export function SpokenProgress({ measuring, summary }: { measuring: Measuring; summary: Summary }): ReactNode {
  const { t } = useI18n();
  const { status, bytesDone, bytesTotal } = measuring;
  const percent = bytesTotal > 0 ? (100 * bytesDone) / bytesTotal : 100;
  const text = {
    running: t('progress.status', { percent: Math.floor(percent / SPOKEN_STEP_PERCENT) * SPOKEN_STEP_PERCENT }),
    stopped: t('progress.stopped', { done: summary.total - summary.pending, rest: summary.pending }),
    done: summary.total === 0 ? '' : t('progress.done', { n: summary.matches, total: summary.total }),
  }[status];
  return (
    <>
      <span className="hidden" role="status">
        {text}
      </span>
      <span className="hidden" role="alert">
        {summary.mismatches > 0 ? t('verdicts.mismatch', { n: summary.mismatches }) : ''}
      </span>
    </>
  );
}
