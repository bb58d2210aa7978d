import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { fixturePath } from '../src/core/testing/fixtures';
import {
  accessibilityProblems,
  boardTab,
  choose,
  dragOver,
  pattern,
  samplePath,
  settled,
  sidewaysScroll,
  speak,
  words,
} from './app';
import { expect, test } from './site';

const GZIP = fixturePath('small.skopeo-oci-archive.gzip.tar');
const ZSTD = fixturePath('small.skopeo-oci-archive.zstd.tar');

const board = (page: Page) => page.getByRole('region', { name: words('diff.label') });
const cause = (page: Page, code: string) => page.locator(`[data-cause="${code}"]`);

/** Takes a comparison away, and answers whether with hidden values. */
async function taken(page: Page, as: 'json' | 'markdown', answer: 'with' | 'without'): Promise<string> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: words(`diff.${as}`) }).click();
  await page.getByRole('menuitem', { name: words(`config.${answer}`) }).click();
  return readFileSync(await (await waiting).path(), 'utf8');
}

/** Chooses the second file with the board's own button. */
async function compareWith(page: Page, path: string): Promise<void> {
  await boardTab(page, 'compare').click();
  await board(page).locator('input[type=file]').setInputFiles(path);
}

test('says that gzip and zstd are the same image, packed otherwise', async ({ page, site, complaints }) => {
  await page.goto(site.url);
  await choose(page, GZIP);
  await settled(page);
  await compareWith(page, ZSTD);
  await expect(page.locator('.diff-verdict')).toContainText(
    'Same image: 0 content differences, 1 packaging difference',
  );
  await expect(page.locator('[data-cause]')).toHaveCount(1);
  await expect(cause(page, 'compression')).toContainText('gzip');
  await expect(cause(page, 'compression')).toContainText('1, 2, 3, 4, 5, 6');
  await expect(
    page.getByRole('region', { name: words('diff.layersLabel') }).locator('tr[data-state=recompressed]'),
  ).toHaveCount(6);
  // The first archive is still open.
  await boardTab(page, 'ladder').click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('gzip.tar');
  expect(complaints).toEqual([]);
});

test('a link compares two samples; files are shown line by line, and taken away', async ({ page, site }) => {
  await page.goto(`${site.url}#/compare?src=sample:hello-docker&vs=sample:hello-oci-zstd`);
  await settled(page);
  await expect(page.locator('.diff-verdict')).toBeVisible();
  const json: unknown = JSON.parse(await taken(page, 'json', 'without'));
  expect(json).toMatchObject({ layers: expect.any(Array), causes: expect.any(Array) });
  expect(await taken(page, 'markdown', 'without')).toContain(`## ${words('diff.why')}`);
  // The names of layouts are words of ours: what isolates them in Darija is not shown as if it came from a file.
  await speak(page, 'الدارجة');
  await expect(cause(page, 'layout')).toContainText('OCI layout');
  await expect(cause(page, 'layout')).not.toContainText('⟦');
  await speak(page, 'English');
  await page.getByRole('button', { name: words('diff.close') }).click();
  await expect(page.getByText(words('diff.empty'))).toBeVisible();
  await expect.poll(() => page.url()).not.toContain('vs=');
});

test('shows what differs in a file, and leaves out what is to be ignored', async ({ page, site }) => {
  await page.goto(site.url);
  await choose(page, fixturePath('small.docker20-save.tar'));
  await settled(page);
  await compareWith(page, fixturePath('sibling.docker20-save.by-id.tar.gz'));
  await expect(cause(page, 'layers-added')).toContainText('8, 9');
  await expect(board(page)).toContainText('B is built on A: its first 7 layers are all of A’s.');
  await expect(cause(page, 'config-created')).toBeVisible();
  await page.getByRole('button', { name: words('diff.ignore.times'), exact: true }).click();
  await expect(cause(page, 'config-created')).toHaveCount(0);
  await expect.poll(() => page.url()).toContain('ign=times');
  const files = page.getByRole('grid', { name: words('diff.filesLabel') });
  const row = files.getByRole('row').filter({ hasText: 'srv/sibling.txt' });
  await expect(row).toContainText(words('diff.fileState.only-b'));
  const filter = page.getByRole('searchbox', { name: words('files.filter') });
  await filter.fill('/SIBLING[.]txt$/');
  await expect(files.getByRole('row')).toHaveCount(2);
  await filter.fill('/^sibling/');
  await expect(page.getByText(words('diff.noFiles'))).toBeVisible();
  await filter.fill('');
  await row.press('Enter');
  const lines = page.getByRole('region', { name: words('diff.text') });
  await expect(lines.locator('[data-state=only-b]').first()).toBeVisible();
  await page.getByRole('button', { name: words('diff.closeFile') }).click();
  await expect(lines).toHaveCount(0);
});

test('values are hidden until they are asked for, and asked for before they are taken away', async ({ page, site }) => {
  const TOKEN = 'fake-not-a-secret-123';
  await page.goto(site.url);
  await choose(page, fixturePath('small.docker20-save.tar'));
  await settled(page);
  await compareWith(page, samplePath('hello-oci'));
  await expect(page.locator('.diff-verdict')).toBeVisible();
  const values = page.getByRole('region', { name: words('diff.config') });
  const row = values.getByRole('row').filter({ hasText: 'API_TOKEN' }).first();
  await expect(row).toContainText(words('config.hidden'));
  expect(await page.content()).not.toContain(TOKEN);
  expect(await taken(page, 'json', 'without')).not.toContain(TOKEN);
  expect(await taken(page, 'json', 'with')).toContain(TOKEN);
  expect(await taken(page, 'markdown', 'without')).not.toContain(TOKEN);
  expect(await taken(page, 'markdown', 'with')).toContain(TOKEN);
  await row.getByRole('button', { name: pattern('config.showOf') }).click();
  await expect(row).toContainText(TOKEN);
  await row.getByRole('button', { name: pattern('config.hideOf') }).click();
  await expect(row).not.toContainText(TOKEN);
  await page.getByRole('button', { name: words('config.showAll') }).click();
  await expect(row).toContainText(TOKEN);
});

test('two images of one archive', async ({ page, site }) => {
  await page.goto(site.url);
  await choose(page, fixturePath('multi.podman-docker-archive.tar'));
  await settled(page);
  await boardTab(page, 'compare').click();
  const options = board(page).locator('optgroup').first().locator('option');
  await expect(options).toHaveCount(2);
  await board(page)
    .getByRole('combobox')
    .first()
    .selectOption((await options.first().getAttribute('value')) ?? '');
  await expect(page.locator('.diff-verdict')).toBeVisible();
  await expect.poll(() => page.url()).toContain('vs=image:sha256:');
});

test('a file that is dropped on the lower half is compared', async ({ page, site }) => {
  await page.goto(site.url);
  await choose(page, samplePath('hello-oci'));
  await settled(page);
  const transfer = await dragOver(page, samplePath('hello-oci-zstd'));
  await expect(page.getByText(words('drop.compare'))).toBeVisible();
  await page.dispatchEvent('[data-drop=compare]', 'drop', { dataTransfer: transfer });
  await expect(page.locator('.diff-verdict')).toContainText('Same image');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('hello-oci.tar');
});

test('two files that are dropped together are compared', async ({ page, site }) => {
  await page.goto(site.url);
  const transfer = await dragOver(page, samplePath('hello-oci'), samplePath('hello-oci-zstd'));
  await page.dispatchEvent('[data-drop=open]', 'drop', { dataTransfer: transfer });
  await expect(page.locator('.diff-verdict')).toContainText('Same image');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('hello-oci.tar');
});

test('what cannot be opened beside is said, and the first stays', async ({ page, site }) => {
  await page.goto(site.url);
  await choose(page, samplePath('hello-oci'));
  await settled(page);
  await compareWith(page, fixturePath('broken.empty-file.tar'));
  await expect(board(page).getByRole('alert')).toContainText('broken.empty-file.tar');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('hello-oci.tar');
});

for (const [lang, theme, size] of [
  ['en', 'light', { width: 1280, height: 800 }],
  ['ary', 'dark', { width: 390, height: 844 }],
] as const) {
  test(`is accessible: ${lang}, ${theme}`, async ({ page, site }) => {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await page.goto(`${site.url}#/compare?lang=${lang}`);
    await choose(page, fixturePath('small.docker20-save.tar'));
    await settled(page, lang);
    await page
      .locator('.diff-picker input[type=file]')
      .setInputFiles(fixturePath('sibling.docker20-save.by-id.tar.gz'));
    await expect(page.locator('.diff-verdict')).toBeVisible();
    const row = page.getByRole('grid', { name: words('diff.filesLabel', lang) }).getByRole('row');
    await row.filter({ hasText: 'etc/app.conf' }).first().press('Enter');
    await expect(page.locator('.diff-lines')).toBeVisible();
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
  });
}
