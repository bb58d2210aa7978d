import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { accessibilityProblems, boardTab, samplePath, settled, sidewaysScroll, words, type Lang } from './app';
import { expect, test } from './site';

const board = (page: Page, lang: Lang = 'en') => page.getByRole('region', { name: words('tamper.label', lang) });
const score = (page: Page, column: string) => page.locator(`.tamper-score > [data-column=${column}]`);
const scores = (page: Page) => page.locator('.tamper-score-count').allTextContents();
const button = (page: Page, id: Parameters<typeof words>[0]) =>
  board(page).getByRole('button', { name: words(id), exact: true });

/** Goes on with Tab until the button has the focus, then presses it. */
async function pressByKeys(page: Page, id: Parameters<typeof words>[0]): Promise<void> {
  const name = words(id);
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press('Tab');
    if ((await page.evaluate(() => document.activeElement?.textContent)) === name) break;
  }
  await expect(button(page, id).first()).toBeFocused();
  await page.keyboard.press('Enter');
}

test('by keyboard: in a v1 archive nobody notices a flipped byte', async ({ page, site, complaints }) => {
  await page.goto(`${site.url}#/ladder?src=sample:hello-v1&sel=layer:2`);
  await settled(page);
  await page.keyboard.press('f');
  await expect(page.locator('.tamper-lines')).toBeVisible();
  await pressByKeys(page, 'tamper.flip');
  await expect(score(page, 'v1')).toContainText(words('tamper.nobodyNoticed'));
  expect(await scores(page)).toEqual(['0', '1', '1']);
  await expect(board(page)).toContainText(words('tamper.nothingPinned'));
  await page.keyboard.press('Control+z');
  await expect(page.locator('.tamper-score')).toHaveCount(0);
  expect(page.url()).not.toContain('flip');
  expect(complaints).toEqual([]);
});

test('by keyboard: noticed, hidden level by level, and still not the digest that was pinned', async ({
  page,
  site,
}) => {
  await page.goto(`${site.url}#/tamper?src=sample:hello-docker25&sel=layer:2`);
  await settled(page);
  await pressByKeys(page, 'tamper.flip');
  await expect(score(page, 'oci')).toContainText(words('tamper.noticed'));
  expect(await scores(page)).toEqual(['0', '1', '1']);
  await expect(board(page)).toContainText('invalid diffID for layer 1: expected "sha256:d3b16e');
  const steps = page.locator('.tamper-steps > li');
  await expect(steps).toHaveCount(5);
  for (let level = 1; level <= 5; level++) {
    // The next one has the focus already.
    if (level === 1) await pressByKeys(page, 'tamper.rewrite');
    else await page.keyboard.press('Enter');
    await expect(page.locator('.tamper-steps > li[data-state=done]')).toHaveCount(level);
  }
  await expect(page.locator('.tamper-steps + p [data-verdict=matches]')).toBeVisible();
  await expect(page.locator('[data-pinned=other]')).toHaveCount(2);
  // Taken away, it is the file that the page verified.
  const waiting = page.waitForEvent('download');
  await button(page, 'tamper.download').click();
  const download = await waiting;
  expect(download.suggestedFilename()).toBe('hello-docker25-changed.tar');
  const bytes = readFileSync(await download.path());
  expect(bytes.length).toBe(readFileSync(samplePath('hello-docker25')).length);
  await page.keyboard.press('Control+z');
  await expect(page.locator('.tamper-steps > li[data-state=done]')).toHaveCount(4);
});

test('a link makes the same change again, as the sample that was flipped has it', async ({ page, site }) => {
  await page.goto(`${site.url}#/tamper?src=sample:hello-docker25&flip=layer:2@a1b%5E0e`);
  await expect(score(page, 'oci')).toBeVisible();
  const waiting = page.waitForEvent('download');
  await button(page, 'tamper.download').click();
  expect(readFileSync(await (await waiting).path()).equals(readFileSync(samplePath('hello-flipped')))).toBe(true);
  // Any other board says that a copy is changed, and shows the file as it is.
  await boardTab(page, 'integrity').click();
  await expect(page.locator('.verdict[data-verdict=mismatch]')).toHaveCount(0);
  await page.getByRole('button', { name: words('tamper.active') }).click();
  await button(page, 'tamper.openCopy').click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('hello-docker25-changed.tar');
  await expect(page.locator('.verdict[data-verdict=mismatch]').first()).toBeVisible();
  await page.goto(`${site.url}#/tamper?src=sample:hello-docker25&flip=layer:2@zz`);
  await expect(page.getByText('flip=layer:2@zz')).toBeVisible();
});

test('a byte of the bytes board, and the changes that are not of one byte', async ({ page, site }) => {
  await page.goto(`${site.url}#/bytes?src=sample:hello-docker25&byte=21019`);
  await settled(page);
  await page.getByRole('button', { name: words('bytes.flip') }).click();
  await expect(score(page, 'oci')).toContainText(words('tamper.noticed'));
  expect(page.url()).toContain('flip=layer:2@a1b%5E01');
  await button(page, 'tamper.reset').click();
  await board(page).getByLabel(words('tamper.nobody')).check();
  await button(page, 'tamper.flip').click();
  await expect(score(page, 'v1')).toContainText(words('tamper.guess.right'));
  await expect(score(page, 'oci')).toContainText(words('tamper.guess.wrong'));
  // The address has the guess, which is made by then.
  await page.reload();
  await expect(score(page, 'v1')).toContainText(words('tamper.guess.right'));
  await expect(board(page).getByLabel(words('tamper.nobody'))).toBeChecked();
  await expect(board(page).getByLabel(words('tamper.nobody'))).toBeDisabled();
  await button(page, 'tamper.reset').click();
  await board(page).getByText(words('tamper.others')).click();
  await button(page, 'tamper.tagDo').click();
  await expect(board(page)).toContainText(words('tamper.noNames'));
  await button(page, 'tamper.orphan').click();
  await button(page, 'tamper.drop').click();
  await expect(score(page, 'v1')).toContainText(words('tamper.isMissing'));
  await button(page, 'tamper.cutDo').click();
  await expect(board(page).getByRole('alert')).toContainText(words('tamper.failedMeans'));
});

for (const [lang, theme, width] of [
  ['en', 'light', 1280],
  ['ary', 'dark', 390],
] as const) {
  test(`the bench is accessible: ${lang}, ${theme}, ${width} px`, async ({ page, site, complaints }) => {
    await page.setViewportSize({ width, height: 844 });
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await page.goto(`${site.url}#/tamper?src=sample:hello-oci&flip=inside:2@a1b%5E0e;fix:5&lang=${lang}`);
    await settled(page, lang);
    await expect(page.locator('[data-pinned]').first()).toBeVisible();
    await board(page, lang).getByText(words('tamper.others', lang)).click();
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
    expect(complaints).toEqual([]);
  });
}
