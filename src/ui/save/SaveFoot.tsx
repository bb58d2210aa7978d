import { useEffect, useRef, type ReactNode } from 'react';
import type { Saving } from '../../app/saver';
import type { Failure } from '../../app/state';
import { useI18n } from '../../i18n/i18n';
import { Ltr } from '../../i18n/isolates';
import { Bytes } from '../common/Bytes';
import { Icon } from '../common/Icon';
import { ProgressBar } from '../common/ProgressBar';
import { VerdictMark } from '../common/VerdictMark';
import type { Choice } from './choices';
import { percentOf, savedText } from './saveText';

const SPOKEN_STEP_PERCENT = 10;

/** The button that saves, or why it cannot; while something is saved how far it is, then how it ended. */
export function SaveFoot({
  saving,
  choice,
  onCancel,
}: {
  saving: Saving;
  choice: Choice;
  onCancel: () => void;
}): ReactNode {
  const { rich } = useI18n();
  const foot = useRef<HTMLDivElement>(null);
  const { kind } = saving;
  useEffect(() => {
    // What had the focus is disabled or gone.
    const { activeElement } = document;
    const isLost =
      activeElement === document.body || activeElement === null || activeElement.matches('dialog, :disabled');
    if (isLost) foot.current?.querySelector('button')?.focus();
  }, [kind]);
  return (
    <div ref={foot} className="save-foot">
      <Spoken saving={saving} />
      {kind === 'running' ? (
        <Running saving={saving} onCancel={onCancel} />
      ) : (
        <>
          {kind === 'saved' ? <Saved saving={saving} /> : null}
          {kind === 'failed' ? <Failed failure={saving.failure} /> : null}
          <p aria-live="polite">
            {choice.cannot === null ? null : <VerdictMark verdict="unknown">{rich(choice.cannot)}</VerdictMark>}
          </p>
          <button type="submit" className="button primary" disabled={!choice.what}>
            <Icon name="save" />
            {rich('save.now')}
          </button>
        </>
      )}
    </div>
  );
}

function Running({
  saving: { name, progress, bytesPerSecond },
  onCancel,
}: {
  saving: Extract<Saving, { kind: 'running' }>;
  onCancel: () => void;
}): ReactNode {
  const { rich, t, formatBytes } = useI18n();
  const { done, total } = progress;
  return (
    <>
      <p>{rich(total > 0 && done === total ? 'save.closing' : 'save.running', { name })}</p>
      <ProgressBar label={t('save.running', { name })} done={done} total={total} />
      <p className="save-amount">
        {total > 0 ? (
          <span className="muted">{rich('save.amount', { done: formatBytes(done), total: formatBytes(total) })}</span>
        ) : null}
        {bytesPerSecond > 0 ? <Ltr className="muted">{formatBytes(bytesPerSecond)}/s</Ltr> : null}
      </p>
      <button type="button" className="button" onClick={onCancel}>
        {rich('app.cancel')}
      </button>
    </>
  );
}

function Saved({ saving: { where, name, size } }: { saving: Extract<Saving, { kind: 'saved' }> }): ReactNode {
  const { rich } = useI18n();
  return (
    <p className="save-result">
      <Icon name="check" /> <span>{rich(`save.saved.${where}`, { name, size: <Bytes value={size} /> })}</span>
    </p>
  );
}

function Failed({ failure: { code, details } }: { failure: Failure }): ReactNode {
  const { rich } = useI18n();
  const values = { path: '', why: '', kind: '', offset: '', limit: '', ...details };
  return (
    <div role="alert" className="save-failed">
      <p>
        <strong>{rich(`error.${code}.title`)}</strong>
      </p>
      <p>{rich(`error.${code}.meaning`, values)}</p>
      <p>{rich(`error.${code}.todo`, values)}</p>
    </div>
  );
}

/** For a screen reader: every tenth part, and the end. */
function Spoken({ saving }: { saving: Saving }): ReactNode {
  const i18n = useI18n();
  const text =
    saving.kind === 'running'
      ? i18n.t('save.said.running', {
          percent: Math.floor(percentOf(saving.progress) / SPOKEN_STEP_PERCENT) * SPOKEN_STEP_PERCENT,
        })
      : saving.kind === 'saved'
        ? savedText(i18n, saving)
        : '';
  return (
    <span className="hidden" role="status">
      {text}
    </span>
  );
}
