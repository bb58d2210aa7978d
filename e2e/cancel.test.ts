import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Page } from '@playwright/test';
import { boardTab, choose, pattern, settled, words } from './app';
import { writeSparseArchive } from './sparse';
import { expect, test } from './site';

/** Large enough that there is time to stop. */
const LAYERS = 12;
const LAYER_BYTES = 64 * 1024 * 1024;

test('checking can be stopped and taken up again; what is verified stays, and a screen reader hears every tenth part', async ({
  page,
  site,
}, info) => {
  test.slow();
  const path = info.outputPath('large.tar');
  writeSparseArchive(path, LAYERS, LAYER_BYTES);
  await page.goto(site.url);
  const heard = await listen(page);
  await choose(page, path);
  await expect(page.getByRole('progressbar', { name: words('progress.checking') })).toBeVisible();
  await page.getByRole('button', { name: words('app.cancel') }).click();
  await expect(page.getByText(pattern('progress.stopped')).first()).toBeVisible();
  await expect(page.getByRole('progressbar', { name: words('progress.checking') })).toHaveCount(0);
  // What is not measured is the same as nothing.
  await boardTab(page, 'compare').click();
  await page.locator('.diff-picker input[type=file]').setInputFiles(path);
  await expect(page.locator('.diff-verdict')).toHaveText(words('diff.verdict.unchecked'), { timeout: 30_000 });
  await expect(page.locator('.diff-table tr[data-state=unchecked]').first()).toContainText(
    words('diff.layer.unchecked'),
  );
  await expect(page.getByRole('button', { name: words('diff.measure') })).toBeVisible();
  await page.getByRole('button', { name: words('app.continue') }).click();
  await settled(page);
  await expect(page.getByText(pattern('progress.stopped'))).toHaveCount(0);
  await expect(page.locator('.diff-verdict')).toHaveText(words('diff.verdict.identical'));
  await expect(page.getByRole('button', { name: words('diff.measure') })).toHaveCount(0);
  const parts = heard.flatMap((text) => (pattern('progress.status').test(text) ? Number(/\d+/.exec(text)?.[0]) : []));
  expect(parts.length).toBeGreaterThan(3);
  // From nothing once, and once more from where it was stopped.
  expect(parts.length).toBeLessThan(24);
  expect(parts.filter((percent) => percent % 10 !== 0)).toEqual([]);
  expect(heard.filter((text) => pattern('progress.stopped').test(text))).toHaveLength(1);
  expect(heard).toContainEqual(expect.stringMatching(pattern('progress.done')));
  await expect(page.getByRole('alert').filter({ hasText: /\S/ })).toHaveCount(0);
});

/** What a screen reader hears of the page from now on, without being asked. */
async function listen(page: Page): Promise<readonly string[]> {
  const heard: string[] = [];
  await page.exposeFunction('heard', (text: string) => void heard.push(text));
  await page.evaluate(() => {
    const last = new Map<Element, string>();
    new MutationObserver(() => {
      for (const region of document.querySelectorAll('[role=status], [aria-live=polite]')) {
        const text = region.textContent;
        if (text === '' || last.get(region) === text) continue;
        last.set(region, text);
        (window as unknown as { heard(text: string): void }).heard(text);
      }
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  return heard;
}

test('opening can be stopped; the next file opens', async ({ page, site }, info) => {
  test.slow();
  const tar = info.outputPath('large.tar');
  const packed = info.outputPath('large.tar.gz');
  writeSparseArchive(tar, LAYERS, LAYER_BYTES);
  await pipeline(createReadStream(tar), createGzip({ level: 1 }), createWriteStream(packed));
  await page.goto(site.url);
  await choose(page, packed);
  await page.getByRole('button', { name: words('app.cancel') }).click();
  await expect(page.getByRole('heading', { name: words('landing.title') })).toBeVisible();
  await page.getByRole('button', { name: words('sample.hello-oci.title') }).click();
  await settled(page);
});

test('opening another file while one is being checked shows only the other', async ({ page, site }, info) => {
  test.slow();
  const path = info.outputPath('large.tar');
  writeSparseArchive(path, LAYERS, LAYER_BYTES);
  await page.goto(site.url);
  await choose(page, path);
  await expect(page.getByRole('progressbar', { name: words('progress.checking') })).toBeVisible();
  await page.goto(`${site.url}#/ladder?src=sample:hello-oci`);
  await settled(page);
  await expect(page.getByText('hello-oci.tar').first()).toBeVisible();
  await expect(page.getByText('large.tar')).toHaveCount(0);
});
