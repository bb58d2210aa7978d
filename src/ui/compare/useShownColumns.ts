import { useCallback, useSyncExternalStore } from 'react';
import { COLUMN_IDS, type ColumnId } from '../../core/model/representation';
import type { ShownColumn } from '../common/ColumnShape';
import { useView } from '../context';

/** Widths from which three columns fit, and two; on a wall everything is larger. */
const THREE = 1100;
const TWO = 700;

type Room = 1 | 2 | 3;

/** By scale. Empty where it must be read: reading makes the browser work out every style first, so it is not done at each render. */
const rooms = new Map<number, Room>();

function queryOf(width: number, scale: number): MediaQueryList {
  return matchMedia(`(width >= ${width * scale}px)`);
}

function readRoom(scale: number): Room {
  let room = rooms.get(scale);
  if (room === undefined) {
    room = queryOf(THREE, scale).matches ? 3 : queryOf(TWO, scale).matches ? 2 : 1;
    rooms.set(scale, room);
  }
  return room;
}

function watchRoom(scale: number, listener: () => void): () => void {
  const changed = (): void => {
    rooms.clear();
    listener();
  };
  const queries = [queryOf(THREE, scale), queryOf(TWO, scale)];
  for (const query of queries) query.addEventListener('change', changed);
  return () => {
    for (const query of queries) query.removeEventListener('change', changed);
    rooms.clear();
  };
}

/** The sets of columns that can be chosen, by how many fit. */
export type ColumnChoices<C extends ShownColumn> = Readonly<Record<Room, readonly (readonly C[])[]>>;

/** Of the ladder: three columns, two, or one. */
export const LADDER_CHOICES: ColumnChoices<ColumnId> = {
  1: COLUMN_IDS.map((column) => [column]),
  2: [
    ['v1', 'v2s2'],
    ['v2s2', 'oci'],
    ['v1', 'oci'],
  ],
  3: [COLUMN_IDS],
};

export interface ShownColumns<C extends ShownColumn = ShownColumn> {
  readonly shown: readonly C[];
  /** The other sets of columns that fit; one when all fit at once. */
  readonly choices: readonly (readonly C[])[];
  choose(columns: readonly C[]): void;
}

/** Which columns are on screen: all that fit, `first` among them until the reader, or a link, chooses a set that fits. */
export function useShownColumns<C extends ShownColumn>(all: ColumnChoices<C>, first: C): ShownColumns<C> {
  const { view, update } = useView();
  const scale = view.mode === 'present' ? Number(view.scale) : 1;
  const watch = useCallback((listener: () => void) => watchRoom(scale, listener), [scale]);
  const choices = all[useSyncExternalStore(watch, () => readRoom(scale))];
  const fitting = choices.filter((each) => each.includes(first));
  const wanted: readonly string[] = view.cols?.split(',') ?? [];
  // Of more columns than fit, those that do.
  const partly = choices.filter((each) => each.every((column) => wanted.includes(column)));
  const shown =
    choices.find((each) => each.join() === view.cols) ??
    partly.find((each) => each.includes(first)) ??
    partly[0] ??
    fitting.find((each) => each.some((column) => column === 'v2s2')) ??
    fitting[0] ??
    choices[0] ??
    [];
  return { shown, choices, choose: (columns) => update({ cols: columns.join() }) };
}
