import { createHash } from 'node:crypto';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { kitFiles } from '../scripts/kitFiles';
import { zip } from '../scripts/zip';
import { choose, settled, words } from './app';
import { expect, test } from './site';

test('the kit works from a disk: its page opens its samples, and its sums are right', async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'tabaqa-kit-'));
  const files = kitFiles();
  for (const { name, data } of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), data);
  }
  const start = join(folder, 'tabaqa-kit/START-HERE.html');
  await page.goto(pathToFileURL(start).href);
  await choose(page, join(folder, 'tabaqa-kit/samples/hello-docker25.tar'));
  await settled(page);
  await page.goto(`${pathToFileURL(start).href}#/ladder?src=sample:hello-oci&lang=ary`);
  await settled(page, 'ary');
  await expect(page.getByText(words('offline.ready', 'ary'))).toHaveCount(0);

  const sums = files.find(({ name }) => name.endsWith('/SHA256SUMS'))?.data.toString() ?? '';
  for (const { name, data } of files.slice(0, -1)) {
    const sum = createHash('sha256').update(data).digest('hex');
    expect(sums).toContain(`${sum}  ${name.replace('tabaqa-kit/', '')}\n`);
  }
  expect(zip(files).equals(zip(kitFiles()))).toBe(true);
  rmSync(folder, { recursive: true });
});
