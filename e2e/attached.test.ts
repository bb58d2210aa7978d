import { fixturePath } from '../src/core/testing/fixtures';
import { accessibilityProblems, boardTab, choose, settled, sidewaysScroll, words } from './app';
import { expect, test } from './site';

test('what cosign attached is shown with its image, opened, and as text', async ({ page, site }) => {
  await page.goto(site.url);
  await choose(page, fixturePath('small.cosign-tags-oci-dir.gnutar.tar'));
  await settled(page);
  await boardTab(page, 'attached').click();
  const list = page.getByRole('navigation', { name: words('attached.list') });
  await expect(list.getByRole('heading')).toContainText(words('attached.aboutThis'));
  await expect(list.getByRole('button')).toHaveCount(3);
  const shown = page.getByRole('article');
  await expect(shown).toContainText(words('artifact.cosign-signature.why'));
  await expect(shown).toContainText(words('meant.matches'));

  await list.getByRole('button').first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(shown).toContainText('https://cyclonedx.org/bom');
  await expect(shown).toContainText('2.1.3');
  expect(await accessibilityProblems(page)).toEqual([]);

  await shown.getByRole('button', { name: words('attached.openPayload') }).click();
  await expect(page.getByRole('article')).toContainText(words('recipe.envelope-payload'));
  await expect(page.getByRole('article')).toContainText('predicateType');
  await page.goBack();
  await expect(shown).toContainText('https://cyclonedx.org/bom');
});

test('on a phone the ways to all boards are in one line, and the chosen one is in sight', async ({ page, site }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${site.url}#/integrity`);
  await choose(page, fixturePath('artifact.oras-backup.tar'));
  await settled(page);
  await expect(page.getByText(/1 artifact, no image/)).toBeVisible();
  await expect(boardTab(page, 'integrity')).toHaveAttribute('aria-selected', 'true');
  await expect(boardTab(page, 'integrity')).toBeInViewport({ ratio: 1 });
  const heights = await page.getByRole('tab').evaluateAll((tabs) => tabs.map((tab) => tab.clientHeight));
  expect(new Set(heights).size).toBe(1);
  expect(Math.max(...heights)).toBeLessThan(50);
  expect(await sidewaysScroll(page)).toBe(0);
  expect(await accessibilityProblems(page)).toEqual([]);
});

test('in Darija, and with nothing beside the image', async ({ page, site }) => {
  await page.goto(`${site.url}#/attached?lang=ary`);
  await choose(page, fixturePath('small.buildx-oci-attest.tar'));
  await settled(page, 'ary');
  await expect(page.getByRole('article')).toContainText(words('meant.matches', 'ary'));
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(await sidewaysScroll(page)).toBe(0);
  await page.goto(`${site.url}#/ladder?lang=en&src=sample:hello-oci`);
  await settled(page);
  await expect(boardTab(page, 'attached')).toHaveCount(0);
});
