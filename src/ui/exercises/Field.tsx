import { useId, type ReactNode } from 'react';
import type { ExercisePlace, ExercisesState } from '../../app/exercises/exercises';
import { fillInlines } from '../../app/exercises/fill';
import type { FieldKind, FieldText } from '../../app/exercises/model';
import { seatOrder } from '../../app/exercises/seat';
import { useServices } from '../context';
import { Code } from '../../i18n/isolates';
import { Inlines } from '../lesson/Blocks';
import { OrderField } from './OrderField';
import { PlacesField } from './PlacesField';
import { RemarkText } from './RemarkText';
import { TextField } from './TextField';

interface FieldProps {
  readonly field: FieldText;
  readonly kind: FieldKind | undefined;
  readonly state: ExercisesState;
  readonly place: ExercisePlace;
}

/** One question with what can be answered, and what the answer lacks. */
export function Field({ field, kind, state, place }: FieldProps): ReactNode {
  const id = useId();
  const remarks = place.attempt.verdict?.remarks.filter((each) => each.field === field.name) ?? [];
  const why = remarks.length > 0 ? `${id}-why` : undefined;
  return (
    <div className="exercise-field">
      <Question field={field} kind={kind} state={state} place={place} id={id} why={why} />
      {why === undefined ? null : (
        <ul id={why} className="exercise-remarks">
          {remarks.map((each) => (
            <li key={`${each.code} ${Object.values(each.values).join(' ')}`}>
              <RemarkText remark={each} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Question({
  field,
  kind,
  state,
  place,
  id,
  why,
}: FieldProps & { readonly id: string; readonly why: string | undefined }): ReactNode {
  const { exercises } = useServices();
  const { values, task, attempt } = place;
  const given = attempt.given[field.name] ?? '';
  const give = (value: string | readonly string[]): void => exercises.give(field.name, value);
  const ask = <Inlines inlines={fillInlines(field.ask, values)} />;
  const many = typeof given === 'string' ? [] : given;
  const options = task?.options[field.name] ?? [];
  switch (kind) {
    case 'number':
    case 'text':
    case 'json':
      return <TextField id={id} why={why} kind={kind} ask={ask} given={String(given)} onGive={give} />;
    case 'order':
      return <OrderField why={why} ask={ask} options={options} given={many} onGive={give} />;
    case 'places':
      return <PlacesField why={why} ask={ask} given={many} onGive={give} />;
    case 'choice':
    case 'set': {
      const isSet = kind === 'set';
      const choices = isSet ? field.choices : seatOrder(field.choices, state.seat, field.name);
      const all =
        options.length > 0
          ? options.map((each) => ({ id: each.id, label: <Code>{each.code}</Code> }))
          : choices.map((each) => ({ id: each.id, label: <Inlines inlines={fillInlines(each.text, values)} /> }));
      const toggle = (value: string): void =>
        give(isSet ? (many.includes(value) ? many.filter((each) => each !== value) : [...many, value]) : value);
      return (
        <fieldset className="lesson-choices" aria-describedby={why}>
          <legend>{ask}</legend>
          {all.map((each) => (
            <label key={each.id}>
              <input
                type={isSet ? 'checkbox' : 'radio'}
                name={id}
                value={each.id}
                checked={isSet ? many.includes(each.id) : given === each.id}
                onChange={() => toggle(each.id)}
              />
              <span>{each.label}</span>
            </label>
          ))}
        </fieldset>
      );
    }
    case undefined:
      return null;
  }
}
