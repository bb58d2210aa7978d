import type { ReactNode } from 'react';
import { useI18n } from '../../i18n/i18n';

interface Props {
  readonly id: string;
  readonly why: string | undefined;
  readonly kind: 'number' | 'text' | 'json';
  readonly ask: ReactNode;
  readonly given: string;
  readonly onGive: (given: string) => void;
}

/** An answer that is typed. */
export function TextField({ id, why, kind, ask, given, onGive }: Props): ReactNode {
  const { rich } = useI18n();
  const common = {
    id,
    dir: 'ltr',
    autoComplete: 'off',
    spellCheck: false,
    'aria-describedby': why,
    'aria-invalid': why !== undefined,
    value: given,
  } as const;
  return (
    <>
      <label htmlFor={id}>{ask}</label>
      {kind === 'json' ? (
        <>
          <textarea
            {...common}
            className="lesson-field exercise-json"
            rows={16}
            onChange={(event) => onGive(event.target.value)}
          />
          <p className="muted small">{rich('exercises.formatted')}</p>
        </>
      ) : (
        <input
          {...common}
          className={kind === 'text' ? 'lesson-field exercise-text' : 'lesson-field'}
          inputMode={kind === 'number' ? 'text' : undefined}
          onChange={(event) => onGive(event.target.value)}
        />
      )}
    </>
  );
}
