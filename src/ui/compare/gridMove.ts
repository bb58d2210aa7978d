/** A cell by row and by column as they stand in reading order. */
export interface Position {
  readonly row: number;
  readonly column: number;
}

/**
 * Where a key leads in a grid; null when it is no key of a grid. Left and right are as seen on the screen,
 * so in right-to-left text the left arrow goes to the next column.
 */
export function gridMove(
  { row, column }: Position,
  key: string,
  dir: 'ltr' | 'rtl',
  size: { readonly rows: number; readonly columns: number },
): Position | null {
  const lastRow = size.rows - 1;
  const lastColumn = size.columns - 1;
  const along = (step: number): Position => ({
    row,
    column: Math.min(lastColumn, Math.max(0, column + (dir === 'rtl' ? -step : step))),
  });
  switch (key) {
    case 'ArrowUp':
      return { row: Math.max(0, row - 1), column };
    case 'ArrowDown':
      return { row: Math.min(lastRow, row + 1), column };
    case 'ArrowLeft':
      return along(-1);
    case 'ArrowRight':
      return along(1);
    case 'Home':
      return { row, column: 0 };
    case 'End':
      return { row, column: lastColumn };
    case 'PageUp':
      return { row: 0, column };
    case 'PageDown':
      return { row: lastRow, column };
    default:
      return null;
  }
}
