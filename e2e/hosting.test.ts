import { samplePath, choose, settled, words } from './app';
import { expect, test } from './site';

test('works under a path, from any folder of a host', async ({ page, subPath }) => {
  const missing: string[] = [];
  page.on('response', (response) => {
    if (response.status() >= 400) missing.push(response.url());
  });
  await page.goto(`${subPath.url}#/ladder?src=sample:hello-docker25`);
  await settled(page);
  expect(missing).toEqual([]);
});

test('works where the page is no secure context: plain http from another machine', async ({ page, site }) => {
  await page.goto(`http://plain.test:${site.port}/`);
  expect(
    await page.evaluate(() => [
      isSecureContext,
      'subtle' in crypto,
      'serviceWorker' in navigator,
      'clipboard' in navigator,
    ]),
  ).toEqual([false, false, false, false]);
  await choose(page, samplePath('hello-oci'));
  await settled(page);
  await page.getByRole('button', { name: words('share.button'), exact: true }).click();
  await page.getByRole('radio', { name: words('share.kind.snapshot') }).check();
  const copy = page.getByRole('button', { name: words('share.copy'), exact: true });
  await copy.click();
  await expect(copy.locator('[data-icon=check]')).toBeVisible();
  await expect(page.getByRole('alert').filter({ hasText: /\S/ })).toHaveCount(0);
});

test('the policy is in front of everything else in the page', async ({ request, site }) => {
  const html = await (await request.get(site.url)).text();
  const head = html.slice(html.indexOf('<head>') + '<head>'.length).trimStart();
  expect(head).toMatch(/^<meta http-equiv="Content-Security-Policy"/);
  expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/);
  expect(html).not.toMatch(/<style|\sstyle=|\son\w+=/);
});

test('without JavaScript it says what it needs', async ({ browser, site }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(site.url);
  expect(await page.locator('noscript').innerText()).toContain('Please allow JavaScript');
  await context.close();
});

test('an old browser is told what it lacks, by a script that it can read', async ({
  page,
  request,
  site,
  complaints,
}) => {
  expect(await (await request.get(`${site.url}early.js`)).text()).not.toMatch(/[\w)\]]\?\.| \?\? /);
  const told = page.locator('#old-browser');
  await page.goto(site.url);
  await expect(page.getByRole('heading', { name: words('landing.title') })).toBeVisible();
  await expect(told).toBeHidden();
  await page.addInitScript(() => Reflect.deleteProperty(window, 'WebAssembly'));
  await page.reload();
  await expect(told).toBeVisible();
  await expect(told).toContainText('Firefox from 124 on');
  await expect(told.locator('[lang=ary]')).toHaveAttribute('dir', 'rtl');
  // What runs without it may complain.
  complaints.length = 0;
});

test('the first screen is there', async ({ page, site }) => {
  await page.goto(site.url);
  await expect(page.getByRole('heading', { name: words('landing.title') })).toBeVisible();
  await expect(page).toHaveTitle(words('app.title'));
});
