import type { Density } from '../../app/viewState';

/** Height of a table row in pixels. */
export function rowHeight(density: Density): number {
  return density === 'compact' ? 28 : 36;
}
