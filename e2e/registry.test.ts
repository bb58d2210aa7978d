import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pattern, samplePath, settled, words } from './app';
import { expect, test } from './site';

const isThere = ['docker-registry', 'skopeo'].every((tool) => !spawnSync(tool, ['--version']).error);
if (!isThere) console.warn('docker-registry or skopeo is not installed: registries are not tried');
test.skip(!isThere, 'docker-registry and skopeo are not installed');

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

/** A port that nothing listens on. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
