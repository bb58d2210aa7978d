import type { ReactNode } from 'react';
import type { SessionState } from '../../app/state';
import { useI18n } from '../../i18n/i18n';
import { Name } from '../../i18n/isolates';
import { ProgressBar } from '../common/ProgressBar';
import { useServices } from '../context';
import { TopBar } from '../shell/TopBar';
import './Opening.css';

/** While the structure is read: which step, how far, and a way out. */
export function Opening({ state }: { state: Extract<SessionState, { kind: 'opening' }> }): ReactNode {
  const { rich, t, formatBytes, formatNumber } = useI18n();
  const { navigation } = useServices();
  const { name, stage, done, total } = state;
  const amount = stage === 'reading' || stage === 'listing' ? formatNumber : formatBytes;
  return (
    <>
      <TopBar />
      <main className="opening" aria-busy="true">
        <h1>
          <Name>{name}</Name>
        </h1>
        <p>{rich(`opening.${stage}`)}</p>
        <ProgressBar label={t(`opening.${stage}`)} done={done} total={total} />
        <p className="muted">
          {total > 0
            ? rich('opening.progress', { done: amount(done), total: amount(total) })
            : stage === 'listing'
              ? rich('opening.listed', { count: done })
              : null}
        </p>
        <button type="button" className="button" onClick={navigation.close}>
          {rich('app.cancel')}
        </button>
      </main>
    </>
  );
}
