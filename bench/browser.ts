import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from '../scripts/setup.mjs';
import { watchMemory, type Memory, type MemoryWatch } from './memory';

/** What the page did with one file, in seconds from the moment it was chosen. */
export interface PageRun {
  /** The ladder with its layers is painted. */
  readonly ladder: number;
  /** Every digest is compared and the page says that all match. */
  readonly verified: number;
  /** Longest task of the main thread, in milliseconds; 0 when none took 50 ms. */
  readonly longestTask: number;
}

export interface MemoryRun {
  /** The page before a file is chosen. */
  readonly idle: Memory;
  readonly peak: Memory;
}

const PROBE = fileURLToPath(new URL('probe.js', import.meta.url));
const PATIENCE = 600_000;

/** Opens a file in a fresh browser and waits until all of it is verified. */
export async function openInPage(url: string, file: string): Promise<PageRun> {
  const browser = await launch();
  try {
    return await openFile(browser, url, file);
  } finally {
    await browser.close();
  }
}

/** The same while looking at the memory of the browser's processes, which costs time: its seconds are not to be used. */
export async function memoryInPage(url: string, file: string): Promise<MemoryRun> {
  const browser = await launch();
  try {
    const watches: MemoryWatch[] = [];
    await openFile(browser, url, file, () => watches.push(watchMemory(process.pid)));
    const [watch] = watches;
    if (!watch) throw new Error('nothing was watched');
    return { idle: watch.first, peak: watch.stop() };
  } finally {
    await browser.close();
  }
}

/** The browser's name and version. */
export async function browserVersion(): Promise<string> {
  const browser = await launch();
  const version = browser.version();
  await browser.close();
  return `Chromium ${version}, headless`;
}

const SCREEN = { viewport: { width: 1280, height: 720 } };

function options(): { executablePath?: string; args: string[] } {
  const executablePath = findChromium();
  return { ...(executablePath ? { executablePath } : {}), args: CHROMIUM_FLAGS };
}

/** A browser as the benchmark uses it. */
export function launch(): Promise<Browser> {
  return chromium.launch(options());
}

/** The same with a profile on disk: without one a browser keeps in memory what it keeps. */
export function launchPersistent(profile: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, { ...options(), ...SCREEN });
}

async function openFile(browser: Browser, url: string, file: string, beforeOpening?: () => void): Promise<PageRun> {
  return openFileIn(await browser.newPage(SCREEN), url, file, beforeOpening);
}

/** Opens a file in a page that is new, and waits until all of it is verified. */
export async function openFileIn(page: Page, url: string, file: string, beforeOpening?: () => void): Promise<PageRun> {
  await page.addInitScript({ path: PROBE });
  await page.goto(url);
  const input = page.locator('input[type=file]').first();
  await input.waitFor({ state: 'attached' });
  beforeOpening?.();
  await input.setInputFiles(file);
  await page.waitForFunction(() => window.probe.verified > 0 && window.probe.ladder > 0, null, {
    polling: 200,
    timeout: PATIENCE,
  });
  const { chosen, ladder, verified, longestTask } = await page.evaluate(() => window.probe);
  return { ladder: (ladder - chosen) / 1000, verified: (verified - chosen) / 1000, longestTask };
}

/** What probe.js notes in the page. */
interface Probe {
  chosen: number;
  ladder: number;
  verified: number;
  longestTask: number;
}

declare global {
  interface Window {
    probe: Probe;
  }
}
