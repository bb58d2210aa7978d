import { describe, expect, it } from 'vitest';
import { gridMove } from './gridMove';

const size = { rows: 8, columns: 3 };

describe('gridMove', () => {
  it('moves as seen on the screen, in both directions of text', () => {
    expect(gridMove({ row: 2, column: 1 }, 'ArrowRight', 'ltr', size)).toEqual({ row: 2, column: 2 });
    expect(gridMove({ row: 2, column: 1 }, 'ArrowRight', 'rtl', size)).toEqual({ row: 2, column: 0 });
    expect(gridMove({ row: 2, column: 1 }, 'ArrowLeft', 'rtl', size)).toEqual({ row: 2, column: 2 });
    expect(gridMove({ row: 2, column: 1 }, 'ArrowDown', 'rtl', size)).toEqual({ row: 3, column: 1 });
  });

  it('stays inside the grid', () => {
    for (const key of ['ArrowUp', 'ArrowLeft', 'Home', 'PageUp']) {
      expect(gridMove({ row: 0, column: 0 }, key, 'ltr', size)).toEqual({ row: 0, column: 0 });
    }
    for (const key of ['ArrowDown', 'ArrowRight', 'End', 'PageDown']) {
      expect(gridMove({ row: 7, column: 2 }, key, 'ltr', size)).toEqual({ row: 7, column: 2 });
    }
  });

  it('leaves other keys alone', () => {
    expect(gridMove({ row: 0, column: 0 }, 'Tab', 'ltr', size)).toBeNull();
  });
});
