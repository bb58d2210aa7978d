import { readFileSync } from 'node:fs';
import { fixturePath } from '../src/core/testing/fixtures';
import { accessibilityProblems, choose, settled, sidewaysScroll, words } from './app';
import { expect, test } from './site';

const SMALL = fixturePath('small.docker20-save.tar');

test('one layer, the history of a path, hidden bytes, and the rows to take away', async ({ page, site }) => {
  await page.goto(`${site.url}#/files`);
  await choose(page, SMALL);
  await settled(page);
  const grid = page.getByRole('treegrid', { name: words('files.label') });
  await expect(grid.getByRole('row', { name: /etc/ })).toBeVisible();
  await expect(grid.getByText(words('fileChange.removed'))).toHaveCount(0);

  await page.getByRole('button', { name: words('files.layerNumber').replace('{number}', '4'), exact: true }).click();
  await expect(page).toHaveURL(/sel=layer:4&scope=layer/);
  await expect(grid.getByText(words('fileChange.removed')).first()).toBeVisible();

  await page.getByRole('searchbox', { name: words('files.filter') }).fill('/app[.]conf$/');
  await expect(page).toHaveURL(/find=/);
  const row = grid.getByRole('row', { name: /app\.conf/ }).last();
  await row.focus();
  await page.keyboard.press('Enter');
  const history = page.getByRole('region', { name: words('files.history') });
  await expect(history.getByRole('listitem')).toHaveText([/Layer 3.*added/, /Layer 4.*changed/]);
  await expect(history).toContainText('In the final image: yes, from layer 4.');

  await history
    .getByRole('button', { name: words('files.look') })
    .last()
    .click();
  const contents = page.getByRole('region', { name: words('inside.label').replace('{path}', 'etc/app.conf') });
  await expect(contents).toContainText('port = ');
  await expect(page).toHaveURL(/look=4/);
  await page.getByRole('searchbox', { name: words('files.filter') }).focus();

  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: words('files.csv') }).click();
  const csv = readFileSync(await (await waiting).path(), 'utf8')
    .trim()
    .split('\r\n');
  expect(csv).toHaveLength(3);
  expect(csv.at(-1)).toMatch(/^etc\/app\.conf,file,changed,4,21,0644,0,0,\d+,,$/);

  const link = page.url();
  await page.goto('about:blank');
  await page.goto(link);
  await choose(page, SMALL);
  await expect(history.getByRole('listitem')).toHaveCount(2);
  await expect(contents).toContainText('port = ');

  await page.getByRole('button', { name: words('files.shape.waste') }).click();
  const hidden = page.getByRole('grid', { name: words('waste.label') });
  await expect(hidden.getByRole('row', { name: /var\/cache\/fx/ }).first()).toBeVisible();
  await expect(page.getByText(words('waste.rule'))).toBeVisible();

  await page.getByRole('button', { name: words('equal.find') }).click();
  const second = page.waitForEvent('download');
  await page.getByRole('button', { name: words('equal.download').replace('{format}', 'CSV') }).click();
  const copies = readFileSync(await (await second).path(), 'utf8').split('\r\n');
  expect(copies[0]).toBe('digest,size,path,layer');
  expect(copies[1]).toMatch(/^sha256:[0-9a-f]{64},\d+,[^,]+,\d$/);
  const third = page.waitForEvent('download');
  await page.getByRole('button', { name: words('equal.download').replace('{format}', 'JSON') }).click();
  const groups: unknown = JSON.parse(readFileSync(await (await third).path(), 'utf8'));
  expect(groups).toMatchObject({ groups: expect.any(Array), unread: [] });
});

test('folders open and close by keyboard', async ({ page, site }) => {
  await page.goto(`${site.url}#/files`);
  await choose(page, SMALL);
  await settled(page);
  const grid = page.getByRole('treegrid', { name: words('files.label') });
  const folder = grid.locator('tr[data-index]').filter({ hasText: /^etc/ });
  await folder.focus();
  await expect(folder).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.press('ArrowRight');
  await expect(folder).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowLeft');
  await expect(folder).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(folder).toHaveAttribute('aria-expanded', 'false');
});

for (const lang of ['en', 'ary'] as const) {
  test(`it fits a phone and is accessible in ${lang}`, async ({ page, site }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${site.url}#/files?lang=${lang}&scope=upto&sel=layer:4&path=etc/app.conf&look=4`);
    await choose(page, SMALL);
    await settled(page, lang);
    await expect(page.getByRole('region', { name: words('files.history', lang) })).toBeVisible();
    expect(await sidewaysScroll(page)).toBe(0);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: words('files.shape.waste', lang) }).click();
    await expect(page.getByText(words('waste.rule', lang))).toBeVisible();
    expect(await sidewaysScroll(page)).toBe(0);
    expect(await accessibilityProblems(page)).toEqual([]);
  });
}
