import { Popover } from '@base-ui/react/popover';
import { useSyncExternalStore, type ReactNode } from 'react';
import { isTeaching } from '../../app/offline';
import { useI18n } from '../../i18n/i18n';
import { useServices } from '../context';
import './NewerDot.css';

/** A quiet dot when a newer version is here. Nothing is to be done: it is used the next time that the page is opened. */
export function NewerDot(): ReactNode {
  const { offline } = useServices();
  const { t, rich } = useI18n();
  const { newer } = useSyncExternalStore(offline.subscribe, offline.getState);
  if (!newer || isTeaching(location.hash)) return null;
  return (
    <Popover.Root>
      <Popover.Trigger className="button bare newer" aria-label={t('offline.newer')} title={t('offline.newer')}>
        <span className="newer-dot" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className="popover-layer" align="end" sideOffset={6}>
          <Popover.Popup className="popover">
            <Popover.Title render={<h2 />}>{rich('offline.newer')}</Popover.Title>
            <p>{rich('offline.newerMeans')}</p>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
