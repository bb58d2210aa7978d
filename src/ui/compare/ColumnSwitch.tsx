import type { ReactNode } from 'react';
import type { MessageId } from '../../i18n/en';
import { useI18n } from '../../i18n/i18n';
import { ColumnShape, type ShownColumn } from '../common/ColumnShape';
import './ColumnSwitch.css';
import type { ShownColumns } from './useShownColumns';

/** Which columns are on screen, where not all fit, or not all are wanted. */
export function ColumnSwitch<C extends ShownColumn>({
  columns,
  nameOf,
}: {
  columns: ShownColumns<C>;
  nameOf: (column: C) => MessageId;
}): ReactNode {
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
              {rich(nameOf(column))}
            </span>
          ))}
        </button>
      ))}
    </div>
  );
}
