import { byKind, byPair } from '../../core/compare/kinds';
import { MANIFEST_KINDS } from '../../core/model/manifestForms';
import type { Place, RowState, TableCell, TableRow } from '../../core/model/manifestTable';
import { isSamePlace } from './places';

/** A table of so many rows is on a screen whole: nothing of it is folded. */
const FITS = 20;

/** What folds: the lines of one layer, of one entry of a list, or of steps in a row that only one form has. */
export interface Fold {
  readonly key: string;
  readonly isOpen: boolean;
  /** Its lines, the first and the last with the brackets. */
  readonly lines: readonly TableRow[];
  readonly from: Place;
  readonly to: Place;
  /** How many objects it is. */
  readonly count: number;
}

/** A row on screen: one line, or, where `fold` is closed, all lines of a fold in one. */
export interface ShownRow extends TableRow {
  /** On the first row of each fold; null on all others. */
  readonly fold: Fold | null;
}

/** Rows with what folds marked; closed ones are one row each, whose states are the most telling of their lines. */
export function foldRows(rows: readonly TableRow[], isOpen: (key: string) => boolean): ShownRow[] {
  if (rows.length <= FITS) return rows.map((row) => ({ ...row, fold: null }));
  const shown: ShownRow[] = [];
  for (let at = 0; at < rows.length;) {
    const fold = foldAt(rows, at, isOpen);
    const [first, ...rest] = fold ? fold.lines : rows.slice(at, at + 1);
    if (!first) break;
    if (fold && !fold.isOpen) shown.push(foldedRow(first, fold));
    else shown.push({ ...first, fold }, ...rest.map((row) => ({ ...row, fold: null })));
    at += 1 + rest.length;
  }
  return shown;
}

/** Whether anything of a table would be folded. */
export function canFold(rows: readonly TableRow[]): boolean {
  return rows.length > FITS && rows.some((_, at) => foldAt(rows, at, () => false) !== null);
}

function foldAt(rows: readonly TableRow[], first: number, isOpen: (key: string) => boolean): Fold | null {
  const row = rows[first];
  if (!row || !isFoldable(row)) return null;
  let end = endOf(rows, first);
  if (end === first + 1) return null;
  let count = 1;
  let to = row.place;
  const only = onlyForm(row);
  while (row.place.kind === 'step' && only !== null) {
    const next = rows[end];
    if (!next || next.place.kind !== 'step' || !isFoldable(next) || onlyForm(next) !== only) break;
    to = next.place;
    count++;
    end = endOf(rows, end);
  }
  return { key: row.key, isOpen: isOpen(row.key), lines: rows.slice(first, end), from: row.place, to, count };
}

function isFoldable({ place, cells }: TableRow): boolean {
  const folds = place.kind === 'layer' || place.kind === 'step' || place.kind === 'entry';
  return folds && MANIFEST_KINDS.some((kind) => cells[kind]?.type === 'open');
}

/** The row after the object that opens at a row. */
function endOf(rows: readonly TableRow[], first: number): number {
  const row = rows[first];
  let end = first + 1;
  while (row && rows[end]?.key.startsWith(row.key) && isSamePlace(rows[end]?.place ?? row.place, row.place)) {
    end++;
    if (rows[end - 1]?.key === `${row.key}~end`) break;
  }
  return end;
}

function onlyForm({ cells }: TableRow): string | null {
  const [only, ...others] = MANIFEST_KINDS.filter((kind) => cells[kind] !== null);
  return only !== undefined && others.length === 0 ? only : null;
}

const BY_WEIGHT: readonly RowState[] = ['digest', 'value', 'renamed', 'structure', 'order', 'same'];

function foldedRow(first: TableRow, fold: Fold): ShownRow {
  const { lines } = fold;
  const states = byPair((pair) => {
    const all = new Set(lines.map((row) => row.states[pair]));
    // Of what one form has not at all, that is what is to be said.
    if (first.states[pair] === 'structure') return 'structure';
    return BY_WEIGHT.find((state) => all.has(state)) ?? null;
  });
  const cells = byKind((kind) => {
    const own = first.cells[kind];
    if (!own) return null;
    const named = fold.count > 1 ? null : lines.find((row) => row.cells[kind]?.names?.kind === 'digest');
    const names = named?.cells[kind]?.names ?? null;
    return { ...own, names, comma: lines.at(-1)?.cells[kind]?.comma ?? false } satisfies TableCell;
  });
  return { ...first, cells, states, fold };
}
