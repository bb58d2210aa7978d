import type { ReactNode } from 'react';
import { useI18n } from '../../i18n/i18n';
import { ColumnShape } from '../common/ColumnShape';
import './ColumnSwitch.css';
import type { ShownColumns } from './useShownColumns';

/** Which columns are on screen, where not all fit. */
export function ColumnSwitch({ columns }: { columns: ShownColumns }): ReactNode {
  const { t, rich } = useI18n();
  const { shown, choices, choose } = columns;
  if (choices.length < 2) return null;
  return (
    <div className="column-switch" role="group" aria-label={t('ladder.columns')}>
      {choices.map((choice) => (
        <button
          key={choice.join()}
          type="button"
          className="button"
          aria-pressed={choice.join() === shown.join()}
          onClick={() => choose(choice)}
        >
          {choice.map((column) => (
            <span key={column} className="column-choice">
              <ColumnShape column={column} />
              {rich(`columnShort.${column}`)}
            </span>
          ))}
        </button>
      ))}
    </div>
  );
}
