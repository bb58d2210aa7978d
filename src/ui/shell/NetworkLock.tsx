import { Popover } from '@base-ui/react/popover';
import type { ReactNode } from 'react';
import { useI18n } from '../../i18n/i18n';
import { Icon } from '../common/Icon';
import './NetworkLock.css';

/** Whether this page's policy forbids every connection; only the built page has one. */
const isLocked = document.querySelector('meta[http-equiv="Content-Security-Policy"]') !== null;

/** Says that the page cannot send the file anywhere, why, and how to check it. */
export function NetworkLock(): ReactNode {
  const { rich } = useI18n();
  if (!isLocked) return <span className="lock muted">{rich('lock.unlocked')}</span>;
  return (
    <Popover.Root>
      <Popover.Trigger className="lock muted">
        <Icon name="lock" />
        <span className="lock-short">{rich('lock.locked')}</span>
        <span className="lock-long">{rich('lock.lockedLong')}</span>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className="popover-layer" align="end" sideOffset={6}>
          <Popover.Popup className="popover">
            <Popover.Title render={<h2 />}>{rich('lock.title')}</Popover.Title>
            <p>{rich('lock.explain')}</p>
            <p>{rich('lock.check')}</p>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
