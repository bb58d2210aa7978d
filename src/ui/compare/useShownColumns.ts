import { useState, useSyncExternalStore } from 'react';
import { COLUMN_IDS, type ColumnId } from '../../core/model/representation';

const THREE = '(width >= 1100px)';
const TWO = '(width >= 700px)';

/** Widths change what fits: three columns, two, or one. Printed pages always have all three. */
function useRoom(): 1 | 2 | 3 {
  return useSyncExternalStore(
    (listener) => {
      const queries = [THREE, TWO].map((query) => matchMedia(query));
      for (const query of queries) query.addEventListener('change', listener);
      return () => {
        for (const query of queries) query.removeEventListener('change', listener);
      };
    },
    () => (matchMedia(THREE).matches ? 3 : matchMedia(TWO).matches ? 2 : 1),
  );
}

const CHOICES: Readonly<Record<1 | 2 | 3, readonly (readonly ColumnId[])[]>> = {
  1: COLUMN_IDS.map((column) => [column]),
  2: [
    ['v1', 'v2s2'],
    ['v2s2', 'oci'],
    ['v1', 'oci'],
  ],
  3: [COLUMN_IDS],
};

export interface ShownColumns {
  readonly shown: readonly ColumnId[];
  /** The other sets of columns that fit; one when all fit at once. */
  readonly choices: readonly (readonly ColumnId[])[];
  choose(columns: readonly ColumnId[]): void;
}

/** Which columns are on screen: all that fit, `first` among them until the reader chooses. */
export function useShownColumns(first: ColumnId): ShownColumns {
  const choices = CHOICES[useRoom()];
  const [chosen, choose] = useState<readonly ColumnId[] | null>(null);
  const fitting = choices.filter((each) => each.includes(first));
  const shown =
    choices.find((each) => each.join() === chosen?.join()) ??
    fitting.find((each) => each.includes('v2s2')) ??
    fitting[0] ??
    COLUMN_IDS;
  return { shown, choices, choose };
}
