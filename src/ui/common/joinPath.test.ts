import { describe, expect, it } from 'vitest';
import { joinEnds, joinPath, type JoinCell } from './joinPath';

const cell = (left: number, right: number, y: number, from = left + 20, to = right - 80): JoinCell => ({
  left,
  right,
  y,
  from,
  to,
});

describe('what joins two cells', () => {
  it('is the same whichever of them comes first in the language', () => {
    const left = cell(0, 100, 10);
    const right = cell(112, 212, 20);
    expect(joinEnds(left, right)).toEqual(joinEnds(right, left));
    expect(joinEnds(left, right)).toEqual({ x1: 72, y1: 10, x2: 120, y2: 20 });
  });

  it('goes over no text: where there is no blank, it begins and ends at the edges', () => {
    expect(joinEnds(cell(0, 100, 10, 3, 98), cell(112, 212, 10, 114, 200))).toEqual({
      x1: 99,
      y1: 10,
      x2: 113,
      y2: 10,
    });
    const { x1, x2 } = joinEnds(cell(0, 100, 10, 3, 85), cell(112, 212, 10, 125, 200));
    expect([x1, x2]).toEqual([91, 119]);
  });

  it('hangs when its ends are at one height, and swings from one height to the other', () => {
    expect(joinPath({ x1: 0, y1: 10, x2: 20, y2: 10 })).toBe('M0 10C10 19 10 19 20 10');
    expect(joinPath({ x1: 0, y1: 10, x2: 20, y2: 40 })).toBe('M0 10C10 10 10 40 20 40');
  });
});
