import { boardTab, choose, settled } from '../app';
import { writeManyLayers } from '../manyLayers';
import { expect, test } from '../site';
import { longestTask } from './longestTask';

/** The bar is 100 ms; held to processor time, which other programs do not lengthen. */
const LONGEST_PROCESSOR_MILLISECONDS = 100;
const RUNS = 3;

test('the manifests of ten thousand layers never hold the page up', async ({ browser, page, site }, info) => {
  test.setTimeout(240_000);
  const path = info.outputPath('10000-layers.tar');
  writeManyLayers(path, 10_000);
  await page.goto(`${site.url}#/documents`);
  await choose(page, path);
  await expect(boardTab(page, 'documents')).toBeVisible({ timeout: 60_000 });
  await settled(page);
  await page.waitForTimeout(3_000);
  const tab = await boardTab(page, 'manifests').boundingBox();
  const pause = (): Promise<void> => page.waitForTimeout(1_500);
  let best = Infinity;
  for (let run = 0; run < RUNS && best >= LONGEST_PROCESSOR_MILLISECONDS; run++) {
    await boardTab(page, 'documents').click();
    await pause();
    // By pointer and keys alone: what looks for elements runs on the page's own thread.
    const { clock, processor } = await longestTask(browser, page, async () => {
      await page.mouse.click((tab?.x ?? 0) + 20, (tab?.y ?? 0) + 10);
      await page.waitForTimeout(7_000);
      await page.keyboard.press('v');
      await pause();
      await page.keyboard.press('v');
      await pause();
      await page.mouse.click(600, 580);
      await pause();
      for (let turn = 0; turn < 20; turn++) await page.mouse.wheel(0, 1_500);
      await pause();
    });
    console.log(`    longest task ${clock.toFixed(0)} ms (${processor.toFixed(0)} ms of processor time)`);
    best = Math.min(best, processor);
  }
  expect(await page.locator('.form-row').count()).toBeGreaterThan(10);
  expect(best).toBeLessThan(LONGEST_PROCESSOR_MILLISECONDS);
});
