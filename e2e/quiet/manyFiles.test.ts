import { choose, settled, words } from '../app';
import { writeManyFiles } from '../manyFiles';
import { expect, test } from '../site';
import { longestTask } from './longestTask';

const FILES = 300_000;
const LAYERS = 5;
/** The bar is 10 s from drop; a machine that is shared has twice the time. */
const USABLE_MILLISECONDS = 20_000;
/** The bar is 100 ms on the clock; others that want the processor do not lengthen this. */
const LONGEST_PROCESSOR_MILLISECONDS = 100;

test('300,000 files are there in seconds, and scroll', async ({ browser, page, site }, info) => {
  test.setTimeout(120_000);
  const path = info.outputPath('many.tar');
  writeManyFiles(path, FILES, LAYERS);
  await page.goto(`${site.url}#/files?shape=list`, { waitUntil: 'networkidle' });
  const grid = page.getByRole('grid', { name: words('files.label') });
  const start = performance.now();
  await choose(page, path);
  await settled(page);
  const left = FILES - FILES / LAYERS / 8;
  await expect(grid).toHaveAttribute('aria-rowcount', `${left + 1}`, { timeout: USABLE_MILLISECONDS });
  const usable = performance.now() - start;

  const scroller = page.locator('.files-main .table-scroll');
  const scrolling = await longestTask(browser, page, async () => {
    for (let step = 1; step <= 40; step++) {
      await scroller.evaluate((element, at) => element.scrollTo(0, at * element.scrollHeight), step / 41);
      await page.waitForTimeout(50);
    }
  });
  const sorting = await longestTask(browser, page, async () => {
    await grid.getByRole('button', { name: words('files.size') }).click();
    await expect(grid.locator('th[aria-sort=ascending]')).toHaveCount(1);
    await page.waitForTimeout(2_000);
    await page.getByRole('searchbox', { name: words('files.filter') }).fill('/file-2.*7/');
    await expect(grid).not.toHaveAttribute('aria-rowcount', `${left + 1}`);
  });
  const tell = (task: typeof scrolling): string =>
    `${task.clock.toFixed(0)} ms (${task.processor.toFixed(0)} of processor time)`;
  console.log(
    `    usable after ${(usable / 1000).toFixed(1)} s; longest task scrolling ${tell(scrolling)}, sorting ${tell(sorting)}`,
  );
  expect(usable).toBeLessThan(USABLE_MILLISECONDS);
  expect(scrolling.processor).toBeLessThan(LONGEST_PROCESSOR_MILLISECONDS);
  expect(sorting.processor).toBeLessThan(LONGEST_PROCESSOR_MILLISECONDS);
});
