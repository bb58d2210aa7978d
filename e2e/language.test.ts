import { boardTab, choose, settled, words } from './app';
import { fixturePath } from '../src/core/testing/fixtures';
import { expect, test } from './site';

test('the whole page turns to Darija and back, and remembers', async ({ page, site }) => {
  const html = page.locator('html');
  await page.goto(site.url);
  await expect(html).toHaveAttribute('lang', 'en');
  await page.getByRole('button', { name: 'الدارجة' }).click();
  await expect(html).toHaveAttribute('lang', 'ary');
  await expect(html).toHaveAttribute('dir', 'rtl');
  await expect(page.getByRole('heading', { name: words('landing.title', 'ary') })).toBeVisible();

  await page.goto('about:blank');
  await page.goto(site.url);
  await expect(html).toHaveAttribute('lang', 'ary');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(html).toHaveAttribute('dir', 'ltr');
  await expect(page.getByRole('heading', { name: words('landing.title') })).toBeVisible();
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
