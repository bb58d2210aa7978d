import { readFileSync } from 'node:fs';
import { fixturePath } from '../src/core/testing/fixtures';
import { accessibilityProblems, choose, downloadedReport, settled, sidewaysScroll, words } from './app';
import { expect, test } from './site';

/** The small image, with an SBOM beside it. */
const SMALL = fixturePath('small.cosign-tags-oci-dir.gnutar.tar');
/** Of the token that a layer of it stores and a later one removes; it is made up. */
const TOKEN = /_authToken|fake-npm-token/;

test('packages by layer, filtered and taken away', async ({ page, site }) => {
  await page.goto(`${site.url}#/packages`);
  await choose(page, SMALL);
  await settled(page);
  const board = page.getByRole('region', { name: words('packages.label'), exact: true });
  await expect(board).toContainText('Tiny Fixture Linux 1.0 (klibc)');
  await expect(board).toContainText('var/lib/dpkg/status');
  const grid = page.getByRole('grid', { name: words('packages.label') });
  await expect(grid.getByRole('row', { name: /^libklibc 2\.0\.12-1 Debian \(dpkg\) amd64 layer 1/ })).toBeVisible();
  await expect(grid.getByRole('row', { name: /^is-odd/ })).toHaveCount(0);

  await page.getByRole('combobox', { name: words('packages.state') }).selectOption('gone');
  await expect(grid.getByRole('row', { name: /^is-odd 3\.0\.1 npm .*layer 2 .*layer 4/ })).toBeVisible();
  await page.getByRole('combobox', { name: words('packages.state') }).selectOption('all');
  await page.getByRole('searchbox', { name: words('packages.filter') }).fill('node_modules/is-');
  await expect(grid.locator('tr[data-index]')).toHaveCount(2);

  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: words('packages.download').replace('{format}', 'CSV') }).click();
  const csv = readFileSync(await (await waiting).path(), 'utf8')
    .trim()
    .split('\r\n');
  expect(csv).toEqual([
    'name,version,arch,kind,there,installed,changed,removed,unlisted,path,inside',
    'is-number,6.0.0,,npm,yes,2,,,,srv/app/node_modules/is-number/package.json,',
    'is-odd,3.0.1,,npm,no,2,,4,,srv/app/node_modules/is-odd/package.json,',
  ]);

  const row = grid.locator('tr[data-index]').filter({ hasText: 'is-odd' });
  await row.focus();
  await page.keyboard.press('Enter');
  const history = page.getByRole('region', { name: words('files.history') });
  await expect(history.getByRole('listitem')).toHaveText([/Layer 2.*added/, /Layer 4.*removed/]);
});

test('sensitive files with what became of them, and never what is in them', async ({ page, site }) => {
  expect(readFileSync(fixturePath('small.docker20-save.tar'), 'latin1')).toMatch(TOKEN);
  await page.goto(`${site.url}#/packages?inventory=sensitive`);
  await choose(page, fixturePath('small.docker20-save.tar'));
  await settled(page);
  const grid = page.getByRole('grid', { name: words('sensitive.label') });
  const row = grid.getByRole('row', { name: /root\/\.npmrc/ });
  await expect(row).toContainText(words('sensitiveKind.package-token'));
  await expect(row).toContainText('removed in layer 4, still in the archive');
  await expect(row).toContainText(words('sensitive.by.content'));
  expect(await page.content()).not.toMatch(TOKEN);
  expect(JSON.stringify(await downloadedReport(page))).not.toMatch(TOKEN);
  await row.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/files\?.*sel=layer:3&scope=layer&path=root\/\.npmrc/);
  await expect(page.getByRole('region', { name: words('files.history') })).toBeVisible();
});

test('the attached SBOM against what is found, accessible in both languages', async ({ page, site, complaints }) => {
  await page.goto(`${site.url}#/packages?inventory=sbom`);
  await choose(page, SMALL);
  await settled(page);
  const grid = page.getByRole('grid', { name: words('sbomCompare.label') });
  await expect(grid.locator('tr[data-index]').first()).toBeVisible();
  const found: string[] = [];
  for (const lang of ['en', 'ary'] as const) {
    if (lang === 'ary') {
      await page.setViewportSize({ width: 390, height: 844 });
      await page.emulateMedia({ colorScheme: 'dark' });
    }
    for (const tab of ['packages', 'sensitive', 'sbom'] as const) {
      await page.goto(`${page.url().split('#')[0]}#/packages?inventory=${tab}&lang=${lang}`);
      await expect(page.getByRole('grid')).toBeVisible();
      for (const problem of await accessibilityProblems(page)) found.push(`${lang} ${tab}: ${problem}`);
      if ((await sidewaysScroll(page)) > 0) found.push(`${lang} ${tab}: scrolls sideways`);
    }
  }
  expect(found).toEqual([]);
  expect(complaints).toEqual([]);
});
