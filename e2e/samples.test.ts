import { SAMPLE_NAMES } from '../src/app/samples';
import { reportFile } from '../scripts/reportFile';
import { downloadedReport, ladder, samplePath, settled, words } from './app';
import { expect, test } from './site';

for (const name of SAMPLE_NAMES) {
  test(`the sample ${name} opens from the gallery and from a link`, async ({ page, site }) => {
    await page.goto(site.url);
    await page.getByRole('button', { name: words(`sample.${name}.title`) }).click();
    await settled(page);
    await expect(page).toHaveURL(new RegExp(`src=sample:${name}(&|$)`));
    const fromGallery = await downloadedReport(page);
    expect(fromGallery).toEqual(JSON.parse(JSON.stringify(await reportFile(samplePath(name)))));

    await page.goto('about:blank');
    await page.goto(`${site.url}#/ladder?src=sample:${name}`);
    await settled(page);
    expect(await downloadedReport(page)).toEqual(fromGallery);
  });
}

test('the changed byte is shown where it is', async ({ page, site }) => {
  await page.goto(`${site.url}#/ladder?src=sample:hello-flipped`);
  await settled(page);
  await expect(page.getByRole('alert').filter({ hasText: 'does not match its bytes' })).toHaveCount(1);
  await expect(ladder(page).getByRole('gridcell', { name: /name says d3b16e…, bytes say/ })).toHaveCount(2);
});

test('a link to a sample that does not exist opens the rest and says so', async ({ page, site }) => {
  await page.goto(`${site.url}#/ladder?src=sample:nothing&theme=dark`);
  await expect(page.getByText('src=sample:nothing')).toBeVisible();
  await expect(page.getByRole('heading', { name: words('landing.title') })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('back and forward go between samples and boards', async ({ page, site }) => {
  await page.goto(site.url);
  await page.getByRole('button', { name: words('sample.hello-oci.title') }).click();
  await settled(page);
  await page.getByRole('tab', { name: words('board.layers') }).click();
  await page.getByRole('tab', { name: words('board.members') }).click();
  await page.goBack();
  await expect(page.getByRole('tab', { name: words('board.layers') })).toHaveAttribute('aria-selected', 'true');
  await page.goBack();
  await page.goBack();
  await expect(page.getByRole('heading', { name: words('landing.title') })).toBeVisible();
  await page.goForward();
  await settled(page);
});
