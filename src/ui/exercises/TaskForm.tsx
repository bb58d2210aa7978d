import type { FormEvent, ReactNode } from 'react';
import type { ExercisePlace, ExercisesState } from '../../app/exercises/exercises';
import { useI18n } from '../../i18n/i18n';
import { VerdictMark } from '../common/VerdictMark';
import { useServices, useSession } from '../context';
import { Field } from './Field';
import { RemarkText } from './RemarkText';

/** The answer, and the verdict on it. */
export function TaskForm({ state, place }: { state: ExercisesState; place: ExercisePlace }): ReactNode {
  const { rich } = useI18n();
  const { exercises } = useServices();
  const session = useSession();
  const { task, asked, exercise, attempt } = place;
  if (!task) {
    const isReading = session.kind === 'opening' || session.kind === 'open';
    const words = place.isImpossible ? 'impossible' : isReading && place.isShown ? 'reading' : 'notOpen';
    return (
      <p role="status" className="muted">
        {rich(`exercises.${words}`)}
      </p>
    );
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    exercises.check();
  };
  const { verdict } = attempt;
  const general = verdict?.remarks.filter(({ field }) => field === null) ?? [];
  return (
    <form className="lesson-check" onSubmit={submit}>
      {asked.map((field) => (
        <Field key={field.name} field={field} kind={exercise.answer[field.name]} state={state} place={place} />
      ))}
      <button type="submit" className="button primary">
        {rich('lesson.check')}
      </button>
      <div role="status" className="lesson-answer">
        {verdict === null ? null : verdict.remarks.length === 0 ? (
          <VerdictMark verdict="matches">{rich('lesson.right')}</VerdictMark>
        ) : (
          <>
            <strong>{rich('lesson.wrong')}</strong>
            {general.map((each) => (
              <p key={each.code}>
                <RemarkText remark={each} />
              </p>
            ))}
          </>
        )}
      </div>
    </form>
  );
}
