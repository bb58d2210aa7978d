import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accessibilityProblems, pattern, samplePath, settled, words } from './app';
import { expect, test } from './site';
import { freePort, tokenRegistry } from './tokenRegistry';

const isThere = ['docker-registry', 'skopeo', 'openssl'].every((tool) => !spawnSync(tool, ['--version']).error);
if (!isThere) console.warn('docker-registry, skopeo or openssl is not installed: registries are not tried');
test.skip(!isThere, 'docker-registry, skopeo and openssl are not installed');

let running: ChildProcess | null = null;
let folder = '';
let host = '';
let logged = '';

test.beforeAll(async () => {
  // These may run more than once in one process.
  folder = mkdtempSync(join(tmpdir(), 'tabaqa-registry-'));
  logged = '';
  const port = await freePort();
  host = `localhost:${port}`;
  const config = join(folder, 'config.yml');
  writeFileSync(
    config,
    `version: 0.1
log: { level: info, accesslog: { disabled: false } }
storage: { filesystem: { rootdirectory: ${JSON.stringify(join(folder, 'data'))} } }
http:
  addr: 127.0.0.1:${port}
  headers:
    Access-Control-Allow-Origin: ['*']
    Access-Control-Allow-Headers: ['Range', 'Accept', 'Authorization']
`,
  );
  running = spawn('docker-registry', ['serve', config]);
  for (const stream of [running.stdout, running.stderr]) stream?.on('data', (text) => (logged += String(text)));
  await expect
    .poll(() =>
      fetch(`http://${host}/v2/`).then(
        ({ status }) => status,
        () => 0,
      ),
    )
    .toBe(200);
  const insecure = ['copy', '-q', '--insecure-policy', '--dest-tls-verify=false'];
  execFileSync('skopeo', [...insecure, `oci-archive:${samplePath('hello-oci')}`, `docker://${host}/team/hello:1.0`]);
});
test.afterAll(() => {
  running?.kill();
  rmSync(folder, { recursive: true, force: true });
});

test('an image is opened straight from a registry, after consent; its layers are read when they are asked for', async ({
  page,
  site,
}) => {
  await page.goto(`${site.url}#/ladder?src=registry:${host}/team/hello:1.0`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(host);
  expect(logged).not.toContain('Mozilla');
  await page.getByRole('button', { name: pattern('gate.url.open') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${host}/team/hello:1.0`);
  await page.getByRole('button', { name: pattern('remote.check') }).click();
  await settled(page);
  await expect(page.getByText(/^\d+ of \d+ names match their bytes$/)).toBeVisible();
  await expect(page.getByText(words('lock.locked'), { exact: true })).toHaveCount(0);
});

test('an image that is not there is said to be refused, with the way that always works', async ({
  page,
  site,
  complaints,
}) => {
  await page.goto(site.url);
  await page.getByText(words('paste.title')).click();
  await page.getByRole('textbox', { name: words('paste.field') }).fill(`docker://${host}/team/hello:none`);
  await page.getByRole('button', { name: words('paste.open') }).click();
  await expect(page).toHaveURL(/src=registry:/);
  await page.getByRole('button', { name: pattern('gate.url.open') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('error.url-refused.title'));
  await expect(page.getByText(`skopeo copy docker://${host}/team/hello:none oci-archive:image.tar`)).toBeVisible();
  // The browser itself notes the 404.
  complaints.length = 0;
});

test('where another host hands out the tokens, both are named and agreed to, for this one link', async ({
  page,
  site,
  complaints,
}) => {
  const guarded = await tokenRegistry(folder, join(folder, 'data'));
  const tokens = new URL(guarded.tokens).host;
  await expect.poll(() => fetch(`http://${guarded.host}/v2/`).then(({ status }) => status)).toBe(401);
  await page.goto(`${site.url}#/layers?src=registry:${guarded.host}/team/hello:1.0`);
  await page.getByRole('button', { name: pattern('gate.url.open') }).click();
  const title = page.getByRole('heading', { level: 1 });
  await expect(title).toHaveText(words('gate.token.title').replace('{tokens}', tokens));
  await expect(page.getByText(guarded.tokens, { exact: true })).toBeVisible();
  expect(await accessibilityProblems(page)).toEqual([]);
  // The policy has kept the page from asking before.
  expect(guarded.asked).toEqual([]);
  const agree = page.getByRole('button', { name: pattern('gate.token.open') });
  await expect(agree).toContainText(guarded.host);
  await expect(agree).toContainText(tokens);
  await agree.click();
  await expect(title).toHaveText(`${guarded.host}/team/hello:1.0`);
  await page.getByRole('button', { name: pattern('remote.check') }).click();
  expect(guarded.asked[0]).toContain('scope=repository%3Ateam%2Fhello%3Apull');
  await settled(page);
  await expect(page.getByText(/^\d+ of \d+ names match their bytes$/)).toBeVisible();
  const reach = page.locator('meta[data-reach]');
  await expect(reach).toHaveAttribute('content', `connect-src data: http://${guarded.host} ${guarded.tokens}`);
  await page.locator('.lock').click();
  await expect(page.getByText(words('lock.openTokens').replace('{tokens}', tokens))).toBeVisible();
  // Loaded again, or for another link, nothing is agreed to.
  await page.reload();
  await expect(reach).toHaveAttribute('content', 'connect-src data:');
  await expect(title).toContainText(words('gate.url.title').replace('{host}', guarded.host));
  // The browser itself notes each 401.
  expect(complaints.filter((each) => !each.includes('401'))).toEqual([]);
  complaints.length = 0;
  guarded.close();
});
