import { describe, expect, it, vi } from 'vitest';
import { createLit } from './lit';

const digest = (figure: string): string => `sha256:${figure.repeat(64)}`;

describe('lit digests', () => {
  it('what is pointed at wins over the part that is selected', () => {
    const lit = createLit();
    lit.light('part', [digest('a'), digest('b')]);
    expect([lit.isLit(digest('a')), lit.isLit(`blobs/sha256/${'b'.repeat(64)}`), lit.isLit(digest('c'))]).toEqual([
      true,
      true,
      false,
    ]);
    lit.light('pointed', [digest('c')]);
    expect([lit.isLit(digest('a')), lit.isLit(digest('c'))]).toEqual([false, true]);
    lit.light('pointed', []);
    expect(lit.isLit(digest('a'))).toBe(true);
  });

  it('tells of changes only', () => {
    const lit = createLit();
    const listener = vi.fn();
    const leave = lit.subscribe(listener);
    lit.light('pointed', [digest('a')]);
    lit.light('pointed', [digest('a')]);
    expect(listener).toHaveBeenCalledTimes(1);
    leave();
    lit.light('pointed', []);
    expect(listener).toHaveBeenCalledTimes(1);
  });
});
