import type { ReactNode } from 'react';
import type { StatedList } from '../../core/model/configView';
import { useI18n } from '../../i18n/i18n';

/** How many there are beyond those that are listed. */
export function More({ of }: { of: Pick<StatedList<unknown>, 'items' | 'total'> }): ReactNode {
  const { rich } = useI18n();
  const rest = of.total - of.items.length;
  return rest === 0 ? null : <p className="muted">{rich('config.more', { count: rest })}</p>;
}
