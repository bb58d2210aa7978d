/**
 * `npm run screenshots -- [FOLDER [PART…]]`: every view of the built page in both directions of writing, both themes and two sizes, to look at; and
 * sheets with four pictures each. With parts of names, those views alone.
 */
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { EXERCISES } from '../src/app/exercises';
import { fillText } from '../src/app/exercises/fill';
import { serveOnFreePort } from './serve.mjs';
import { CHROMIUM_FLAGS, ROOT, TRUE_WIDTHS, buildWhenStale, findChromium } from './setup.mjs';

interface View {
  readonly name: string;
  /** What stands after `#/` in the address. */
  readonly hash: string;
  /** A file to open, from the project's folder. */
  readonly file?: string;
  /** Pressed when all is there, one after the other. */
  readonly keys?: readonly string[];
}

const SIZES = [
  { width: 1280, height: 720 },
  { width: 390, height: 844 },
] as const;
const LANGS = ['en', 'ary'] as const;
const THEMES = ['light', 'dark'] as const;
/** Longer pages are cut, so that sheets can still be read. */
const MOST_HEIGHT = 2_600;
/** The same each time where it can be: links are in the pictures. */
const PORT = 4_190;
/** How long the page has to be as it is. */
const QUIET_MILLISECONDS = 400;
const LONGEST_MILLISECONDS = 60_000;

const DOCKER = 'src=sample:hello-docker25';
const ATTESTED = 'fixtures/multiarch.buildx-oci-attest.tar';

const VIEWS: readonly View[] = [
  { name: 'landing', hash: 'ladder' },
  { name: 'error', hash: 'ladder', file: 'public/icon-192.png' },
  { name: 'ladder', hash: `ladder?${DOCKER}` },
  { name: 'ladder-pinned', hash: `ladder?${DOCKER}&sel=layer:2` },
  { name: 'ladder-flipped', hash: 'ladder?src=sample:hello-flipped' },
  { name: 'ladder-platforms', hash: 'ladder', file: ATTESTED },
  { name: 'layouts', hash: `layouts?${DOCKER}&sel=config` },
  { name: 'layouts-tar', hash: `layouts?${DOCKER}&order=tar` },
  { name: 'manifests', hash: `manifests?${DOCKER}` },
  { name: 'manifests-names', hash: `manifests?${DOCKER}&diff=names` },
  { name: 'config', hash: `config?${DOCKER}` },
  { name: 'config-history', hash: `config?${DOCKER}&config=history` },
  { name: 'config-dockerfile', hash: `config?${DOCKER}&config=dockerfile` },
  { name: 'layers', hash: `layers?${DOCKER}` },
  { name: 'files', hash: `files?${DOCKER}&path=etc/motd` },
  { name: 'files-look', hash: `files?${DOCKER}&scope=upto&sel=layer:4&path=etc/motd&look=3` },
  { name: 'files-map', hash: `files?${DOCKER}&shape=map` },
  { name: 'files-waste', hash: `files?${DOCKER}&shape=waste` },
  { name: 'search', hash: `files?${DOCKER}&shape=list&find=etc`, keys: ['/'] },
  { name: 'documents', hash: `documents?${DOCKER}` },
  { name: 'members', hash: `members?${DOCKER}` },
  { name: 'attached', hash: 'attached', file: ATTESTED },
  { name: 'integrity', hash: 'integrity?src=sample:hello-flipped' },
  { name: 'bytes', hash: `bytes?${DOCKER}&byte=1148` },
  { name: 'packages', hash: `packages?${DOCKER}` },
  { name: 'packages-sensitive', hash: `packages?${DOCKER}&inventory=sensitive` },
  { name: 'compare', hash: 'compare?src=sample:hello-docker&vs=sample:hello-oci-zstd' },
  { name: 'compare-choose', hash: `compare?${DOCKER}` },
  { name: 'tamper', hash: `tamper?${DOCKER}` },
  { name: 'tamper-flipped', hash: `tamper?${DOCKER}&flip=inside:2@600^01` },
  { name: 'share', hash: `ladder?${DOCKER}`, keys: ['u'] },
  { name: 'save', hash: `ladder?${DOCKER}`, keys: ['Control+s'] },
  { name: 'help', hash: `ladder?${DOCKER}`, keys: ['?'] },
  ...chapters(),
  ...exercises(),
];

const [out = 'screenshots', ...parts] = process.argv.slice(2);
const folder = resolve(out);
const executablePath = findChromium();
if (!executablePath) throw new Error('there is no Chromium');
if (!buildWhenStale()) process.exit(1);
mkdirSync(`${folder}/sheets`, { recursive: true });
const views = VIEWS.filter(({ name }) => parts.length === 0 || parts.some((part) => name.includes(part)));
const site = await serveOnFreePort(`${ROOT}dist`, { port: PORT });
const browser = await chromium.launch({
  executablePath,
  args: [...CHROMIUM_FLAGS, TRUE_WIDTHS],
});
try {
  const made = await Promise.all(SIZES.map((size) => takeAll(browser, size)));
  console.log(`${made.reduce((sum, count) => sum + count, 0)} pictures in ${folder}`);
} finally {
  await browser.close();
  await site.close();
}

/** Each step of each chapter, in the state that it asks for. */
function chapters(): View[] {
  return texts('lessons').flatMap(({ number, text }) =>
    [...text.matchAll(/^state: (.+)$/gm)].map(([, state = ''], index) => ({
      name: `chapter-${number}-${index + 1}`,
      hash: withQuery(state, `lesson=${Number(number)}&step=${index + 1}`),
    })),
  );
}

function exercises(): View[] {
  return texts('exercises').map(({ number, text }) => {
    const [, state = ''] = /^state: (.+)$/m.exec(text) ?? [];
    const filled = fillText(state, EXERCISES[Number(number) - 1]?.setting(0) ?? {});
    return { name: `exercise-${number}`, hash: withQuery(filled, `exercise=${Number(number)}`) };
  });
}

function texts(kind: 'lessons' | 'exercises'): { number: string; text: string }[] {
  const english = `${ROOT}src/${kind}/en`;
  return readdirSync(english)
    .toSorted()
    .map((name) => ({ number: name.slice(0, 2), text: readFileSync(`${english}/${name}`, 'utf8') }));
}

function withQuery(state: string, more: string): string {
  return `${state}${state.includes('?') ? '&' : '?'}${more}`;
}

/** Every view in one size, and a sheet of each; how many pictures that is. */
async function takeAll(on: Browser, size: (typeof SIZES)[number]): Promise<number> {
  const context = await on.newContext({ viewport: size, reducedMotion: 'reduce', serviceWorkers: 'block' });
  // What was done in one view is not remembered in the next.
  await context.addInitScript(() => localStorage.clear());
  const page = await context.newPage();
  const table = await on.newPage({ viewport: { width: 1_940, height: 100 } });
  for (const view of views) {
    const pictures: Buffer[] = [];
    for (const theme of THEMES) {
      for (const lang of LANGS) {
        const picture = await take(page, view, `lang=${lang}&theme=${theme}`);
        writeFileSync(`${folder}/${view.name}-${size.width}-${lang}-${theme}.png`, picture);
        pictures.push(picture);
      }
    }
    writeFileSync(`${folder}/sheets/${view.name}-${size.width}.png`, await sheet(table, pictures, size.width));
  }
  return views.length * THEMES.length * LANGS.length;
}

async function take(page: Page, { hash, file, keys = [] }: View, look: string): Promise<Buffer> {
  // Another fragment alone would not load the page anew.
  await page.goto('about:blank');
  await page.goto(`${site.url}#/${withQuery(hash, look)}`, { waitUntil: 'networkidle' });
  if (file !== undefined) await page.locator('input[type=file]').first().setInputFiles(`${ROOT}${file}`);
  await settled(page);
  for (const key of keys) {
    await page.keyboard.press(key);
    await settled(page);
  }
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  return page.screenshot({
    fullPage: true,
    animations: 'disabled',
    clip: { x: 0, y: 0, width: page.viewportSize()?.width ?? 0, height: Math.min(height, MOST_HEIGHT) },
  });
}

/** Waits until fonts are there, nothing is being read or measured, and nothing moves any more. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(
    async ({ quiet, longest }) => {
      await document.fonts.ready;
      const end = performance.now() + longest;
      let since = performance.now();
      const watch = new MutationObserver(() => (since = performance.now()));
      watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      while (performance.now() - since < quiet && performance.now() < end) {
        await new Promise((done) => setTimeout(done, quiet / 8));
        if (document.querySelector('progress, [role=progressbar]')) since = performance.now();
      }
      watch.disconnect();
    },
    { quiet: QUIET_MILLISECONDS, longest: LONGEST_MILLISECONDS },
  );
}

/** Four pictures as one: two by two on a wide screen's, in a row of a phone's. */
async function sheet(page: Page, pictures: readonly Buffer[], width: number): Promise<Buffer> {
  const columns = width > 700 ? 2 : 4;
  const images = pictures.map((picture) => `<img src="data:image/png;base64,${picture.toString('base64')}">`);
  await page.setContent(`<style>
      body { display: grid; grid-template-columns: repeat(${columns}, auto); gap: 8px; align-items: start; margin: 8px; background: #888 }
      img { max-width: 100% }
    </style>${images.join('')}`);
  return page.screenshot({ fullPage: true });
}
