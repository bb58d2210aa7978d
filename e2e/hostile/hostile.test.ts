import { basename, join } from 'node:path';
import type { Page } from '@playwright/test';
import { reportFile } from '../../scripts/reportFile';
import type { Board } from '../../src/app/viewState';
import { keptOutcomes } from '../../src/core/testing/hostile/outcomes';
import { runHostileCase, type Outcome } from '../../src/core/testing/hostile/run';
import { canMakeHostileSet, caseId, makeHostileSet, type HostileCase } from '../../src/core/testing/hostile/set';
import { choose, words } from '../app';
import { expect, test, type Site } from '../site';
import { install, type Ending, type Labels } from './inPage';
import { processorTime } from './processorTime';

/*
 * Every case of the generated set, opened in the built page: what comes of it is what comes of it under Node, where the table of what must
 * come is held (`src/core/archive/hostile.test.ts`), and nothing else happens. Memory is held there too: a page cannot tell that of a worker.
 */

/** As many tests, so that those who run them share the work. Cases that take long stand together in the set: each goes to another test. */
const SHARES = 6;
/** The set's limits are for a machine that has nothing else to do. Here two pages have one, each with threads that add up. */
const AT_ONCE = 2;
/** What takes longer hangs. */
const HANG_MILLISECONDS = 10_000;
/** On the clock, and for looking at it and its report as well: of ten thousand images that has 140 MB. */
const NO_END_MILLISECONDS = 180_000;

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

const LABELS: Labels = {
  home: words('app.home'),
  landing: words('landing.title'),
  working: words('integrity.working'),
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
      for (const each of set.cases.filter((_, i) => i % SHARES === share)) {
        const path = join(set.folder, each.file);
        const expected = kept.get(caseId(each)) ?? (await runHostileCase(path)).outcome;
        const time = Math.max((each.limits.time_ms ?? set.limits.time_ms) * AT_ONCE, HANG_MILLISECONDS);
        await holds(page, { each, path, expected, time, site });
        expect.soft(elsewhere.splice(0), caseId(each)).toEqual([]);
      }
      expect(site.requests).toEqual([]);
    });
  }
});

/** Opens the page, and collects what it does from then on that reaches out of it. */
async function watch(page: Page, site: Site): Promise<string[]> {
  const elsewhere: string[] = [];
  await page.addInitScript(install);
  await page.goto(site.url, { waitUntil: 'networkidle' });
  site.forget();
  page.on('request', (request) => {
    if (/^(?:https?|wss?|file):/.test(request.url())) elsewhere.push(`asked for ${request.url()}`);
  });
  page.on('popup', (popup) => elsewhere.push(`opened ${popup.url()}`));
  page.on('download', (download) => elsewhere.push(`saved ${download.suggestedFilename()}`));
  page.on('dialog', (dialog) => {
    elsewhere.push(`asked ${dialog.message()}`);
    void dialog.dismiss();
  });
  return elsewhere;
}

interface Held {
  readonly each: HostileCase;
  readonly path: string;
  readonly expected: Outcome;
  /** Most processor time that it may take until it is refused or checked, in milliseconds. */
  readonly time: number;
  readonly site: Site;
}

/** Holds one case to what is expected of it; what does not hold is told, and the next case begins anew. */
async function holds(page: Page, { each, path, expected, time, site }: Held): Promise<void> {
  const id = caseId(each);
  const ending = await inTime(open(page, path, BOARDS[each.class] ?? []), NO_END_MILLISECONDS);
  if (!ending) {
    expect.soft('no end', id).toBe('an end');
    await page.goto(site.url, { waitUntil: 'networkidle' });
    return;
  }
  const { refused, report, milliseconds, longestTask, odd } = ending;
  const title = 'error' in expected ? words(`error.${expected.error}.title`) : null;
  expect.soft(refused, id).toBe(title);
  expect.soft(odd, id).toEqual([]);
  expect.soft(milliseconds, `${id}: processor time`).toBeLessThan(time);
  expect.soft(longestTask, `${id}: longest task`).toBeLessThan(HANG_MILLISECONDS);
  if (report !== null && 'report' in expected && report !== expected.report) {
    const text: unknown = JSON.parse(await page.evaluate(() => window.hostile.lastReport()));
    expect.soft(text, id).toEqual(JSON.parse(JSON.stringify(await reportFile(path))));
  }
}

interface Opened extends Ending {
  /** Title of the screen that says why there is nothing to show; null when there is something. */
  readonly refused: string | null;
  /** Processor time until everything was checked, or it was refused. */
  readonly milliseconds: number;
}

async function open(page: Page, path: string, boards: readonly Board[]): Promise<Opened> {
  const spent = await processorTime(page);
  await choose(page, path);
  const refused = await page.evaluate(() => window.hostile.checked());
  const milliseconds = await spent();
  const title = words('app.titleOpen').replace('{name}', basename(path));
  const ending = await page.evaluate(([labels, name, places]) => window.hostile.finish(labels, name, places), [
    LABELS,
    title,
    boards,
  ] as const);
  return { ...ending, refused, milliseconds };
}

function inTime<T>(work: Promise<T>, milliseconds: number): Promise<T | null> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(null), milliseconds);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
