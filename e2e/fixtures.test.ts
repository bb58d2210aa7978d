import { reportFile } from '../scripts/reportFile';
import { FIXTURES, fixturePath } from '../src/core/testing/fixtures';
import { choose, downloadedReport, settled, words } from './app';
import { expect, test } from './site';

for (const [name, expected] of Object.entries(FIXTURES)) {
  if ('error' in expected) {
    test(`${name} is answered with ${expected.error}`, async ({ page, site }) => {
      await page.goto(site.url);
      await choose(page, fixturePath(name));
      await expect(page.getByRole('alert').filter({ hasText: words(`error.${expected.error}.title`) })).toBeVisible();
    });
  } else {
    test(`${name} gives the same report here as under Node`, async ({ page, site }) => {
      await page.goto(site.url);
      await choose(page, fixturePath(name));
      await settled(page);
      const report = await downloadedReport(page);
      expect(report).toEqual(JSON.parse(JSON.stringify(await reportFile(fixturePath(name)))));
    });
  }
}
