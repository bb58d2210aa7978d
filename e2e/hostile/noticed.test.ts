import { writeFileSync } from 'node:fs';
import { runHostileCase, type Outcome } from '../../src/core/testing/hostile/run';
import { samplePath } from '../app';
import { expect, test } from '../site';
import { differences, watch } from './holds';

/*
 * That what the hostile set is held to can fail: files that are opened as they should be, held to something else.
 */

test('what does not come as expected of a file is noticed', async ({ page, site }, info) => {
  const image = samplePath('hello-oci');
  const empty = info.outputPath('empty.tar');
  writeFileSync(empty, '');
  const outcome = async (path: string): Promise<Outcome> => (await runHostileCase(path)).outcome;
  const [ofImage, ofEmpty] = [await outcome(image), await outcome(empty)];
  expect([ofImage, ofEmpty]).toEqual([{ report: expect.any(String) }, { error: 'empty-file' }]);
  const elsewhere = await watch(page, site);
  const noticed = async (path: string, expected: Outcome, time = Infinity): Promise<string[]> =>
    (await differences(page, site, { path, boards: ['integrity'], expected, time })).map(({ what }) => what);

  expect(await noticed(image, ofImage)).toEqual([]);
  expect(await noticed(empty, ofEmpty)).toEqual([]);
  expect(await noticed(image, ofEmpty)).toEqual(['refusal']);
  expect(await noticed(empty, ofImage)).toEqual(['refusal']);
  expect(await noticed(empty, { error: 'not-a-tar' })).toEqual(['refusal']);
  expect(await noticed(image, { report: '0'.repeat(64) })).toEqual(['report']);
  expect(await noticed(image, ofImage, 0)).toEqual(['processor time']);
  expect(elsewhere).toEqual([]);

  await page.evaluate(() => {
    window.__pwned = true;
    document.body.append(document.createElement('iframe'));
  });
  expect(await noticed(image, ofImage)).toEqual(['oddities']);
  await page.evaluate(() => alert('me'));
  expect(elsewhere).toEqual(['asked me']);
});
