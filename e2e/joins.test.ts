import type { Page } from '@playwright/test';
import { boardTab, settled } from './app';
import { expect, test } from './site';

const ROWS = { ladder: '.ladder-row', layouts: '.layout-row', manifests: '.form-row' } as const;

/** For each join of the kept part: whether each of its ends is in another of two neighbouring cells of a kept row. */
function joined(page: Page, row: string): Promise<boolean[]> {
  return page.evaluate((rows) => {
    const kept = [...document.querySelectorAll(`${rows}[data-pinned] > [data-link]`)];
    const isIn = (end: DOMRect, cell: DOMRect): boolean => {
      const [x, y] = [end.left + end.width / 2, end.top + end.height / 2];
      return x >= cell.left && x <= cell.right && y >= cell.top && y <= cell.bottom;
    };
    return [...document.querySelectorAll('.joins g[data-pinned]')].map((join) => {
      const [a, b] = [...join.querySelectorAll('circle')].map((end) => end.getBoundingClientRect());
      const pairs = kept.map((cell) =>
        [cell, cell.nextElementSibling ?? cell].map((each) => each.getBoundingClientRect()),
      );
      return pairs.some(
        ([one, other]) =>
          a && b && one && other && ((isIn(a, one) && isIn(b, other)) || (isIn(a, other) && isIn(b, one))),
      );
    });
  }, row);
}

for (const lang of ['en', 'ary'] as const) {
  test(`a kept part is joined between its neighbouring places on every board, in ${lang}`, async ({ page, site }) => {
    await page.goto(`${site.url}#/ladder?src=sample:hello-docker25&sel=layer:2&lang=${lang}`);
    await settled(page, lang);
    for (const board of ['ladder', 'layouts', 'manifests'] as const) {
      await boardTab(page, board, lang).click();
      await expect.poll(() => joined(page, ROWS[board]), board).toEqual([true, true]);
      await page.setViewportSize({ width: 1180, height: 560 });
      await expect.poll(() => joined(page, ROWS[board]), `${board}, narrower`).toEqual([true, true]);
      await page.locator(`${ROWS[board]}[data-pinned]`).last().scrollIntoViewIfNeeded();
      await expect.poll(() => joined(page, ROWS[board]), `${board}, scrolled`).toEqual([true, true]);
      await page.setViewportSize({ width: 1280, height: 720 });
    }
    await expect(page.locator('.joins')).toHaveAttribute('aria-hidden', 'true');
  });
}

test('joins do not move for those who want no motion, and there are none where columns are not beside each other', async ({
  page,
  site,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`${site.url}#/ladder?src=sample:hello-docker25&sel=layer:2`);
  await settled(page);
  const join = page.locator('.joins g').first();
  await expect(join).toHaveCSS('animation-name', 'none');
  await page.keyboard.press('Escape');
  await expect(page.locator('.joins g')).toHaveCount(0);
  await page.locator('.ladder-cell[data-column=oci][data-part="layer:3"]').click();
  await expect(page.locator('.joins g[data-pinned]')).toHaveCount(2);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.locator('.joins g')).toHaveCount(0);
});
