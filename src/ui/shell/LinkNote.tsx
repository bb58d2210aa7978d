import { useSyncExternalStore, type ReactNode } from 'react';
import { useI18n } from '../../i18n/i18n';
import { Note } from '../common/Note';
import { useServices } from '../context';

/** Says which part of the address was not understood. */
export function LinkNote(): ReactNode {
  const { view } = useServices();
  const { rich } = useI18n();
  const parts = useSyncExternalStore(view.subscribe, view.getNotUnderstood);
  if (parts.length === 0) return null;
  return <Note onClose={view.dismissNotUnderstood}>{rich('app.linkNotUnderstood', { parts: parts.join(' ') })}</Note>;
}
