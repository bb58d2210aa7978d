import { fixturePath } from '../src/core/testing/fixtures';
import { accessibilityProblems, boardTab, choose, settled, sidewaysScroll, words, type Lang } from './app';
import { expect, test } from './site';

const PHONE = { width: 390, height: 844 };
const BOARDS = [
  'ladder',
  'layouts',
  'manifests',
  'config',
  'layers',
  'files',
  'documents',
  'members',
  'integrity',
] as const;

/** Each language, theme and size once; every board has journeys of its own for the others. */
const LOOKS = [
  ['en', 'light', 'desktop'],
  ['ary', 'dark', 'phone'],
] as const satisfies readonly (readonly [Lang, 'light' | 'dark', 'desktop' | 'phone'])[];

for (const [lang, theme, size] of LOOKS) {
  test(`every screen is accessible: ${lang}, ${theme}, ${size}`, async ({ page, site, complaints }) => {
    test.slow();
    if (size === 'phone') await page.setViewportSize(PHONE);
    const found: string[] = [];
    const look = async (screen: string): Promise<void> => {
      for (const problem of await accessibilityProblems(page)) found.push(`${screen}: ${problem}`);
      const sideways = await sidewaysScroll(page);
      if (sideways > 0) found.push(`${screen}: scrolls sideways by ${sideways} px`);
    };
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await page.goto(`${site.url}#/ladder?lang=${lang}`);
    await expect(page.getByRole('heading', { name: words('landing.title', lang) })).toBeVisible();
    await look('landing');
    await choose(page, fixturePath('broken.empty-file.tar'));
    await expect(page.getByRole('alert').first()).toBeVisible();
    await look('error');
    await choose(page, fixturePath('broken.bitflip-in-gzip-layer.tar'));
    await settled(page, lang);
    for (const board of BOARDS) {
      await boardTab(page, board, lang).click();
      await expect(boardTab(page, board, lang)).toHaveAttribute('aria-selected', 'true');
      await look(board);
    }
    expect(found).toEqual([]);
    expect(complaints).toEqual([]);
  });
}

/** WCAG 1.4.10: 320 pixels is 1280 at 400 %, 640 is it at 200 %. */
for (const [lang, width] of [
  ['en', 320],
  ['ary', 320],
  ['fr', 640],
] as const) {
  test(`nothing scrolls sideways at ${width} pixels, in colours that are forced: ${lang}`, async ({ page, site }) => {
    await page.setViewportSize({ width, height: 640 });
    await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    await page.goto(`${site.url}#/ladder?src=sample:hello-docker25&lang=${lang}`);
    await settled(page, lang);
    const found: string[] = [];
    for (const board of [...BOARDS, 'bytes', 'packages', 'compare', 'tamper'] as const) {
      await boardTab(page, board, lang).click();
      await expect(boardTab(page, board, lang)).toHaveAttribute('aria-selected', 'true');
      if ((await sidewaysScroll(page)) > 0) found.push(board);
    }
    for (const panel of ['lesson=4&step=1', 'exercise=4']) {
      await page.goto(`${site.url}#/ladder?src=sample:hello-docker25&lang=${lang}&${panel}`);
      await expect(page.getByRole('complementary').first()).toBeVisible();
      if ((await sidewaysScroll(page)) > 0) found.push(panel);
    }
    await page.screenshot({ path: test.info().outputPath(`forced-${lang}.png`) });
    expect(found).toEqual([]);
  });
}
