import { useId, type ReactNode } from 'react';
import type { Option } from '../../app/exercises/model';
import { useI18n } from '../../i18n/i18n';
import { Code } from '../../i18n/isolates';

interface Props {
  readonly why: string | undefined;
  readonly ask: ReactNode;
  readonly options: readonly Option[];
  readonly given: readonly string[];
  readonly onGive: (given: readonly string[]) => void;
}

/** Things that are put in order by pressing them one after the other; pressed again, the last ones are taken back. */
export function OrderField({ why, ask, options, given, onGive }: Props): ReactNode {
  const { t, rich } = useI18n();
  const id = useId();
  const press = (option: string): void => {
    const at = given.indexOf(option);
    onGive(at < 0 ? [...given, option] : given.slice(0, at));
  };
  return (
    <div role="group" aria-labelledby={id} aria-describedby={why} className="exercise-order">
      <p id={id}>{ask}</p>
      <ul>
        {options.map((option) => {
          const place = given.indexOf(option.id) + 1;
          const name = option.code;
          return (
            <li key={option.id}>
              <button
                type="button"
                className="button"
                aria-pressed={place > 0}
                aria-label={place > 0 ? t('exercises.orderTaken', { name, place }) : t('exercises.orderTake', { name })}
                onClick={() => press(option.id)}
              >
                <span className="exercise-order-place" aria-hidden="true">
                  {place > 0 ? place : '·'}
                </span>
                <Code>{name}</Code>
              </button>
            </li>
          );
        })}
      </ul>
      <p>
        <button type="button" className="button bare" onClick={() => onGive([])}>
          {rich('exercises.orderAgain')}
        </button>
      </p>
    </div>
  );
}
