import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { fixturePath } from '../src/core/testing/fixtures';
import { reportFile } from '../scripts/reportFile';
import { accessibilityProblems, boardTab, downloadedReport, ladder, pattern, settled, words } from './app';
import { expect, test } from './site';

/** A committed tar, unpacked into a folder of that name. */
function unpacked(fixture: string, folder: string): string {
  mkdirSync(folder, { recursive: true });
  execFileSync('tar', ['-xf', fixturePath(fixture), '-C', folder]);
  return folder;
}

/** Drags a file or folder of the disk from outside over the window, and lets it go there. */
async function dropFromDisk(page: Page, path: string): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await browser.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data });
  }
}

test('a folder is chosen, read like the tar it came from, and not spoken of as a tar', async ({ page, site }, info) => {
  const folder = unpacked('small.skopeo-oci-archive.gzip.tar', info.outputPath('my image'));
  await page.goto(site.url);
  await page.getByLabel(words('app.openFolder')).setInputFiles(folder);
  await settled(page);
  await expect(page.getByRole('heading', { name: 'my image' })).toBeVisible();
  const report = await downloadedReport(page);
  expect(report).toEqual(JSON.parse(JSON.stringify(await reportFile(folder))));
  expect(report).toMatchObject({ verdict: 'verified', file: { container: 'folder' } });

  for (const board of ['ladder', 'layers', 'documents', 'members'] as const) {
    await boardTab(page, board).click();
    await expect(page.getByText(/\b(?:this|the) tar\b/)).toHaveCount(0);
  }
  await expect(page.getByRole('columnheader', { name: words('members.offset') })).toHaveCount(0);
  await expect(page.getByTitle('index.json', { exact: true })).toBeVisible();
  expect(await accessibilityProblems(page)).toEqual([]);
});

test('a dir: of many platforms is dropped, and the command of a part reads its file', async ({ page, site }, info) => {
  const folder = unpacked('multiarch.skopeo-dir-oci-index.tar', info.outputPath('dir'));
  await page.goto(site.url);
  await dropFromDisk(page, folder);
  await settled(page);
  await expect(page.getByText(words('format.dir-transport')).first()).toBeVisible();
  await expect(page.getByText(pattern('verdicts.all')).first()).toBeVisible();
  expect(await downloadedReport(page)).toEqual(JSON.parse(JSON.stringify(await reportFile(folder))));
  await page.keyboard.press('g');
  await page.keyboard.press('1');
  await expect(page.getByText(/^\$ cat dir\/[0-9a-f]{64} \| sha256sum$/)).toBeVisible();
  await expect(ladder(page)).toBeVisible();
});

test('a folder without an image says so', async ({ page, site }, info) => {
  const folder = info.outputPath('notes');
  mkdirSync(`${folder}/deep/er`, { recursive: true });
  execFileSync('touch', [`${folder}/deep/er/notes.txt`]);
  await page.goto(site.url);
  await dropFromDisk(page, folder);
  await expect(page.getByRole('alert')).toContainText('There is no image in this folder');
});
