import { join } from 'node:path';
import type { Board } from '../../src/app/viewState';
import { keptOutcomes } from '../../src/core/testing/hostile/outcomes';
import { runHostileCase } from '../../src/core/testing/hostile/run';
import { canMakeHostileSet, caseId, makeHostileSet } from '../../src/core/testing/hostile/set';
import { expect, test } from '../site';
import { differences, watch } from './holds';

/*
 * Cases of the generated set, opened in the built page: what comes of it is what comes of it under Node, where the table of what must
 * come is held (`src/core/archive/hostile.test.ts`), and nothing else happens. Memory is held there too: a page cannot tell that of a worker.
 */

/** One of so many, each time the same ones: under Node all are run each time, and a page has the same engine. `TABAQA_WHOLE=1` opens all of them. */
const EVERY = process.env['TABAQA_WHOLE'] ? 1 : 3;
/** As many tests, so that those who run them share the work. Cases that take long stand together in the set: each goes to another test. */
const SHARES = EVERY === 1 ? 8 : 4;
/** The set's limits are for a machine that has nothing else to do. Here two pages have one, each with threads that add up. */
const AT_ONCE = 2;
/** Files of which the set wants less may take as much: only what takes longer hangs. */
const LEAST_MILLISECONDS = 10_000;

/** Where what is odd about the cases of a class is shown, beside the ladder. All boards for all cases would take as long again as the rest. */
const BOARDS: Readonly<Record<string, readonly Board[]>> = {
  good: ['layers', 'documents', 'members', 'attached', 'integrity'],
  truncation: ['members'],
  header: ['members'],
  pax: ['members'],
  names: ['members'],
  links: ['members'],
  compression: ['layers'],
  bombs: ['layers'],
  digests: ['documents', 'integrity'],
  index: ['documents', 'attached', 'integrity'],
  json: ['layers', 'documents', 'integrity'],
  'not-image': ['members'],
  whiteouts: ['layers'],
  preview: ['layers', 'documents', 'members', 'integrity'],
};

// Wide enough for three columns; nobody looks at what is painted.
test.use({ viewport: { width: 1280, height: 400 }, contextOptions: { reducedMotion: 'reduce' } });

test.describe('the generated hostile set', () => {
  test.skip(!canMakeHostileSet, 'the set cannot be made here');
  for (let share = 0; share < SHARES; share++) {
    test(`share ${share + 1} of ${SHARES} ends in the page as under Node, and does nothing else`, async ({
      page,
      site,
    }) => {
      test.setTimeout(15 * 60_000);
      const set = makeHostileSet();
      const kept = keptOutcomes(set);
      const elsewhere = await watch(page, site);
      const some = set.cases.filter((_, i) => i % EVERY === 0);
      for (const each of some.filter((_, i) => i % SHARES === share)) {
        const path = join(set.folder, each.file);
        const expected = kept.get(caseId(each)) ?? (await runHostileCase(path)).outcome;
        const time = Math.max((each.limits.time_ms ?? set.limits.time_ms) * AT_ONCE, LEAST_MILLISECONDS);
        const held = { path, boards: BOARDS[each.class] ?? [], expected, time };
        expect.soft(await differences(page, site, held), caseId(each)).toEqual([]);
        expect.soft(elsewhere.splice(0), caseId(each)).toEqual([]);
      }
      expect(site.requests).toEqual([]);
    });
  }
});
