import { describe, expect, it } from 'vitest';
import { dropsOf } from './drops';

describe('dropsOf', () => {
  it('names what was left out with what it was for, elements of a list together', () => {
    const pointers = [
      '/config/Healthcheck',
      '/layers/0/annotations',
      '/layers/1/annotations',
      '/moby.buildkit.x',
      '/a~1b',
    ];
    expect(dropsOf(pointers)).toEqual([
      { path: 'config › Healthcheck', count: 1, purpose: 'drop.Healthcheck' },
      { path: 'layers › annotations', count: 2, purpose: 'drop.annotations' },
      { path: 'moby.buildkit.x', count: 1, purpose: 'drop.moby' },
      { path: 'a/b', count: 1, purpose: null },
    ]);
    expect(dropsOf(['/annotations/org.example'])[0]?.purpose).toBe('drop.annotations');
    expect(dropsOf(['/constructor'])[0]?.purpose).toBeNull();
  });
});
