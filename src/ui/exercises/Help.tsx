import type { ReactNode } from 'react';
import type { ExercisePlace, ExercisesState } from '../../app/exercises/exercises';
import { fillBlocks } from '../../app/exercises/fill';
import { useI18n } from '../../i18n/i18n';
import { useServices } from '../context';
import { Blocks } from '../lesson/Blocks';
import { Confirm } from './Confirm';
import { useFocusAfter } from './useFocusAfter';

/** Hints one after the other, and the solution for whoever really wants it. */
export function Help({ state, place }: { state: ExercisesState; place: ExercisePlace }): ReactNode {
  const { rich } = useI18n();
  const { exercises } = useServices();
  const { text, values, attempt } = place;
  const shown = text.hints.slice(0, attempt.hints);
  const last = useFocusAfter<HTMLHeadingElement>(attempt.hints);
  const solution = useFocusAfter<HTMLHeadingElement>(attempt.isSolutionShown);
  return (
    <section className="exercise-help">
      {shown.map((hint, index) => (
        <div key={`${index}`} className="exercise-hint">
          <h4 ref={index === shown.length - 1 ? last : undefined} tabIndex={-1}>
            {rich('exercises.hint', { number: index + 1 })}
          </h4>
          <Blocks blocks={fillBlocks(hint, values)} />
        </div>
      ))}
      {attempt.isSolutionShown ? (
        <div className="exercise-hint">
          <h4 ref={solution} tabIndex={-1}>
            {rich('exercises.solution')}
          </h4>
          <Blocks blocks={fillBlocks(text.solution, values)} />
        </div>
      ) : null}
      <div className="lesson-show">
        {attempt.hints < text.hints.length ? (
          <button type="button" className="button" onClick={exercises.hint}>
            {rich('exercises.nextHint')}
          </button>
        ) : null}
        {attempt.isSolutionShown || !place.task ? null : (
          <Confirm
            question={rich('exercises.sure')}
            yes={rich('exercises.yesShow')}
            no={rich('exercises.no')}
            onYes={exercises.showSolution}
          >
            {rich('exercises.showSolution')}
          </Confirm>
        )}
      </div>
      {state.progress.shown.has(text.number) ? <p className="muted small">{rich('exercises.wasShown')}</p> : null}
    </section>
  );
}
