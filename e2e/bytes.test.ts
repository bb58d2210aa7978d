import { accessibilityProblems, samplePath, choose, settled, sidewaysScroll, words } from './app';
import { fixturePath } from '../src/core/testing/fixtures';
import { expect, test } from './site';

test('a member byte by byte: the checksum holds, a run is a link, the next member follows', async ({ page, site }) => {
  await page.goto(`${site.url}#/bytes?src=sample:hello-docker`);
  await settled(page);
  const runs = page.getByRole('grid', { name: words('bytes.runs') });
  const checksum = runs.getByRole('row', { name: new RegExp(`^${words('run.tar-checksum')}`) });
  await expect(checksum).toContainText(words('bytes.holds'));
  await checksum.click();
  await expect(page).toHaveURL(/byte=148/);
  await expect(page.getByText(words('run.tar-checksum.why'))).toBeVisible();
  await expect(page.locator('.hex-bytes [data-selected]')).toHaveCount(8);

  await page.locator('.hex-bytes [data-byte="124"]').click();
  await expect(page).toHaveURL(/byte=124/);
  await expect(page.getByText(words('run.tar-size.why'))).toBeVisible();

  await page.getByRole('button', { name: words('bytes.next') }).click();
  await expect(page.getByText('Member 2 of', { exact: false })).toBeVisible();
  await expect(runs.getByRole('row', { name: new RegExp(`^${words('run.tar-name')}`) })).toBeVisible();
});

test('from the archive board to the bytes of a gzip layer', async ({ page, site }) => {
  await page.goto(`${site.url}#/members`);
  await choose(page, fixturePath('small.skopeo-oci-archive.gzip.tar'));
  await settled(page);
  const members = page.getByRole('grid', { name: words('tables.members') });
  await members.locator('tr[data-index]').first().click();
  await page.keyboard.press('Home');
  await page.getByRole('button', { name: words('bytes.show'), exact: true }).click();
  const runs = page.getByRole('grid', { name: words('bytes.runs') });
  await expect(runs).toBeVisible();
  await page.goto(`${site.url}#/bytes?src=sample:hello-oci&byte=0`);
  await expect(runs).toBeVisible();
});

for (const lang of ['en', 'ary'] as const) {
  test(`it fits a phone and is accessible in ${lang}`, async ({ page, site }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${site.url}#/bytes?lang=${lang}&byte=0`);
    await choose(page, samplePath('hello-docker'));
    await settled(page, lang);
    await expect(page.getByText(words('run.tar-name.why', lang))).toBeVisible();
    expect(await sidewaysScroll(page)).toBe(0);
    expect(await accessibilityProblems(page)).toEqual([]);
  });
}
