import { describe, expect, it } from 'vitest';
import { tabMove } from './tabMove';

describe('tabMove', () => {
  it('goes where the arrow points, in either direction of writing', () => {
    expect(tabMove(1, 'ArrowRight', 'ltr', 4)).toBe(2);
    expect(tabMove(1, 'ArrowLeft', 'ltr', 4)).toBe(0);
    expect(tabMove(1, 'ArrowRight', 'rtl', 4)).toBe(0);
    expect(tabMove(1, 'ArrowLeft', 'rtl', 4)).toBe(2);
  });

  it('goes round the ends, and to them', () => {
    expect(tabMove(3, 'ArrowRight', 'ltr', 4)).toBe(0);
    expect(tabMove(0, 'ArrowLeft', 'ltr', 4)).toBe(3);
    expect(tabMove(2, 'Home', 'rtl', 4)).toBe(0);
    expect(tabMove(2, 'End', 'rtl', 4)).toBe(3);
  });

  it('leaves other keys alone', () => {
    expect(tabMove(1, 'ArrowDown', 'ltr', 4)).toBeNull();
    expect(tabMove(1, 'Enter', 'ltr', 4)).toBeNull();
  });
});
