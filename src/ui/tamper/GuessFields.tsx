import type { ReactNode } from 'react';
import { COLUMN_IDS } from '../../core/model/representation';
import { useI18n } from '../../i18n/i18n';
import { ColumnShape } from '../common/ColumnShape';
import { useView } from '../context';
import { guessedColumns, guessOf } from './shared';

/** Who will notice, as far as somebody wants to guess; once something is changed, the guess is made. */
export function GuessFields(): ReactNode {
  const { t, rich } = useI18n();
  const { view, update } = useView();
  const guessed = guessedColumns(view.guess);
  return (
    <fieldset className="tamper-guess" disabled={view.flip !== null}>
      <legend className="hidden">{t('tamper.predict')}</legend>
      {COLUMN_IDS.map((column) => (
        <label key={column} data-column={column}>
          <input
            type="checkbox"
            checked={guessed?.includes(column) ?? false}
            onChange={({ target }) => {
              const rest = guessed?.filter((each) => each !== column) ?? [];
              const next = target.checked ? [...rest, column] : rest;
              // Without any of them, nothing is guessed: that nobody will is another answer.
              update({ guess: next.length > 0 ? guessOf(next) : null });
            }}
          />
          <ColumnShape column={column} />
          {rich(`column.${column}`)}
        </label>
      ))}
      <label>
        <input
          type="checkbox"
          checked={guessed?.length === 0}
          onChange={({ target }) => update({ guess: target.checked ? guessOf([]) : null })}
        />
        {rich('tamper.nobody')}
      </label>
      <p className="muted small">{rich(view.flip === null ? 'tamper.predictSkip' : 'tamper.predictMade')}</p>
    </fieldset>
  );
}
