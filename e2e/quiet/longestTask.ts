import type { Browser, Page } from '@playwright/test';
import * as v from 'valibot';

/** Milliseconds of the longest task of a page's main thread: on the clock, and of processor time, which other programs on the machine do not lengthen. */
export interface LongestTask {
  readonly clock: number;
  readonly processor: number;
}

/** Trace events as Chromium writes them; times in microseconds. */
const Trace = v.object({
  traceEvents: v.array(
    v.object({
      name: v.string(),
      pid: v.number(),
      tid: v.number(),
      dur: v.optional(v.number()),
      tdur: v.optional(v.number()),
      args: v.optional(v.object({ name: v.optional(v.unknown()) })),
    }),
  ),
});

/** Records the page's main thread while `action` runs. */
export async function longestTask(browser: Browser, page: Page, action: () => Promise<void>): Promise<LongestTask> {
  await browser.startTracing(page, { categories: ['toplevel', 'disabled-by-default-devtools.timeline'] });
  await action();
  const { traceEvents } = v.parse(Trace, JSON.parse((await browser.stopTracing()).toString()));
  const thread = (event: { pid: number; tid: number }): string => `${event.pid} ${event.tid}`;
  const main = new Set(
    traceEvents.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain').map(thread),
  );
  const tasks = traceEvents.filter((event) => event.name === 'RunTask' && main.has(thread(event)));
  if (tasks.length === 0) throw new Error('the trace has no tasks');
  const longest = (of: 'dur' | 'tdur'): number => tasks.reduce((most, task) => Math.max(most, task[of] ?? 0), 0) / 1000;
  return { clock: longest('dur'), processor: longest('tdur') };
}
