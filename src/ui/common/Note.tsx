import type { ReactNode } from 'react';
import { useI18n } from '../../i18n/i18n';
import { Icon } from './Icon';
import './Note.css';

/** One sentence across the page that the reader may close. */
export function Note({ children, onClose }: { children: ReactNode; onClose: () => void }): ReactNode {
  const { t } = useI18n();
  return (
    <div className="note" role="status">
      <Icon name="info" />
      <p>{children}</p>
      <button type="button" className="button bare" aria-label={t('app.close')} onClick={onClose}>
        <Icon name="close" />
      </button>
    </div>
  );
}
