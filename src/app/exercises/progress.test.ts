import { expect, it } from 'vitest';
import type { KeepingHost } from '../kept';
import { createProgress } from './progress';

function host(kept: Map<string, string> = new Map()): KeepingHost {
  return {
    localStorage: { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) },
  };
}

it('keeps what is done at each seat', () => {
  const kept = new Map<string, string>();
  const progress = createProgress(host(kept));
  progress.add(0, 'done', 3);
  progress.add(17, 'done', 1);
  progress.add(17, 'shown', 2);
  const again = createProgress(host(kept));
  expect([...again.get(0).done]).toEqual([3]);
  expect(again.get(17)).toEqual({ done: new Set([1]), shown: new Set([2]) });
  again.clear(17);
  expect(createProgress(host(kept)).get(17).done.size).toBe(0);
  expect([...createProgress(host(kept)).get(0).done]).toEqual([3]);
});

it('works where storage is forbidden, and with nonsense in it', () => {
  const forbidden = createProgress({
    get localStorage(): never {
      throw new Error('forbidden');
    },
  });
  forbidden.add(1, 'done', 5);
  expect([...forbidden.get(1).done]).toEqual([5]);
  for (const nonsense of ['{', '[]', '{"1":{"done":[99],"shown":[]}}', '{"1":7}']) {
    expect(createProgress(host(new Map([['tabaqa.exercises', nonsense]]))).get(1).done.size).toBe(0);
  }
});
