import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { accessibilityProblems, boardTab, choose, pattern, samplePath, settled, words, type Lang } from './app';
import { expect, test } from './site';

function grid(page: Page, lang: Lang = 'en'): Locator {
  return page.getByRole('grid', { name: words('layouts.label', lang) });
}

/** The cell of a part in a column. */
function cell(page: Page, column: string, part: string): Locator {
  return page.locator(`[role=gridcell][data-column=${column}][data-part="${part}"]`);
}

/** Takes the board away by an entry of its menu; the text of the file. */
async function takenAway(page: Page, entry: 'svg' | 'png' | 'markdown', lang: Lang = 'en'): Promise<Buffer> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: words('takeaway.label', lang) }).click();
  await page.getByRole('menuitem', { name: words(`takeaway.${entry}`, lang), exact: true }).click();
  const download = await waiting;
  expect(download.suggestedFilename()).toMatch(/\.layouts\.(?:svg|png|md)$/);
  return readFileSync(await download.path());
}

test('one image in three layouts, aligned by part, above the fold for four layers', async ({ page, site }) => {
  await page.goto(`${site.url}#/layouts?src=sample:hello-docker`);
  await settled(page);
  await expect(cell(page, 'v1', 'pointer')).toContainText('repositories');
  await expect(cell(page, 'v2s2', 'pointer')).toContainText('manifest.json');
  await expect(cell(page, 'oci', 'pointer')).toContainText('index.json');
  for (const part of ['pointer', 'manifest', 'config', 'layer:1', 'layer:2', 'layer:3', 'layer:4', 'mark']) {
    const tops = await Promise.all(
      ['v1', 'v2s2', 'oci'].map(async (column) => (await cell(page, column, part).boundingBox())?.y),
    );
    expect(new Set(tops).size).toBe(1);
  }
  await expect(cell(page, 'v1', 'manifest')).toContainText(
    words('layouts.only.one').replace('{a}', words('format.oci-layout')),
  );
  await expect(cell(page, 'v2s2', 'mark')).toContainText('VERSION');
  const foot = await page.getByLabel(words('layouts.foot')).boundingBox();
  const mark = await cell(page, 'oci', 'mark').boundingBox();
  expect((mark?.y ?? Infinity) + (mark?.height ?? 0)).toBeLessThanOrEqual(foot?.y ?? 0);
});

test('pointing at a file lights what it names and says what names it', async ({ page, site }) => {
  await page.goto(`${site.url}#/layouts?src=sample:hello-docker25`);
  await settled(page);
  const manifest = cell(page, 'oci', 'manifest').getByRole('button');
  await manifest.hover();
  await expect(cell(page, 'oci', 'layer:2').locator('.layout-node')).toHaveAttribute('data-linked', '');
  await expect(cell(page, 'v2s2', 'layer:2').locator('.layout-node')).not.toHaveAttribute('data-linked');
  await expect(grid(page).locator('[data-lit] path').first()).toBeAttached();
  const foot = page.getByLabel(words('layouts.foot'));
  await expect(foot).toContainText('index.json');
  await expect(foot).toContainText('/manifests/0/digest');
  await expect(manifest).toHaveAccessibleName(pattern('layouts.namedBy'));
});

test('by keyboard: the arrows follow the files, Space keeps one on every board, Enter opens it', async ({
  page,
  site,
}) => {
  await page.goto(`${site.url}#/layouts?src=sample:hello-docker`);
  await settled(page);
  const focused = grid(page).locator(':focus');
  await cell(page, 'v1', 'layer:1').getByRole('button').first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(focused).toHaveAttribute('data-stop', /layer\.tar$/);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(focused).toHaveAttribute('data-stop', /^v2s2 layer:1 /);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press(' ');
  await expect(page).toHaveURL(/sel=config/);
  await expect(grid(page).getByRole('row', { selected: true })).toHaveCount(1);
  await boardTab(page, 'ladder').click();
  await expect(page.getByRole('row', { selected: true })).toHaveCount(1);
  await boardTab(page, 'layouts').click();
  await cell(page, 'v2s2', 'pointer').getByRole('button').first().focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/documents.*doc=manifest\.json/);
});

test('as stored: the members of the tar with their offsets', async ({ page, site }) => {
  await page.goto(`${site.url}#/layouts?src=sample:hello-docker25`);
  await settled(page);
  await page.getByRole('button', { name: words('layouts.order.tar') }).click();
  await expect(page).toHaveURL(/order=tar/);
  const table = page.getByRole('grid', { name: words('layouts.members') });
  const offsets = await table.locator('tbody td:first-child').allTextContents();
  const numbers = offsets.map((text) => Number(text.replace(/\s/g, '')));
  expect(numbers.length).toBeGreaterThan(8);
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
  await expect(table.locator('[aria-selected=true]')).toHaveCount(0);
  await table
    .getByRole('row', { name: /index\.json/ })
    .last()
    .click();
  await expect(page).toHaveURL(/sel=/);
  expect(await accessibilityProblems(page)).toEqual([]);
});

test('the board is taken away as picture and table, in the language of the page', async ({ page, site }) => {
  await page.goto(`${site.url}#/layouts?lang=ary`);
  await choose(page, samplePath('hello-oci'));
  await settled(page, 'ary');
  await boardTab(page, 'layouts', 'ary').click();
  const path = await cell(page, 'oci', 'config').getByRole('button').getAttribute('title');
  const svg = String(await takenAway(page, 'svg', 'ary'));
  for (const text of [path ?? '', 'manifest.json', words('role.config', 'ary'), 'direction="rtl"']) {
    expect(svg).toContain(text);
  }
  const wellFormed = await page.evaluate(
    (text) => new DOMParser().parseFromString(text, 'image/svg+xml').querySelector('parsererror') === null,
    svg,
  );
  expect(wellFormed).toBe(true);
  const png = await takenAway(page, 'png', 'ary');
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect(png.readUInt32BE(16)).toBeGreaterThan(2_000);
  const table = String(await takenAway(page, 'markdown', 'ary'));
  expect(table).toContain(`\`${path}\``);
  expect(table).not.toMatch(/[\u2066-\u2069]/);
});

test('printed, every arrow leads from the line that names to the line that is named', async ({ page, site }) => {
  await page.goto(`${site.url}#/layouts?src=sample:hello-docker25`);
  await settled(page);
  await expect(grid(page).locator('.layout-arrows path').first()).toBeAttached();
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  const arrows = grid(page).locator('.paper-arrows[data-column=oci] > div');
  await expect(arrows).toHaveCount(10);
  const ends = await arrows.evaluateAll((all) => {
    const lines = [...document.querySelectorAll('.layout-line[data-column=oci]')].map((line) => {
      const { left, top, height } = line.getBoundingClientRect();
      return { left, middle: top + height / 2 };
    });
    return all.map((arrow) => {
      const { top, bottom, left, right } = arrow.getBoundingClientRect();
      const at = (y: number): boolean => lines.some((line) => Math.abs(line.middle - y) < 1.5);
      return at(top) && at(bottom) && lines.every((line) => left < line.left && right < line.left);
    });
  });
  expect(ends).toEqual(ends.map(() => true));
  const pdf = await page.pdf();
  expect(pdf.subarray(0, 4).toString()).toBe('%PDF');
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(grid(page).locator('.paper-arrows')).toHaveCount(0);
});

test('on a phone one layout at a time, and a tap keeps', async ({ page, site }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${site.url}#/layouts?src=sample:hello-oci&lang=ary`);
  await settled(page, 'ary');
  await expect(grid(page, 'ary').getByRole('columnheader')).toHaveCount(1);
  await page.getByRole('button', { name: words('columnShort.v1', 'ary'), exact: true }).click();
  await cell(page, 'v1', 'layer:2').getByRole('button').first().click();
  await expect(page).toHaveURL(/sel=layer:2/);
});
