import type { FileRows } from '../../core/model/fileView';

/** A folder or file as a bar under the one it is in, as wide as its share of the bytes. */
export interface MapTile {
  readonly node: number;
  /** Folders between it and the top of the picture. */
  readonly depth: number;
  /** Where it begins and how wide it is, in percent of the picture. */
  readonly start: number;
  readonly width: number;
  readonly size: number;
}

/** Rows of tiles in the picture. */
export const MAP_DEPTH = 6;
/** Narrower ones cannot be seen or pressed. */
const LEAST_PERCENT = 0.4;

/**
 * The tiles of what is in `top` (row of a folder, or -1 for all) of a tree whose rows are ordered by size, the largest first: as many as can be seen.
 */
export function mapTiles({ nodes, after, view: { size } }: FileRows, top: number): MapTile[] {
  const tiles: MapTile[] = [];
  const place = (from: number, to: number, start: number, percent: number, whole: number, depth: number): void => {
    let at = start;
    for (let row = from; row < to && whole > 0; row = after[row] ?? to) {
      const node = nodes[row] ?? 0;
      const width = ((size[node] ?? 0) / whole) * percent;
      if (width < LEAST_PERCENT) return;
      tiles.push({ node, depth, start: at, width, size: size[node] ?? 0 });
      if (depth + 1 < MAP_DEPTH) place(row + 1, after[row] ?? row + 1, at, width, size[node] ?? 0, depth + 1);
      at += width;
    }
  };
  const whole = top < 0 ? (size[0] ?? 0) : (size[nodes[top] ?? 0] ?? 0);
  place(top + 1, top < 0 ? nodes.length : (after[top] ?? 0), 0, 100, whole, 0);
  return tiles;
}
