import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../scripts/setup.mjs';
import { ladder, settled } from './app';
import { expect, test } from './site';
import { writeSparseArchive } from './sparse';

test('the command opens a local file in the page, whose address then names no file', async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'tabaqa-command-'));
  const file = join(folder, 'my image #1.tar');
  writeSparseArchive(file, 3, 20_000_000);
  const command = spawn(process.execPath, [`${ROOT}scripts/cli.mjs`, '--no-open', '--port', '0', file]);
  try {
    const address = await new Promise<string>((resolve) => {
      let printed = '';
      command.stdout.on('data', (text) => {
        printed += String(text);
        const found = /http:\S+/.exec(printed);
        if (found) resolve(found[0]);
      });
    });
    await page.goto(address);
    await expect(ladder(page)).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('my image #1.tar');
    await settled(page);
    expect(new URL(page.url()).search).toBe('');
    expect(await page.evaluate(async () => (await caches.open('tabaqa-inbox')).keys())).toEqual([]);
    // Without the token nobody gets it.
    const other = new URL('file/my%20image%20%231.tar', address);
    expect((await page.request.get(other.href)).status()).toBe(404);
  } finally {
    command.kill();
    rmSync(folder, { recursive: true });
  }
});
