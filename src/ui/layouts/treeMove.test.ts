import { describe, expect, it } from 'vitest';
import { treeMove, type TreePlace, type TreeShape } from './treeMove';

/** Two lines of one file, a v1 folder of three, an empty cell. */
const shape: TreeShape = [
  [[1], [1, 1], [1]],
  [[3], [1, 3], [1]],
  [[1], [1], [1]],
];
const place = (row: number, column: number, line = 0, at = 0): TreePlace => ({ row, column, line, at });

describe('treeMove', () => {
  it('goes through the lines of a cell before the next row', () => {
    expect(treeMove(place(0, 1), 'ArrowDown', 'ltr', shape)).toEqual(place(0, 1, 1));
    expect(treeMove(place(0, 1, 1), 'ArrowDown', 'ltr', shape)).toEqual(place(1, 1, 0));
    expect(treeMove(place(1, 1), 'ArrowUp', 'ltr', shape)).toEqual(place(0, 1, 1));
    expect(treeMove(place(1, 0, 0, 2), 'ArrowDown', 'ltr', shape)).toEqual(place(2, 0));
  });

  it('goes through the files of a line before the next column, as seen on the screen', () => {
    expect(treeMove(place(1, 0), 'ArrowRight', 'ltr', shape)).toEqual(place(1, 0, 0, 1));
    expect(treeMove(place(1, 0, 0, 2), 'ArrowRight', 'ltr', shape)).toEqual(place(1, 1));
    expect(treeMove(place(1, 1), 'ArrowLeft', 'ltr', shape)).toEqual(place(1, 0, 0, 2));
    expect(treeMove(place(1, 0), 'ArrowRight', 'rtl', shape)).toEqual(place(1, 0, 0, 1));
    expect(treeMove(place(1, 0), 'ArrowLeft', 'rtl', shape)).toEqual(place(1, 1));
    expect(treeMove(place(1, 1), 'ArrowRight', 'rtl', shape)).toEqual(place(1, 0));
  });

  it('stays on the board', () => {
    expect(treeMove(place(0, 0), 'ArrowUp', 'ltr', shape)).toEqual(place(0, 0));
    expect(treeMove(place(0, 0), 'ArrowLeft', 'ltr', shape)).toEqual(place(0, 0));
    expect(treeMove(place(2, 2), 'ArrowDown', 'ltr', shape)).toEqual(place(2, 2));
    expect(treeMove(place(1, 0, 0, 1), 'End', 'ltr', shape)).toEqual(place(1, 2));
    expect(treeMove(place(1, 1, 1, 2), 'PageUp', 'ltr', shape)).toEqual(place(0, 1));
    expect(treeMove(place(1, 1), 'Tab', 'ltr', shape)).toBeNull();
  });
});
