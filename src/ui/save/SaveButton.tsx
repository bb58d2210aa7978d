import { useSyncExternalStore, type ReactNode } from 'react';
import { useI18n } from '../../i18n/i18n';
import { Icon } from '../common/Icon';
import { VerdictMark } from '../common/VerdictMark';
import { useSaves } from './context';
import { percentOf } from './saveText';

/** Id of the button, for the keyboard shortcut. */
export const SAVE_BUTTON = 'save';

/** Opens the sheet in which things are saved; says how far it is while something is. */
export function SaveButton(): ReactNode {
  const { t, rich } = useI18n();
  const { saver, toggle, isOpen } = useSaves();
  const saving = useSyncExternalStore(saver.subscribe, saver.getState);
  return (
    <>
      {saving.kind === 'failed' && !isOpen ? (
        <span role="alert">
          <VerdictMark verdict="unknown">{rich(`error.${saving.failure.code}.title`)}</VerdictMark>
        </span>
      ) : null}
      <button
        id={SAVE_BUTTON}
        type="button"
        className="button"
        title={t('save.help')}
        aria-haspopup="dialog"
        onClick={() => toggle()}
      >
        <Icon name="save" />
        {saving.kind === 'running'
          ? rich('save.busy', { percent: Math.floor(percentOf(saving.progress)) })
          : rich('save.button')}
      </button>
    </>
  );
}
