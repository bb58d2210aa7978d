import { useEffect, useState, type ReactNode } from 'react';
import { useI18n } from '../../i18n/i18n';
import { useAnnounce } from './announce';
import { copyText } from './copy';
import { Icon } from './Icon';
import './CopyButton.css';

const SHOWN_MILLISECONDS = 1500;

/** Copies `text` exactly. `label` says what is copied, for screen readers; `tabIndex` -1 inside grids, which have their own key. */
export function CopyButton({ text, label, tabIndex }: { text: string; label: string; tabIndex?: number }): ReactNode {
  const { t } = useI18n();
  const announce = useAnnounce();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SHOWN_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <button
      type="button"
      className="copy"
      tabIndex={tabIndex}
      aria-label={label}
      title={t(copied ? 'app.copied' : 'app.copy')}
      onClick={(event) => {
        event.stopPropagation();
        void copyText(text).then((done) => {
          setCopied(done);
          announce(t(done ? 'app.copied' : 'app.copyRefused'));
        });
      }}
    >
      <Icon name={copied ? 'check' : 'copy'} size={13} />
    </button>
  );
}
