import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { serve } from '../scripts/serve.mjs';
import { ROOT } from '../scripts/setup.mjs';
import { ladder, samplePath, settled, words } from './app';
import { expect, test } from './site';

test.use({ serviceWorkers: 'allow' });

/** Opens the page, and waits until its files are kept. */
async function keep(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await expect(page.getByText(words('offline.ready'))).toBeVisible();
}

for (const where of ['site', 'subPath'] as const) {
  test(`a second visit without a network opens a sample (${where})`, async ({ page, context, site, subPath }) => {
    const { url } = { site, subPath }[where];
    await keep(page, url);
    await page.close();
    await context.setOffline(true);
    const again = await context.newPage();
    await again.goto(`${url}#/ladder?src=sample:hello-docker25`);
    await settled(again);
    await expect(ladder(again)).toBeVisible();
    await expect(again.getByText(words('offline.ready'))).toHaveCount(0);
    expect(await again.evaluate(() => [...document.fonts].filter(({ status }) => status !== 'loaded').length)).toBe(0);
  });
}

test('it is said once', async ({ page, site }) => {
  await keep(page, site.url);
  await page.getByRole('button', { name: words('app.close') }).click();
  await page.evaluate(async () => {
    for (const each of await navigator.serviceWorker.getRegistrations()) await each.unregister();
  });
  await page.reload();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.waitForTimeout(500);
  await expect(page.getByText(words('offline.ready'))).toHaveCount(0);
});

test('inside another page, and from another machine without https, there is none', async ({ page, site }) => {
  await page.goto(`http://plain.test:${site.port}/`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await page.evaluate(() => 'serviceWorker' in navigator)).toBe(false);
});

test('the service worker is no way out', async ({ page, site, context, complaints }) => {
  const asked: string[] = [];
  const other = await serve(`${ROOT}dist`, { port: 0, onRequest: (path) => asked.push(path) });
  await keep(page, site.url);
  await page.reload();
  const [worker] = context.serviceWorkers();
  expect(worker).toBeDefined();
  site.forget();
  // What the page could do with it, and what a worker made of its script could.
  const outcomes = await page.evaluate(async (address) => {
    const tried: string[] = [];
    const attempt = async (name: string, work: () => Promise<unknown>): Promise<void> => {
      const outcome = await work().then(
        () => 'done',
        () => 'refused',
      );
      tried.push(`${name}: ${outcome}`);
    };
    const blob = URL.createObjectURL(new Blob(['fetch("/")'], { type: 'text/javascript' }));
    const { serviceWorker } = navigator;
    await attempt('fetch of another host', () => fetch(address, { mode: 'no-cors' }));
    await attempt('fetch of the own host', () => fetch('./?stolen'));
    await attempt('another service worker', () => serviceWorker.register(blob));
    for (const message of [address, { fetch: address }, { type: 'SKIP_WAITING' }]) {
      serviceWorker.controller?.postMessage(message);
      new Worker('./sw.js').postMessage(message);
    }
    const inBlob = new Blob([
      `fetch(${JSON.stringify(address)}, { mode: 'no-cors' }).then(() => postMessage('done'), () => postMessage('refused'))`,
    ]);
    const fromWorker = new Worker(URL.createObjectURL(inBlob));
    tried.push(
      `fetch in a worker: ${await new Promise<string>((resolve) => fromWorker.addEventListener('message', (event) => resolve(String(event.data))))}`,
    );
    return tried;
  }, `${other.url}stolen`);
  expect(outcomes).toEqual([
    'fetch of another host: refused',
    'fetch of the own host: refused',
    'another service worker: refused',
    'fetch in a worker: refused',
  ]);
  // Nor from inside of it, which no page reaches.
  const inside = await worker?.evaluate(
    (address) =>
      fetch(address, { mode: 'no-cors' }).then(
        () => 'done',
        () => 'refused',
      ),
    `${other.url}stolen`,
  );
  expect(inside).toBe('refused');
  await page.waitForTimeout(500);
  expect(asked).toEqual([]);
  expect(site.requests.filter((path) => path.includes('stolen'))).toEqual([]);
  await other.close();
  // Refused connections may be lines on the console.
  complaints.length = 0;
});

test('opening a sample and a file is no request with it, either', async ({ page, site }) => {
  await keep(page, site.url);
  await page.reload({ waitUntil: 'networkidle' });
  await page.waitForTimeout(500);
  site.forget();
  await page.getByRole('button', { name: words('sample.hello-oci.title') }).click();
  await settled(page);
  await page.locator('input[type=file]').first().setInputFiles(samplePath('hello-v1'));
  await expect(page.getByText('hello-v1.tar').first()).toBeVisible();
  await settled(page);
  // The browser itself looks for a newer version, after the page is loaded.
  expect(site.requests.filter((path) => path !== '/sw.js')).toEqual([]);
});

test('a file that another program shares is opened, and does not reach the host', async ({ page, site, context }) => {
  await keep(page, site.url);
  site.forget();
  const folder = mkdtempSync(join(tmpdir(), 'tabaqa-share-'));
  writeFileSync(
    join(folder, 'index.html'),
    `<link rel="icon" href="data:,"><form method="post" enctype="multipart/form-data" action="${site.url}share"><input type="file" name="file"><button>share</button></form>`,
  );
  const sharing = await serve(folder, { port: 0 });
  const other = await context.newPage();
  await other.goto(sharing.url);
  await other.locator('input').setInputFiles(samplePath('hello-oci'));
  await other.getByRole('button', { name: 'share' }).click();
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('hello-oci.tar');
  await settled(other);
  expect(new URL(other.url()).search).toBe('');
  expect(site.requests.filter((path) => path.includes('share'))).toEqual([]);
  await sharing.close();
  rmSync(folder, { recursive: true });
});

test('a newer version is a dot, used at the next opening, and nothing during a lesson', async ({ context, page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'tabaqa-newer-'));
  cpSync(`${ROOT}dist`, folder, { recursive: true });
  const copy = await serve(folder, { port: 0 });
  const teaching = `${copy.url}#/ladder?mode=present&src=sample:hello-oci`;
  const dot = (on: Page) => on.getByRole('button', { name: words('offline.newer') });
  const newer = (on: Page) => on.locator('meta[name="newer"]').count();
  await keep(page, copy.url);
  await page.reload();
  publish(folder);
  await updated(context);
  await dot(page).click();
  await expect(page.getByText(words('offline.newerMeans'))).toBeVisible();
  expect(await newer(page)).toBe(0);

  const lesson = await context.newPage();
  await lesson.goto(teaching);
  await expect(lesson.getByRole('complementary', { name: words('present.label') })).toBeVisible();
  await expect(dot(lesson)).toHaveCount(0);
  expect(await newer(lesson)).toBe(0);

  await lesson.goto('about:blank');
  // The browser takes its time to see that no page is open any more, and may lose a page that is opened meanwhile.
  await expect(async () => {
    await page.goto('about:blank');
    await page.goto(`${copy.url}#/ladder?src=sample:hello-oci`, { timeout: 5_000 });
    await settled(page);
    expect(await newer(page)).toBe(1);
    expect(await dot(page).count()).toBe(0);
  }).toPass();
  await copy.close();
  rmSync(folder, { recursive: true });
});

/** Another version of the page. */
function publish(folder: string): void {
  const change = (name: string, from: RegExp, to: string): void => {
    const path = join(folder, name);
    writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
  };
  change('index.html', /<title>/, '<meta name="newer"><title>');
  change('sw.js', /VERSION = '\w+'/, "VERSION = 'newer'");
}

/** Waits until a newer service worker waits. */
async function updated(context: BrowserContext): Promise<void> {
  await expect
    .poll(() =>
      context.pages()[0]?.evaluate(async () => {
        const registration = await navigator.serviceWorker.getRegistration();
        await registration?.update();
        return Boolean(registration?.waiting);
      }),
    )
    .toBe(true);
}
