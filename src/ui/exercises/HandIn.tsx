import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { save } from '../../app/download';
import type { ExercisesState } from '../../app/exercises/exercises';
import { handInText, readHandIn } from '../../app/exercises/handIn';
import { EXERCISE_COUNT } from '../../app/exercises/model';
import { readNumber } from '../../app/lesson/check';
import { useI18n } from '../../i18n/i18n';
import { Code } from '../../i18n/isolates';
import { CopyTextButton } from '../common/CopyTextButton';
import { Icon } from '../common/Icon';
import { useServices } from '../context';
import { Confirm } from './Confirm';

const MOST_SEATS = 9999;

/** The seat, what is handed in, and a way to check what others hand in. */
export function HandIn({ state }: { state: ExercisesState }): ReactNode {
  const { rich } = useI18n();
  const { exercises } = useServices();
  const { seat, progress } = state;
  const text = handInText({ done: progress.done.size, seat });
  return (
    <details className="exercise-hand-in lesson-notes">
      <summary>{rich('handIn.title')}</summary>
      <div className="exercise-hand-in-body">
        <Seat seat={seat} />
        <div className="exercise-field">
          <span>{rich('handIn.text')}</span>
          <p className="exercise-code">
            <Code>{text}</Code>
          </p>
          <div className="lesson-show">
            <CopyTextButton text={text}>{rich('handIn.copy')}</CopyTextButton>
            <button type="button" className="button" onClick={() => save(`tabaqa-seat-${seat}.txt`, `${text}\n`)}>
              <Icon name="download" />
              {rich('handIn.download')}
            </button>
          </div>
        </div>
        <CheckHandIn />
        <p className="muted small">{rich('handIn.kept')}</p>
        <div className="lesson-show">
          <Confirm
            question={rich('handIn.anewSure')}
            yes={rich('handIn.anewYes')}
            no={rich('exercises.no')}
            onYes={exercises.startAnew}
          >
            {rich('handIn.anew')}
          </Confirm>
        </div>
      </div>
    </details>
  );
}

function Seat({ seat }: { seat: number }): ReactNode {
  const { rich } = useI18n();
  const { exercises } = useServices();
  const id = useId();
  const [typed, setTyped] = useState(seat > 0 ? `${seat}` : '');
  const number = typed.trim() === '' ? 0 : readNumber(typed);
  const isSeat = number !== null && number <= MOST_SEATS;
  const take = (event: FormEvent): void => {
    event.preventDefault();
    if (isSeat) exercises.setSeat(number);
  };
  return (
    <form className="exercise-field" onSubmit={take}>
      <label htmlFor={id}>{rich('handIn.seat')}</label>
      <div className="lesson-show">
        <input
          id={id}
          className="lesson-field exercise-seat"
          inputMode="numeric"
          autoComplete="off"
          dir="ltr"
          aria-invalid={!isSeat}
          aria-describedby={`${id}-why`}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <button type="submit" className="button">
          {rich('handIn.seatSet')}
        </button>
      </div>
      <p id={`${id}-why`} className="muted small">
        {rich('handIn.seatWhy')}
      </p>
    </form>
  );
}

function CheckHandIn(): ReactNode {
  const { rich } = useI18n();
  const id = useId();
  const [typed, setTyped] = useState('');
  const found = readHandIn(typed);
  return (
    <div className="exercise-field">
      <label htmlFor={id}>{rich('handIn.check')}</label>
      <input
        id={id}
        className="lesson-field exercise-text"
        autoComplete="off"
        spellCheck={false}
        dir="ltr"
        aria-describedby={`${id}-why`}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <p id={`${id}-why`} className="muted small">
        {rich('handIn.checkWhy')}
      </p>
      <p role="status" className="lesson-done">
        {typed.trim() === ''
          ? null
          : found
            ? rich('handIn.valid', { ...found, count: EXERCISE_COUNT })
            : rich('handIn.invalid')}
      </p>
    </div>
  );
}
