/** A place of the board that takes the keyboard: one of the files in a line, or the one place of an empty cell. */
export interface TreePlace {
  readonly row: number;
  readonly column: number;
  readonly line: number;
  readonly at: number;
}

/** How many places each line of each cell of each row has. */
export type TreeShape = readonly (readonly (readonly number[])[])[];

/**
 * Where a key leads; null when it is no key of a grid. Up and down go through the lines of a column, left and right, as seen on the screen,
 * through the files of a line, which are left-to-right in every language, and on into the next column.
 */
export function treeMove(from: TreePlace, key: string, dir: 'ltr' | 'rtl', shape: TreeShape): TreePlace | null {
  const { row, column } = from;
  const columns = (shape[row] ?? []).length;
  const to = (next: Partial<TreePlace>): TreePlace => inside({ ...from, ...next }, shape);
  switch (key) {
    case 'ArrowDown':
      return from.line + 1 < lines(shape, from) ? to({ line: from.line + 1 }) : to(below(row, shape.length));
    case 'ArrowUp':
      return from.line > 0 ? to({ line: from.line - 1 }) : to(row > 0 ? { row: row - 1, line: Infinity } : {});
    case 'ArrowRight':
    case 'ArrowLeft': {
      const step = key === 'ArrowRight' ? 1 : -1;
      const at = from.at + step;
      if (at >= 0 && at < places(shape, from)) return to({ at });
      const next = column + (dir === 'rtl' ? -step : step);
      return next < 0 || next >= columns ? from : to({ column: next, at: step > 0 ? 0 : Infinity });
    }
    case 'Home':
      return to({ column: 0, at: 0 });
    case 'End':
      return to({ column: columns - 1, at: Infinity });
    case 'PageUp':
      return to({ row: 0, line: 0 });
    case 'PageDown':
      return to({ row: shape.length - 1, line: Infinity });
    default:
      return null;
  }
}

function below(row: number, rows: number): Partial<TreePlace> {
  return row + 1 < rows ? { row: row + 1, line: 0 } : {};
}

function lines(shape: TreeShape, { row, column }: TreePlace): number {
  return (shape[row]?.[column] ?? []).length;
}

function places(shape: TreeShape, { row, column, line }: TreePlace): number {
  return shape[row]?.[column]?.[line] ?? 1;
}

function inside(place: TreePlace, shape: TreeShape): TreePlace {
  const line = Math.min(place.line, Math.max(0, lines(shape, place) - 1));
  return { ...place, line, at: Math.min(place.at, places(shape, { ...place, line }) - 1) };
}
