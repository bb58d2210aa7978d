import { useId, useState, type ReactNode } from 'react';
import { useFocusAfter } from './useFocusAfter';

interface Props {
  /** Words of the button. */
  readonly children: ReactNode;
  readonly question: ReactNode;
  readonly yes: ReactNode;
  readonly no: ReactNode;
  readonly onYes: () => void;
}

/** A button that asks again before it does what cannot be taken back. */
export function Confirm({ children, question, yes, no, onYes }: Props): ReactNode {
  const id = useId();
  const [isAsking, setAsking] = useState(false);
  const button = useFocusAfter<HTMLButtonElement>(isAsking);
  if (!isAsking) {
    return (
      <button ref={button} type="button" className="button" onClick={() => setAsking(true)}>
        {children}
      </button>
    );
  }
  const answer = (isYes: boolean): void => {
    setAsking(false);
    if (isYes) onYes();
  };
  return (
    <div className="exercise-confirm" role="group" aria-labelledby={id}>
      <p id={id}>{question}</p>
      <p className="lesson-show">
        <button ref={button} type="button" className="button" onClick={() => answer(false)}>
          {no}
        </button>
        <button type="button" className="button" onClick={() => answer(true)}>
          {yes}
        </button>
      </p>
    </div>
  );
}
