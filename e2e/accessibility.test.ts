import type { Page } from '@playwright/test';
import { fixturePath } from '../src/core/testing/fixtures';
import { accessibilityProblems, boardTab, choose, settled, sidewaysScroll, words, type Lang } from './app';
import { expect, test } from './site';

const PHONE = { width: 390, height: 844 };
const BOARDS = [
  'ladder',
  'layouts',
  'manifests',
  'config',
  'layers',
  'files',
  'documents',
  'members',
  'integrity',
] as const;

/** Each language, theme and size once; every board has journeys of its own for the others. */
const LOOKS = [
  ['en', 'light', 'desktop'],
  ['ary', 'dark', 'phone'],
] as const satisfies readonly (readonly [Lang, 'light' | 'dark', 'desktop' | 'phone'])[];

for (const [lang, theme, size] of LOOKS) {
  test(`every screen is accessible: ${lang}, ${theme}, ${size}`, async ({ page, site, complaints }) => {
    test.slow();
    if (size === 'phone') await page.setViewportSize(PHONE);
    const found: string[] = [];
    const look = async (screen: string): Promise<void> => {
      for (const problem of await accessibilityProblems(page)) found.push(`${screen}: ${problem}`);
      const sideways = await sidewaysScroll(page);
      if (sideways > 0) found.push(`${screen}: scrolls sideways by ${sideways} px`);
      const moving = await page.evaluate(() => document.getAnimations().length);
      if (moving > 0) found.push(`${screen}: moves, though no motion is wanted`);
    };
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await page.goto(`${site.url}#/ladder?lang=${lang}`);
    await expect(page.getByRole('heading', { name: words('landing.title', lang) })).toBeVisible();
    await look('landing');
    await choose(page, fixturePath('broken.empty-file.tar'));
    await expect(page.getByRole('alert').first()).toBeVisible();
    await look('error');
    await choose(page, fixturePath('broken.bitflip-in-gzip-layer.tar'));
    await settled(page, lang);
    for (const board of BOARDS) {
      await boardTab(page, board, lang).click();
      await expect(boardTab(page, board, lang)).toHaveAttribute('aria-selected', 'true');
      await look(board);
    }
    expect(found).toEqual([]);
    expect(complaints).toEqual([]);
  });
}

/** Sets text apart as WCAG 1.4.12 has it, or takes that back. */
function space(page: Page, isWide: boolean): Promise<void> {
  return page.evaluate((wide) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }',
    );
    document.adoptedStyleSheets = wide ? [sheet] : [];
  }, isWide);
}

/** Texts that something cuts off, and that cannot be scrolled to. Those that end in an ellipsis are whole elsewhere. */
function cutTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const cut = new Set<string>();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode;
      const element = text.parentElement;
      if (!element || text.textContent?.trim() === '' || !element.checkVisibility({ visibilityProperty: true }))
        continue;
      // For screen readers alone, decoration, and lists of the browser's own.
      if (element.closest('.hidden, [aria-hidden=true], option, svg')) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const boxes = [...range.getClientRects()];
      for (let around: Element | null = element; around && around !== document.body; around = around.parentElement) {
        const { overflowX, overflowY, textOverflow } = getComputedStyle(around);
        if (/auto|scroll/.test(overflowX + overflowY)) break;
        if (overflowX === 'visible' && overflowY === 'visible') continue;
        const box = around.getBoundingClientRect();
        // One pixel is for screen readers, too.
        if (box.width <= 2) break;
        const isCut = boxes.some(
          ({ top, bottom, left, right }) =>
            bottom > box.bottom + 2 ||
            top < box.top - 2 ||
            (textOverflow !== 'ellipsis' && (right > box.right + 2 || left < box.left - 2)),
        );
        if (isCut) cut.add(`${around.localName}.${around.className}: ${text.textContent?.slice(0, 30)}`);
      }
    }
    return [...cut];
  });
}

/** WCAG 1.4.10: 320 pixels is 1280 at 400 %, 640 is it at 200 %. */
for (const [lang, width] of [
  ['en', 320],
  ['ary', 320],
  ['fr', 640],
] as const) {
  test(`nothing scrolls sideways or is cut off at ${width} pixels, with text set apart, in colours that are forced: ${lang}`, async ({
    page,
    site,
  }) => {
    await page.setViewportSize({ width, height: 640 });
    await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    await page.goto(`${site.url}#/ladder?src=sample:hello-docker25&lang=${lang}`);
    await settled(page, lang);
    const found: string[] = [];
    const look = async (screen: string): Promise<void> => {
      if ((await sidewaysScroll(page)) > 0) found.push(screen);
      const before = await cutTexts(page);
      await space(page, true);
      if ((await sidewaysScroll(page)) > 0) found.push(`${screen}, set apart`);
      for (const text of await cutTexts(page)) if (!before.includes(text)) found.push(`${screen} cuts ${text}`);
      await space(page, false);
    };
    for (const board of [...BOARDS, 'bytes', 'packages', 'compare', 'tamper'] as const) {
      await boardTab(page, board, lang).click();
      await expect(boardTab(page, board, lang)).toHaveAttribute('aria-selected', 'true');
      await look(board);
    }
    for (const panel of ['lesson=4&step=1', 'exercise=4']) {
      await page.goto(`${site.url}#/ladder?src=sample:hello-docker25&lang=${lang}&${panel}`);
      await expect(page.getByRole('complementary').first()).toBeVisible();
      await look(panel);
    }
    await page.screenshot({ path: test.info().outputPath(`forced-${lang}.png`) });
    expect(found).toEqual([]);
  });
}

/** What has the focus, where nothing of it is in sight (WCAG 2.4.11); null at the end of the page. */
function hiddenFocus(page: Page): Promise<string | null> {
  return page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const active = document.activeElement;
    if (!active || active === document.body) return null;
    // A file input is seen as its label.
    const element = active.matches('.hidden') ? (active.closest('label') ?? active) : active;
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const [from, to] = [
      [Math.max(left, 0), Math.max(top, 0)],
      [Math.min(right, innerWidth), Math.min(bottom, innerHeight)],
    ] as const;
    const places = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [x, y] as const));
    const isSeen = places.some(([x, y]) => {
      const at = document.elementFromPoint(from[0] + x * (to[0] - from[0]), from[1] + y * (to[1] - from[1]));
      return at !== null && (element.contains(at) || (at.contains(element) && !at.matches('html, body, #root, main')));
    });
    return isSeen ? '' : element.outerHTML.slice(0, 120);
  });
}

for (const [width, height, states] of [
  [1280, 720, ['manifests?', 'config?exercise=4&']],
  [390, 844, ['manifests?', 'config?', 'members?', 'files?', 'ladder?lesson=4&step=1&', 'tamper?exercise=4&']],
] as const) {
  test(`what has the focus is in sight, at ${width} pixels`, async ({ page, site }) => {
    test.slow();
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const hidden: string[] = [];
    for (const state of states) {
      await page.goto('about:blank');
      await page.goto(`${site.url}#/${state}src=sample:hello-docker25&sel=layer:2`);
      await settled(page);
      for (const key of ['Tab', 'Shift+Tab']) {
        let stops = 0;
        for (; stops < 150; stops++) {
          await page.keyboard.press(key);
          const found = await hiddenFocus(page);
          if (found === null) break;
          if (found !== '') hidden.push(`${state} ${key}: ${found}`);
        }
        expect(stops, state).toBeGreaterThan(20);
      }
    }
    expect(hidden).toEqual([]);
  });
}
