import { execFileSync } from 'node:child_process';
import { layerRow, samplePath, settled, words } from './app';
import { expect, test } from './site';

const SAMPLE = 'hello-docker25';

test('what names the same bytes is lit everywhere, counted, and selected from inside a document', async ({
  page,
  site,
}) => {
  await page.goto(`${site.url}#/ladder?src=sample:${SAMPLE}`);
  await settled(page);
  const foot = page.getByLabel(words('foot.label'));
  const digest = (await layerRow(page, 2).locator('[data-digest]').first().getAttribute('data-digest')) ?? '';
  await layerRow(page, 2).getByRole('gridcell').nth(1).hover();
  const lit = page.locator('.fingerprint[data-lit]');
  await expect.poll(() => lit.count()).toBeGreaterThanOrEqual(3);

  // All of the tar's text: what names a layer are its documents.
  const text = execFileSync('sh', ['-c', 'tar -xOf "$1" | strings -n 20', 'sh', samplePath(SAMPLE)]).toString();
  const count = text.split(digest.replace('sha256:', '')).length - 1;
  expect(count).toBeGreaterThan(2);
  await expect(foot).toContainText(`${words('foot.places').split('{')[0] ?? ''}${count} times`);

  // What the pointer is on would win.
  await page.mouse.move(0, 0);
  await page.goto(`${site.url}#/documents?src=sample:${SAMPLE}&doc=manifest.json`);
  const names = page.locator(`[data-mark="${digest}"]`);
  await names.first().focus();
  await expect(foot).toContainText(words('ladder.layer').replace('{n}', '2'));
  await expect(names.first()).toHaveAttribute('data-lit');
});
