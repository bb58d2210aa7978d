import type { ReactNode } from 'react';
import { useI18n } from '../../i18n/i18n';
import { Icon } from '../common/Icon';
import { useServices } from '../context';

/** Opens the list of all commands. */
export function PaletteButton(): ReactNode {
  const { t } = useI18n();
  const { offers } = useServices();
  return (
    <button
      type="button"
      className="button bare"
      aria-label={t('keys.palette')}
      title={t('keys.palette')}
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K Meta+K"
      onClick={() => offers.find({ kind: 'palette' })?.()}
    >
      <Icon name="command" size={16} />
    </button>
  );
}
