/**
 * `npm run pictures`: draws what is committed as a picture, with Chromium: the icons, out of `public/icon.svg`, and the card that a link to the page is
 * shown as, out of the page itself.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { chromium, type Browser, type Page } from '@playwright/test';
import { indexedPng } from './indexedPng';
import { serve } from './serve.mjs';
import { CHROMIUM_FLAGS, ROOT, buildWhenStale, findChromium } from './setup.mjs';

const CARD = { width: 1200, height: 630 };
const BOARD_WIDTH = 1_300;
/** How much of a maskable icon every shape shows: a circle of four fifths. */
const SAFE = 0.6;

const icon = readFileSync(`${ROOT}public/icon.svg`, 'utf8');
const executablePath = findChromium();
if (!executablePath) throw new Error('there is no Chromium');
if (!buildWhenStale()) process.exit(1);
const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
try {
  for (const size of [192, 512]) await draw(browser, `icon-${size}.png`, size, picture('100%', 'none'));
  await draw(browser, 'icon-maskable-512.png', 512, picture(`${SAFE * 100}%`, '#0f4c5c'));
  writeFileSync(`${ROOT}public/og.png`, await card(browser));
} finally {
  await browser.close();
}

/** The icon in the middle of a square. */
function picture(size: string, background: string): string {
  const data = Buffer.from(icon).toString('base64');
  return `<style>html,body{margin:0;height:100%;background:${background}}body{display:grid;place-items:center}img{width:${size}}</style>
    <img src="data:image/svg+xml;base64,${data}">`;
}

async function draw(on: Browser, name: string, size: number, html: string): Promise<void> {
  const page = await on.newPage({ viewport: { width: size, height: size } });
  await page.setContent(html);
  await page.screenshot({ path: `${ROOT}public/${name}`, omitBackground: true });
  await page.close();
}

/** The name, and below it the columns of a sample as the page draws them. */
async function card(on: Browser): Promise<Buffer> {
  const site = await serve(`${ROOT}dist`, { port: 0 });
  const page = await on.newPage({
    viewport: { width: BOARD_WIDTH, height: 1_000 },
    deviceScaleFactor: (CARD.width - 40) / BOARD_WIDTH,
  });
  await page.goto(`${site.url}#/ladder?src=sample:hello-docker25&lang=en&theme=light&mode=embed`);
  await page.getByRole('grid').waitFor();
  await page.waitForTimeout(1_500);
  const board = (await page.getByRole('grid').screenshot()).toString('base64');
  const data = Buffer.from(icon).toString('base64');
  await page.close();
  await site.close();
  const sheet = await on.newPage({ viewport: CARD });
  await sheet.setContent(`<style>
      body { margin: 0; padding: 28px 20px 0; background: #fff; font-family: system-ui, sans-serif; color: #15181c; overflow: hidden }
      header { display: flex; align-items: center; gap: 24px; margin: 0 12px 26px }
      h1 { margin: 0; font-size: 50px; line-height: 1.15 } p { margin: 4px 0 0; font-size: 27px; color: #565c64 }
      header img { width: 104px }
    </style>
    <header><img src="data:image/svg+xml;base64,${data}"><div><h1>Tabaqa <span lang="ar">طبقة</span></h1>
    <p>See what a container image really is. Nothing is uploaded.</p></div></header>
    <img src="data:image/png;base64,${board}">`);
  const picture = indexedPng(await pixelsOf(sheet, await sheet.screenshot()), CARD.width);
  await sheet.close();
  return picture;
}

/** The pixels of a picture, in RGBA. */
async function pixelsOf(page: Page, picture: Buffer): Promise<Uint8Array> {
  const read = async (source: string): Promise<string> => {
    const image = new Image();
    image.src = source;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    return Array.from(data, (value) => String.fromCharCode(value)).join('');
  };
  return Buffer.from(await page.evaluate(read, `data:image/png;base64,${picture.toString('base64')}`), 'latin1');
}
