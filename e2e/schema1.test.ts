import { fixturePath } from '../src/core/testing/fixtures';
import { accessibilityProblems, boardTab, choose, settled, words } from './app';
import { expect, test } from './site';

for (const lang of ['en', 'ary'] as const) {
  test(`${lang}: a schema 1 manifest shows what its signature proves, and leads to what each step says`, async ({
    page,
    site,
  }) => {
    test.slow();
    await page.goto(`${site.url}#/ladder?lang=${lang}`);
    await choose(page, fixturePath('small.skopeo-dir-v2s1.tar'));
    await settled(page, lang);
    await boardTab(page, 'documents', lang).click();
    await page.getByRole('button', { name: words('document.schema1-manifest', lang) }).click();
    const card = page.getByRole('region', { name: words('signature.title', lang) });
    await expect(card).toContainText(words('signature.valid', lang));
    await expect(card).toContainText(words('signature.provesNotWords', lang));
    await card.locator('summary').click();
    await expect(card.getByRole('row')).toHaveCount(20);
    await expect(card.getByText(words('ladder.v1Id.schema1', lang))).toHaveCount(18);
    expect(await accessibilityProblems(page)).toEqual([]);
    await card.getByRole('row').nth(1).getByRole('link').click();
    await expect(page.getByRole('heading', { level: 2, name: /v1Compatibility/ })).toBeVisible();
  });
}
