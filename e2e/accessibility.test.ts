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
