import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { DiagnosticCode } from '../src/core/errors';
import { buildTar } from '../src/core/testing/buildTar';
import { fixturePath } from '../src/core/testing/fixtures';
import { noticeSituations } from '../src/core/testing/noticeSituations';
import { HELLO_XZ } from '../src/core/testing/packed';
import { plainLayout } from '../src/core/testing/plainLayout';
import { archive } from '../src/core/testing/situationParts';
import type { en } from '../src/i18n/en';
import { boardTab, choose, pattern, settled, words } from './app';
import { expect, test } from './site';

/*
 * Whatever goes wrong has words of its own, and a way on. Here are files and the page itself; of links, `remote.test.ts` (a host that cannot be read),
 * `share.test.ts` (another file than the link's) and `samples.test.ts` (a part that is not understood); of browsers, `hosting.test.ts`.
 */

type Kind = Extract<keyof typeof en, `kind.${string}`> extends `kind.${infer K}` ? K : never;
type ErrorTitle = Extract<keyof typeof en, `error.${string}.title`>;

interface Case {
  readonly what: string;
  readonly bytes: Uint8Array;
  readonly title: ErrorTitle;
  /** What the page says it saw. */
  readonly kind?: Kind;
}

const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const padded = (start: Uint8Array): Uint8Array => Buffer.concat([start, Buffer.alloc(4096, 0x41)]);
const notTar = (kind: Kind, start: Uint8Array): Case => ({
  what: kind,
  bytes: padded(start),
  title: 'error.not-a-tar.title',
  kind,
});

const LFS = `version https://git-lfs.github.com/spec/v1\noid sha256:${'4'.repeat(64)}\nsize 12345\n`;

const CASES: readonly Case[] = [
  { what: 'nothing', bytes: new Uint8Array(), title: 'error.empty-file.title' },
  notTar('png', latin('\x89PNG\r\n\x1a\n\0\0\0\rIHDR')),
  notTar('zip', latin('PK\x03\x04\x14\0\0\0\x08\0')),
  notTar('pdf', latin('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n')),
  notTar('elf', latin('\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0')),
  { ...notTar('html', latin('')), bytes: latin('<!doctype html>\n<html><head><title>404</title></head></html>\n') },
  { ...notTar('lfs-pointer', latin('')), bytes: latin(LFS) },
  {
    what: 'a file inside gzip that is no tar',
    bytes: gzipSync(Buffer.alloc(2048, 'x')),
    title: 'error.not-a-tar.title',
  },
  {
    what: 'xz with a filter that is not read here',
    bytes: HELLO_XZ['--x86 --lzma2'],
    title: 'error.unsupported-compression.title',
  },
  {
    what: 'a root file system',
    bytes: buildTar([
      { name: '.dockerenv', body: '' },
      { name: 'bin/', type: 'directory' },
      { name: 'bin/sh', body: 'x' },
      { name: 'etc/', type: 'directory' },
      { name: 'etc/passwd', body: 'root' },
      { name: 'usr/', type: 'directory' },
      { name: 'usr/bin/env', body: 'x' },
      { name: 'var/', type: 'directory' },
    ]),
    title: 'error.root-filesystem.title',
  },
  {
    what: 'an image whose names are all absolute',
    bytes: buildTar([
      { name: '/manifest.json', body: '[]' },
      { name: '/layer.tar', body: 'x' },
    ]),
    title: 'error.unsafe-names.title',
  },
  {
    what: 'a lone layer',
    bytes: buildTar([
      { name: 'app/', type: 'directory' },
      { name: 'app/.wh.old.js', body: '' },
      { name: 'app/main.js', body: 'x' },
    ]),
    title: 'error.single-layer.title',
  },
  {
    what: 'a tar of something else',
    bytes: buildTar([{ name: 'notes.txt', body: 'x' }]),
    title: 'error.not-an-image.title',
  },
];

test('each is named for what it is, whatever its name says', async ({ page, site }, info) => {
  test.slow();
  const path = info.outputPath('image.tar');
  await page.goto(site.url);
  for (const { what, bytes, title, kind } of CASES) {
    await test.step(what, async () => {
      writeFileSync(path, bytes);
      await choose(page, path);
      await expect(page.getByRole('alert').filter({ hasText: words(title) }), what).toBeVisible();
      if (kind) await expect(page.getByText(words(`kind.${kind}`).slice(0, 40)), what).toBeVisible();
      await expect(page.getByText(words('failed.todo'))).toBeVisible();

      // The way on is on the same page.
      await page.getByRole('button', { name: words('sample.hello-v1.title') }).click();
      await expect(page.getByRole('tab', { name: words('board.ladder') })).toBeVisible();
      await page.getByRole('button', { name: words('app.home') }).click();
      await expect(page.getByText(words('landing.title'))).toBeVisible();
    });
  }
});

/** The image is shown; what is odd about the file is told above it. */
const NOTICES = ['tar-truncated', 'tar-bad-checksum'] as const;

test('a tar that ends too early, one with a damaged header, one without a layer and one with paths that lead out are shown, and it is said', async ({
  page,
  site,
}, info) => {
  const path = info.outputPath('image.tar');
  const odd = noticeSituations().flatMap(({ code, tar }) =>
    NOTICES.flatMap((each) => (each === code ? [{ code, tar }] : [])),
  );
  expect(odd.map(({ code }) => code)).toEqual(NOTICES);
  const told = async (code: DiagnosticCode): Promise<void> => {
    await settled(page);
    await page.locator('.notices summary').click();
    await expect(
      page
        .locator('.notices li')
        .filter({ hasText: words(`diagnostic.${code}`) })
        .first(),
      code,
    ).toBeVisible();
  };
  await page.goto(site.url);
  for (const { code, tar } of odd) {
    writeFileSync(path, tar);
    await choose(page, path);
    await told(code);
    await page.getByRole('button', { name: words('app.home') }).click();
    // The file input of what was open goes with it.
    await expect(page.getByText(words('landing.title'))).toBeVisible();
  }
  writeFileSync(path, archive({ more: [{ name: '../../etc/passwd', body: 'root' }] }));
  await choose(page, path);
  await told('tar-unsafe-name');
  await choose(page, fixturePath('broken.layer-blob-missing.tar'));
  await told('layer-missing');
});

test('a file that changes meanwhile, and a picture that is too large, are told where they are looked at', async ({
  page,
  site,
}, info) => {
  const picture = Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\xff\xff\0\0\xff\xff\x08\x06\0\0\0', 'latin1');
  const path = info.outputPath('image.tar');
  writeFileSync(
    path,
    new Uint8Array(await plainLayout({ layers: [[{ name: 'large.png', body: picture }]] }).arrayBuffer()),
  );
  await page.goto(`${site.url}#/files?path=large.png&look=1`);
  await choose(page, path);
  await settled(page);
  await expect(page.getByText(pattern('inside.picture.tooLarge'))).toBeVisible();
  writeFileSync(path, buildTar([{ name: 'other', body: 'x' }]));
  await boardTab(page, 'bytes').click();
  await expect(page.getByRole('alert').filter({ hasText: words('error.file-changed.title') })).toBeVisible();
});

test('a fault of the page is a sentence on the screen, and the details can be taken along', async ({
  page,
  site,
  complaints,
}) => {
  await page.goto(`${site.url}#/ladder?src=sample:hello-oci`);
  await settled(page);
  await page.evaluate(() => {
    Intl.NumberFormat.prototype.formatToParts = () => {
      throw new Error('out of order');
    };
    Object.defineProperty(Intl.NumberFormat.prototype, 'format', {
      get() {
        throw new Error('out of order');
      },
    });
    document.getElementById('board-integrity')?.click();
  });
  await expect(page.getByRole('alert').filter({ hasText: words('error.internal.title') })).toBeVisible();
  await expect(page.getByRole('button', { name: words('failed.copy') })).toBeVisible();
  await page.getByRole('button', { name: words('app.reload') }).click();
  await settled(page);
  await expect(boardTab(page, 'integrity')).toHaveAttribute('aria-selected', 'true');
  expect(complaints.splice(0).join()).toContain('out of order');
});
