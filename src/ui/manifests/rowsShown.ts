import type { ManifestKind } from '../../core/model/manifestForms';
import type { KindPair, TableRow, TableView } from '../../core/model/manifestTable';

/** The lines of the forms on screen: all of them, or `only` those in which the last two differ. */
export function rowsShown(
  { table: { rows } }: TableView,
  { shown, pairs }: { readonly shown: readonly ManifestKind[]; readonly pairs: readonly KindPair[] },
  only: boolean,
): readonly TableRow[] {
  const pair = pairs.at(-1);
  return only && pair
    ? rows.filter((row) => isDifferent(row, pair))
    : rows.filter((row) => shown.some((kind) => row.cells[kind] !== null));
}

/** Another order alone is no difference of what is said. */
function isDifferent(row: TableRow, pair: KindPair): boolean {
  const state = row.states[pair];
  return state !== null && state !== 'same' && state !== 'order';
}
