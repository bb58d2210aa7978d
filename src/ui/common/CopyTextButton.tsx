import { useState, type ReactNode } from 'react';
import { useI18n } from '../../i18n/i18n';
import { useAnnounce } from './announce';
import { copyText } from './copy';
import { Icon } from './Icon';

/** A button with words that copies `text` exactly. */
export function CopyTextButton({ text, children }: { text: string; children: ReactNode }): ReactNode {
  const { t } = useI18n();
  const announce = useAnnounce();
  const [isDone, setDone] = useState(false);
  return (
    <button
      type="button"
      className="button"
      onClick={() =>
        void copyText(text).then((done) => {
          setDone(done);
          announce(t(done ? 'app.copied' : 'app.copyRefused'));
        })
      }
    >
      <Icon name={isDone ? 'check' : 'copy'} />
      {children}
    </button>
  );
}
