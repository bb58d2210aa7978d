import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { ExportTarget } from '../src/core/model/export';
import { launchPersistent, openFileIn } from './browser';
import { watchMemory, type Memory } from './memory';

/** Where a save goes: a file that was chosen (one of the browser's own storage: nobody can answer its question here), or a download. */
export const WAYS = ['file', 'download'] as const;
export type Way = (typeof WAYS)[number];

export interface SaveRun {
  readonly way: Way;
  /** Of the tar that is saved. */
  readonly bytes: number;
  /** From the click until the page says that it is saved, and of a download until the browser has it. */
  readonly seconds: number;
  /** Longest task of the main thread, in milliseconds; 0 when none took 50 ms. */
  readonly longestTask: number;
  /** Before the click, with everything open and verified. */
  readonly idle: Memory;
  readonly peak: Memory;
}

const PATIENCE = 600_000;
/** For what opening has left behind to be collected. */
const REST = 5_000;

/** Opens a file in a fresh browser that keeps its things on disk, waits until all of it is verified, and saves its image. */
export async function saveInPage(url: string, file: string, target: ExportTarget, way: Way): Promise<SaveRun> {
  const profile = mkdtempSync(join(tmpdir(), 'saving-'));
  const context = await launchPersistent(profile);
  try {
    const page = await context.newPage();
    await page.addInitScript({ content: CHOOSER[way] });
    await openFileIn(page, url, file);
    await page.waitForTimeout(REST);
    return await save(page, target, way);
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

async function save(page: Page, target: ExportTarget, way: Way): Promise<SaveRun> {
  await page.keyboard.press('ControlOrMeta+S');
  await page.locator(`input[value="${target}"]`).check();
  await page.locator('.save-foot button.primary:enabled').waitFor({ timeout: PATIENCE });
  await page.evaluate(() => (window.probe.longestTask = 0));
  const watch = watchMemory(process.pid);
  const start = performance.now();
  const downloading = way === 'download' ? page.waitForEvent('download', { timeout: PATIENCE }) : null;
  await page.keyboard.press('Enter');
  await page.locator('.save-result').waitFor({ timeout: PATIENCE });
  const path = await (await downloading)?.path();
  const seconds = (performance.now() - start) / 1000;
  const peak = watch.stop();
  const bytes = path && existsSync(path) ? statSync(path).size : await storedSize(page);
  if (path) rmSync(path);
  const { longestTask } = await page.evaluate(() => window.probe);
  return { way, bytes, seconds, longestTask, idle: watch.first, peak };
}

/** Runs in the page, as it is: functions get helpers of the compiler, which the page does not have. */
const CHOOSER: Readonly<Record<Way, string>> = {
  file: `window.showSaveFilePicker = async ({ suggestedName }) =>
    (await navigator.storage.getDirectory()).getFileHandle(suggestedName, { create: true });`,
  download: 'window.showSaveFilePicker = undefined;',
};

function storedSize(page: Page): Promise<number> {
  return page.evaluate<number>(`(async () => {
    let size = 0;
    for await (const file of (await navigator.storage.getDirectory()).values()) size += (await file.getFile()).size;
    return size;
  })()`);
}
