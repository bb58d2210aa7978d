import type { ReactNode } from 'react';
import './ProgressBar.css';

/** How far something is; grows in the reading direction. */
export function ProgressBar({ label, done, total }: { label: string; done: number; total: number }): ReactNode {
  const percent = total > 0 ? Math.min(100, (100 * done) / total) : 0;
  return (
    <div
      className="progress"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.floor(percent)}
    >
      <div style={{ inlineSize: `${percent}%` }} />
    </div>
  );
}
