import type { ReactNode } from 'react';
import type { ExercisePlace, ExercisesState } from '../../app/exercises/exercises';
import { fillBlocks } from '../../app/exercises/fill';
import { EXERCISE_COUNT } from '../../app/exercises/model';
import { useI18n } from '../../i18n/i18n';
import { CopyTextButton } from '../common/CopyTextButton';
import { Icon } from '../common/Icon';
import { useServices } from '../context';
import { Blocks, Words } from '../lesson/Blocks';
import { showBoard } from '../lesson/showBoard';
import { Help } from './Help';
import { Prediction } from './Prediction';
import { TaskForm } from './TaskForm';
import { useFocusAfter } from './useFocusAfter';

/** One exercise: what to know, what to expect, what to do, and what came of it. */
export function ExerciseBody({ state, place }: { state: ExercisesState; place: ExercisePlace }): ReactNode {
  const { t, rich } = useI18n();
  const { exercises } = useServices();
  const { text, values, attempt } = place;
  const isRight = attempt.verdict?.remarks.length === 0;
  const task = useFocusAfter<HTMLHeadingElement>(attempt.prediction);
  return (
    <>
      <header className="lesson-step">
        <p className="lesson-number" aria-hidden="true" dir="ltr">
          <b>{text.number}</b>/{EXERCISE_COUNT}
        </p>
        <h3>
          <Words text={text.title} />
          {text.isHard ? (
            <span className="exercise-star" title={t('exercises.hard')}>
              <Icon name="star" />
              <span className="hidden">{rich('exercises.hard')}</span>
            </span>
          ) : null}
        </h3>
        <span className="muted small exercise-minutes">{rich('lesson.minutes', { count: text.minutes })}</span>
      </header>
      <Blocks blocks={fillBlocks(text.prose, values)} />
      <Prediction state={state} place={place} />
      {attempt.prediction === 'none' ? null : (
        <section className="lesson-task" data-done={isRight ? '' : undefined}>
          <h4 ref={task} tabIndex={-1}>
            {rich('exercises.do')}
          </h4>
          <Blocks blocks={fillBlocks(text.task.prose, values)} />
          <p className="lesson-show">
            <button
              type="button"
              className="button"
              onClick={() => {
                exercises.show();
                showBoard();
              }}
            >
              {rich('lesson.show')}
            </button>
          </p>
          <TaskForm state={state} place={place} />
        </section>
      )}
      {isRight || attempt.isSolutionShown ? (
        <section className="exercise-why">
          <h4>{rich('exercises.why')}</h4>
          <Blocks blocks={fillBlocks(text.why, values)} />
        </section>
      ) : null}
      <Help state={state} place={place} />
      <p>
        <CopyTextButton text={`${location.href.split('#')[0] ?? ''}${exercises.link()}`}>
          {rich('exercises.copyLink')}
        </CopyTextButton>
      </p>
    </>
  );
}
