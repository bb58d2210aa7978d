import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { buildImage } from '../src/core/testing/buildImage';
import { buildZip, pomProperties } from '../src/core/testing/buildZip';
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

test('packages inside jars and in an old RPM database, and what could not be looked into', async ({
  page,
  site,
  complaints,
}) => {
  const jar = buildZip([pomProperties('org.example', 'thing', '2.1')]);
  const war = buildZip([
    { name: 'WEB-INF/lib/thing-2.1.jar', body: jar },
    { name: 'WEB-INF/lib/bad-1.0.jar', body: 'no jar' },
  ]);
  const image = buildImage({
    format: 'docker-archive',
    compress: 'gzip',
    layers: [
      [
        { name: 'srv/shop.war', body: war },
        { name: 'var/lib/rpm/Packages', body: gunzipSync(readFileSync(fixturePath('packages/Packages.gz'))) },
      ],
    ],
  });
  await page.goto(`${site.url}#/packages`);
  const file = { name: 'shop.tar', mimeType: 'application/x-tar', buffer: Buffer.from(image) };
  await page.locator('input[type=file]').first().setInputFiles(file);
  await settled(page);
  const board = page.getByRole('region', { name: words('packages.label'), exact: true });
  const grid = page.getByRole('grid', { name: words('packages.label') });
  await expect(grid.locator('tr[data-index]')).toHaveCount(5);
  await expect(grid.getByRole('row', { name: /^tabaqa-beta 3:1\.5-2 RPM/ })).toBeVisible();
  await expect(
    grid.getByRole('row', { name: /^bad 1\.0 Java .*srv\/shop\.war!\/WEB-INF\/lib\/bad-1\.0\.jar/ }),
  ).toBeVisible();
  await board.getByText('1 file could not be read, or not whole').click();
  await expect(board.getByRole('listitem').filter({ hasText: words('packageProblem.unopened') })).toContainText(
    'srv/shop.war',
  );

  const thing = grid.locator('tr[data-index]').filter({ hasText: 'org.example:thing' });
  await expect(thing).toContainText('srv/shop.war!/WEB-INF/lib/thing-2.1.jar');
  await thing.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/files\?.*path=srv\/shop\.war/);
  await expect(page.getByRole('region', { name: words('files.history') })).toBeVisible();
  expect(complaints).toEqual([]);
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
