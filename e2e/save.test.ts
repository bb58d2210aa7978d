import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { reportFile } from '../scripts/reportFile';
import { EXPORT_TARGETS, type ExportTarget } from '../src/core/model/export';
import { fixturePath } from '../src/core/testing/fixtures';
import {
  accessibilityProblems,
  boardTab,
  choose,
  downloadedReport,
  pattern,
  samplePath,
  settled,
  sidewaysScroll,
  words,
  type Lang,
} from './app';
import { expect, test } from './site';
import { writeSparseArchive } from './sparse';

const sheet = (page: Page, lang: Lang = 'en'): Locator =>
  page.getByRole('dialog', { name: words('save.title', lang), exact: true });

async function openSheet(page: Page, lang: Lang = 'en'): Promise<Locator> {
  await page.getByRole('button', { name: words('save.button', lang) }).click();
  await expect(sheet(page, lang)).toBeVisible();
  return sheet(page, lang);
}

/** Without the question where to, as in browsers that have none. */
async function withoutChooser(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'showSaveFilePicker', { value: undefined });
  });
}

/** The question where to is answered with a file of the browser's own storage. */
async function withChooser(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'showSaveFilePicker', {
      writable: true,
      value: async ({ suggestedName }: { suggestedName: string }) => {
        const folder = await navigator.storage.getDirectory();
        return folder.getFileHandle(suggestedName, { create: true });
      },
    });
  });
}

/** From now on workers write slowly: one second for each piece, so that there is time to stop. */
async function withSlowWrites(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const slow = `{
      const { prototype } = FileSystemWritableFileStream;
      const { write } = prototype;
      prototype.write = async function (...data) {
        await new Promise((resolve) => setTimeout(resolve, 1000));
        return write.apply(this, data);
      };
    }`;
    const create = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (object) =>
      create(
        object instanceof Blob && object.type.startsWith('text/javascript') ? new Blob([slow, object], object) : object,
      );
  });
}

/** What a file of the browser's own storage has: its size and digest, or null when there is none. */
function stored(page: Page, name: string): Promise<{ size: number; digest: string } | null> {
  return page.evaluate(async (path) => {
    try {
      const folder = await navigator.storage.getDirectory();
      const file = await (await folder.getFileHandle(path)).getFile();
      const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
      return { size: file.size, digest: Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('') };
    } catch {
      return null;
    }
  }, name);
}

/** Saves one choice as a download. */
async function saved(page: Page, choice: string, path: string): Promise<string> {
  const dialog = sheet(page);
  await dialog.locator(`input[value="${choice}"]`).check();
  const waiting = page.waitForEvent('download');
  await dialog.getByRole('button', { name: words('save.now') }).click();
  const download = await waiting;
  const file = `${path}/${download.suggestedFilename()}`;
  await download.saveAs(file);
  await expect(dialog.getByText(pattern('save.saved.download')).first()).toBeAttached();
  return file;
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Without a config of their own, images have another key. */
const WITHOUT_CONFIG: ReadonlySet<ExportTarget> = new Set(['dir-schema1']);

test('an image is saved in every form, and is the same image when it is opened again', async ({ page, site }, info) => {
  await withoutChooser(page);
  const { images } = await reportFile(samplePath('hello-oci'));
  await page.goto(`${site.url}#/ladder?src=sample:hello-oci`);
  await settled(page);
  const dialog = await openSheet(page);
  const files: [ExportTarget, string][] = [];
  for (const target of EXPORT_TARGETS) {
    const row = dialog.locator('.save-choice', { has: page.locator(`input[value="${target}"]`) });
    await expect(row.locator('.save-figure')).toContainText(/\d/);
    files.push([target, await saved(page, target, info.outputPath())]);
  }
  await page.keyboard.press('Escape');
  for (const [target, file] of files) {
    await choose(page, file);
    await expect(page.getByRole('heading', { name: file.split('/').at(-1) ?? '' })).toBeVisible();
    await settled(page);
    const report = (await downloadedReport(page)) as Awaited<ReturnType<typeof reportFile>>;
    expect.soft(report.verdict, target).toBe('verified');
    expect.soft(report.images.length, target).toBe(1);
    if (!WITHOUT_CONFIG.has(target)) expect.soft(report.images[0]?.key, target).toBe(images[0]?.key);
  }
});

test('a file that is chosen gets the same bytes as a download, and screen readers hear of it', async ({
  page,
  site,
}, info) => {
  await withChooser(page);
  await page.goto(`${site.url}#/ladder?src=sample:hello-docker25`);
  await settled(page);
  const dialog = await openSheet(page);
  await dialog.getByRole('button', { name: words('save.now') }).click();
  await expect(dialog.getByRole('status')).toHaveText(pattern('save.saved.file'));
  const inFile = await stored(page, 'hello-1.0.docker-archive-skopeo.tar');

  await page.evaluate(() => Object.assign(window, { showSaveFilePicker: undefined }));
  const file = await saved(page, 'docker-archive-skopeo', info.outputPath());
  expect(inFile).toEqual({ size: statSync(file).size, digest: sha256(readFileSync(file)) });
});

test('a layer is saved as it is stored and unpacked, and all documents of a form as JSON', async ({
  page,
  site,
}, info) => {
  await withoutChooser(page);
  await page.goto(`${site.url}#/layers?src=sample:hello-oci&sel=layer:3`);
  await settled(page);
  await page.getByRole('button', { name: words('save.saveLayer') }).click();
  const dialog = sheet(page);
  await expect(dialog.getByRole('spinbutton', { name: words('save.layer') })).toHaveValue('3');
  await expect(dialog.locator('input[value=stored]')).toBeFocused();
  const [layer] = (await reportFile(samplePath('hello-oci'))).images.flatMap(({ representations }) =>
    representations.flatMap(({ column, layers }) => (column === 'oci' ? layers.slice(2, 3) : [])),
  );
  const packed = await saved(page, 'stored', info.outputPath());
  expect(`sha256:${sha256(readFileSync(packed))}`).toBe(layer?.digest);
  expect(packed).toMatch(/layer-3-[0-9a-f]{12}\.tar\.gz$/);
  const plain = await saved(page, 'unpacked', info.outputPath());
  expect(`sha256:${sha256(readFileSync(plain))}`).toBe(layer?.diffId);

  const json = await saved(page, 'column-v2s2', info.outputPath());
  const column = JSON.parse(readFileSync(json, 'utf8')) as {
    documents: { content: string; digest: string; origin: string; recipe: { code: string } | null }[];
  };
  expect(column.documents.length).toBeGreaterThan(1);
  for (const { content, digest } of column.documents) {
    expect(`sha256:${sha256(Buffer.from(content))}`).toBe(digest);
  }
  expect(column.documents.filter(({ origin, recipe }) => (origin === 'derived') !== (recipe !== null))).toEqual([]);
});

test('with the keyboard alone: open, choose, save, close', async ({ page, site }) => {
  await withoutChooser(page);
  await page.goto(`${site.url}#/ladder?src=sample:hello-oci`);
  await settled(page);
  await boardTab(page, 'ladder').focus();
  await page.keyboard.press('ControlOrMeta+S');
  const dialog = sheet(page);
  await expect(dialog.locator('input[value=docker-archive-skopeo]')).toBeFocused();
  for (let presses = 0; presses < 3; presses++) await page.keyboard.press('ArrowDown');
  await expect(dialog.locator('input[value=oci-archive-skopeo]')).toBeChecked();
  await expect(dialog.getByText('podman load -i hello-1.0.oci-archive-skopeo.tar')).toBeVisible();
  const waiting = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  expect((await waiting).suggestedFilename()).toBe('hello-1.0.oci-archive-skopeo.tar');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(boardTab(page, 'ladder')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+S');
  await expect(dialog).toBeVisible();
  await page.keyboard.press('ControlOrMeta+S');
  await expect(dialog).toBeHidden();
});

test('saving can be stopped, and leaves nothing', async ({ page, site }, info) => {
  const path = info.outputPath('large.tar');
  writeSparseArchive(path, 5, 64 * 1024 * 1024);
  await withChooser(page);
  await withSlowWrites(page);
  await page.goto(site.url);
  await choose(page, path);
  await settled(page);
  const dialog = await openSheet(page);
  await dialog.getByRole('button', { name: words('save.now') }).click();
  const stop = dialog.getByRole('button', { name: words('app.cancel') });
  await expect(stop).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: pattern('save.busy') })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+S');
  await stop.click();
  await expect(dialog.getByRole('button', { name: words('save.now') })).toBeFocused();
  await expect(dialog.getByRole('progressbar')).toHaveCount(0);
  await expect.poll(() => stored(page, 'sparse-1.0.docker-archive-skopeo.tar')).toBeNull();
});

test('opening something else while a file is saved tells what was stopped, and leaves nothing', async ({
  page,
  site,
}, info) => {
  const path = info.outputPath('large.tar');
  writeSparseArchive(path, 5, 64 * 1024 * 1024);
  await withChooser(page);
  await withSlowWrites(page);
  await page.goto(site.url);
  await choose(page, path);
  await settled(page);
  const dialog = await openSheet(page);
  await dialog.getByRole('button', { name: words('save.now') }).click();
  await expect(dialog.getByRole('button', { name: words('app.cancel') })).toBeFocused();
  await page.keyboard.press('Escape');
  await choose(page, samplePath('hello-oci'));
  const note = page.getByRole('status').filter({ hasText: pattern('save.cut') });
  await expect(note).toContainText('sparse-1.0.docker-archive-skopeo.tar');
  await settled(page);
  await expect(note).toBeVisible();
  await expect.poll(() => stored(page, 'sparse-1.0.docker-archive-skopeo.tar')).toBeNull();
  await note.getByRole('button', { name: words('app.close') }).click();
  await expect(note).toHaveCount(0);
});

test('names that a form has no place for are listed as left out', async ({ page, site }) => {
  await page.goto(`${site.url}#/ladder?src=sample:hello-oci`);
  await settled(page);
  const dialog = await openSheet(page);
  await dialog.locator('input[value=dir-oci]').check();
  const dropped = dialog.locator('.save-dropped');
  await expect(dropped).toContainText(words('save.droppedName'));
  await dialog.locator('input[value=oci-archive-skopeo]').check();
  await expect(dropped.getByText(words('save.droppedName'))).toHaveCount(0);
});

test('a layer that is damaged is not put into any tar, and the sheet says so', async ({ page, site }) => {
  await page.goto(`${site.url}#/ladder?src=sample:hello-flipped`);
  await settled(page);
  const dialog = await openSheet(page);
  await expect(dialog.locator('.save-figure').filter({ hasText: words('save.cannot') })).toHaveCount(
    EXPORT_TARGETS.length + 1,
  );
  await expect(dialog.getByText(words('cannotExport.contents-differ'))).toBeVisible();
  await expect(dialog.getByRole('button', { name: words('save.now') })).toBeDisabled();
  await page.keyboard.press('Escape');
  await choose(page, fixturePath('broken.bitflip-in-gzip-layer.tar'));
  await settled(page);
  await openSheet(page);
  await expect(dialog.getByText(words('cannotExport.layers-unreadable'))).toBeVisible();
});

for (const [lang, width, height] of [
  ['en', 1280, 720],
  ['ary', 390, 844],
] as const) {
  test(`the sheet fits and is accessible in ${lang} at ${width} pixels`, async ({ page, site }, info) => {
    await page.setViewportSize({ width, height });
    await page.goto(`${site.url}#/ladder?src=sample:hello-docker25&lang=${lang}&theme=dark`);
    await settled(page, lang);
    const dialog = await openSheet(page, lang);
    await expect(dialog.locator('.save-figure').first()).toContainText(/\d/);
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
    expect(await dialog.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
    await page.screenshot({ path: info.outputPath('sheet.png') });
  });
}
