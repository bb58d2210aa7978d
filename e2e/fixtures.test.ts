import { reportFile } from '../scripts/reportFile';
import { FIXTURES, fixturePath } from '../src/core/testing/fixtures';
import { choose, downloadedReport, settled, words } from './app';
import { expect, test } from './site';

/** Fixtures that one page opens after each other, as a user's page does: a page of its own for each would take twice as long. */
const A_PAGE = 7;

const names = Object.keys(FIXTURES);
for (let first = 0; first < names.length; first += A_PAGE) {
  const some = names.slice(first, first + A_PAGE);
  test(`fixtures ${first + 1} to ${first + some.length} are the same here as under Node`, async ({ page, site }) => {
    test.slow();
    await page.goto(site.url);
    for (const name of some) {
      await test.step(name, async () => {
        await choose(page, fixturePath(name));
        const expected = FIXTURES[name];
        if (expected && 'error' in expected) {
          const title = words(`error.${expected.error}.title`);
          await expect(page.getByRole('alert').filter({ hasText: title }), name).toBeVisible();
        } else {
          await settled(page);
          const report = await downloadedReport(page);
          expect(report, name).toEqual(JSON.parse(JSON.stringify(await reportFile(fixturePath(name)))));
        }
        await page.getByRole('button', { name: words('app.home') }).click();
        await expect(page.getByRole('heading', { name: words('landing.title') })).toBeVisible();
      });
    }
  });
}
