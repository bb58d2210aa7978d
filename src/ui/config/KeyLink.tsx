import type { MouseEvent, ReactNode } from 'react';
import { useI18n } from '../../i18n/i18n';
import { usePlaces } from './context';

/** Leads to where the config says something. */
export function KeyLink({ at, children }: { at: string; children: ReactNode }): ReactNode {
  const { t } = useI18n();
  const places = usePlaces();
  const follow = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    places.follow(at);
  };
  return (
    <a className="key-link" href={places.href(at)} title={t('config.place', { at })} onClick={follow}>
      {children}
    </a>
  );
}
