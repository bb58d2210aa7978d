import type { ColumnId } from '../../core/model/representation';

/** Who was guessed to notice; null when nobody was asked. */
export type Guess = Readonly<Record<ColumnId, boolean>>;

/** Id of the button that flips the byte. */
export const FLIP_BUTTON = 'tamper-flip';
