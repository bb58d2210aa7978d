import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Browser } from '@playwright/test';
import { serve } from '../scripts/serve.mjs';
import { ROOT } from '../scripts/setup.mjs';
import { SAMPLE_NAMES } from '../src/app/samples';
import { BOARDS } from '../src/app/viewState';
import { fixturePath } from '../src/core/testing/fixtures';
import { boardTab, choose, loaded, settled, speak, words } from './app';
import { expect, test, type Site } from './site';

/** Ways out of a page, each as a script that is given an address and tries to reach it; in the page, or in a worker made there. */
const WAYS_OUT: Readonly<Record<string, string>> = {
  fetch: `fetch(address, { mode: 'no-cors' }).catch(() => {})`,
  XMLHttpRequest: `(() => { const r = new XMLHttpRequest(); r.open('GET', address); try { r.send(); } catch {} })()`,
  WebSocket: `(() => { try { new WebSocket(address.replace('http', 'ws')); } catch {} })()`,
  EventSource: `new EventSource(address)`,
};
const PAGE_ONLY: Readonly<Record<string, string>> = {
  sendBeacon: `navigator.sendBeacon(address, 'x')`,
  image: `(new Image()).src = address`,
  script: `document.head.append(Object.assign(document.createElement('script'), { src: address }))`,
  stylesheet: `document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: address }))`,
  frame: `document.body.append(Object.assign(document.createElement('iframe'), { src: address }))`,
  form: `(() => { const f = Object.assign(document.createElement('form'), { action: address, method: 'post', target: 'out' }); document.body.append(f); f.submit(); })()`,
};

/** The names of the ways that reached another host from a page of this site. */
async function waysThatReach(browser: Browser, site: Site, bypassCSP: boolean): Promise<string[]> {
  const asked: string[] = [];
  const other = await serve(`${ROOT}dist`, { port: 0, onRequest: (path) => asked.push(path.slice(1)) });
  const context = await browser.newContext({ bypassCSP });
  const page = await context.newPage();
  await page.goto(site.url);
  for (const [name, script] of Object.entries({ ...WAYS_OUT, ...PAGE_ONLY })) {
    await page.evaluate(`(() => { const address = ${JSON.stringify(`${other.url}page-${name}`)}; ${script}; })()`);
  }
  for (const [name, script] of Object.entries(WAYS_OUT)) {
    const code = `const address = ${JSON.stringify(`${other.url}worker-${name}`)}; ${script};`;
    await page.evaluate((text) => void new Worker(URL.createObjectURL(new Blob([text]))), code);
  }
  await page.waitForTimeout(1_500);
  await context.close();
  await other.close();
  return [...new Set(asked)].sort();
}

test('nothing in the page or in a worker reaches another host', async ({ browser, site }) => {
  expect(await waysThatReach(browser, site, false)).toEqual([]);
});

test('without the policy each of those ways would reach it', async ({ browser, site }) => {
  const all = [
    ...Object.keys({ ...WAYS_OUT, ...PAGE_ONLY }).map((name) => `page-${name}`),
    ...Object.keys(WAYS_OUT).map((name) => `worker-${name}`),
  ];
  expect(await waysThatReach(browser, site, true)).toEqual(all.sort());
});

test('a worker cannot even ask the page’s own host', async ({ page, site, complaints }) => {
  await page.goto(site.url, { waitUntil: 'networkidle' });
  await loaded(page);
  site.forget();
  const outcome = await page.evaluate(
    (address) =>
      new Promise((resolve) => {
        const code = `fetch(${JSON.stringify(address)}).then(() => postMessage('sent'), () => postMessage('blocked'))`;
        const worker = new Worker(URL.createObjectURL(new Blob([code])));
        worker.onmessage = (event) => resolve(event.data);
      }),
    `${site.url}index.html`,
  );
  expect(outcome).toBe('blocked');
  expect(site.requests).toEqual([]);
  // A refused connection may be a line on the console.
  complaints.length = 0;
});

test('what the first screen needs, with fonts and a language, is at most 600 kB, and everything at most 2 MB', () => {
  const packed = (name: string): number => gzipSync(readFileSync(`${ROOT}dist/${name}`)).length;
  const sum = (names: Iterable<string>): number => [...names].reduce((total, name) => total + packed(name), 0);
  const html = readFileSync(`${ROOT}dist/index.html`, 'utf8');
  const [, list = ''] = /FILES = (\[.*?\]);/.exec(readFileSync(`${ROOT}dist/sw.js`, 'utf8')) ?? [];
  const kept = [...list.matchAll(/"([^"]*)"/g)].flatMap(([, name]) => name || []);
  const named = [...html.matchAll(/(?:src|href)="\.\/([^"]+\.(?:js|css))"/g)].map(([, name = '']) => name);
  expect(named.length).toBeGreaterThan(2);
  const languages = kept.filter((name) => /\/(?:ary|fr)-[^/]*\.js$/.test(name));
  expect(languages).toHaveLength(2);
  const fonts = kept.filter((name) => name.endsWith('.woff2'));
  const first = sum(['index.html', ...named, ...fonts]) + Math.max(...languages.map(packed));
  expect(first).toBeLessThan(600_000);
  expect(sum(['index.html', ...kept])).toBeLessThan(2_000_000);
});

test('after it is loaded the page asks for nothing, whatever is opened', async ({ page, site }) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (/^(?:https?|wss?):/.test(request.url())) asked.push(request.url());
  });
  await page.goto(site.url);
  await loaded(page);
  expect(asked.length).toBeGreaterThan(3);
  asked.length = 0;
  site.forget();

  for (const name of SAMPLE_NAMES) {
    await page.getByRole('button', { name: words(`sample.${name}.title`) }).click();
    await settled(page);
    await page.getByRole('button', { name: words('app.home') }).click();
    // The file input of what was open goes with it.
    await expect(page.getByRole('button', { name: words(`sample.${name}.title`) })).toBeVisible();
  }
  for (const name of [
    'small.docker28-save.tar',
    'small.ctr-remote-estargz.tar',
    'small.skopeo122-oci-archive.zstdchunked.tar',
  ]) {
    await choose(page, fixturePath(name));
    await expect(page.getByText(name).first()).toBeVisible();
    await settled(page);
    // Nothing is beside these images.
    for (const board of BOARDS.filter((each) => each !== 'attached')) {
      await boardTab(page, board).click();
      await expect(boardTab(page, board)).toHaveAttribute('aria-selected', 'true');
    }
  }
  await speak(page, 'الدارجة');
  await settled(page, 'ary');
  expect(asked).toEqual([]);
  expect(site.requests).toEqual([]);
});
