import { useSyncExternalStore } from 'react';
import { COLUMN_IDS, type ColumnId } from '../../core/model/representation';
import type { ShownColumn } from '../common/ColumnShape';
import { useView } from '../context';

const THREE = '(width >= 1100px)';
const TWO = '(width >= 700px)';

type Room = 1 | 2 | 3;

/** Null when it must be read: reading makes the browser work out every style first, so it is not done at each render. */
let room: Room | null = null;

function readRoom(): Room {
  room ??= matchMedia(THREE).matches ? 3 : matchMedia(TWO).matches ? 2 : 1;
  return room;
}

function watchRoom(listener: () => void): () => void {
  const changed = (): void => {
    room = null;
    listener();
  };
  const queries = [THREE, TWO].map((query) => matchMedia(query));
  for (const query of queries) query.addEventListener('change', changed);
  return () => {
    for (const query of queries) query.removeEventListener('change', changed);
    room = null;
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
  const choices = all[useSyncExternalStore(watchRoom, readRoom)];
  const { view, update } = useView();
  const fitting = choices.filter((each) => each.includes(first));
  const shown =
    choices.find((each) => each.join() === view.cols) ??
    fitting.find((each) => each.some((column) => column === 'v2s2')) ??
    fitting[0] ??
    choices[0] ??
    [];
  return { shown, choices, choose: (columns) => update({ cols: columns.join() }) };
}
