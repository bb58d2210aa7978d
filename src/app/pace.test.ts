import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { PACE } from '../core/limits';
import { paced, rested } from './pace';
import { createRate } from './rate';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('acts at once, then at most once in the time given', () => {
  let acts = 0;
  const { ask } = paced(100, () => acts++);
  ask();
  expect(acts).toBe(1);
  ask();
  ask();
  vi.advanceTimersByTime(99);
  expect(acts).toBe(1);
  vi.advanceTimersByTime(1);
  expect(acts).toBe(2);
  vi.advanceTimersByTime(500);
  expect(acts).toBe(2);
  ask();
  expect(acts).toBe(3);
});

it('acts early when flushed, if there is anything to do, and not at all when stopped', () => {
  let acts = 0;
  const { ask, flush, stop } = paced(100, () => acts++);
  flush();
  expect(acts).toBe(0);
  ask();
  ask();
  flush();
  expect(acts).toBe(2);
  ask();
  vi.advanceTimersByTime(99);
  expect(acts).toBe(2);
  stop();
  vi.advanceTimersByTime(500);
  expect(acts).toBe(2);
});

it('gives the speed of the last seconds, not of all time', () => {
  let time = 0;
  const rate = createRate(() => time);
  expect(rate.perSecond()).toBe(0);
  rate.add(0);
  expect(rate.perSecond()).toBe(0);
  for (time = 100; time <= 10_000; time += 100) rate.add(time * 5);
  expect(rate.perSecond()).toBeCloseTo(5_000);
  for (; time <= 10_000 + 2 * PACE.rateMilliseconds; time += 100) rate.add(50_000);
  expect(rate.perSecond()).toBe(0);
});

it('starts anew when work is given up', () => {
  let time = 0;
  const rate = createRate(() => time);
  rate.add(0);
  time = 1000;
  rate.add(5_000);
  time = 1100;
  rate.add(100);
  time = 2100;
  rate.add(300);
  expect(rate.perSecond()).toBeCloseTo(200);
});

/** An action that takes as long as it is told to. */
function slow() {
  let runs = 0;
  let finish = (): void => {};
  const action = (): Promise<void> => {
    runs++;
    return new Promise((resolve) => (finish = resolve));
  };
  const end = async (): Promise<void> => {
    finish();
    await vi.advanceTimersByTimeAsync(0);
  };
  return { action, end, runs: () => runs };
}

it('runs one at a time, rests in proportion, and forgets nothing', async () => {
  const { action, end, runs } = slow();
  const { ask } = rested(100, action);
  ask();
  ask();
  expect(runs()).toBe(1);
  await vi.advanceTimersByTimeAsync(50);
  await end();
  await vi.advanceTimersByTimeAsync(199);
  expect(runs()).toBe(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(runs()).toBe(2);
  await end();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(runs()).toBe(2);
  ask();
  expect(runs()).toBe(3);
});

it('does not rest when it is urgent, but never runs twice at once', async () => {
  const { action, end, runs } = slow();
  const { ask, askNow, stop } = rested(100, action);
  ask();
  askNow();
  expect(runs()).toBe(1);
  await end();
  expect(runs()).toBe(2);
  await end();
  askNow();
  expect(runs()).toBe(3);
  await end();
  ask();
  stop();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(runs()).toBe(3);
});
