import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { fixturePath } from '../src/core/testing/fixtures';
import { accessibilityProblems, boardTab, choose, settled, sidewaysScroll, words, type Lang } from './app';
import { writeManyLayers, writeManyPlatforms } from './manyLayers';
import { expect, test } from './site';

const board = (page: Page, lang: Lang = 'en'): Locator => page.getByRole('grid', { name: words('forms.label', lang) });
const pair = (page: Page, name: string): Locator => page.locator(`[data-pair="${name}"]`);
const line = (page: Page, kind: string, text: string, lang: Lang = 'en'): Locator =>
  board(page, lang).locator(`.form-cell[data-kind=${kind}]`).filter({ hasText: text });
const toggle = (page: Page, lang: Lang = 'en'): Locator =>
  page.getByRole('button', { name: words('forms.onlyDifferences', lang) });

for (const sample of ['hello-docker25', 'hello-oci'] as const) {
  test(`${sample}: six names differ, and with them only the manifest’s own digest`, async ({ page, site }) => {
    await page.goto(`${site.url}#/manifests?src=sample:${sample}`);
    await settled(page);
    await expect(pair(page, 'schema2 oci')).toContainText('6 names differ');
    await expect(pair(page, 'schema2 oci')).toContainText('0 structural differences');
    await expect(pair(page, 'schema2 oci')).toContainText('0 content digests differ');
    await expect(page.getByText(words('forms.renamedOnly'))).toBeVisible();
    const heads = board(page).getByRole('columnheader');
    const digests = await heads.locator('[data-digest]').evaluateAll((all) => all.map((each) => each.textContent));
    expect(digests).toHaveLength(3);
    expect(new Set(digests).size).toBe(3);

    const marked = line(page, 'schema2', 'mediaType').first().locator('mark');
    await expect(marked).toHaveText(['docker.distribution', 'v2']);
    await expect(line(page, 'oci', 'mediaType').first().locator('mark')).toHaveText(['oci.image', 'v1']);

    await toggle(page).click();
    await expect(page).toHaveURL(/diff=names/);
    await expect(board(page).getByRole('row')).toHaveCount(7);
    await page.keyboard.press('v');
    await expect(page).not.toHaveURL(/diff=/);
  });
}

for (const lang of ['en', 'ary'] as const) {
  test(`${lang}: an image of four layers is whole on the screen, a line for each, which opens`, async ({
    page,
    site,
  }) => {
    await page.setViewportSize({ width: 1280, height: 720 });
    await page.goto(`${site.url}#/manifests?src=sample:hello-docker&lang=${lang}`);
    await settled(page, lang);
    const rows = board(page, lang).locator('.form-row');
    await expect(line(page, 'oci', '}', lang).last()).toBeVisible();
    const last = await rows.last().boundingBox();
    expect((last?.y ?? Infinity) + (last?.height ?? 0)).toBeLessThanOrEqual(720);
    const folded = await rows.count();
    await page.screenshot({ path: test.info().outputPath(`whole-${lang}.png`) });

    const layer = board(page, lang).getByRole('button', { name: 'Layer 2' });
    await expect(layer).toHaveAttribute('aria-expanded', 'false');
    await layer.click();
    await expect(layer).toHaveAttribute('aria-expanded', 'true');
    await expect(rows).toHaveCount(folded + 4);
    const cell = line(page, 'oci', 'layer.v1', lang).first();
    await cell.focus();
    await page.keyboard.press('+');
    await expect(rows).toHaveCount(folded + 8);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('-');
    await expect(rows).toHaveCount(folded + 4);
    await expect(board(page, lang).locator('.form-cell:focus')).toContainText('layer.v1');

    await page.getByRole('button', { name: words('forms.everyLine', lang) }).click();
    await expect(page).toHaveURL(/fold=none/);
    await expect(board(page, lang).locator('.form-folded')).toHaveCount(0);
    expect(await accessibilityProblems(page)).toEqual([]);
  });
}

test('what a conversion drops is listed with what it was for, and the configs stand beside each other', async ({
  page,
  site,
}) => {
  await page.goto(`${site.url}#/manifests?src=sample:hello-docker25`);
  await settled(page);
  await expect(page.locator('.drop-note summary')).toContainText('Healthcheck');
  await page.getByRole('button', { name: words('forms.view.config') }).click();
  await expect(page).toHaveURL(/forms=config/);
  await expect(page.getByText(words('drop.Healthcheck'))).toBeVisible();
  await expect(page.getByText(words('forms.sameDocument'))).toBeVisible();
});

test('moved through, kept and opened with the keyboard alone', async ({ page, site, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${site.url}#/manifests?src=sample:hello-docker25&sel=layer:1&fold=none`);
  await settled(page);
  const focused = board(page).locator('.form-cell:focus');
  await board(page).locator('[tabindex="0"]').focus();
  await page.keyboard.press('ArrowRight');
  await expect(focused).toHaveAttribute('data-kind', 'schema2');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(focused).toContainText('digest');
  await page.keyboard.press('c');
  const digest = await page.evaluate(() => navigator.clipboard.readText());
  expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/);
  await page.keyboard.press(' ');
  await expect(page).not.toHaveURL(/sel=/);
  await page.keyboard.press(' ');
  await expect(page).toHaveURL(/sel=layer:1/);
  await expect(page.getByLabel(words('foot.label'))).toContainText(digest.slice(7));
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('o');
  await expect(boardTab(page, 'documents')).toHaveAttribute('aria-selected', 'true');
  await expect(page.locator('.text-row[data-meant]')).toContainText(digest.slice(7));
  await page.goBack();
  await expect(board(page)).toBeVisible();
});

test('several platforms: the list beside the index, and what a list has no place for', async ({ page, site }) => {
  await page.goto(site.url);
  await choose(page, fixturePath('multiarch.buildx-oci-attest.tar'));
  await settled(page);
  await boardTab(page, 'manifests').click();
  await page.getByRole('button', { name: words('forms.view.list') }).click();
  await expect(page.getByText('2 entries are left out of the Docker list', { exact: false })).toBeVisible();
  await expect(board(page).getByRole('rowheader', { name: 'linux/arm64' }).first()).toBeVisible();
  await expect(pair(page, 'schema2 oci')).toContainText('2 content digests differ');
  // Cut digests say so, those that differ too.
  await expect(board(page).locator('mark.form-digits')).toHaveCount(4);
  await expect(page.getByText(words('forms.listRenamed'))).toBeVisible();
});

test('the columns that are chosen are in the address, and a link shows the same', async ({ page, site }) => {
  await page.goto(`${site.url}#/manifests?src=sample:hello-docker25`);
  await settled(page);
  await expect(board(page).getByRole('columnheader').filter({ hasText: 'sha256' })).toHaveCount(3);
  await page
    .getByRole('group', { name: words('ladder.columns') })
    .getByRole('button')
    .nth(1)
    .click();
  await expect(board(page)).toHaveAttribute('data-columns', '2');
  await expect(page).toHaveURL(/cols=v2s2,oci/);
  await page.getByRole('button', { name: words('forms.view.config') }).click();
  await expect(board(page)).toHaveAttribute('data-columns', '2');
  await page.reload();
  await expect(board(page)).toHaveAttribute('data-columns', '2');
  await expect(page.getByRole('button', { pressed: true, name: words('forms.view.config') })).toBeVisible();
});

test('of hundreds of layers, the lines near the screen are there, and the keyboard reaches all', async ({
  page,
  site,
}, info) => {
  const path = info.outputPath('many.tar');
  writeManyLayers(path, 400);
  await page.goto(`${site.url}#/manifests?fold=none`);
  await choose(page, path);
  await settled(page);
  await boardTab(page, 'manifests').click();
  const rows = board(page).locator('.form-row');
  await expect(line(page, 'oci', 'schemaVersion')).toBeVisible();
  expect(await rows.count()).toBeLessThan(200);
  const count = Number(await board(page).getAttribute('aria-rowcount'));
  expect(count).toBeGreaterThan(1_900);

  const focused = board(page).locator('.form-cell:focus');
  await board(page).locator('[tabindex="0"]').focus();
  await page.keyboard.press('PageDown');
  await expect(focused).toHaveAttribute('data-index', `${count - 2}`);
  await expect(focused).toBeInViewport();
  await page.keyboard.press('ArrowUp');
  await expect(focused).toHaveAttribute('data-index', `${count - 3}`);
  await page.keyboard.press('PageUp');
  await expect(focused).toHaveAttribute('data-index', '0');
  await expect(focused).toBeInViewport();

  await line(page, 'oci', '"digest"').nth(1).click();
  await expect(page.locator('.joins g[data-pinned]')).toHaveCount(2);
  await page.locator('.forms-scroll').evaluate((scroller) => (scroller.scrollTop = scroller.scrollHeight / 2));
  await expect(page.locator('.form-row[data-pinned]').first()).not.toBeInViewport();
  const inTheMiddle = (): Promise<number> =>
    page.evaluate(() => {
      const cell = document.elementFromPoint(700, 500)?.closest<HTMLElement>('.form-cell');
      return Number(cell?.dataset['index'] ?? -1);
    });
  await expect.poll(inTheMiddle).toBeGreaterThan(800);
  await page.locator('.forms-scroll').evaluate((scroller) => (scroller.scrollTop = 0));
  await expect(page.locator('.joins g[data-pinned]')).toHaveCount(2);
});

test('taken away as picture and as table', async ({ page, site }) => {
  await page.goto(`${site.url}#/manifests?src=sample:hello-oci&diff=names`);
  await settled(page);
  const saved = async (item: 'takeaway.svg' | 'takeaway.markdown' | 'takeaway.png'): Promise<Buffer> => {
    await page.getByRole('button', { name: words('takeaway.label') }).click();
    const waiting = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: words(item) }).click();
    return readFileSync(await (await waiting).path());
  };
  expect((await saved('takeaway.svg')).toString()).toMatch(/docker\.distribution<\/tspan>/);
  expect((await saved('takeaway.markdown')).toString()).toContain('6 names differ');
  expect((await saved('takeaway.png')).subarray(1, 4).toString()).toBe('PNG');
});

test('it is accessible', async ({ page, site }) => {
  await page.goto(`${site.url}#/manifests?src=sample:hello-docker25&theme=dark`);
  await settled(page);
  await expect(board(page).locator('mark').first()).toBeVisible();
  expect(await accessibilityProblems(page)).toEqual([]);
});

test('a phone shows one form at a time, marked against the one beside it', async ({ page, site }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${site.url}#/manifests?src=sample:hello-docker25&lang=ary&diff=names`);
  await settled(page, 'ary');
  await expect(board(page, 'ary').getByRole('columnheader').filter({ hasText: 'sha256' })).toHaveCount(1);
  await expect(board(page, 'ary').locator('.form-cell[data-kind=oci] mark').first()).toHaveText('oci.image');
  await page.getByRole('button', { name: words('forms.short.v2s2', 'ary'), exact: true }).click();
  const first = board(page, 'ary').locator('.form-cell[data-kind=schema2] mark').first();
  await expect(first).toHaveText('docker.distribution');
  expect(await sidewaysScroll(page)).toBe(0);
  expect(await accessibilityProblems(page)).toEqual([]);

  // Of two that a link names, one fits.
  await page.goto(`${site.url}#/manifests?src=sample:hello-docker25&cols=v2s1,v2s2`);
  await expect(board(page, 'ary').locator('.form-cell[data-kind=schema1]').first()).toBeVisible();
  await expect(board(page, 'ary').locator('.form-cell[data-kind=oci]')).toHaveCount(0);
});

test('forty layers for each of twelve platforms: both boards show them, and the list has every platform', async ({
  page,
  site,
}, info) => {
  const path = info.outputPath('platforms.tar');
  const platforms = [
    'amd64',
    '386',
    'arm/v5',
    'arm/v6',
    'arm/v7',
    'arm64/v8',
    'ppc64le',
    's390x',
    'riscv64',
    'mips64le',
    'loong64',
    'ppc64',
  ].map((each) => `linux/${each}`);
  writeManyPlatforms(path, platforms, 40);
  await page.goto(`${site.url}#/layouts`);
  await choose(page, path);
  await settled(page);
  await page.screenshot({ path: info.outputPath('layouts.png') });
  await expect(page.locator('.layout-row[data-role=layer]')).toHaveCount(40);
  await expect(page.locator('.layout-arrows path').first()).toBeAttached();
  expect(await sidewaysScroll(page)).toBe(0);
  await boardTab(page, 'manifests').click();
  await page.getByRole('button', { name: words('forms.view.list') }).click();
  await page.screenshot({ path: info.outputPath('list.png') });
  for (const platform of platforms) {
    await expect(board(page).getByRole('button', { name: platform, exact: true })).toBeAttached();
  }
  await page.getByRole('button', { name: words('forms.view.manifest') }).click();
  await expect(line(page, 'oci', '"mediaType"').first()).toBeVisible();
  await page.screenshot({ path: info.outputPath('manifests.png') });
  expect(await sidewaysScroll(page)).toBe(0);
});
