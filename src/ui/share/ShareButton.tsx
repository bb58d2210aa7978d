import { useState, type ReactNode } from 'react';
import type { Workspace } from '../../app/state';
import { useI18n } from '../../i18n/i18n';
import { Icon } from '../common/Icon';
import { Sheet } from '../common/Sheet';
import { ShareForm } from './ShareForm';

/** Id of the button, for the keyboard shortcut. */
export const SHARE_BUTTON = 'share';

/** Opens the sheet that gives what is on screen as a link, a file or a frame. */
export function ShareButton({ workspace }: { workspace: Workspace }): ReactNode {
  const { t, rich } = useI18n();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        id={SHARE_BUTTON}
        type="button"
        className="button"
        title={t('share.help')}
        aria-haspopup="dialog"
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="share" />
        {rich('share.button')}
      </button>
      <Sheet
        open={isOpen}
        action="share"
        title={rich('share.title')}
        className="share-sheet"
        onClose={() => setOpen(false)}
      >
        <ShareForm workspace={workspace} />
      </Sheet>
    </>
  );
}
