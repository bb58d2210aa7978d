import type { ReactNode } from 'react';
import { useI18n } from '../../i18n/i18n';
import { useMayExport } from '../common/ExportControls';
import { Icon } from '../common/Icon';
import './SourceNote.css';

/** Says that nothing of what is open is exported, where its page asks that. */
export function KeptNote(): ReactNode {
  const { rich } = useI18n();
  if (useMayExport()) return null;
  return (
    <p className="source-note">
      <Icon name="lock" />
      <span>{rich('embed.localOnly')}</span>
    </p>
  );
}
