import { execFileSync } from 'node:child_process';
import { BOARDS } from '../src/app/viewState';
import { reportFile } from '../scripts/reportFile';
import { accessibilityProblems, boardTab, samplePath, settled, sidewaysScroll, words } from './app';
import { expect, test } from './site';

const FLIPPED = samplePath('hello-flipped');

test('the flipped byte: its mismatches alone, the place that says it, and the shell line that shows it', async ({
  page,
  site,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { integrity } = await reportFile(FLIPPED);
  const wrong = integrity.rows.filter(({ verdict }) => verdict === 'mismatch');
  await page.goto(`${site.url}#/ladder?src=sample:hello-flipped`);
  await settled(page);
  await page.keyboard.press(`${(BOARDS.indexOf('integrity') + 1) % 10}`);
  const board = page.getByRole('grid', { name: words('integrity.label') });
  await expect(board).toHaveAttribute('aria-rowcount', `${integrity.rows.length + 1}`);

  await page.getByRole('combobox', { name: words('integrity.only') }).selectOption('mismatch');
  await expect(page).toHaveURL(/only=mismatch/);
  await expect(board).toHaveAttribute('aria-rowcount', `${wrong.length + 1}`);
  await expect(board.getByText(words('verdict.mismatch'), { exact: true })).toHaveCount(wrong.length);
  await page.getByRole('searchbox', { name: words('integrity.filter') }).fill('/layers/1/digest');
  const digest = wrong.find(({ pointer }) => pointer === '/layers/1/digest');
  if (!digest?.shell) throw new Error('the manifest claims nothing');
  await expect(board.locator('tbody tr[data-index]')).toHaveCount(1);

  await board.locator('tbody tr[data-index]').focus();
  await page.keyboard.press('Enter');
  const detail = page.getByRole('region', { name: words('integrity.detail') });
  await expect(detail).toContainText(digest.actual ?? '');
  await expect(detail).toContainText(words('verdict.mismatch.means'));
  await expect(detail).toContainText('Digest did not match');
  await expect(page).toHaveURL(/row=digest:/);

  await detail.getByRole('button', { name: words('app.copyCommand') }).click();
  const line = await page.evaluate(() => navigator.clipboard.readText());
  expect(line).toBe(digest.shell);
  const printed = execFileSync('bash', ['-c', line], { cwd: FLIPPED.replace(/[^/]*$/, ''), encoding: 'utf8' });
  expect(`sha256:${printed.slice(0, 64)}`).toBe(digest.actual);

  await detail.getByRole('link').click();
  await expect(boardTab(page, 'documents')).toHaveAttribute('aria-selected', 'true');
  await expect(page.locator('.text-row[data-meant]')).toContainText(digest.claimed?.slice(7) ?? '');
  await page.goBack();
  await expect(detail).toContainText(digest.actual ?? '');
});

for (const lang of ['en', 'ary'] as const) {
  test(`it fits a phone and is accessible in ${lang}`, async ({ page, site }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${site.url}#/integrity?src=sample:hello-flipped&lang=${lang}`);
    await settled(page, lang);
    const board = page.getByRole('grid', { name: words('integrity.label', lang) });
    await board.locator('tbody tr[data-index]').first().click();
    await expect(page.getByRole('region', { name: words('integrity.detail', lang) })).toContainText('sha256');
    expect(await sidewaysScroll(page)).toBe(0);
    expect(await accessibilityProblems(page)).toEqual([]);
  });
}
