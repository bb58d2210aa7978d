import { useId, useState, type FormEvent, type ReactNode } from 'react';
import type { AnswerState } from '../../app/lesson/lesson';
import type { Check } from '../../app/lesson/model';
import { useI18n } from '../../i18n/i18n';
import { partName } from '../common/partName';
import { VerdictMark } from '../common/VerdictMark';
import { useServices, useView } from '../context';
import { Inlines } from './Blocks';

/** The question of a step, and what came of the answer. */
export function StepCheck({ check, answer }: { check: Check; answer: AnswerState }): ReactNode {
  const { rich } = useI18n();
  const { lesson } = useServices();
  const { view } = useView();
  const [given, setGiven] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (check.kind === 'part') lesson.answer(view.sel ?? '');
    else if (given !== '') lesson.answer(given);
  };
  return (
    <form className="lesson-check" onSubmit={submit}>
      <Question check={check} given={given} onGive={setGiven} />
      <button type="submit" className="button">
        {rich('lesson.check')}
      </button>
      <div role="status" className="lesson-answer">
        <Answer check={check} answer={answer} />
      </div>
    </form>
  );
}

interface QuestionProps {
  readonly check: Check;
  readonly given: string;
  readonly onGive: (given: string) => void;
}

function Question({ check, given, onGive }: QuestionProps): ReactNode {
  const i18n = useI18n();
  const { view } = useView();
  const id = useId();
  switch (check.kind) {
    case 'number':
      return (
        <>
          <label htmlFor={id}>
            <Inlines inlines={check.ask} />
          </label>
          <input
            id={id}
            className="lesson-field"
            inputMode="numeric"
            autoComplete="off"
            dir="ltr"
            value={given}
            onChange={(event) => onGive(event.target.value)}
          />
        </>
      );
    case 'choice':
      return (
        <fieldset className="lesson-choices">
          <legend>
            <Inlines inlines={check.ask} />
          </legend>
          {check.choices.map((choice, index) => (
            <label key={`${index}`}>
              <input
                type="radio"
                name={id}
                value={index}
                checked={given === `${index}`}
                onChange={() => onGive(`${index}`)}
              />
              <span>
                <Inlines inlines={choice.text} />
              </span>
            </label>
          ))}
        </fieldset>
      );
    case 'part':
      return (
        <>
          <p>
            <Inlines inlines={check.ask} />
          </p>
          <p className="muted">
            {view.sel === null
              ? i18n.rich('lesson.nothingKept')
              : i18n.rich('lesson.kept', { part: partName(i18n, view.sel) })}
          </p>
        </>
      );
  }
}

function Answer({ check, answer }: { check: Check; answer: AnswerState }): ReactNode {
  const { rich } = useI18n();
  switch (answer) {
    case 'none':
      return null;
    case 'right':
      return (
        <>
          <VerdictMark verdict="matches">{rich('lesson.right')}</VerdictMark>
          {check.why ? (
            <p>
              <Inlines inlines={check.why} />
            </p>
          ) : null}
        </>
      );
    case 'wrong':
      return (
        <>
          <strong>{rich('lesson.wrong')}</strong>
          {check.hint ? (
            <p>
              <Inlines inlines={check.hint} />
            </p>
          ) : null}
        </>
      );
    case 'not-a-number':
    case 'no-answer':
      return rich(`lesson.${answer}`);
  }
}
