import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';
import { ROOT } from '../scripts/setup.mjs';
import { parseHash } from '../src/app/viewState';
import { fixturePath } from '../src/core/testing/fixtures';
import { accessibilityProblems, boardTab, choose, drop, ladder, pattern, samplePath, settled, words } from './app';
import { complaintsOf, expect, test } from './site';

async function share(page: Page, kind?: 'sample' | 'file' | 'snapshot'): Promise<string> {
  await page.getByRole('button', { name: words('share.button'), exact: true }).click();
  if (kind) await page.getByRole('radio', { name: words(`share.kind.${kind}`) }).check();
  const link = page.getByRole('textbox', { name: words('share.link'), exact: true });
  await expect(link).toBeVisible();
  const text = await link.inputValue();
  await page.keyboard.press('Escape');
  return text;
}

async function boardText(page: Page): Promise<string> {
  await settled(page);
  return page.getByRole('tabpanel').innerText();
}

/** Boards that ask a worker for what they show are still for a moment. */
async function expectSame(other: Page, page: Page, state: string): Promise<void> {
  await expect(async () => {
    expect(await boardText(other), state).toBe(await boardText(page));
    // Other than as the page writes it, a link may name its keys in any order.
    expect(parseHash(new URL(other.url()).hash)).toEqual(parseHash(new URL(page.url()).hash));
  }).toPass({ timeout: 20_000 });
}

async function fresh(browser: Browser, link: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  const page = await context.newPage();
  await page.goto(link);
  return page;
}

const STATES = [
  '/ladder?src=sample:hello-docker25',
  '/ladder?src=sample:hello-docker25&sel=layer:3',
  '/ladder?src=sample:hello-v1&sel=pointer',
  '/ladder?src=sample:hello-flipped&sel=config',
  '/layouts?src=sample:hello-docker',
  '/layouts?src=sample:hello-oci&order=tar',
  '/manifests?src=sample:hello-docker25&sel=manifest',
  '/manifests?src=sample:hello-oci&forms=config&diff=names',
  '/config?src=sample:hello-docker25&config=history',
  '/config?src=sample:hello-docker&config=dockerfile',
  '/layers?src=sample:hello-oci-zstd&sel=layer:2',
  '/files?src=sample:hello-docker25&scope=layer&sel=layer:2',
  '/files?src=sample:hello-docker25&shape=list&find=app',
  '/documents?src=sample:hello-oci&doc=index.json&at=/manifests/0',
  '/tamper?src=sample:hello-docker25&flip=layer:2@a1b^0e&guess=v1,oci',
  '/members?src=sample:hello-docker',
  '/integrity?src=sample:hello-flipped&only=mismatch',
  '/bytes?src=sample:hello-v1&byte=512',
  '/packages?src=sample:hello-docker25',
  '/compare?src=sample:hello-docker25&vs=sample:hello-oci',
];

test('twenty states, copied as a link, are the same in a browser that has never seen the page', async ({
  page,
  browser,
  site,
}) => {
  test.setTimeout(180_000);
  const other = await fresh(browser, site.url);
  for (const state of STATES) {
    await page.goto('about:blank');
    await page.goto(`${site.url}#${state}`);
    await settled(page);
    const link = await share(page);
    await other.goto('about:blank');
    await other.goto(link);
    await expectSame(other, page, state);
  }
  await other.context().close();
});

test('a link about my file asks for a copy, takes the same bytes and refuses others', async ({
  page,
  browser,
  site,
}) => {
  await page.goto(site.url);
  await choose(page, samplePath('hello-docker'));
  await settled(page);
  await page.keyboard.press('g');
  await page.keyboard.press('2');
  const before = await boardText(page);
  const link = await share(page, 'file');
  expect(link).toMatch(/src=file:sha256-[0-9a-f]{64};name%3Dhello-docker\.tar;size%3D\d+/);

  const other = await fresh(browser, link);
  await expect(other.getByRole('heading', { name: /This link is about .*hello-docker\.tar/ })).toBeVisible();
  await other.waitForLoadState('networkidle');
  site.forget();
  await choose(other, samplePath('hello-v1'));
  await expect(other.getByRole('alert').filter({ hasText: words('gate.file.differs') })).toBeVisible();
  expect(await accessibilityProblems(other)).toEqual([]);
  await drop(other, samplePath('hello-docker'));
  await expect.poll(() => boardText(other)).toBe(before);
  expect(new URL(other.url()).hash).toContain('sel=layer:2');
  expect(site.requests).toEqual([]);

  await other.reload();
  await choose(other, samplePath('hello-v1'));
  await other.getByRole('button', { name: words('gate.file.anyway') }).click();
  await settled(other);
  expect(other.url()).not.toContain('file:sha256');
  await other.context().close();
});

test('a snapshot has the structure and no value of a variable, and says what it is', async ({
  page,
  browser,
  site,
}) => {
  await page.goto(site.url);
  await choose(page, samplePath('hello-docker25'));
  await settled(page);
  const link = await share(page, 'snapshot');
  expect(link.length).toBeLessThan(8_000);

  const other = await fresh(browser, link);
  await settled(other);
  await expect(other.getByText('Snapshot: structure only')).toBeVisible();
  await expect(other.getByText(words('reason.redacted')).first()).toBeVisible();
  await expect(other.getByText(words('snapshot.cell')).first()).toBeVisible();
  await expect(ladder(other)).toContainText('hello:1.0');
  for (const board of ['layouts', 'manifests', 'config', 'documents', 'integrity', 'members', 'layers'] as const) {
    await boardTab(other, board).click();
    await expect(other.getByRole('tabpanel')).not.toContainText('/usr/local/sbin');
  }
  await boardTab(other, 'files').click();
  await expect(other.getByText(words('snapshot.files'))).toBeVisible();
  await boardTab(other, 'bytes').click();
  await expect(other.getByRole('tabpanel')).toBeVisible();
  expect(await accessibilityProblems(other)).toEqual([]);
  await other.goto(`${site.url}#/ladder?src=snap:AAAA`);
  await expect(other.getByRole('alert')).toContainText(words('error.snapshot-unreadable.title'));
  await other.context().close();
});

test('what is ticked is in the snapshot; the sheet is sound in both languages', async ({ page, site }) => {
  await page.goto(`${site.url}#/ladder?src=sample:hello-docker25`);
  await settled(page);
  await page.keyboard.press('u');
  await page.getByRole('radio', { name: words('share.kind.snapshot') }).check();
  await page.getByText(words('share.decoded')).click();
  const decoded = page.locator('.share-decoded');
  await expect(decoded).toContainText('[redacted]');
  await expect(decoded).not.toContainText('/usr/local/sbin');
  await page.getByRole('checkbox', { name: words('share.hide.env') }).check();
  await page.getByText(words('share.decoded')).click();
  await expect(decoded).toContainText('/usr/local/sbin');
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.getByRole('radio', { name: words('share.kind.sample') }).check();
  await page.getByText(words('share.qr'), { exact: true }).click();
  await expect(page.getByRole('img', { name: words('share.qrLabel') })).toBeVisible();
  await page.getByRole('tab', { name: words('share.tab.embed') }).click();
  await expect(page.getByRole('textbox', { name: words('share.embed.code') })).toHaveValue(
    /^<iframe src=".*mode=embed"/,
  );
  await page.keyboard.press('Escape');
  await page.goto(`${site.url}#/ladder?src=sample:hello-docker25&lang=ary`);
  await settled(page, 'ary');
  await page.getByRole('button', { name: words('share.button', 'ary'), exact: true }).click();
  expect(await accessibilityProblems(page)).toEqual([]);
});

test('the page as one file works from a disk without a network, saves itself with a snapshot or the file, and opens again', async ({
  browser,
}, info) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, offline: true });
  const page = await context.newPage();
  const complaints = complaintsOf(page);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`file://${ROOT}dist/tabaqa.html`);
  await page.getByRole('button', { name: words('sample.hello-oci-zstd.title') }).click();
  await settled(page);
  await expect(page.getByText(pattern('verdicts.all')).first()).toBeVisible();
  const wrapped = fixturePath('wrapped.docker20-save.tar.xz');
  await drop(page, wrapped);
  await settled(page);
  await expect(page.getByText(pattern('verdicts.all')).first()).toBeVisible();

  await boardTab(page, 'layers').click();
  await page.getByRole('button', { name: words('share.button'), exact: true }).click();
  await page.getByRole('tab', { name: words('share.tab.file'), exact: true }).click();
  const saved = async (name: string): Promise<string> => {
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name, exact: true }).click();
    const path = info.outputPath((await waiting).suggestedFilename());
    await (await waiting).saveAs(path);
    return path;
  };
  const html = await saved(words('share.file.html'));
  const whole = await saved(words('share.file.whole'));
  const json = await saved(words('share.file.snapshot'));
  expect(readFileSync(await saved(words('share.file.markdown')), 'utf8')).toContain('# wrapped.docker20-save.tar.xz');
  await page.keyboard.press('Escape');
  const board = page.getByRole('tabpanel');
  const layer = 'sha256:131c2d5eb22f';
  await expect(board).toContainText(layer);
  const snapshot = page.getByText('Snapshot: structure only');

  // Each opens on the board that it was made on: by itself, and dropped on the page.
  for (const [file, isWhole] of [
    [html, false],
    [json, false],
    [whole, true],
  ] as const) {
    for (const way of ['opened', 'dropped'] as const) {
      if (way === 'opened' && file === json) continue;
      await page.goto('about:blank');
      await page.goto(`file://${way === 'opened' ? file : `${ROOT}dist/tabaqa.html`}`);
      if (way === 'dropped') await drop(page, file);
      await settled(page);
      await expect(boardTab(page, 'layers')).toHaveAttribute('aria-selected', 'true');
      await expect(board).toContainText(layer);
      await expect(snapshot).toHaveCount(isWhole ? 0 : 1);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('wrapped.docker20-save.tar.xz');
      if (isWhole) await expect(page.getByText(pattern('verdicts.all')).first()).toBeVisible();
    }
  }
  // What the page carried is the file itself: a link is about it, and it goes along again without growing.
  await page.getByRole('button', { name: words('share.button'), exact: true }).click();
  await expect(page.getByRole('textbox', { name: words('share.link'), exact: true })).toHaveValue(
    new RegExp(`src=file:sha256-${createHash('sha256').update(readFileSync(wrapped)).digest('hex')};`),
  );
  await page.getByRole('tab', { name: words('share.tab.file'), exact: true }).click();
  expect(readFileSync(await saved(words('share.file.whole'))).length).toBe(readFileSync(whole).length);
  expect(asked.filter((url) => !/^(?:blob|data):|\.html(?:#.*)?$/.test(url))).toEqual([]);
  expect(complaints).toEqual([]);
  await context.close();
});

test('the page of many files leads to the one of one file, with the snapshot or the file', async ({ page, site }) => {
  await page.goto(`${site.url}#/layouts?src=sample:hello-docker`);
  await settled(page);
  await page.getByRole('button', { name: words('share.button'), exact: true }).click();
  await page.getByRole('tab', { name: words('share.tab.file'), exact: true }).click();
  const [other] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('link', { name: words('share.file.html') }).click(),
  ]);
  await settled(other);
  await expect(other.getByText('Snapshot: structure only')).toBeVisible();
  expect(other.url()).toMatch(/tabaqa\.html#\/layouts\?src=snap:/);
  const [whole] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('button', { name: words('share.file.whole') }).click(),
  ]);
  await settled(whole);
  await expect(whole.getByRole('heading', { level: 1 })).toHaveText('hello-docker.tar');
  await expect(whole.getByText(pattern('verdicts.all')).first()).toBeVisible();
  await expect(boardTab(whole, 'layouts')).toHaveAttribute('aria-selected', 'true');
  expect(whole.url()).toMatch(/tabaqa\.html#\/layouts$/);
});

test('pictures show what is ticked, and open again where they were made', async ({ page, site }, info) => {
  const state = '/manifests?src=sample:hello-docker25&sel=config&forms=config';
  const start = async (): Promise<void> => {
    await page.goto('about:blank');
    await page.goto(`${site.url}#${state}`);
    await settled(page);
  };
  let count = 0;
  const taken = async (way: 'svg' | 'png' | 'markdown'): Promise<string> => {
    await page.getByRole('button', { name: words('takeaway.label') }).click();
    const waiting = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: words(`takeaway.${way}`) }).click();
    const path = info.outputPath(`${++count}-${(await waiting).suggestedFilename()}`);
    await (await waiting).saveAs(path);
    return path;
  };
  await start();
  const pictures = [await taken('svg'), await taken('png')];
  for (const path of [pictures[0] ?? '', await taken('markdown')]) {
    const text = readFileSync(path, 'utf8');
    expect(text).toContain('PATH=[redacted]');
    expect(text).not.toContain('/usr/local/sbin');
    expect(text).not.toContain('Marhba!');
  }
  await page.getByRole('button', { name: words('takeaway.label') }).click();
  await expect(page.getByRole('menu')).toContainText(words('takeaway.redacted'));
  expect(await accessibilityProblems(page, '.takeaway-menu')).toEqual([]);
  await page.keyboard.press('Escape');

  await page.keyboard.press('u');
  await page.getByRole('tab', { name: words('share.tab.file'), exact: true }).click();
  await page.getByRole('checkbox', { name: words('share.hide.env') }).check();
  await page.keyboard.press('Escape');
  const ticked = readFileSync(await taken('svg'), 'utf8');
  expect(ticked).toContain('/usr/local/sbin');
  expect(ticked).not.toContain('Marhba!');

  for (const path of pictures) {
    await page.goto('about:blank');
    await page.goto(site.url);
    await drop(page, path);
    await settled(page);
    await expect(page.getByText('Snapshot: structure only')).toBeVisible();
    await expect(page).toHaveURL(/#\/manifests\?sel=config&forms=config$/);
    await expect(page.getByRole('tabpanel')).toContainText('PATH=[redacted]');
    await expect(page.getByText(words('forms.redacted')).first()).toBeVisible();
  }
});
