import { closeSync, openSync, writeSync } from 'node:fs';
import { reportFile } from '../scripts/reportFile';
import { MEDIA } from '../src/core/model/mediaType';
import { tarHeader } from '../src/core/tar/write';
import { buildTar } from '../src/core/testing/buildTar';
import { fixturePath } from '../src/core/testing/fixtures';
import { sha256Hex, sha256Of } from '../src/core/testing/imageParts';
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

test('before a layer is checked, its foot says that its table of contents is still to be read', async ({
  page,
  site,
}, info) => {
  const path = info.outputPath('large.tar');
  writeUncheckedLayout(path);
  await page.goto(site.url);
  await choose(page, path);
  await expect(page.getByRole('progressbar', { name: words('progress.checking') })).toBeVisible();
  await page.getByRole('button', { name: words('app.cancel') }).click();
  await expect(page.getByText(pattern('progress.stopped')).first()).toBeVisible();
  await boardTab(page, 'layers').click();
  const layers = page.getByRole('grid', { name: words('tables.layers') });
  await layers.locator('tbody tr[data-index]').first().focus();
  await page.keyboard.press('Enter');
  const foot = page.getByLabel(words('foot.label'));
  await expect(foot).toContainText(words('foot.tocPending'));
  await page.getByRole('button', { name: words('app.continue') }).click();
  await settled(page);
  await expect(foot).not.toContainText(words('foot.tocPending'));
});

/** An OCI layout of one layer that is said to have a table of contents, and is a hole so large that there is time to stop. */
function writeUncheckedLayout(path: string): void {
  const size = 512 * 1024 ** 2;
  const digest = sha256Of('no such layer');
  const config = JSON.stringify({ os: 'linux', architecture: 'amd64', rootfs: { type: 'layers', diff_ids: [digest] } });
  const named = (mediaType: string, body: string) => ({ mediaType, digest: sha256Of(body), size: body.length });
  const annotations = { 'containerd.io/snapshot/stargz/toc.digest': digest };
  const manifest = JSON.stringify({
    schemaVersion: 2,
    config: named(MEDIA.ociConfig, config),
    layers: [{ mediaType: MEDIA.ociLayer, digest, size, annotations }],
  });
  const index = JSON.stringify({ schemaVersion: 2, manifests: [named(MEDIA.ociManifest, manifest)] });
  const blob = (hex: string): string => `blobs/sha256/${hex}`;
  const documents = buildTar([
    { name: 'oci-layout', body: '{"imageLayoutVersion":"1.0.0"}' },
    { name: 'index.json', body: index },
    ...[config, manifest].map((body) => ({ name: blob(sha256Hex(body)), body })),
  ]);
  const header = tarHeader({ name: blob(digest.replace('sha256:', '')), size });
  const file = openSync(path, 'w');
  writeSync(file, header);
  writeSync(file, documents, 0, documents.length, header.length + size);
  closeSync(file);
}

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
