import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { ROOT } from '../scripts/setup.mjs';
import { parseChapter } from '../src/app/lesson/chapter';
import type { Chapter, Check, LessonStep, Requirement } from '../src/app/lesson/model';
import { BOARDS, LANGS, parseHash, type Board } from '../src/app/viewState';
import {
  accessibilityProblems,
  boardTab,
  drop,
  pattern,
  samplePath,
  settled,
  sidewaysScroll,
  words,
  type Lang,
} from './app';
import { expect, ON_DISK, test } from './site';

const PHONE = { width: 390, height: 844 };
/** The digits open the first ten boards. */
const BOARD_DIGITS = 10;
/** What a reader answers who has counted. */
const COUNTED: Readonly<Record<string, string>> = {
  layers: '4',
  members: '16',
  firstFileSize: '401',
  notBlobs: '4',
  steps: '9',
  emptySteps: '5',
  mismatches: '1',
  renamed: '6',
  orphans: '4',
};
const PART_KEYS: Readonly<Record<string, string>> = { pointer: 'i', manifest: 'm', config: 'c' };

function chapters(lang: Lang): readonly Chapter[] {
  const folder = `${ROOT}src/lessons/${lang}/`;
  return readdirSync(folder)
    .toSorted()
    .flatMap((name) => {
      const parsed = parseChapter(readFileSync(folder + name, 'utf8'));
      return parsed.kind === 'chapter' ? [parsed.chapter] : [];
    });
}

/** A reader with a keyboard. */
class Reader {
  constructor(
    readonly page: Page,
    readonly lang: Lang,
  ) {}

  panel(): Locator {
    return this.page.getByRole('complementary', { name: words('lesson.title', this.lang) });
  }

  button(id: Parameters<typeof words>[0]): Locator {
    return this.panel().getByRole('button', { name: words(id, this.lang), exact: true });
  }

  async press(target: Locator, key = 'Enter'): Promise<void> {
    await target.focus();
    await this.page.keyboard.press(key);
  }

  /** Single keys work wherever the focus is, but in a field. */
  async keys(...keys: readonly string[]): Promise<void> {
    await this.panel().focus();
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Opens what the step is about, when something else is open. */
  async prepare({ state, until }: LessonStep): Promise<void> {
    const { src } = parseHash(`#/${state}`).view;
    if (src === null || until.flat().some(({ name }) => name === 'opened')) return;
    if (parseHash(new URL(this.page.url()).hash).view.src !== src) await this.press(this.button('lesson.show'));
    await settled(this.page, this.lang);
  }

  async doStep(step: LessonStep): Promise<void> {
    await this.prepare(step);
    const all = step.until.flat();
    // What is to be answered is looked at first.
    for (const each of all) if (each.name !== 'answered') await this.act(each, step);
    if (step.check && all.some(({ name }) => name === 'answered')) await this.answer(step.check);
  }

  async act({ name, value }: Requirement, step: LessonStep): Promise<void> {
    const { page, lang } = this;
    switch (name) {
      case 'opened':
        return this.open(value);
      case 'board':
        return this.board(value as Board);
      case 'sel': {
        const part = value === 'any' ? 'layer:2' : value;
        return this.keys('g', PART_KEYS[part] ?? part.replace('layer:', ''));
      }
      case 'copied':
        if (value === 'docker save') {
          return this.press(this.panel().getByRole('listitem').filter({ hasText: value }).getByRole('button'));
        }
        return this.keys('c');
      case 'verified':
        return settled(page, lang);
      case 'diff':
        // The board answers the key once its lines are there.
        await expect(page.getByRole('button', { name: words('forms.onlyDifferences', lang) })).toBeEnabled();
        return this.keys('v');
      case 'fold':
        return this.press(page.getByRole('button', { name: words('forms.everyLine', lang) }));
      case 'order':
        return this.press(page.getByRole('button', { name: words('layouts.order.tar', lang) }));
      case 'config':
        return this.press(page.getByRole('button', { name: words('config.tab.history', lang), exact: true }));
      case 'doc':
        await this.board('documents');
        return this.press(page.locator('.document-item').filter({ has: page.getByTitle(value, { exact: true }) }));
      case 'flip': {
        await this.keys('f');
        const flip = page.getByRole('button', { name: words('tamper.flip', lang), exact: true });
        await expect(flip).toBeEnabled();
        return this.press(flip);
      }
      default:
        throw new Error(`nobody does “${name}” of ${step.title}`);
    }
  }

  async open(value: string): Promise<void> {
    const { page, lang } = this;
    if (value === 'own') {
      if (parseHash(new URL(page.url()).hash).view.src === null) return;
      const choosing = page.waitForEvent('filechooser');
      await this.keys('Control+o');
      await (await choosing).setFiles(samplePath('hello-docker'));
    } else if (value === 'any') {
      await this.press(page.getByRole('button', { name: words('sample.hello-docker25.title', lang) }));
    } else {
      const link = this.panel().locator('.lesson-task a').first();
      const hash = new URL((await link.getAttribute('href')) ?? '', page.url()).hash;
      if (parseHash(hash).view.src === value) await this.press(link);
      else await this.press(this.button('lesson.show'));
    }
    // What was open before may be on screen for a moment.
    const [, sample] = /^sample:(.*)/.exec(value) ?? [];
    if (sample !== undefined)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(basename(samplePath(sample)));
    await settled(page, lang);
  }

  async board(board: Board): Promise<void> {
    const tab = boardTab(this.page, board, this.lang);
    if ((await tab.getAttribute('aria-selected')) !== 'true') {
      const at = BOARDS.indexOf(board);
      if (at < BOARD_DIGITS) await this.keys(`${(at + 1) % BOARD_DIGITS}`);
      else await this.press(tab);
    }
    await expect(tab).toHaveAttribute('aria-selected', 'true');
  }

  async answer(check: Check): Promise<void> {
    const panel = this.panel();
    switch (check.kind) {
      case 'number': {
        const field = panel.locator('.lesson-field');
        await field.focus();
        await this.page.keyboard.type(
          typeof check.answer === 'number' ? `${check.answer}` : (COUNTED[check.answer.fact] ?? ''),
        );
        return this.page.keyboard.press('Enter');
      }
      case 'choice': {
        const right = check.choices.findIndex(({ isRight }) => isRight);
        const radios = panel.getByRole('radio');
        await this.press(radios.first(), 'Space');
        for (let at = 0; at < right; at++) await this.page.keyboard.press('ArrowDown');
        await expect(radios.nth(right)).toBeChecked();
        return this.page.keyboard.press('Enter');
      }
      case 'part':
        return this.press(this.button('lesson.check'));
    }
  }
}

for (const lang of LANGS) {
  test(`all chapters are gone through with the keyboard alone, from one file without a network: ${lang}`, async ({
    page,
    context,
  }) => {
    test.setTimeout(120_000);
    await context.setOffline(true);
    await page.goto(`${ON_DISK}#/?lang=${lang}`);
    await expect(page.getByRole('button', { name: words('sample.hello-docker25.title', lang) })).toBeEnabled();
    const reader = new Reader(page, lang);
    await page.locator('#open-file').blur();
    await page.keyboard.press('l');
    const panel = reader.panel();
    await expect(panel).toBeFocused();
    for (const chapter of chapters(lang)) {
      for (const [index, step] of chapter.steps.entries()) {
        await test.step(`${chapter.id}.${index + 1} ${step.title}`, async () => {
          await expect(panel.getByRole('heading', { level: 3 })).toHaveText(step.title);
          await expect(page).toHaveURL(new RegExp(`lesson=${chapter.id}&step=${index + 1}\\b`));
          await expect(panel.locator('.lesson-done')).toBeHidden();
          await reader.doStep(step);
          await expect(panel.getByText(words('lesson.done', lang))).toBeVisible();
          if (index % 2 === 0) await reader.keys('PageDown');
          else await reader.press(panel.locator('.side-panel-foot .primary'));
        });
      }
    }
    await expect(panel).toBeHidden();
    await expect(boardTab(page, 'ladder', lang)).toBeVisible();
  });
}

for (const lang of ['en', 'ary'] as const) {
  test(`the panel is accessible and leaves the page usable: ${lang}`, async ({ page, site }) => {
    const show = async (hash: string): Promise<void> => {
      await page.goto(`${site.url}#/${hash}&lang=${lang}&theme=${lang === 'en' ? 'light' : 'dark'}`);
      await page.reload();
      await settled(page, lang);
    };
    const reader = new Reader(page, lang);
    const found: string[] = [];
    const look = async (name: string): Promise<void> => {
      found.push(...(await accessibilityProblems(page, '#lesson')).map((problem) => `${name}: ${problem}`));
      if ((await sidewaysScroll(page)) > 0) found.push(`${name} scrolls sideways`);
    };
    // A bare link of a step brings what the step is about.
    await show('?lesson=2&step=3');
    await expect(boardTab(page, 'layouts', lang)).toHaveAttribute('aria-selected', 'true');
    await page.locator('.lesson-notes summary').click();
    await page.locator('.lesson-name').click();
    await expect(page.locator('.lesson-names li')).toHaveCount(9);
    await look('a number');
    await show('?lesson=4&step=1');
    await page.setViewportSize(PHONE);
    await look('a choice on a phone');
    const sheet = await reader.panel().boundingBox();
    expect(sheet?.y).toBeGreaterThan(PHONE.height * 0.4);
    // The page above it still answers.
    await boardTab(page, 'layouts', lang).click({ position: { x: 10, y: 10 } });
    await expect(boardTab(page, 'layouts', lang)).toHaveAttribute('aria-selected', 'true');
    // What a step is about is above it, too.
    await show('?lesson=3&step=2');
    const kept = page.getByRole('row', { selected: true });
    const lowest = async (): Promise<number> => {
      const box = await kept.boundingBox();
      return box === null || box.y < 0 ? Infinity : box.y + box.height;
    };
    await expect.poll(lowest).toBeLessThanOrEqual(sheet?.y ?? 0);
    await page.getByRole('button', { name: words('lesson.exit', lang) }).click();
    await expect(reader.panel()).toBeHidden();
    await expect(boardTab(page, 'layouts', lang)).toHaveAttribute('aria-selected', 'true');
    expect(found).toEqual([]);
  });
}

test('wrong answers are told, Next does not wait, Back goes a step back, and what is done is kept until it is to be forgotten', async ({
  page,
  site,
}) => {
  await page.goto(`${site.url}#/?lesson=0&step=2`);
  await settled(page);
  const reader = new Reader(page, 'en');
  const panel = reader.panel();
  await panel.locator('.lesson-field').fill('7');
  await reader.button('lesson.check').click();
  await expect(panel.getByText(words('lesson.wrong'))).toBeVisible();
  await panel.locator('.lesson-field').fill('four');
  await reader.button('lesson.check').click();
  await expect(panel.getByText(/Type a number/)).toBeVisible();
  await reader.button('lesson.next').click();
  await expect(page).toHaveURL(/lesson=1&step=1/);
  await page.goBack();
  await expect(page).toHaveURL(/lesson=0&step=2/);
  await expect(panel.getByRole('heading', { level: 3 })).toHaveText('Three columns, one image');

  const done = panel.getByText(words('lesson.done'));
  await panel.locator('.lesson-field').fill('4');
  await reader.button('lesson.check').click();
  await expect(done).toBeVisible();
  await page.reload();
  await expect(done).toBeVisible();
  await panel.locator('.lesson-name').click();
  await reader.press(reader.button('handIn.anew'));
  await expect(reader.button('exercises.no')).toBeFocused();
  await reader.press(reader.button('handIn.anewYes'));
  await expect(page).toHaveURL(/lesson=0&step=1/);
  await reader.button('lesson.next').click();
  await expect(panel.getByRole('heading', { level: 3 })).toHaveText('Three columns, one image');
  await expect(done).toBeHidden();
});

test('a file of the reader’s own is kept beside the samples', async ({ page, site }) => {
  await page.goto(`${site.url}#/`);
  await drop(page, samplePath('hello-docker'));
  await settled(page);
  await page.getByRole('button', { name: words('lesson.title'), exact: true }).click();
  await page.getByRole('button', { name: /^6: / }).click();
  const panel = new Reader(page, 'en').panel();
  await panel.getByRole('button', { name: words('lesson.show') }).click();
  await expect(page).toHaveURL(/src=sample:hello-docker25/);
  await panel.getByRole('button', { name: pattern('lesson.withOwn') }).click();
  await expect(page).not.toHaveURL(/src=/);
  await expect(page).toHaveURL(/sel=manifest/);
  await expect(page.getByText('hello-docker.tar', { exact: true }).first()).toBeVisible();
});

test('a chapter opens as a file; one with HTML is refused, line by line', async ({ page, site }) => {
  await page.goto(`${site.url}#/`);
  const text = readFileSync(`${ROOT}src/lessons/en/03-v1.md`, 'utf8')
    .replace('id: 3', 'id: mine')
    .replace('The v1 layout', 'My chapter');
  const choose = (body: string): Promise<void> =>
    page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'mine.md', mimeType: 'text/markdown', buffer: Buffer.from(body) });
  await choose(text);
  const panel = new Reader(page, 'en').panel();
  await expect(panel.locator('.lesson-name')).toHaveText('My chapter');
  await expect(page).toHaveURL(/lesson=mine&step=1/);
  await expect(panel.locator('.lesson-dot')).toHaveCount(10);
  await choose(text.replace('From 2013 on', '<img src=x onerror=alert(1)> From 2013 on'));
  await expect(page.getByText(/Line \d+: HTML is not allowed/)).toBeVisible();
});
