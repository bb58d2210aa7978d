import type { ReactNode } from 'react';
import { COLUMN_IDS } from '../../core/model/representation';
import { useI18n } from '../../i18n/i18n';
import { ColumnShape } from '../common/ColumnShape';
import type { Guess } from './shared';

const NOBODY: Guess = { v1: false, v2s2: false, oci: false };

/** Who will notice, as far as somebody wants to guess. */
export function GuessFields({
  guess,
  onChange,
}: {
  guess: Guess | null;
  onChange: (guess: Guess | null) => void;
}): ReactNode {
  const { t, rich } = useI18n();
  const isNobody = guess !== null && !COLUMN_IDS.some((column) => guess[column]);
  return (
    <fieldset className="tamper-guess">
      <legend className="hidden">{t('tamper.predict')}</legend>
      {COLUMN_IDS.map((column) => (
        <label key={column} data-column={column}>
          <input
            type="checkbox"
            checked={guess?.[column] ?? false}
            onChange={({ target }) => {
              const next = { ...(guess ?? NOBODY), [column]: target.checked };
              // Without any of them, nothing is guessed: that nobody will is another answer.
              onChange(COLUMN_IDS.some((each) => next[each]) ? next : null);
            }}
          />
          <ColumnShape column={column} />
          {rich(`column.${column}`)}
        </label>
      ))}
      <label>
        <input type="checkbox" checked={isNobody} onChange={({ target }) => onChange(target.checked ? NOBODY : null)} />
        {rich('tamper.nobody')}
      </label>
      <p className="muted small">{rich('tamper.predictSkip')}</p>
    </fieldset>
  );
}
