import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FrameLocator, Page } from '@playwright/test';
import { serve } from '../scripts/serve.mjs';
import { accessibilityProblems, ladder, pattern, samplePath, words } from './app';
import { expect, test } from './site';
import { writeSparseArchive } from './sparse';

/** What a page that embeds would have: a frame, the pings, and the messages that come back. */
const HOST_SCRIPT = `
  const params = new URLSearchParams(location.search);
  const frame = document.querySelector('iframe');
  frame.src = params.get('frame');
  window.heard = [];
  addEventListener('message', ({ source, data, origin }) => {
    if (source !== frame.contentWindow) return;
    heard.push(data);
    if (data?.tabaqa?.type === 'height') frame.style.height = data.tabaqa.height + 'px';
  });
  window.post = (message, transfer) => frame.contentWindow.postMessage({ tabaqa: { v: 1, ...message } }, new URL(frame.src).origin, transfer);
  window.ready = new Promise((resolve) => {
    const ping = setInterval(() => {
      if (heard.includes('PONG')) { clearInterval(ping); resolve(); }
      else frame.contentWindow.postMessage('PING', '*');
    }, 50);
  });
`;
const HOST_PAGE =
  '<!doctype html><title>host</title><link rel="icon" href="data:,"><iframe style="width:1000px;height:300px"></iframe><script src="host.js"></script>';

interface Told {
  readonly type: string;
  readonly height: number;
  readonly [key: string]: unknown;
}

/** The messages by the contract that the host page has got. */
async function told(page: Page, type: string): Promise<Told[]> {
  const heard: unknown = await page.evaluate('heard');
  return (heard as { tabaqa?: Told }[]).flatMap(({ tabaqa }) => (tabaqa?.type === type ? [tabaqa] : []));
}

let folder = '';
test.beforeAll(() => {
  // This may run more than once in one process.
  folder = mkdtempSync(join(tmpdir(), 'tabaqa-host-'));
  writeFileSync(join(folder, 'index.html'), HOST_PAGE);
  writeFileSync(join(folder, 'host.js'), HOST_SCRIPT);
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Opens a page on another port of a host, with the frame in it. */
async function openHost(page: Page, frame: string, hostName = 'localhost'): Promise<FrameLocator> {
  const host = await serve(folder, { port: 0 });
  page.on('close', () => void host.close());
  await page.goto(`http://${hostName}:${host.port}/?frame=${encodeURIComponent(frame)}`);
  await page.evaluate('ready');
  return page.frameLocator('iframe');
}

test('a page on this machine posts 100 MB and hears that they are open', async ({ page, site }) => {
  writeSparseArchive(join(folder, 'large.tar'), 4, 25_000_000);
  const frame = await openHost(page, `${site.url}#/ladder?mode=embed`);
  await expect(frame.getByRole('heading', { name: words('embed.waiting') })).toBeVisible();
  await page.evaluate(`fetch('large.tar').then((r) => r.blob()).then((data) => post({ data, name: 'large.tar' }))`);
  await expect
    .poll(() => told(page, 'opened'))
    .toEqual([{ v: 1, type: 'opened', name: 'large.tar', images: 1, formats: ['docker-archive'] }]);
  await expect(frame.getByRole('grid', { name: words('ladder.label') })).toBeVisible();
  await expect(frame.getByRole('banner')).toHaveCount(0);
});

test('a stream opens as a file does, and what is no image is an error with its code', async ({ page, site }) => {
  writeSparseArchive(join(folder, 'large.tar'), 4, 1_000);
  const frame = await openHost(page, `${site.url}#/ladder?mode=embed`);
  await page.evaluate(`post({ data: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), name: 'cat.tar' })`);
  await expect.poll(() => told(page, 'error')).toMatchObject([{ name: 'cat.tar', code: 'not-a-tar' }]);
  await expect(frame.locator('input[type=file]')).toHaveCount(0);
  await page.evaluate(
    `fetch('large.tar').then(({ body }) => post({ data: body, name: 'stream.tar', open: '#/layers?sel=layer:2' }, [body]))`,
  );
  await expect.poll(() => told(page, 'opened')).toMatchObject([{ name: 'stream.tar' }]);
  await expect(frame.getByRole('tab', { name: words('board.layers'), exact: true })).toHaveAttribute(
    'aria-selected',
    'true',
  );
});

test('another host has to be let in; no is what Enter says', async ({ page, site }) => {
  const frame = await openHost(page, `${site.url}#/ladder?mode=embed`, 'plain.test');
  await page.evaluate(`post({ data: new Blob(['x']), name: 'theirs.tar' })`);
  const card = frame.getByRole('alertdialog', { name: words('embed.consentTitle') });
  await expect(card).toContainText('http://plain.test:');
  await expect(card).toContainText('theirs.tar');
  await expect(card.getByRole('button', { name: words('embed.no') })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(card).toHaveCount(0);
  await expect.poll(() => told(page, 'error')).toMatchObject([{ code: 'refused' }]);
  await expect(frame.getByRole('heading', { name: words('embed.waiting') })).toBeVisible();
});

test('another host that is let in opens its file, and is told what is selected', async ({ page, site }) => {
  writeSparseArchive(join(folder, 'large.tar'), 4, 1_000);
  const frame = await openHost(page, `${site.url}#/ladder?mode=embed`, 'plain.test');
  await page.evaluate(`fetch('large.tar').then((r) => r.blob()).then((data) => post({ data, name: 'theirs.tar' }))`);
  await frame.getByRole('button', { name: words('embed.once') }).click();
  await expect.poll(() => told(page, 'opened')).toHaveLength(1);
  expect(await told(page, 'select')).toEqual([]);
  const layer = words('ladder.layer').replace('{n}', '2');
  await frame
    .getByRole('row')
    .filter({ has: frame.getByText(layer, { exact: true }) })
    .getByRole('gridcell')
    .last()
    .click();
  await expect.poll(() => told(page, 'select')).toMatchObject([{ part: 'layer:2' }]);
});

test('the height follows what is shown, and settles', async ({ page, site }) => {
  const frame = await openHost(page, `${site.url}#/ladder?mode=embed&src=sample:hello-docker25`);
  await expect(frame.getByRole('grid', { name: words('ladder.label') })).toBeVisible();
  const height = async (): Promise<number> => (await told(page, 'height')).at(-1)?.height ?? 0;
  await expect.poll(height).toBeGreaterThan(300);
  const board = frame.locator('html');
  await expect.poll(() => board.evaluate((root) => root.scrollHeight - root.clientHeight)).toBe(0);
  const before = await height();
  await frame.getByRole('tab', { name: words('board.layouts'), exact: true }).click();
  await expect.poll(height).not.toBe(before);
  const count = (await told(page, 'height')).length;
  await page.waitForTimeout(500);
  expect((await told(page, 'height')).length - count).toBeLessThan(3);
});

test('a window that a page opens hears it, too', async ({ page, site, context }) => {
  await page.goto(`${site.url}embed.html`);
  const opening = context.waitForEvent('page');
  await page.getByRole('button', { name: /new window/ }).click();
  const opened = await opening;
  await expect(ladder(opened)).toBeVisible();
  await expect(page.getByRole('log')).toContainText('"type":"opened"');
});

test('of a file that is to stay here nothing is taken away, on any board, and each control says so', async ({
  page,
  site,
}) => {
  copyFileSync(samplePath('hello-docker25'), join(folder, 'theirs.tar'));
  const frame = await openHost(page, `${site.url}#/ladder`);
  await page.evaluate(
    `fetch('theirs.tar').then((r) => r.blob()).then((data) => post({ data, name: 'theirs.tar', title: 'Their image' }))`,
  );
  await expect(frame.getByRole('heading', { name: 'Their image' })).toBeVisible();
  await expect(frame.locator('.source-note')).toHaveText(words('embed.localOnly'));
  const wayOut = frame.locator('[data-icon=download], [data-icon=save]');
  /** This is off where it is shown, it is said beside it, and nothing else can be taken away. */
  const expectOff = async (id: Parameters<typeof words>[0]): Promise<void> => {
    const button = frame.getByRole('button', { name: pattern(id) }).first();
    await expect(button).toBeDisabled();
    await expect(frame.locator('.kept').filter({ has: button })).toContainText(words('embed.kept'));
    await expect(frame.locator('button:enabled').filter({ has: wayOut })).toHaveCount(0);
  };
  const states = {
    '/ladder?sel=layer:2': 'save.saveLayer',
    '/layouts': 'takeaway.label',
    '/config': 'config.downloadJson',
    '/manifests': 'takeaway.label',
    '/config?config=dockerfile': 'config.copy',
    '/files?path=app/app.js&look=2': 'inside.download',
    '/files?shape=waste': 'waste.json',
    '/documents?doc=manifest.json': 'documents.copy',
    '/members': 'save.saveBlob',
    '/bytes?byte=512': 'bytes.json',
    '/packages': 'packages.download',
    '/compare?vs=sample:hello-oci': 'diff.json',
    '/tamper?flip=layer:2@a1b%5E0e': 'tamper.download',
  } as const;
  for (const [state, id] of Object.entries(states)) {
    await page.frames()[1]?.evaluate((hash) => (location.hash = hash), state);
    await expectOff(id);
  }
  await frame.getByRole('button', { name: words('share.button'), exact: true }).click();
  await expect(frame.getByRole('radio', { name: words('share.kind.snapshot') })).toBeDisabled();
  await frame.getByRole('tab', { name: words('share.tab.file'), exact: true }).click();
  await expectOff('share.file.snapshot');
  await page.keyboard.press('Escape');
  // A changed copy is kept like what it is made of.
  await frame.getByRole('button', { name: words('tamper.openCopy') }).click();
  await expect(frame.getByRole('heading', { level: 1 })).toHaveText('theirs-changed.tar');
  await expectOff('save.button');
});

test('the page that documents it works, and can be read by all', async ({ page, site }) => {
  await page.goto(`${site.url}embed.html`);
  await page.getByRole('button', { name: 'Post hello-oci.tar' }).click();
  await expect(page.frameLocator('#tabaqa').getByRole('grid', { name: words('ladder.label') })).toBeVisible();
  await expect(page.getByRole('log')).toContainText('"name":"hello-oci.tar"');
  await expect(page.locator('#tabaqa')).not.toHaveAttribute('height', '320');
  expect(await accessibilityProblems(page)).toEqual([]);
});
