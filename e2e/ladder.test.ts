import { copyFileSync } from 'node:fs';
import type { Locator } from '@playwright/test';
import { reportFile } from '../scripts/reportFile';
import { COLUMN_IDS, type ColumnId } from '../src/core/model/representation';
import { fixturePath } from '../src/core/testing/fixtures';
import { choose, dragOver, drop, ladder, layerRow, pattern, samplePath, settled, words } from './app';
import { expect, test } from './site';

const DOCKER28 = fixturePath('small.docker28-save.tar');

test('a dropped tar is seen in three formats, each layer hashed and ticked', async ({ page, site }) => {
  const report = await reportFile(DOCKER28);
  const image = report.images[0];
  await page.goto(site.url);
  await drop(page, DOCKER28);
  await settled(page);

  for (const column of COLUMN_IDS) {
    await expect(ladder(page).getByRole('columnheader', { name: words(`column.${column}`) })).toBeVisible();
  }
  const layers = image?.representations.find(({ column }) => column === 'oci')?.layers ?? [];
  expect(layers.length).toBeGreaterThan(3);
  for (const { number } of layers) {
    await expect(layerRow(page, number).getByText(words('ladder.matches')).first()).toBeVisible();
  }
  await expect(ladder(page).getByText(words('verdict.pending'), { exact: true })).toHaveCount(0);
  const total = image?.summary.total;
  await expect(page.getByText(`${total} of ${total} names match their bytes`, { exact: true }).first()).toBeVisible();
});

test('pointing at a layer shows its whole digest, as the report has it, and why the columns correspond', async ({
  page,
  site,
}) => {
  const report = await reportFile(DOCKER28);
  await page.goto(site.url);
  await choose(page, DOCKER28);
  await settled(page);
  const foot = page.getByLabel(words('foot.label'));
  for (const { column, layers } of report.images[0]?.representations ?? []) {
    const layer = layers[1];
    const name = layer?.digest ?? layer?.v1Id;
    if (!name) continue;
    await layerRow(page, 2).getByRole('gridcell').nth(COLUMN_IDS.indexOf(column)).hover();
    await expect(foot).toContainText(name.replace('sha256:', ''));
    await expect(foot).toContainText(words('ladder.layer').replace('{n}', '2'));
  }
  await expect(foot).toContainText(words('why.same-digest'));
});

test('what the tar lacks is derived, and says so', async ({ page, site }) => {
  await page.goto(`${site.url}#/ladder?src=sample:hello-oci`);
  await settled(page);
  const heading = (column: ColumnId): Locator =>
    ladder(page).getByRole('columnheader', { name: words(`column.${column}`) });
  await expect(heading('oci')).toContainText(words('origin.found'));
  await expect(heading('v2s2')).toContainText(words('origin.mixed'));
  await expect(heading('v1')).toContainText(words('origin.derived'));
  for (const [part, column] of [
    ['manifest', 'v2s2'],
    ['config', 'v1'],
  ]) {
    const cell = ladder(page).locator(`[data-part=${part}][data-column=${column}]`);
    await expect(cell).toHaveAttribute('data-origin', 'derived');
    await expect(cell).toContainText(words('ladder.computed'));
  }
});

test('a file’s name says nothing about what it is', async ({ page, site }, info) => {
  const path = info.outputPath('holiday.png');
  copyFileSync(fixturePath('multi.docker20-save.tar.gz'), path);
  await page.goto(site.url);
  await choose(page, path);
  await settled(page);
  await expect(page.getByText('holiday.png').first()).toBeVisible();
});

test('over an open file the drop says that it opens instead', async ({ page, site }) => {
  await page.goto(`${site.url}#/ladder?src=sample:hello-oci`);
  await settled(page);
  const transfer = await dragOver(page, DOCKER28);
  await expect(page.getByText(words('drop.instead'))).toBeVisible();
  await page.dispatchEvent('body', 'dragleave', { dataTransfer: transfer });
  await expect(page.getByText(words('drop.instead'))).toHaveCount(0);
  await drop(page, DOCKER28);
  await expect(page.getByText('small.docker28-save.tar').first()).toBeVisible();
  await settled(page);
  await expect(page).not.toHaveURL(/src=/);
});

test('each image of a tar can be looked at', async ({ page, site }) => {
  const report = await reportFile(fixturePath('multi.podman-docker-archive.tar'));
  await page.goto(site.url);
  await choose(page, fixturePath('multi.podman-docker-archive.tar'));
  await settled(page);
  const picker = page.getByRole('combobox', { name: words('image.pick') });
  for (const image of report.images) {
    await picker.selectOption(image.key);
    const last = image.representations[0]?.layers.length ?? 0;
    await expect(layerRow(page, last)).toBeVisible();
    await expect(layerRow(page, last + 1)).toHaveCount(0);
    await settled(page);
    await expect(page.getByText(pattern('verdicts.all')).first()).toBeVisible();
  }
});

test('a flipped byte is told apart from everything that still holds', async ({ page, site }) => {
  await page.goto(site.url);
  await choose(page, samplePath('hello-flipped'));
  await settled(page);
  await expect(ladder(page).getByText(pattern('ladder.nameSays')).first()).toBeVisible();
  await expect(ladder(page).getByText(words('ladder.matches')).first()).toBeVisible();
});
