import { fixturePath } from '../src/core/testing/fixtures';
import { accessibilityProblems, boardTab, choose, settled, sidewaysScroll, words } from './app';
import { expect, test } from './site';

test('what cosign attached is shown with its image, and not without', async ({ page, site }) => {
  await page.goto(site.url);
  await choose(page, fixturePath('small.cosign-tags-oci-dir.gnutar.tar'));
  await settled(page);
  await boardTab(page, 'attached').click();
  const list = page.getByRole('navigation', { name: words('attached.list') });
  await expect(list.getByRole('heading')).toContainText(words('attached.aboutThis'));
  await expect(list.getByRole('button')).toHaveCount(3);
  await page.screenshot({ path: '/tmp/att1.png' });
  await list.getByRole('button', { name: words('artifact.cosign-sbom') }).click();
  await expect(page.getByRole('article')).toContainText(words('verdict.matches'));
  await page.screenshot({ path: '/tmp/att2.png' });
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.goto('about:blank');
  await page.goto(`${site.url}#/attached?lang=ary`);
  await choose(page, fixturePath('small-referrers.oras-backup.tar'));
  await settled(page, 'ary');
  await page.screenshot({ path: '/tmp/att3.png' });
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(await sidewaysScroll(page)).toBe(0);
});
