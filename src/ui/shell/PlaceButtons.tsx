import type { ReactNode } from 'react';
import { useI18n } from '../../i18n/i18n';
import { Icon } from '../common/Icon';
import { useServices } from '../context';

/** The way from one place of the board that names the selected digest to the next. */
export function PlaceButtons(): ReactNode {
  const { t } = useI18n();
  const { offers } = useServices();
  return (
    <span className="foot-places">
      {([-1, 1] as const).map((by) => {
        const label = t(`keys.place.${by > 0 ? 'next' : 'previous'}`);
        return (
          <button
            key={by}
            type="button"
            className="button bare"
            data-by={by}
            aria-label={label}
            title={label}
            // Where the keyboard is, it goes on from.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => offers.find({ kind: 'place', by })?.()}
          >
            <Icon name="chevron" size={12} />
          </button>
        );
      })}
    </span>
  );
}
