import { expect, it } from 'vitest';
import { parseHash } from '../../app/viewState';
import { COLUMN_IDS } from '../../core/model/representation';
import { guessedColumns, guessOf } from './shared';

it('a guess is read back out of the address: some, all, and that nobody will', () => {
  for (const columns of [[], ['v1'], ['v1', 'oci'], COLUMN_IDS] as const) {
    const { guess } = parseHash(`#/tamper?guess=${guessOf(columns)}`).view;
    expect(guessedColumns(guess)).toEqual(columns);
  }
  expect(guessOf(['oci', 'v1'])).toBe('v1,oci');
  expect(guessedColumns(null)).toBeNull();
});
