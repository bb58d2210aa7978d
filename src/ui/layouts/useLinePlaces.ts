import { useEffect, useState, type RefObject } from 'react';
import type { ColumnId } from '../../core/model/representation';

/** Where the lines of a column are in the grid, in pixels: their left edge, and the middle of each from top to bottom. */
export interface LinePlaces {
  readonly x: number;
  readonly ys: readonly number[];
}

/** The places of the lines of each column that is on screen; measured anew when the grid's size or `what` changes, and not at all while that is null: rows are made a few at a time. */
export function useLinePlaces(
  grid: RefObject<HTMLElement | null>,
  what: unknown,
): Readonly<Partial<Record<ColumnId, LinePlaces>>> {
  const [places, setPlaces] = useState<Readonly<Partial<Record<ColumnId, LinePlaces>>>>(NOTHING);
  useEffect(() => {
    const element = grid.current;
    if (!element || what === null) return undefined;
    // It is told of the size it has, too, and when that is known: asking for it before would make the browser work it out in between.
    const observer = new ResizeObserver(() => {
      const next = placesIn(element);
      setPlaces((before) => kept(before, next));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [grid, what]);
  return what === null ? NOTHING : places;
}

const NOTHING = {};

function kept<T>(before: T, next: T): T {
  return JSON.stringify(before) === JSON.stringify(next) ? before : next;
}

function placesIn(grid: HTMLElement): Partial<Record<ColumnId, LinePlaces>> {
  const from = grid.getBoundingClientRect();
  const found: Partial<Record<ColumnId, { x: number; ys: number[] }>> = {};
  for (const line of grid.querySelectorAll<HTMLElement>('.layout-line')) {
    const column = line.dataset['column'] as ColumnId;
    const { left, top, height } = line.getBoundingClientRect();
    const known = (found[column] ??= { x: left - from.left, ys: [] });
    known.ys.push(top - from.top + height / 2);
  }
  return found;
}
