import type { Page } from '@playwright/test';
import { accessibilityProblems, settled, sidewaysScroll, words, type Lang } from './app';
import { expect, test } from './site';

const bar = (page: Page, lang: Lang = 'en') => page.getByRole('complementary', { name: words('present.label', lang) });

/** Sizes in pixels of all text that is on the screen, as it is seen. */
function textSizes(page: Page): Promise<number[]> {
  return page.evaluate(() => {
    const sizes = new Set<number>();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const element = texts.currentNode.parentElement;
      if (!element || texts.currentNode.textContent?.trim() === '' || !element.checkVisibility()) continue;
      const box = element.getBoundingClientRect();
      // What only screen readers have is one pixel.
      if (box.width <= 2 || box.bottom < 0 || box.top > innerHeight) continue;
      sizes.add(Math.round(Number.parseFloat(getComputedStyle(element).fontSize) * element.currentCSSZoom * 10) / 10);
    }
    return [...sizes].toSorted((a, b) => a - b);
  });
}

for (const lang of ['en', 'ary'] as const) {
  for (const board of ['ladder', 'layouts', 'manifests'] as const) {
    test(`${lang}, ${board}: on a wall no text is small, and nothing scrolls sideways`, async ({ page, site }) => {
      await page.setViewportSize({ width: 1280, height: 720 });
      await page.goto(`${site.url}#/${board}?src=sample:hello-docker25&mode=present&lang=${lang}&sel=layer:2`);
      await expect(bar(page, lang)).toBeVisible();
      await expect(page.locator('[data-pinned]').first()).toBeAttached();
      expect((await textSizes(page))[0]).toBeGreaterThanOrEqual(24);
      expect(await sidewaysScroll(page)).toBe(0);
      await page.screenshot({ path: test.info().outputPath(`${board}-${lang}.png`) });
    });
  }
}

test('a clicker moves through the lesson, the screen goes black, and only the speaker sees the notes', async ({
  page,
  site,
}) => {
  await page.goto(`${site.url}#/ladder?lesson=4&step=1`);
  await settled(page);
  await page.keyboard.press('p');
  await expect(page).toHaveURL(/mode=present/);
  await expect(bar(page)).toContainText('4.1');
  await page.keyboard.press('PageDown');
  await expect(bar(page)).toContainText('4.2');
  await expect(page).toHaveURL(/src=sample:hello-flipped/);
  const blank = page.getByText(words('present.blank'));
  await page.keyboard.press('b');
  await expect(blank).toBeAttached();
  await page.keyboard.press('PageDown');
  await expect(blank).toHaveCount(0);
  await expect(bar(page)).toContainText('4.2');

  const opening = page.waitForEvent('popup');
  await page.keyboard.press('s');
  const speaker = await opening;
  await expect(speaker.getByRole('heading', { level: 1 })).toContainText('4.2');
  await expect(speaker.locator('.speaker-answer')).toContainText('1');
  await expect(speaker.locator('.speaker-notes')).toBeVisible();
  await expect(speaker.locator('.speaker-next')).toContainText('4.3');
  await expect(page.locator('.speaker')).toHaveCount(0);
  // Two steps that ask two things of one file.
  for (const [link, count] of [
    ['lesson=6&step=4', 5],
    ['lesson=7&step=2', 6],
  ] as const) {
    await page.evaluate((hash) => (location.hash = hash), `#/ladder?src=sample:hello-docker25&mode=present&${link}`);
    await expect(speaker.locator('.speaker-answer')).toContainText(`${count}`);
  }
  await page.evaluate(
    (hash) => (location.hash = hash),
    '#/ladder?src=sample:hello-flipped&mode=present&lesson=4&step=2',
  );
  await expect(bar(page)).toContainText('4.2');
  await speaker.getByRole('button', { name: words('lesson.previous') }).click();
  await expect(bar(page)).toContainText('4.1');
  await speaker.keyboard.press('+');
  await expect(page).toHaveURL(/scale=2(?!\.)/);
  await page.bringToFront();
  const closing = speaker.waitForEvent('close');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await closing;
  await expect(page).not.toHaveURL(/mode=/);
  await expect(page.getByRole('tablist')).toBeVisible();
});

for (const lang of ['en', 'ary'] as const) {
  test(`${lang}: the handout is two sides of A4, the teacher’s sheets are not cut`, async ({ page, site }) => {
    await page.goto(`${site.url}#/ladder?paper=handout&lang=${lang}`);
    await expect(page.getByText(words('paper.commands.title', lang), { exact: true })).toBeVisible();
    expect(await accessibilityProblems(page)).toEqual([]);
    const sides = async (): Promise<number> =>
      (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
    expect(await sides()).toBe(2);
    await page.screenshot({ path: test.info().outputPath(`handout-${lang}.png`), fullPage: true });
    await page.goto(`${site.url}#/ladder?paper=teacher&lang=${lang}`);
    await expect(page.getByText(words('paper.teacher.problems', lang), { exact: true })).toBeAttached();
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await sides()).toBeGreaterThan(2);
    await page.screenshot({ path: test.info().outputPath(`teacher-${lang}.png`), fullPage: true });
  });
}
