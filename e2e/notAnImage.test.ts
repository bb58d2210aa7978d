import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { buildTar } from '../src/core/testing/buildTar';
import type { en } from '../src/i18n/en';
import { choose, words } from './app';
import { expect, test } from './site';

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
