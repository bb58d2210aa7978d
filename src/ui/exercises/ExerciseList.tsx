import { useState, type ReactNode } from 'react';
import type { ExercisePlace, ExercisesState } from '../../app/exercises/exercises';
import { EXERCISE_COUNT, type ExerciseText } from '../../app/exercises/model';
import { useI18n } from '../../i18n/i18n';
import { isolateAuto } from '../../i18n/visible';
import { Icon } from '../common/Icon';
import { useServices } from '../context';
import { Words } from '../lesson/Blocks';

/** The way to each exercise: a dot each, and below its name, which opens the list of all names. */
export function ExerciseList({ state, place }: { state: ExercisesState; place: ExercisePlace }): ReactNode {
  const { t, rich } = useI18n();
  const { exercises } = useServices();
  const [isOpen, setOpen] = useState(false);
  const { progress, seat } = state;
  const go = ({ number }: ExerciseText): void => {
    exercises.goTo(number);
    setOpen(false);
  };
  const spoken = ({ number, title }: ExerciseText): string => {
    const name = { words: t('exercises.name', { number, title: { words: isolateAuto(title) } }) };
    if (progress.shown.has(number)) return t('exercises.nameShown', { name });
    return progress.done.has(number) ? t('exercises.nameDone', { name }) : name.words;
  };
  return (
    <>
      <nav aria-label={t('exercises.all')}>
        <ol className="exercise-dots">
          {state.all.map((text) => (
            <li key={text.number}>
              <button
                type="button"
                className="lesson-dot"
                aria-current={text === place.text ? 'step' : undefined}
                data-done={progress.done.has(text.number) ? '' : undefined}
                aria-label={spoken(text)}
                title={spoken(text)}
                onClick={() => go(text)}
              >
                {text.number}
              </button>
            </li>
          ))}
        </ol>
      </nav>
      <div className="lesson-chapter">
        <button
          type="button"
          className="lesson-name"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
          title={t('exercises.all')}
        >
          <strong>{rich('exercises.progress', { done: progress.done.size, count: EXERCISE_COUNT })}</strong>
          <Icon name="chevron" size={12} />
        </button>
        {seat > 0 ? <span className="muted small">{rich('exercises.seatNow', { seat })}</span> : null}
      </div>
      {isOpen ? (
        <ol className="lesson-names exercise-names">
          {state.all.map((text) => (
            <li key={text.number}>
              <button
                type="button"
                className="button bare"
                aria-current={text === place.text ? 'step' : undefined}
                aria-label={spoken(text)}
                onClick={() => go(text)}
              >
                <span className="lesson-names-number">{text.number}</span>
                <Words text={text.title} />
                {text.isHard ? <Icon name="star" size={12} /> : null}
                {progress.shown.has(text.number) ? <Icon name="info" size={12} /> : null}
                {progress.done.has(text.number) ? <Icon name="check" /> : null}
              </button>
            </li>
          ))}
        </ol>
      ) : null}
    </>
  );
}
