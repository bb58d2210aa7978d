import * as v from 'valibot';
import { valueOf } from '../formats/documents';
import type { Document } from '../model/archive';
import { configCard } from './card';
import { Masks } from './masks';
import { readHistory, variablesOf } from './steps';

/** Finds the values of the variables that any of the configs has, or its history. */
export function documentMasks(configs: readonly (Document | null)[]): Masks {
  return new Masks(
    configs.flatMap((config) => {
      const value = valueOf(config, v.unknown());
      const card = configCard(value);
      return variablesOf(readHistory(value, 0, card).steps, card);
    }),
  );
}
