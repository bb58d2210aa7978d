import type { ReactNode } from 'react';
import { useI18n } from '../../i18n/i18n';
import { Icon } from '../common/Icon';
import type { Fold } from './fold';
import { PlaceName } from './PlaceName';

/** What a fold is about, which opens and closes it. The keyboard does so by + and − in the grid, which is one Tab stop. */
export function FoldName({ fold, onFold }: { fold: Fold; onFold: (key: string) => void }): ReactNode {
  const { rich } = useI18n();
  const { from, to, count, isOpen } = fold;
  return (
    <button type="button" className="form-fold" aria-expanded={isOpen} tabIndex={-1} onClick={() => onFold(fold.key)}>
      <Icon name="chevron" size={12} />
      {count > 1 && 'number' in from && 'number' in to ? (
        <span>{rich('forms.place.steps', { from: from.number, to: to.number })}</span>
      ) : (
        <span>
          <PlaceName place={from} />
        </span>
      )}
    </button>
  );
}
