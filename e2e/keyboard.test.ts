import type { Page } from '@playwright/test';
import { BOARDS } from '../src/app/viewState';
import { accessibilityProblems, boardTab, ladder, settled, words } from './app';
import { expect, test } from './site';

/** Presses Tab until the focus is on what has this name. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      return `${element?.getAttribute('aria-label') ?? ''} ${element?.textContent ?? ''}`;
    });
    if (focused.includes(name)) return;
  }
  throw new Error(`Tab does not reach “${name}”`);
}

/** The tenth board has the key 0. */
const BOARD_DIGITS = 10;

test('from the first page, a sample is open and its third layer kept in three keys', async ({ page, site }) => {
  await page.goto(site.url);
  await expect(page.getByRole('button', { name: words('sample.hello-docker25.title') })).toBeEnabled();
  await page.keyboard.press('3');
  await settled(page);
  await page.keyboard.press('g');
  await page.keyboard.press('3');
  await expect(page).toHaveURL(/src=sample:hello-docker25&sel=layer:3/);
});

test('a sample is opened, explored and left with the keyboard alone', async ({ page, site }) => {
  await page.goto(site.url);
  await expect(page.getByRole('button', { name: words('sample.hello-docker25.title') })).toBeEnabled();
  await tabTo(page, words('sample.hello-docker25.title'));
  await page.keyboard.press('Enter');
  await settled(page);

  await tabTo(page, words('board.ladder'));
  for (let presses = 0; presses < 20; presses++) {
    await page.keyboard.press('Tab');
    if ((await ladder(page).locator(':focus').count()) > 0) break;
  }
  const focused = ladder(page).locator('[role=gridcell]:focus');
  await expect(focused).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await expect(focused).toHaveAttribute('data-part', 'manifest');
  await expect(focused).toHaveAttribute('data-column', 'v2s2');
  await page.keyboard.press('Enter');
  await expect(ladder(page).getByRole('row', { selected: true })).toHaveCount(1);
  await expect(page).toHaveURL(/sel=manifest/);
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/sel=/);
  await page.keyboard.press('o');
  await expect(boardTab(page, 'documents')).toHaveAttribute('aria-selected', 'true');

  for (const board of ['layers', 'members', 'integrity', 'ladder'] as const) {
    await page.keyboard.press(`${(BOARDS.indexOf(board) + 1) % BOARD_DIGITS}`);
    await expect(boardTab(page, board)).toHaveAttribute('aria-selected', 'true');
  }
});

test('the keys are listed, and the single ones can be turned off for good', async ({ page, site }) => {
  await page.goto(`${site.url}#/ladder?src=sample:hello-docker25`);
  await settled(page);
  await page.keyboard.press('?');
  const list = page.getByRole('dialog', { name: words('keys.title') });
  await expect(list).toBeVisible();
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.keyboard.press('2');
  await expect(boardTab(page, 'ladder')).toHaveAttribute('aria-selected', 'true');
  await page.getByRole('checkbox', { name: words('keys.single') }).uncheck();
  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();
  await page.keyboard.press('2');
  await page.keyboard.press('?');
  await expect(list).toBeHidden();
  await expect(boardTab(page, 'ladder')).toHaveAttribute('aria-selected', 'true');

  await page.goto(`${site.url}#/layers?src=sample:hello-oci`);
  await settled(page);
  await page.keyboard.press('1');
  await expect(boardTab(page, 'layers')).toHaveAttribute('aria-selected', 'true');
  await page.getByRole('button', { name: words('keys.title') }).click();
  await page.getByRole('checkbox', { name: words('keys.single') }).check();
  await page.keyboard.press('Escape');
  await page.keyboard.press('1');
  await expect(boardTab(page, 'ladder')).toHaveAttribute('aria-selected', 'true');
});

test('places, shell lines, folds and the way back have keys, and every command is found by its words', async ({
  page,
  site,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  // A French keyboard, which has no key for brackets.
  await page.addInitScript(() => {
    const layout = new Map([
      ['BracketLeft', '^'],
      ['BracketRight', '$'],
    ]);
    Object.defineProperty(navigator, 'keyboard', { value: { getLayoutMap: () => Promise.resolve(layout) } });
  });
  await page.goto(`${site.url}#/ladder?src=sample:hello-docker25&sel=layer:2`);
  await settled(page);
  const said = page.locator('.announced');
  const focused = page.locator(':focus');
  const palette = page.getByRole('combobox', { name: words('palette.label') });

  await page.keyboard.press(']');
  await expect(focused).toHaveAttribute('data-column', 'v1');
  await page.keyboard.press(']');
  await expect(focused).toHaveAttribute('data-column', 'v2s2');
  await expect(said).toHaveText('Place 2 of 3 on this board');
  await page.keyboard.press('y');
  await expect(said).toHaveText(words('app.copiedCommand'));
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /^tar -xOf hello-docker25\.tar blobs\/sha256\/[0-9a-f]{64} \| sha256sum$/,
  );

  // A command is about what had the focus.
  await page.keyboard.press('ControlOrMeta+k');
  await expect(palette).toBeFocused();
  expect(await accessibilityProblems(page, '.palette')).toEqual([]);
  await expect(page.getByRole('option', { name: words('keys.differences') })).toHaveCount(0);
  await expect(page.getByRole('option', { name: 'Go to layer 4' })).toBeAttached();
  await expect(page.getByRole('option', { name: 'Go to layer 5' })).toHaveCount(0);
  await palette.fill('digest place');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('option', { selected: true })).toContainText(words('keys.place.next'));
  await page.keyboard.press('Enter');
  await expect(focused).toHaveAttribute('data-column', 'oci');
  await expect(said).toHaveText('Place 3 of 3 on this board');

  await page.keyboard.press('2');
  await page.keyboard.press('[');
  await expect(focused).toHaveAttribute('data-stop', /^oci layer:2/);
  await page.keyboard.press('3');
  await expect(page.getByRole('grid', { name: words('forms.label') })).toBeVisible();
  await page.keyboard.press('e');
  await expect(page).toHaveURL(/fold=none/);
  await page.keyboard.press('[');
  await expect(focused).toHaveClass('form-cell');
  await page.keyboard.press('Enter');
  await expect(boardTab(page, 'layers')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Backspace');
  await expect(boardTab(page, 'manifests')).toHaveAttribute('aria-selected', 'true');
  await expect(page.locator('#board')).toBeFocused();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(boardTab(page, 'layouts')).toHaveAttribute('aria-selected', 'true');

  await page.keyboard.press('6');
  const tree = page.getByRole('treegrid');
  await expect(tree.getByRole('row', { name: 'greet' })).toBeVisible();
  await page.keyboard.press('e');
  await expect(tree.getByRole('row', { name: 'greet' })).toHaveCount(0);
  await page.keyboard.press('t');
  await expect(page).toHaveURL(/scope=layer/);
  await page.keyboard.press('t');
  await expect(page).toHaveURL(/scope=upto/);
  await page.keyboard.press('/');
  await page.keyboard.type('[y');
  await page.keyboard.press('Backspace');
  await expect(page).toHaveURL(/find=%5B$/);
  await page.keyboard.press('7');
  await page.keyboard.press('Escape');
  await expect(boardTab(page, 'files')).toHaveAttribute('aria-selected', 'true');

  await page.getByRole('button', { name: words('keys.title') }).click();
  const line = page.locator('.key-lines > div').filter({ hasText: words('keys.place.next') });
  await expect(line.locator('kbd')).toHaveText('$');
});

test('in Darija, letters of an Arabic keyboard are taken by their place', async ({ page, site, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${site.url}#/ladder?src=sample:hello-docker25&sel=config&lang=ary`);
  await settled(page, 'ary');
  const keyboard = await context.newCDPSession(page);
  const press = async (key: string, code: string): Promise<void> => {
    await keyboard.send('Input.dispatchKeyEvent', { type: 'keyDown', key, code, text: key });
    await keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', key, code });
  };
  await press('غ', 'KeyY');
  await expect(page.locator('.announced')).toHaveText(words('app.copiedCommand', 'ary'));
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^tar -xOf [ -~]+ \| sha256sum$/);
  await press('د', 'BracketRight');
  await expect(page.locator(':focus')).toHaveAttribute('data-part', 'config');
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox').fill('قران');
  await expect(page.getByText(words('palette.none', 'ary'))).toBeVisible();
  await page.getByRole('combobox').fill('قارن');
  await page.getByRole('option').click();
  await expect(boardTab(page, 'compare', 'ary')).toHaveAttribute('aria-selected', 'true');
});

test('the arrows go where they point in right-to-left, too', async ({ page, site }) => {
  await page.goto(`${site.url}#/ladder?src=sample:hello-docker25&lang=ary`);
  await settled(page, 'ary');
  const grid = page.getByRole('grid', { name: words('ladder.label', 'ary') });
  const focused = grid.locator('[role=gridcell]:focus');
  await grid.locator('[data-part=config][data-column=v1]').focus();
  await page.keyboard.press('ArrowLeft');
  await expect(focused).toHaveAttribute('data-column', 'v2s2');
  await page.keyboard.press('ArrowRight');
  await expect(focused).toHaveAttribute('data-column', 'v1');
});

test('everything that takes the focus shows it', async ({ page, site }) => {
  await page.goto(`${site.url}#/ladder?src=sample:hello-docker25`);
  await settled(page);
  const unseen: string[] = [];
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      const seen = element.matches('input[type=file]') ? (element.closest('label') ?? element) : element;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(seen);
      const shows = (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
      return shows ? '' : element.outerHTML.slice(0, 100);
    });
    if (found === null) break;
    if (found !== '') unseen.push(found);
  }
  expect(unseen).toEqual([]);
});
