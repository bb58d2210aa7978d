import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { LANGS, PAPERS } from '../src/app/viewState';
import { CHROMIUM_FLAGS, ROOT, findChromium } from './setup.mjs';

/** When a PDF says that it was made: the same for the same sheets. */
const DATE = "D:20260101000000+00'00'";

/** Prints the sheets of the built page into `dist/handouts`, in each language, as PDF. False when there is no Chromium to print with. */
export async function printHandouts(): Promise<boolean> {
  const executablePath = findChromium();
  const folder = `${ROOT}dist/handouts/`;
  rmSync(folder, { recursive: true, force: true });
  if (!executablePath) return false;
  mkdirSync(folder);
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
  try {
    for (const lang of LANGS) {
      for (const paper of PAPERS) {
        const page = await browser.newPage();
        await page.goto(`${pathToFileURL(`${ROOT}dist/tabaqa.html`).href}#/?paper=${paper}&lang=${lang}`);
        await page.locator('.paper-side').first().waitFor();
        // Solutions are worked out over the samples.
        await page.locator('[aria-busy=true]').waitFor({ state: 'detached' });
        await page.evaluate(() => document.fonts.ready);
        const pdf = await page.pdf({ preferCSSPageSize: true });
        writeFileSync(`${folder}${paper}-${lang}.pdf`, dated(pdf));
        await page.close();
      }
    }
  } finally {
    await browser.close();
  }
  return true;
}

/** Dates of another length would move what the PDF's own table of places says. */
function dated(pdf: Buffer): Buffer {
  const text = pdf.toString('latin1').replace(/D:\d{14}\+00'00'/g, DATE);
  return Buffer.from(text, 'latin1');
}
