import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type JSHandle, type Locator, type Page } from '@playwright/test';
import type { Board } from '../src/app/viewState';
import { ary } from '../src/i18n/ary';
import { en, type MessageId } from '../src/i18n/en';
import { fr } from '../src/i18n/fr';

export { samplePath } from '../src/core/testing/samples';

/** For the large files of some journeys, on a busy machine. */
const CHECKING_MILLISECONDS = 60_000;

export type Lang = 'en' | 'fr' | 'ary';

/** A message as it reads on screen while a tar is open, without its markup. For messages with values, see {@link pattern}. */
export function words(id: MessageId, lang: Lang = 'en'): string {
  const catalogue = { en, fr: { ...en, ...fr }, ary }[lang];
  return catalogue[id].replace('{here}', catalogue['here.tar']).replace(/<[^>]*>/g, '');
}

/** A message with any values in it. Plurals and selections are not resolved: match by the words around them. */
export function pattern(id: MessageId, lang: Lang = 'en'): RegExp {
  const literal = words(id, lang).split(/\{[^{}]*\}/);
  return new RegExp(literal.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*'));
}

/** Chooses a file with the page's own file input. */
export async function choose(page: Page, path: string): Promise<void> {
  await page.locator('input[type=file]').first().setInputFiles(path);
}

/** Drags a file from outside over the window and lets it go there. */
export async function drop(page: Page, path: string): Promise<void> {
  const transfer = await dragOver(page, path);
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
}

/** Drags files from outside over the window and holds them there. */
export async function dragOver(page: Page, ...paths: readonly string[]): Promise<JSHandle<DataTransfer>> {
  const files = paths.map((path) => [basename(path), readFileSync(path).toString('base64')] as const);
  const transfer = await page.evaluateHandle((all) => {
    const data = new DataTransfer();
    for (const [name, text] of all) {
      const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
      data.items.add(new File([bytes], name));
    }
    return data;
  }, files);
  await page.dispatchEvent('body', 'dragenter', { dataTransfer: transfer });
  await page.dispatchEvent('body', 'dragover', { dataTransfer: transfer });
  return transfer;
}

/** Turns the page to a language, by its menu. */
export async function speak(page: Page, name: string): Promise<void> {
  await page
    .locator('.display-settings')
    .getByRole('button', { name: /English|Français|الدارجة/ })
    .click();
  await page.getByRole('menuitemradio', { name }).click();
}

/** The way to a board. */
export function boardTab(page: Page, board: Board, lang: Lang = 'en'): Locator {
  return page.getByRole('tab', { name: words(`board.${board}`, lang), exact: true });
}

/** Waits until the page in English has all that it ever asks its host for: the network may rest long before that on a busy machine. */
export async function loaded(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: words('sample.hello-docker25.title') })).toBeEnabled();
  await page.waitForFunction(
    () => document.fonts.size > 0 && [...document.fonts].every(({ status }) => status === 'loaded'),
  );
}

/** Waits until an archive is open and nothing is being checked any more. */
export async function settled(page: Page, lang: Lang = 'en'): Promise<void> {
  await expect(boardTab(page, 'ladder', lang)).toBeVisible();
  const checking = page.getByRole('progressbar', { name: words('progress.checking', lang) });
  await expect(checking).toHaveCount(0, { timeout: CHECKING_MILLISECONDS });
}

/** The report that the page gives to download. */
export async function downloadedReport(page: Page): Promise<unknown> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: words('app.report') }).click();
  const download = await waiting;
  return JSON.parse(readFileSync(await download.path(), 'utf8'));
}

/** What axe finds wrong with the page, or what is inside `selector` (WCAG 2.2 A and AA), in a line each. */
export async function accessibilityProblems(page: Page, selector = 'html'): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .include(selector)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  );
}

/** How far the page can be scrolled sideways, in pixels. */
export async function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** The three columns. */
export function ladder(page: Page): Locator {
  return page.getByRole('grid', { name: words('ladder.label') });
}

/** A layer's row of the ladder; 1 is the base. */
export function layerRow(page: Page, number: number): Locator {
  const name = words('ladder.layer').replace('{n}', String(number));
  return ladder(page)
    .getByRole('row')
    .filter({ has: page.getByText(name, { exact: true }) });
}
