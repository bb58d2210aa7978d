import type { FormEvent, ReactNode } from 'react';
import type { ExercisePlace, ExercisesState } from '../../app/exercises/exercises';
import { fillBlocks, fillInlines } from '../../app/exercises/fill';
import type { FieldText } from '../../app/exercises/model';
import { useI18n } from '../../i18n/i18n';
import { Ltr } from '../../i18n/isolates';
import { useServices } from '../context';
import { Blocks, Inlines } from '../lesson/Blocks';
import { Field } from './Field';

interface Props {
  readonly state: ExercisesState;
  readonly place: ExercisePlace;
}

/** What the reader expects, before looking; then what it was. */
export function Prediction({ state, place }: Props): ReactNode {
  const { rich, list } = useI18n();
  const { exercises } = useServices();
  const { text, values, attempt } = place;
  if (attempt.prediction === 'skipped') {
    return (
      <p className="exercise-predicted muted">
        {rich('exercises.skipped')}{' '}
        <button type="button" className="button bare" onClick={exercises.unpredict}>
          {rich('exercises.predictNow')}
        </button>
      </p>
    );
  }
  if (attempt.prediction === 'made') {
    return (
      <p className="exercise-predicted">
        <span className="muted">{rich('exercises.yours')}</span>{' '}
        {list(text.predict.fields.map((field) => <Said key={field.name} field={field} place={place} />))}
      </p>
    );
  }
  const canKeep = text.predict.fields.every(({ name }) => (attempt.given[name] ?? '').length > 0);
  const keep = (event: FormEvent): void => {
    event.preventDefault();
    if (canKeep) exercises.predict(true);
  };
  return (
    <form className="lesson-task lesson-check" onSubmit={keep}>
      <h4>{rich('exercises.predict')}</h4>
      <p className="muted small">{rich('exercises.predictWhy')}</p>
      <Blocks blocks={fillBlocks(text.predict.prose, values)} />
      {text.predict.fields.map((field) => (
        <Field key={field.name} field={field} kind={place.exercise.predict[field.name]} state={state} place={place} />
      ))}
      <p className="lesson-show">
        <button type="submit" className="button" aria-disabled={!canKeep}>
          {rich('exercises.predicted')}
        </button>
        <button type="button" className="button bare" onClick={() => exercises.predict(false)}>
          {rich('exercises.skip')}
        </button>
      </p>
    </form>
  );
}

function Said({ field, place }: { field: FieldText; place: ExercisePlace }): ReactNode {
  const { list } = useI18n();
  const given = place.attempt.given[field.name] ?? '';
  if (field.choices.length === 0) return <Ltr>{String(given)}</Ltr>;
  const chosen = field.choices.filter(({ id }) => (typeof given === 'string' ? given === id : given.includes(id)));
  return list(chosen.map(({ id, text }) => <Inlines key={id} inlines={fillInlines(text, place.values)} />));
}
