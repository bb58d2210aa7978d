import { basename } from 'node:path';
import type { Page } from '@playwright/test';
import { reportFile } from '../../scripts/reportFile';
import type { Board } from '../../src/app/viewState';
import type { Outcome } from '../../src/core/testing/hostile/run';
import { choose, loaded, words } from '../app';
import type { Site } from '../site';
import { install, type Ending, type Labels } from './inPage';
import { processorTime } from './processorTime';

/** A file, and what is expected to come of it in the page. */
export interface Held {
  readonly path: string;
  /** To look at, beside the ladder. */
  readonly boards: readonly Board[];
  readonly expected: Outcome;
  /** Most processor time that it may take until it is refused or checked, in milliseconds. */
  readonly time: number;
}

/** Something that is not as expected. */
export interface Difference {
  readonly what: 'end' | 'refusal' | 'oddities' | 'processor time' | 'longest task' | 'report';
  readonly expected: unknown;
  readonly seen: unknown;
}

/** What keeps the page busy longer hangs. */
const HANG_MILLISECONDS = 10_000;
/** On the clock, and for looking at it and its report as well: of ten thousand images that has 140 MB. */
const NO_END_MILLISECONDS = 180_000;

const LABELS: Labels = {
  home: words('app.home'),
  landing: words('landing.title'),
  working: words('integrity.working'),
};

/** Opens the page, and collects what it does from then on that reaches out of it. */
export async function watch(page: Page, site: Site): Promise<string[]> {
  const elsewhere: string[] = [];
  await page.addInitScript(install);
  await page.goto(site.url, { waitUntil: 'networkidle' });
  await loaded(page);
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

/** Opens a file in a watched page, and gives what does not come as expected. The page is then where it began. */
export async function differences(page: Page, site: Site, held: Held): Promise<Difference[]> {
  const { path, boards, expected, time } = held;
  const ending = await inTime(open(page, path, boards), NO_END_MILLISECONDS);
  if (!ending) {
    await page.goto(site.url, { waitUntil: 'networkidle' });
    return [{ what: 'end', expected: 'an end', seen: 'no end' }];
  }
  const { refused, report, milliseconds, longestTask, odd } = ending;
  const found: Difference[] = [];
  const title = 'error' in expected ? words(`error.${expected.error}.title`) : null;
  if (refused !== title) found.push({ what: 'refusal', expected: title, seen: refused });
  if (odd.length > 0) found.push({ what: 'oddities', expected: [], seen: odd });
  if (milliseconds >= time) found.push({ what: 'processor time', expected: time, seen: milliseconds });
  if (longestTask >= HANG_MILLISECONDS) {
    found.push({ what: 'longest task', expected: HANG_MILLISECONDS, seen: longestTask });
  }
  if (report !== null && 'report' in expected && report !== expected.report) found.push(await reports(page, path));
  return found;
}

/** Both reports, so that it shows where they differ. */
async function reports(page: Page, path: string): Promise<Difference> {
  const seen: unknown = JSON.parse(await page.evaluate(() => window.hostile.lastReport()));
  return { what: 'report', expected: JSON.parse(JSON.stringify(await reportFile(path))), seen };
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
