import { MANIFEST_KINDS } from '../model/manifestForms';
import { byKind, byPair, ofPair, type ByKind, type ByPair } from './kinds';

/**
 * One order for siblings of several lists: that of the last list that is not empty, and what only others have after what is before it there.
 * An id stands at most once in a list.
 */
export function mergedOrder(lists: readonly (readonly string[])[]): string[] {
  const next = new Map<string | null, string | null>([[null, null]]);
  for (const list of lists.toReversed()) {
    let before: string | null = null;
    for (const id of list) {
      if (!next.has(id)) {
        next.set(id, next.get(before) ?? null);
        next.set(before, id);
      }
      before = id;
    }
  }
  const order: string[] = [];
  for (let id = next.get(null) ?? null; id !== null; id = next.get(id) ?? null) order.push(id);
  return order;
}

/** The ids of both lists that are not in a longest run that both have in the same order: as few as can have moved. */
export function movedIds(a: readonly string[], b: readonly string[]): Set<string> {
  const placeInB = new Map(b.map((id, index) => [id, index]));
  const common = a.filter((id) => placeInB.has(id));
  const places = common.map((id) => placeInB.get(id) ?? 0);
  /** Of a run of each length, the index in `common` of the one that ends lowest. */
  const ends: number[] = [];
  const before: number[] = [];
  places.forEach((place, index) => {
    const length = lowerBound(ends, (end) => (places[end] ?? 0) < place);
    before[index] = length > 0 ? (ends[length - 1] ?? -1) : -1;
    ends[length] = index;
  });
  const moved = new Set(common);
  for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) moved.delete(common[index] ?? '');
  return moved;
}

/** How many of the first values fulfil a condition that holds for a beginning of the list. */
function lowerBound(values: readonly number[], holds: (value: number) => boolean): number {
  let from = 0;
  let to = values.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    const value = values[middle];
    if (value !== undefined && holds(value)) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** One sibling of what several forms have, where it is in each form's list. */
export interface Sibling {
  readonly id: string;
  /** -1 where a form lacks it. */
  readonly index: ByKind<number>;
  readonly moved: ByPair<boolean>;
  /** No sibling of that form comes after it in the common order. */
  readonly last: ByKind<boolean>;
}

/** The siblings of every form in one order. */
export function mergedSiblings(ids: ByKind<readonly string[]>): Sibling[] {
  const order = mergedOrder(MANIFEST_KINDS.map((kind) => ids[kind]));
  const places = byKind((kind) => new Map(ids[kind].map((id, index) => [id, index])));
  const moved = byPair((pair) => movedIds(...ofPair(pair, ids)));
  const lastId = byKind((kind) => order.findLast((id) => places[kind].has(id)));
  return order.map((id) => ({
    id,
    index: byKind((kind) => places[kind].get(id) ?? -1),
    moved: byPair((pair) => moved[pair].has(id)),
    last: byKind((kind) => lastId[kind] === id),
  }));
}
