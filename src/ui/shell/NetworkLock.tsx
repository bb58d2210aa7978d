import { Popover } from '@base-ui/react/popover';
import type { ReactNode } from 'react';
import { useI18n } from '../../i18n/i18n';
import { Ltr } from '../../i18n/isolates';
import { Icon } from '../common/Icon';
import { useServices } from '../context';
import './NetworkLock.css';

/** Says that the page cannot send the file anywhere, or which one host it may read, why, and how to check it. */
export function NetworkLock(): ReactNode {
  const { rich } = useI18n();
  const { policy } = useServices();
  const [open, tokens] = policy.openTo().map((origin) => new URL(origin).host);
  if (!policy.isEnforced) return <span className="lock muted">{rich('lock.unlocked')}</span>;
  return (
    <Popover.Root>
      <Popover.Trigger className="lock muted">
        <Icon name="lock" />
        {open === undefined ? (
          <>
            <span className="lock-short">{rich('lock.locked')}</span>
            <span className="lock-long">{rich('lock.lockedLong')}</span>
          </>
        ) : (
          <span className="lock-open">
            {rich('lock.open', { host: <Ltr>{[open, tokens].filter(Boolean).join(' + ')}</Ltr> })}
          </span>
        )}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className="popover-layer" align="end" sideOffset={6}>
          <Popover.Popup className="popover">
            <Popover.Title render={<h2 />}>{rich(open === undefined ? 'lock.title' : 'lock.openTitle')}</Popover.Title>
            <p>{open === undefined ? rich('lock.explain') : rich('lock.openExplain', { host: open })}</p>
            {tokens === undefined ? null : <p>{rich('lock.openTokens', { tokens })}</p>}
            <p>{rich('lock.check')}</p>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
