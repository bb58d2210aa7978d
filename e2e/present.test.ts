import type { Page } from '@playwright/test';
import { BOARDS, type Board } from '../src/app/viewState';
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

/** What has more to show when it is asked for. */
const MORE: Partial<Record<Board, string>> = {
  compare: '&vs=sample:hello-oci',
  files: '&path=app/app.js&look=2',
  tamper: '&flip=layer:2@a1b%5E01',
};

for (const lang of ['en', 'ary'] as const) {
  test(`${lang}: on a wall no text is small on any board, and nothing scrolls sideways`, async ({
    page,
    site,
  }, info) => {
    test.slow();
    await page.setViewportSize({ width: 1280, height: 720 });
    await page.goto(`${site.url}#/ladder?src=sample:hello-docker25&lang=${lang}`);
    await settled(page, lang);
    const small: Record<string, readonly number[]> = {};
    // There is nothing beside this image.
    for (const board of BOARDS.filter((each) => each !== 'attached')) {
      const state = `${board}?src=sample:hello-docker25&mode=present&lang=${lang}&sel=layer:2${MORE[board] ?? ''}`;
      await page.evaluate((hash) => (location.hash = hash), `#/${state}`);
      await expect(bar(page, lang)).toContainText(words(`board.${board}`, lang));
      await expect(page.locator('main [data-pinned], main table, main h2, main pre').first()).toBeVisible();
      if (board === 'compare') await expect(page.locator('.diff-verdict')).toBeVisible();
      expect(await sidewaysScroll(page), board).toBe(0);
      small[board] = (await textSizes(page)).filter((size) => size < 24);
      await page.screenshot({ path: info.outputPath(`${board}-${lang}.png`) });
    }
    expect(small).toEqual(Object.fromEntries(Object.keys(small).map((board) => [board, []])));
    await page.evaluate(
      (hash) => (location.hash = hash),
      `#/bytes?src=sample:hello-docker25&mode=present&lang=${lang}`,
    );
    const runs = await page.locator('.bytes-panes .table-scroll').boundingBox();
    expect(runs?.width).toBeGreaterThan(1_000);
  });
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
  await expect(page.getByRole('row', { selected: true })).toBeInViewport({ ratio: 0.9 });
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
  await expect(speaker.locator('.speaker-clock b')).toHaveText(/^\d+:\d\d/);
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
    // The solutions are worked out over the samples.
    await expect(page.locator('.paper-chapter[aria-busy=false]')).not.toContainText('…');
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await sides()).toBeGreaterThan(2);
    await page.screenshot({ path: test.info().outputPath(`teacher-${lang}.png`), fullPage: true });
  });
}
