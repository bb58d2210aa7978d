import type { ReactNode } from 'react';
import type { Progress } from '../../core/model/facts';
import { useI18n } from '../../i18n/i18n';
import { ProgressBar } from '../common/ProgressBar';

/** How far the reading of a file is, in bytes that are unpacked, and how to stop it. */
export function FileProgress({ progress, onStop }: { progress: Progress | null; onStop: () => void }): ReactNode {
  const { t, rich, formatBytes } = useI18n();
  if (!progress) {
    return (
      <p className="muted" role="status">
        {rich('inside.reading')}
      </p>
    );
  }
  const { done, total } = progress;
  const amounts = { done: <bdi>{formatBytes(done)}</bdi>, total: <bdi>{formatBytes(total)}</bdi> };
  return (
    <div className="file-progress">
      <ProgressBar label={t('inside.reading')} done={done} total={total} />
      <span>{rich('inside.unpacking', amounts)}</span>
      <button type="button" className="button" onClick={onStop}>
        {rich('inside.stop')}
      </button>
    </div>
  );
}
