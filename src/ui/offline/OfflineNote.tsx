import { useSyncExternalStore, type ReactNode } from 'react';
import { useI18n } from '../../i18n/i18n';
import { Note } from '../common/Note';
import { useServices } from '../context';

/** Says once that the page now opens without a network; under what is there, which must not move. */
export function OfflineNote(): ReactNode {
  const { offline } = useServices();
  const { rich } = useI18n();
  const { ready } = useSyncExternalStore(offline.subscribe, offline.getState);
  return ready ? <Note onClose={offline.dismissReady}>{rich('offline.ready')}</Note> : null;
}
