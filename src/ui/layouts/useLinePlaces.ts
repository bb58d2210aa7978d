import type { RefObject } from 'react';
import type { ColumnId } from '../../core/model/representation';
import { useMeasured } from '../common/useMeasured';
import { zoomOf } from '../common/zoomOf';

/** Where the lines of a column are in the grid, in pixels: their left edge, and the middle of each from top to bottom. */
export interface LinePlaces {
  readonly x: number;
  readonly ys: readonly number[];
}

type Places = Readonly<Partial<Record<ColumnId, LinePlaces>>>;
const NOTHING: Places = {};

/** The places of the lines of each column that is on screen; measured anew when the grid's size or `what` changes, and not at all while that is null: rows are made a few at a time. */
export function useLinePlaces(grid: RefObject<HTMLElement | null>, what: unknown): Places {
  return useMeasured(grid, placesIn, { what, scrolls: false }) ?? NOTHING;
}

function placesIn(grid: HTMLElement): Places {
  const zoom = zoomOf(grid);
  const from = grid.getBoundingClientRect();
  const found: Partial<Record<ColumnId, { x: number; ys: number[] }>> = {};
  for (const line of grid.querySelectorAll<HTMLElement>('.layout-line')) {
    const column = line.dataset['column'] as ColumnId;
    const { left, top, height } = line.getBoundingClientRect();
    const known = (found[column] ??= { x: (left - from.left) / zoom, ys: [] });
    known.ys.push((top - from.top + height / 2) / zoom);
  }
  return found;
}
