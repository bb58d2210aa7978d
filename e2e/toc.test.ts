import { reportFile } from '../scripts/reportFile';
import { buildTar } from '../src/core/testing/buildTar';
import { fixturePath } from '../src/core/testing/fixtures';
import { estargzLayer, tocLayout } from '../src/core/testing/tocLayers';
import { accessibilityProblems, boardTab, choose, pattern, settled, sidewaysScroll, words, type Lang } from './app';
import { expect, test } from './site';

const ESTARGZ = fixturePath('small.ctr-remote-estargz.tar');
const CHUNKED = fixturePath('small.skopeo122-oci-archive.zstdchunked.tar');

test('the table of contents of an eStargz layer: from the layer to the text, and its digest', async ({
  page,
  site,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(site.url);
  await choose(page, ESTARGZ);
  await settled(page);
  await boardTab(page, 'layers').click();
  const layers = page.getByRole('grid', { name: words('tables.layers') });
  await layers.locator('tbody tr[data-index]').first().focus();
  await page.keyboard.press('Enter');
  const foot = page.getByLabel(words('foot.label'));
  await expect(foot).toContainText('130');
  await foot.getByRole('button', { name: words('foot.openToc') }).press('Enter');
  const shown = page.getByRole('article');
  await expect(shown).toContainText(words('toc.purpose.estargz'));
  await expect(shown).toContainText(words('toc.annotated'));
  await expect(shown).toContainText('.no.prefetch.landmark');
  expect(await accessibilityProblems(page)).toEqual([]);

  const { integrity } = await reportFile(ESTARGZ);
  const row = integrity.rows.find(({ kind }) => kind === 'toc-digest');
  if (!row?.shell) throw new Error('no table of contents');
  await page.goto(`${page.url().replace(/#.*/, '')}#/integrity?row=${encodeURIComponent(row.id)}`);
  const detail = page.getByRole('region', { name: words('integrity.detail') });
  await expect(detail).toContainText(row.actual ?? '');
  await expect(detail).toContainText(row.formula ?? '');
  await detail.getByRole('button', { name: words('app.copyCommand') }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(row.shell);
  await detail.getByRole('link').click();
  await expect(page.locator('.text-row[data-meant]')).toContainText('containerd.io/snapshot/stargz/toc.digest');
});

for (const lang of ['en', 'ary'] as const satisfies readonly Lang[]) {
  test(`what zstd:chunked says of itself, on a phone in ${lang}`, async ({ page, site }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${site.url}#/ladder?lang=${lang}`);
    await choose(page, CHUNKED);
    await settled(page, lang);
    const { integrity } = await reportFile(CHUNKED);
    const own = integrity.rows.find(({ document }) => document?.startsWith('derived/toc/'));
    await page.goto(
      `${page.url().replace(/#.*/, '')}#/integrity?lang=${lang}&row=${encodeURIComponent(own?.id ?? '')}`,
    );
    // The table of contents says it, so it is read to show where.
    await page
      .getByRole('region', { name: words('integrity.detail', lang) })
      .getByRole('link')
      .click();
    const shown = page.getByRole('article');
    await expect(shown).toContainText(words('toc.purpose.zstd-chunked', lang));
    await expect(page.locator('.text-row[data-meant]')).toContainText('tarSplitDigest');
    expect(await sidewaysScroll(page)).toBe(0);
    expect(await accessibilityProblems(page)).toEqual([]);
  });
}

test('a table of contents that is no JSON is shown, and said to be of no use', async ({ page, site }) => {
  const tar = buildTar(tocLayout(estargzLayer({ json: () => 'no JSON' }), {}));
  await page.goto(site.url);
  const file = { name: 'hostile.tar', mimeType: 'application/x-tar', buffer: Buffer.from(tar) };
  await page.locator('input[type=file]').first().setInputFiles(file);
  await settled(page);
  await page.getByText(words('notices.title')).click();
  await expect(page.getByText(words('diagnostic.toc-unusable'))).toBeVisible();
  await expect(page.getByText(pattern('tocProblem.not-json'))).toBeVisible();
  await expect(page.getByText(words('diagnostic.toc-unannotated'))).toBeVisible();
  await boardTab(page, 'layers').click();
  await page.getByRole('grid').locator('tbody tr[data-index]').first().click();
  await page.getByRole('button', { name: words('foot.openToc') }).click();
  const shown = page.getByRole('article');
  await expect(shown).toContainText(words('toc.notAnnotated'));
  await expect(shown).toContainText('no JSON');
});
