import { accessibilityProblems, boardTab, choose, settled, sidewaysScroll, speak, words } from './app';
import { fixturePath } from '../src/core/testing/fixtures';
import { expect, test } from './site';

test('the whole page turns to Darija and back, and remembers', async ({ page, site }) => {
  const html = page.locator('html');
  await page.goto(site.url);
  await expect(html).toHaveAttribute('lang', 'en');
  await speak(page, 'الدارجة');
  await expect(html).toHaveAttribute('lang', 'ary');
  await expect(html).toHaveAttribute('dir', 'rtl');
  await expect(page.getByRole('heading', { name: words('landing.title', 'ary') })).toBeVisible();

  await page.goto('about:blank');
  await page.goto(site.url);
  await expect(html).toHaveAttribute('lang', 'ary');
  await speak(page, 'English');
  await expect(html).toHaveAttribute('dir', 'ltr');
  await expect(page.getByRole('heading', { name: words('landing.title') })).toBeVisible();
});

test('French by keyboard alone: the menu, the landing and the ladder are accessible and fit', async ({
  page,
  site,
  complaints,
}) => {
  const found: string[] = [];
  const look = async (screen: string): Promise<void> => {
    for (const problem of await accessibilityProblems(page)) found.push(`${screen}: ${problem}`);
    if ((await sidewaysScroll(page)) > 0) found.push(`${screen}: scrolls sideways`);
  };
  await page.goto(site.url);
  const opener = page.getByRole('button', { name: 'Language: English' });
  await opener.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitemradio', { name: 'English' })).toBeChecked();
  await look('menu');
  await page.keyboard.press('F');
  await expect(page.getByRole('menuitemradio', { name: 'Français' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
  await expect(page.getByRole('button', { name: 'Langue\u202f: Français' })).toBeFocused();
  await expect(page.getByRole('heading', { name: words('landing.title', 'fr') })).toBeVisible();
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 844 });
    await look(`landing ${width}`);
  }
  await choose(page, fixturePath('small.docker28-save.tar'));
  await settled(page, 'fr');
  await expect(page.getByRole('grid', { name: words('ladder.label', 'fr') })).toBeVisible();
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 844 });
    await look(`ladder ${width}`);
  }
  expect(found).toEqual([]);
  expect(complaints).toEqual([]);
});

test('language and direction are set before the first paint', async ({ page, site, complaints }) => {
  await page.route('**/assets/*.js', (route) => route.abort());
  await page.goto(`${site.url}#/ladder?lang=ary&theme=dark`);
  const html = page.locator('html');
  await expect(html).toHaveAttribute('lang', 'ary');
  await expect(html).toHaveAttribute('dir', 'rtl');
  await expect(html).toHaveAttribute('data-theme', 'dark');
  // The script that was held back.
  complaints.length = 0;
  await page.goto('about:blank');
  await page.goto(`${site.url}#/ladder?lang=fr`);
  await expect(html).toHaveAttribute('lang', 'fr');
  await expect(html).not.toHaveAttribute('dir', 'rtl');
  complaints.length = 0;
});

test('every board is there in Darija, with code left to right', async ({ page, site }) => {
  await page.goto(`${site.url}#/ladder?lang=ary`);
  await choose(page, fixturePath('small.docker28-save.tar'));
  await settled(page, 'ary');
  for (const board of ['manifests', 'layers', 'documents', 'members', 'integrity', 'ladder'] as const) {
    await boardTab(page, board, 'ary').click();
    await expect(boardTab(page, board, 'ary')).toHaveAttribute('aria-selected', 'true');
    const code = page.getByRole('tabpanel').locator('code').first();
    await expect(code).toBeVisible();
    const wrong = await page
      .getByRole('tabpanel')
      .locator('code')
      .evaluateAll((all) =>
        all.filter((each) => getComputedStyle(each).direction !== 'ltr').map((each) => each.textContent),
      );
    expect(wrong).toEqual([]);
  }
});
