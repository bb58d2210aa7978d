import type { ReactNode } from 'react';
import { mayExport } from '../../app/exporter';
import { useI18n } from '../../i18n/i18n';
import { useSession } from '../context';
import './ExportControls.css';
import { Icon } from './Icon';

/** Whether anything of what is open may be taken away. */
export function useMayExport(): boolean {
  return mayExport(useSession());
}

/** Buttons that give something of what is open away. For a file that its page keeps, they are off, and it is said beside them. */
export function ExportControls({ children }: { children: ReactNode }): ReactNode {
  const { t, rich } = useI18n();
  if (useMayExport()) return children;
  return (
    <fieldset className="kept" disabled>
      {children}
      <span className="kept-why muted small" title={t('embed.localOnly')}>
        <Icon name="lock" size={12} />
        {rich('embed.kept')}
        <span className="hidden">{rich('embed.localOnly')}</span>
      </span>
    </fieldset>
  );
}
