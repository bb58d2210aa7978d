import type { ReactNode } from 'react';
import { useI18n } from '../../i18n/i18n';
import { copyText } from '../common/copy';

/** Our own fault, said plainly. */
export function Broken({ fault }: { fault: string }): ReactNode {
  const { rich } = useI18n();
  return (
    <main className="failed" role="alert">
      <h1>{rich('error.internal.title')}</h1>
      <p>{rich('error.internal.meaning')}</p>
      <p>{rich('error.internal.todo')}</p>
      <p className="failed-actions">
        <button type="button" className="button primary" onClick={() => location.reload()}>
          {rich('app.reload')}
        </button>
        <button type="button" className="button" onClick={() => void copyText(fault)}>
          {rich('failed.copy')}
        </button>
      </p>
    </main>
  );
}
