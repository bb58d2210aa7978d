import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { fixturePath } from '../src/core/testing/fixtures';
import type { ConfigTab } from '../src/app/viewState';
import {
  accessibilityProblems,
  boardTab,
  choose,
  layerRow,
  pattern,
  settled,
  sidewaysScroll,
  words,
  type Lang,
} from './app';
import { expect, test } from './site';

const TOKEN = 'fake-not-a-secret-123';

function board(page: Page, lang: Lang = 'en'): Locator {
  return page.getByRole('region', { name: words('board.config', lang), exact: true });
}

async function show(page: Page, tab: ConfigTab, lang: Lang = 'en'): Promise<void> {
  await board(page, lang)
    .getByRole('button', { name: words(`config.tab.${tab}`, lang), exact: true })
    .click();
}

/** A fixture on the config board. */
async function open(page: Page, url: string, file: string): Promise<void> {
  await page.goto(`${url}#/config`);
  await choose(page, fixturePath(file));
  await settled(page);
  await expect(board(page)).toBeVisible();
}

/** Takes a text away by a button, and by an answer where it asks. */
async function downloaded(
  page: Page,
  button: 'download' | 'downloadJson',
  answer?: 'with' | 'without',
): Promise<string> {
  const waiting = page.waitForEvent('download');
  await board(page)
    .getByRole('button', { name: words(`config.${button}`), exact: true })
    .click();
  if (answer) await page.getByRole('menuitem', { name: words(`config.${answer}`) }).click();
  return readFileSync(await (await waiting).path(), 'utf8');
}

test('the history beside the layers says why there are nine steps and four layers', async ({ page, site }) => {
  await page.goto(`${site.url}#/config?src=sample:hello-docker&config=history`);
  await settled(page);
  await expect(board(page)).toContainText('9 steps, 4 layers: 5 steps made none. They changed only the config.');
  const steps = page.getByRole('list', { name: words('config.timeline') }).getByRole('listitem');
  await expect(steps).toHaveCount(9);
  const layers = steps.getByRole('button');
  await expect(layers).toHaveCount(4);
  await expect(layers.nth(2)).toContainText('Layer 3');
  await layers.nth(2).click();
  await expect(page).toHaveURL(/sel=layer:3/);
  await expect(layers.nth(2)).toHaveAttribute('aria-pressed', 'true');
  await boardTab(page, 'ladder').click();
  await expect(layerRow(page, 3)).toHaveAttribute('aria-selected', 'true');
});

test('steps of layers that were squashed are not said to have changed only the config', async ({ page, site }) => {
  await open(page, site.url, 'small-squashed.skopeo-oci-archive.tar');
  await show(page, 'history');
  await expect(board(page)).toContainText('19 steps, 1 layer: 18 steps made none.');
  await expect(board(page)).toContainText('Of these, 6 ran or copied something');
});

test('values are not on the page until they are asked for', async ({ page, site }) => {
  await open(page, site.url, 'small.buildx-docker.tar');
  for (const tab of ['card', 'history', 'dockerfile'] as const) {
    await show(page, tab);
    await expect(board(page)).toContainText('API_TOKEN');
    expect(await page.content()).not.toContain(TOKEN);
  }
  await show(page, 'card');
  const row = board(page).getByRole('listitem').filter({ hasText: 'API_TOKEN' });
  await expect(row).toContainText(words('config.secret'));
  await row.getByRole('button', { name: pattern('config.showOf') }).click();
  await expect(row).toContainText(TOKEN);
  await expect(board(page).getByRole('listitem').filter({ hasText: 'LANG' })).not.toContainText('C.UTF-8');
  await row.getByRole('button', { name: pattern('config.hideOf') }).click();
  await expect(row).not.toContainText(TOKEN);
  await board(page)
    .getByRole('button', { name: words('config.showAll') })
    .click();
  await expect(row).toContainText(TOKEN);
  await show(page, 'dockerfile');
  await expect(page.getByRole('list', { name: words('config.dockerfile') })).toContainText(`API_TOKEN=${TOKEN}`);
});

test('what is taken away asks for hidden values first', async ({ page, site }) => {
  await open(page, site.url, 'small.buildx-docker.tar');
  const without: unknown = JSON.parse(await downloaded(page, 'downloadJson', 'without'));
  expect(without).toMatchObject({ history: { state: 'aligned', total: 18 }, card: { user: { value: '1000:1000' } } });
  expect(JSON.stringify(without)).not.toContain(TOKEN);
  expect(await downloaded(page, 'downloadJson', 'with')).toContain(TOKEN);
  await show(page, 'dockerfile');
  const text = await downloaded(page, 'download', 'without');
  expect(text).toMatch(/^# Reconstructed from the config of an image\./);
  expect(text).toContain('\n# guessed: the names are kept, ');
  expect(text).toContain('\nCOPY --chown=1000:1000 app /srv/app\n');
  expect(text).toContain('API_TOKEN=***\n');
  await board(page)
    .getByRole('button', { name: words('config.showAll') })
    .click();
  expect(await downloaded(page, 'download')).toContain(`API_TOKEN=${TOKEN}`);
});

test('each key leads to its place in the document: beside the board, or on a phone on its own board', async ({
  page,
  site,
}) => {
  await page.goto(`${site.url}#/config?src=sample:hello-docker`);
  await settled(page);
  const key = board(page).getByRole('link', { name: words('config.healthcheck'), exact: true });
  await key.click();
  await expect(page).toHaveURL(/#\/config.*at=\/config\/Healthcheck/);
  await expect(page.locator('.raw-line[aria-current]')).toContainText('Healthcheck');
  await expect(page.locator('.raw-line[aria-current]')).toBeInViewport();
  await page.setViewportSize({ width: 390, height: 844 });
  await key.click();
  await expect(page).toHaveURL(/#\/documents.*at=\/config\/Healthcheck/);
  await expect(page.locator('.text-row[data-meant]')).toContainText('Healthcheck');
});

test('the base image is another image of the archive, and leads there', async ({ page, site }) => {
  await open(page, site.url, 'multi.docker20-save.tar.gz');
  await page.getByRole('combobox').first().selectOption({ index: 1 });
  await show(page, 'dockerfile');
  const lines = page.getByRole('list', { name: words('config.dockerfile') });
  await expect(lines).toContainText('FROM fx/small:1.0');
  await expect(lines.getByRole('listitem')).toHaveCount(6);
  await expect(board(page)).toContainText('Steps 1 to 18 are its.');
  await board(page)
    .getByRole('button', { name: words('config.base.open') })
    .click();
  await expect(board(page)).toContainText(words('config.base.none'));
});

test('the base image is one of the file that this one is compared with, as long as it is', async ({ page, site }) => {
  await open(page, site.url, 'sibling.docker20-save.by-id.tar.gz');
  await show(page, 'dockerfile');
  await expect(board(page)).toContainText(words('config.base.none').split('{')[0] ?? '');
  await boardTab(page, 'compare').click();
  await page.locator('.diff-picker input[type=file]').setInputFiles(fixturePath('small.docker20-save.tar'));
  await expect(page.locator('.diff-verdict')).toBeVisible();
  await boardTab(page, 'config').click();
  await expect(board(page)).toContainText('The first 7 layers are exactly those of fx/small:1.0');
  await expect(board(page)).toContainText('small.docker20-save.tar');
  await expect(board(page)).toContainText('FROM fx/small:1.0');
  await board(page)
    .getByRole('button', { name: words('config.base.compare') })
    .click();
  await page.getByRole('button', { name: words('diff.close') }).click();
  await boardTab(page, 'config').click();
  await expect(board(page)).toContainText(words('config.base.none').split('{')[0] ?? '');
});

test('a config that is not in the archive says that it is derived', async ({ page, site }) => {
  await page.goto(`${site.url}#/config?src=sample:hello-v1`);
  await settled(page);
  await expect(board(page)).toContainText(words('recipe.config-from-v1'));
  await expect(board(page)).toContainText('/app/app.js');
});

test('an archive without the config says why there is nothing to read', async ({ page, site }) => {
  await page.goto(`${site.url}#/config`);
  await choose(page, fixturePath('broken.config-blob-missing.tar'));
  await settled(page);
  await expect(page.getByRole('tabpanel')).toContainText(words('config.none'));
  await expect(page.getByRole('tabpanel')).toContainText(words('cannot.no-config'));
});

const LOOKS = [
  ['en', 'light', { width: 1280, height: 720 }],
  ['ary', 'dark', { width: 390, height: 844 }],
] as const;

for (const [lang, theme, size] of LOOKS) {
  test(`history and Dockerfile are accessible: ${lang}, ${theme}`, async ({ page, site }) => {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await page.goto(`${site.url}#/config?lang=${lang}`);
    await choose(page, fixturePath('multi.podman-docker-archive.tar'));
    await settled(page, lang);
    for (const tab of ['history', 'dockerfile'] as const) {
      await show(page, tab, lang);
      expect(await accessibilityProblems(page)).toEqual([]);
      expect(await sidewaysScroll(page)).toBe(0);
    }
  });
}
