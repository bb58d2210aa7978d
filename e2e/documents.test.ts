import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { fixturePath } from '../src/core/testing/fixtures';
import { reportFile } from '../scripts/reportFile';
import { accessibilityProblems, boardTab, downloadedReport, drop, pattern, samplePath, settled, words } from './app';
import { expect, test } from './site';

/** A document out of a committed tar, byte for byte. */
function member(fixture: string, name: string): Buffer {
  return execFileSync('tar', ['-xOf', fixturePath(fixture), name]);
}
const schema2 = member('small.skopeo-dir-v2s2.tar', 'manifest.json').toString();
const index = member('multiarch.skopeo-dir-oci-index.tar', 'manifest.json').toString();

/** What `docker manifest inspect -v` prints of one image. */
const printed = `${JSON.stringify(
  {
    Ref: 'docker.io/fx/small:1.0',
    Descriptor: {
      mediaType: 'application/vnd.docker.distribution.manifest.v2+json',
      digest: `sha256:${execFileSync('sha256sum', { input: schema2 }).toString().slice(0, 64)}`,
      size: Buffer.byteLength(schema2),
      platform: { architecture: 'amd64', os: 'linux' },
    },
    Raw: Buffer.from(schema2).toString('base64'),
    SchemaV2Manifest: JSON.parse(schema2) as unknown,
  },
  null,
  '\t',
)}\n`;

/** Puts text on the clipboard and presses the keys that paste it. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((content) => navigator.clipboard.writeText(content), text);
  await page.keyboard.press('ControlOrMeta+V');
}

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

for (const lang of ['en', 'ary'] as const) {
  test(`a manifest pasted with the keyboard opens as a document, in ${lang}`, async ({ page, site }, info) => {
    await page.goto(`${site.url}#/?lang=${lang}`);
    // Before its language is there, the page hears nothing.
    await expect(page.getByRole('heading', { level: 1, name: words('landing.title', lang) })).toBeVisible();
    await paste(page, 'library/node');
    await expect(page.getByText(words('paste.notJson', lang))).toBeVisible();
    await paste(page, `${schema2}\n`);
    await settled(page, lang);
    await expect(page.getByText(words('paste.notJson', lang))).toHaveCount(0);
    await expect(page.getByRole('heading', { name: 'pasted.json', exact: true })).toBeVisible();
    await expect(boardTab(page, 'documents', lang)).toHaveAttribute('aria-selected', 'true');
    await expect(page.getByText(words('documents.asGiven', lang))).toBeVisible();
    await expect(page.getByText(pattern('verdicts.document', lang)).first()).toBeVisible();
    await expect(page.getByText('application/vnd.docker.distribution.manifest.v2+json').first()).toBeVisible();
    await page.getByText(words('notices.title', lang)).click();
    await expect(page.getByText(words('diagnostic.json-outer-space', lang))).toBeVisible();
    await page.screenshot({ path: info.outputPath('documents.png') });
    await page.getByText(words('notices.title', lang)).click();

    for (const board of ['ladder', 'layers', 'members'] as const) {
      await boardTab(page, board, lang).click();
      await expect(page.getByText(words('here.tar', lang))).toHaveCount(0);
      await page.screenshot({ path: info.outputPath(`${board}.png`) });
      if (board === 'layers') await expect(page.getByText('sha256:27d7f7f4326c').first()).toBeVisible();
    }
    expect(await accessibilityProblems(page)).toEqual([]);

    await page.getByRole('searchbox').focus();
    await paste(page, '{"a":1}');
    await expect(page.getByRole('searchbox')).toHaveValue('{"a":1}');
  });

  test(`an index goes in by the field for it, in ${lang}`, async ({ page, site }, info) => {
    await page.goto(`${site.url}#/?lang=${lang}`);
    await page.getByText(words('paste.title', lang)).click();
    const field = page.getByRole('textbox', { name: words('paste.field', lang) });
    const open = page.getByRole('button', { name: words('paste.open', lang) });
    await expect(open).toBeDisabled();
    await field.fill('library/node');
    await open.click();
    await expect(page.getByText(words('paste.notJson', lang))).toBeVisible();
    await page.screenshot({ path: info.outputPath('field.png') });
    expect(await accessibilityProblems(page)).toEqual([]);
    await field.fill('');
    await field.focus();
    await paste(page, index);
    await settled(page, lang);
    await expect(page.getByText(words('evidence.is-index', lang)).first()).toBeVisible();
    await expect(page.getByText('application/vnd.oci.image.index.v1+json').first()).toBeVisible();
    await page.screenshot({ path: info.outputPath('index.png') });
  });
}

for (const [name, text] of Object.entries({ 'schema2.json': schema2, 'index.json': index, 'printed.json': printed })) {
  test(`${name} is dropped, and is what the command line says it is`, async ({ page, site }, info) => {
    const path = info.outputPath(name);
    writeFileSync(path, text);
    await page.goto(site.url);
    await drop(page, path);
    await settled(page);
    await expect(boardTab(page, 'documents')).toHaveAttribute('aria-selected', 'true');
    const report = await downloadedReport(page);
    expect(report).toEqual(JSON.parse(JSON.stringify(await reportFile(path))));
    expect(report).toMatchObject({ verdict: 'incomplete', file: { container: 'document', name } });
    await page.screenshot({ path: info.outputPath('documents.png') });
    await boardTab(page, 'ladder').click();
    await page.screenshot({ path: info.outputPath('ladder.png') });
  });
}

test('a config alone shows what is worked out of it', async ({ page, site }, info) => {
  const { config } = JSON.parse(schema2) as { config: { digest: string } };
  const path = info.outputPath('config.json');
  writeFileSync(path, member('small.skopeo-dir-v2s2.tar', config.digest.slice('sha256:'.length)));
  await page.goto(site.url);
  await drop(page, path);
  await settled(page);
  await boardTab(page, 'ladder').click();
  await page.screenshot({ path: info.outputPath('ladder.png') });
  expect(await downloadedReport(page)).toEqual(JSON.parse(JSON.stringify(await reportFile(path))));
});

test('JSON that is no document says what it looks like', async ({ page, site }, info) => {
  await page.goto(site.url);
  await paste(page, '{"Name":"x","Digest":"sha256:0","RepoTags":[],"Layers":[]}');
  await expect(page.getByRole('alert')).toContainText(words('error.not-a-document.title'));
  await expect(page.getByText('skopeo inspect --raw').first()).toBeVisible();
  await expect(page.getByText(/It is the summary that/)).toBeVisible();
  await page.screenshot({ path: info.outputPath('failed.png') });
});

test('a link to a place far down in a document shows that place', async ({ page, site }) => {
  const { images } = await reportFile(samplePath('hello-docker25'));
  const config = `blobs/sha256/${images[0]?.key.slice('sha256:'.length) ?? ''}`;
  await page.goto(`${site.url}#/documents?src=sample:hello-docker25&doc=${config}&at=/history/8/created_by`);
  await settled(page);
  await expect(page.locator('.text-row[data-meant]')).toBeInViewport();
  await expect(page.locator('.text-row[data-meant]')).toContainText('ENTRYPOINT');
});
