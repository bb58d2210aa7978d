import type { ReactNode } from 'react';
import type { Origin } from '../../core/model/archive';
import { useI18n } from '../../i18n/i18n';
import { Icon } from './Icon';
import './OriginMark.css';

/** Whether something is in the opened file or worked out from it: a glyph, and the words beside it or for screen readers only. */
export function OriginMark({ origin, words = false }: { origin: Origin | 'mixed'; words?: boolean }): ReactNode {
  const { t, rich } = useI18n();
  return (
    <span className="origin" data-origin={origin} title={words ? undefined : t(`origin.${origin}`)}>
      <Icon name={origin === 'derived' ? 'derived' : 'found'} size={12} />
      <span className={words ? undefined : 'hidden'}>{rich(`origin.${origin}`)}</span>
    </span>
  );
}
