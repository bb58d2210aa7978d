import { COLUMN_IDS, type ColumnId } from '../../core/model/representation';

const NOBODY = 'nobody';

/** Who was guessed to notice, as the address says it; null for no guess. */
export function guessedColumns(guess: string | null): readonly ColumnId[] | null {
  return guess === null ? null : COLUMN_IDS.filter((column) => guess.split(',').includes(column));
}

/** The guess as the address says it: that nobody will notice is one, too. */
export function guessOf(columns: readonly ColumnId[]): string {
  return COLUMN_IDS.filter((column) => columns.includes(column)).join(',') || NOBODY;
}

/** Id of the button that flips the byte. */
export const FLIP_BUTTON = 'tamper-flip';
