import { writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { BOARDS } from '../src/app/viewState';
import { buildImage } from '../src/core/testing/buildImage';
import { boardTab, choose, settled, words } from './app';
import { expect, test } from './site';

/*
 * Order as the eye has it, measured character by character: a picture to compare with would hang on the machine's fonts.
 */

/** Names in a layer that are turned around, cut or hidden where nothing keeps them. */
const NAMES = ['دليل/a.txt', 'etc/passwd', 'a\u202egpj.exe', 'x+gzip', 'طبقة', 'v1.0/قرا.md', '-rf', 'a b/c (1).txt'];

const image = (): Uint8Array<ArrayBuffer> =>
  buildImage({
    format: 'hybrid',
    layers: [NAMES.map((name) => ({ name, body: `${name}\n` }))],
    tags: ['registry.example:5000/team/app:1.0', 'hello:latest'],
    config: {
      architecture: 'amd64',
      os: 'linux',
      created: '2024-05-01T10:00:00Z',
      config: {
        Env: ['PATH=/usr/bin:/bin', 'NAME=اسم'],
        Cmd: ['./run.sh', '--quiet', '/etc/x/'],
        WorkingDir: '/srv/app/',
        Labels: { 'org.example.title': 'طبقة v1 +gzip', note: './blobs/sha256/' },
      },
      history: [{ created: '2024-05-01T10:00:00Z', created_by: 'COPY ./src/ /srv/app/ # زيد' }],
    },
  });

/**
 * Runs in the page. Words of the field that are not read from left to right, neighbours in right-to-left text that do not follow each other from
 * right to left, and direction characters of ours that are shown as if they came from a file.
 */
function turnedAround(): string[] {
  const token = /[\w./:+@=$#~%^*-]*[A-Za-z0-9][\w./:+@=$#~%^*-]*(?:[ \u202f](?:B|kB|MB|GB)\b)?/g;
  const found: string[] = [];
  const isShown = (element: Element | null): boolean =>
    element !== null &&
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    element.getBoundingClientRect().width > 2 &&
    element.closest('.hidden, option, svg') === null;
  const boxAt = (text: Text, at: number): DOMRect | undefined => {
    const range = document.createRange();
    range.setStart(text, at);
    range.setEnd(text, at + 1);
    return [...range.getClientRects()].at(-1);
  };
  /** Whether `b` should be to the right of `a`, but is to the left: in one line, of things that have a width. */
  const isLeftOf = (a: DOMRect | undefined, b: DOMRect | undefined): boolean =>
    a !== undefined &&
    b !== undefined &&
    a.width > 0 &&
    b.width > 0 &&
    Math.abs(a.top + a.bottom - b.top - b.bottom) < 10 &&
    b.left < a.left - 0.5;

  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode;
    if (!(text instanceof Text) || !isShown(text.parentElement)) continue;
    if (/⟦U\+206[6-9]⟧/.test(text.data)) found.push(`direction characters: ${text.data}`);
    // Dates have marks of their own, and a name in Arabic letters is read as Arabic.
    const name = text.parentElement?.closest('bdi:not([dir=ltr]), [dir=auto]')?.textContent ?? '';
    if (text.data.includes('\u200f') || /\p{Script=Arabic}/u.test(name)) continue;
    for (const { 0: match, index } of text.data.matchAll(token)) {
      const boxes = Array.from(match.replace(/[.:]+$/, ''), (_, at) => boxAt(text, index + at));
      if (boxes.some((box, at) => at > 0 && isLeftOf(boxes[at - 1], box))) found.push(`turned around: ${match}`);
    }
  }

  /** The box of the first or last thing of a node that is seen. */
  const edgeOf = (node: Node, end: boolean): DOMRect | undefined => {
    if (node instanceof Element) return [...node.getClientRects()].at(end ? -1 : 0);
    if (!(node instanceof Text)) return undefined;
    const at = end ? node.data.trimEnd().length - 1 : node.data.length - node.data.trimStart().length;
    return boxAt(node, at);
  };
  for (const parent of document.body.querySelectorAll('*')) {
    if (!isShown(parent) || getComputedStyle(parent).direction !== 'rtl') continue;
    // A grid says itself where its parts are.
    if (getComputedStyle(parent).display.includes('grid')) continue;
    const nodes = [...parent.childNodes].filter((node) =>
      node instanceof Element
        ? isShown(node) && getComputedStyle(node).position !== 'absolute' && getComputedStyle(node).float === 'none'
        : (node.textContent ?? '').trim() !== '',
    );
    nodes.forEach((node, at) => {
      const before = nodes[at - 1];
      if (!before || !isLeftOf(edgeOf(node, false), edgeOf(before, true))) return;
      found.push(`swapped: ${before.textContent?.slice(-30)} | ${node.textContent?.slice(0, 30)}`);
    });
  }
  return [...new Set(found)];
}

const wrongOn = (page: Page): Promise<string[]> => page.evaluate(turnedAround);

test('in Darija nothing of the field is turned around, on any board, whatever names a file has', async ({
  page,
  site,
}, info) => {
  test.slow();
  const path = info.outputPath('صورة 1.0.tar');
  writeFileSync(path, image());
  const wrong: Record<string, readonly string[]> = {};
  await page.goto(`${site.url}#/?lang=ary`);
  await expect(page.getByRole('heading', { name: words('landing.title', 'ary') })).toBeVisible();
  wrong['landing'] = await wrongOn(page);
  await choose(page, path);
  await settled(page, 'ary');
  await page.evaluate((hash) => (location.hash = hash), '#/ladder?lang=ary&sel=layer:1&vs=sample:hello-oci');
  // There is nothing beside this image.
  for (const board of BOARDS.filter((each) => each !== 'attached')) {
    await boardTab(page, board, 'ary').click();
    await expect(boardTab(page, board, 'ary')).toHaveAttribute('aria-selected', 'true');
    if (board === 'compare') await expect(page.locator('.diff-verdict')).toBeVisible();
    if (board === 'integrity') await page.locator('tbody tr').first().click();
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 2_000 })));
    wrong[board] = await wrongOn(page);
    expect(await page.locator('body').innerText(), board).not.toContain('\u202e');
    if (board === 'files') await expect(page.getByText('a⟦U+202E⟧gpj.exe').first()).toBeVisible();
    await page.screenshot({ path: info.outputPath(`${board}.png`) });
  }
  for (const hash of [
    '?paper=handout',
    'tamper?src=sample:hello-v1&lesson=4&step=1',
    '?exercise=7&src=sample:hello-docker25',
  ]) {
    await page.evaluate((to) => (location.hash = to), `#/${hash}&lang=ary`);
    await page.waitForTimeout(500);
    wrong[hash] = await wrongOn(page);
  }
  expect(wrong).toEqual(Object.fromEntries(Object.keys(wrong).map((screen) => [screen, []])));

  // What it is to find, it finds.
  await page.evaluate(() => {
    const text = '<p dir="rtl">ف /etc/passwd/ كاين <b>VERSION</b> <b>1.0</b> و x+gzip+ ف ⟦U+2066⟧</p>';
    document.body.insertAdjacentHTML('beforeend', text);
  });
  expect((await wrongOn(page)).map((each) => each.split(':')[0])).toEqual([
    'turned around',
    'direction characters',
    'turned around',
    'swapped',
  ]);
});
