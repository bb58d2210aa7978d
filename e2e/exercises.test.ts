import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { accessibilityProblems, boardTab, pattern, settled, sidewaysScroll, words, type Lang } from './app';
import { expect, ON_DISK, test } from './site';

const PHONE = { width: 390, height: 844 };

/** A learner with a keyboard. */
class Learner {
  constructor(
    readonly page: Page,
    readonly lang: Lang,
  ) {}

  panel(): Locator {
    return this.page.getByRole('complementary', { name: words('exercises.title', this.lang) });
  }

  button(id: Parameters<typeof words>[0]): Locator {
    return this.panel().getByRole('button', { name: words(id, this.lang), exact: true });
  }

  async press(target: Locator, key = 'Enter'): Promise<void> {
    await target.focus();
    await this.page.keyboard.press(key);
  }

  async type(text: string, at = 0): Promise<void> {
    await this.panel().locator('.lesson-task .lesson-field').nth(at).focus();
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.insertText(text);
  }

  async tick(...values: readonly string[]): Promise<void> {
    for (const value of values) {
      const box = this.panel().locator(`.lesson-task input[value="${value}"]`);
      await this.press(box, 'Space');
      await expect(box).toBeChecked();
    }
  }

  /** Something is expected: what, is not judged. */
  async predict(): Promise<void> {
    const form = this.panel().locator('form.lesson-task');
    const first = form.locator('input').first();
    if ((await first.getAttribute('type')) === null) {
      await first.focus();
      await this.page.keyboard.type('3');
      await this.page.keyboard.press('Enter');
    } else {
      await this.press(first, 'Space');
      await this.press(this.button('exercises.predicted'));
    }
    await expect(this.panel().getByRole('heading', { name: words('exercises.do', this.lang) })).toBeFocused();
    await expect(this.panel().getByText(words('exercises.yours', this.lang))).toBeVisible();
  }

  async check(): Promise<void> {
    await this.press(this.button('lesson.check'));
  }

  async isRight(): Promise<void> {
    await expect(this.panel().getByText(words('lesson.right', this.lang), { exact: true })).toBeVisible();
    await expect(this.panel().getByRole('heading', { name: words('exercises.why', this.lang) })).toBeVisible();
  }

  async isWrong(): Promise<void> {
    await expect(this.panel().getByText(words('lesson.wrong', this.lang))).toBeVisible();
    await expect(this.panel().getByRole('heading', { name: words('exercises.why', this.lang) })).toHaveCount(0);
  }

  /** Flips a letter of the layer that the exercise names. */
  async flip(layer: number): Promise<void> {
    const { page } = this;
    await this.panel().focus();
    await page.keyboard.press('g');
    await page.keyboard.press(`${layer}`);
    await page.keyboard.press('f');
    const flip = page.getByRole('button', { name: words('tamper.flip', this.lang), exact: true });
    await expect(flip).toBeEnabled();
    await expect(page.locator('.tamper-lines')).toBeVisible();
    await this.press(flip);
    await expect(page).toHaveURL(new RegExp(`flip=[a-z]+:${layer}@`));
  }

  async open(document: string): Promise<void> {
    await this.press(this.page.locator('.document-item').filter({ hasText: document }).first());
    await this.press(this.button('exercises.keepPlace'));
  }
}

const done = (page: Page, number: number, lang: Lang = 'en') =>
  expect(
    page.getByText(words('exercises.progress', lang).replace('{done}', `${number}`).replace('{count}', '12')),
  ).toBeVisible();

/** What is answered, by exercise: first something wrong where there is more to see of that. */
const ANSWERS: readonly ((learner: Learner) => Promise<void>)[] = [
  async (learner) => {
    await learner.type('621');
    await learner.check();
    await learner.isWrong();
    await expect(learner.panel().getByText(words('remark.octal', learner.lang))).toBeVisible();
    await learner.type('401');
  },
  async (learner) => {
    await learner.tick('index.json', 'oci-layout', 'repositories');
    await learner.check();
    await learner.isWrong();
    await learner.tick('manifest.json');
  },
  async (learner) => {
    for (const id of ['bca6e3867c18', '50db240d003e', 'bf9490201745', '1c0371658']) {
      await learner.press(learner.panel().locator('.exercise-order button').filter({ hasText: id }));
    }
  },
  async (learner) => {
    await learner.tick('v2s2', 'oci');
    await learner.check();
    await learner.isWrong();
    await learner.flip(2);
  },
  async (learner) => {
    await learner.open('manifest.json');
    await learner.open('7b13e3d58ab8');
    await learner.open('dae33227dab3');
  },
  async (learner) => {
    await learner.tick('2', '3', '7', '8', '9');
    await learner.type('5');
  },
  async (learner) => {
    await learner.type('app/draft.txt');
    await learner.tick('yes');
    await learner.type('2', 1);
  },
  async (learner) => {
    await learner.check();
    await learner.isWrong();
    await learner.type('{"schemaVersion": 2}');
    await learner.check();
    await learner.isWrong();
    const manifest = 'blobs/sha256/7b13e3d58ab8723ccac494ba8f7adb2d2063c3e2acc1d66be01812cc2eb06882';
    const tar = readFileSync('public/samples/hello-docker25.tar');
    const header = tar.indexOf(manifest);
    await learner.type(tar.subarray(header + 512, header + 512 + 848).toString());
  },
  async (learner) => {
    await learner.type('sha256:7b13e3d5');
    await learner.tick('different', 'bytes');
  },
  async (learner) => {
    await learner.type('2');
    await learner.type('app/README.md', 1);
    await learner.type('0x1b', 2);
  },
  async (learner) => {
    const verdict = learner.page.locator('.diff-verdict');
    await expect(verdict).toBeVisible();
    // Said last: how many differences of packaging there are.
    const packaging = (await verdict.textContent())?.match(/\d+/g)?.at(-1) ?? '';
    await learner.type('4');
    await learner.type('0', 1);
    await learner.type(packaging, 2);
    await learner.tick('healthcheck');
  },
  async (learner) => {
    await learner.flip(2);
    const next = learner.page.locator('.tamper-steps button').first();
    for (let level = 1; level <= 5; level++) {
      await learner.press(next);
      await expect(learner.page).toHaveURL(new RegExp(`fix:${level}\\b`));
      await expect(learner.page.locator('.tamper-steps > li[data-state=done]')).toHaveCount(level);
    }
    await learner.type('11');
    await learner.tick('pinned');
  },
];

async function solve(learner: Learner, number: number): Promise<void> {
  await test.step(`exercise ${number}`, async () => {
    const { page } = learner;
    await expect(page).toHaveURL(new RegExp(`exercise=${number}\\b`));
    await learner.predict();
    await settled(page, learner.lang);
    await expect(learner.button('lesson.check')).toBeVisible();
    await ANSWERS[number - 1]?.(learner);
    await learner.check();
    await learner.isRight();
  });
}

/** From the page as one file, without a network. */
async function solveAll(page: Page, lang: Lang): Promise<Learner> {
  await page.context().setOffline(true);
  await page.goto(`${ON_DISK}#/?lang=${lang}`);
  const learner = new Learner(page, lang);
  await expect(page.getByRole('button', { name: words('sample.hello-docker25.title', lang) })).toBeEnabled();
  await learner.press(page.getByRole('button', { name: words('exercises.start', lang) }));
  await expect(learner.panel()).toBeFocused();
  // Nothing is open yet: the exercise opens what it is about.
  await learner.predict();
  await expect(learner.panel().getByText(words('exercises.notOpen', lang))).toBeVisible();
  await learner.press(learner.button('lesson.show'));
  await settled(page, lang);
  await ANSWERS[0]?.(learner);
  await learner.check();
  await learner.isRight();
  for (let number = 2; number <= ANSWERS.length; number++) {
    await learner.press(learner.button('exercises.next'));
    await solve(learner, number);
  }
  await done(page, 12, lang);
  return learner;
}

for (const lang of ['fr', 'ary'] as const) {
  test(`all exercises are done with the keyboard alone, from one file without a network: ${lang}`, async ({ page }) => {
    test.setTimeout(120_000);
    await solveAll(page, lang);
  });
}

test('all exercises are done with the keyboard alone, from one file without a network, and handed in', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const learner = await solveAll(page, 'en');
  await page.reload();
  await done(page, 12);
  await learner.press(page.getByText(words('handIn.title')));
  const text = (await learner.panel().locator('.exercise-code').textContent()) ?? '';
  expect(text).toMatch(/^12\/12 · seat 0 · [\da-f]{4}$/);
  await page.keyboard.press('Tab');
  const waiting = page.waitForEvent('download');
  await learner.press(learner.button('handIn.download'));
  expect(readFileSync(await (await waiting).path(), 'utf8')).toBe(`${text}\n`);
  const field = learner.panel().getByRole('textbox', { name: words('handIn.check') });
  await field.focus();
  await page.keyboard.insertText(text);
  await expect(learner.panel().getByText(pattern('handIn.valid'))).toBeVisible();
  await page.keyboard.press('Backspace');
  await expect(learner.panel().getByText(words('handIn.invalid'))).toBeVisible();

  await learner.press(learner.button('handIn.anew'));
  await learner.press(learner.button('handIn.anewYes'));
  await done(page, 0);
  expect(await page.evaluate(() => localStorage.getItem('tabaqa.exercises'))).toBe('{}');
});

test('an exercise in Darija, on a phone and on a screen', async ({ page, site }, info) => {
  await page.goto(`${site.url}#/?lang=ary&exercise=1`);
  const learner = new Learner(page, 'ary');
  await expect(learner.panel()).toBeVisible();
  await learner.predict();
  await learner.press(learner.button('lesson.show'));
  await settled(page, 'ary');
  await ANSWERS[0]?.(learner);
  await learner.check();
  await learner.isRight();
  await done(page, 1, 'ary');
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.screenshot({ path: info.outputPath('ary.png') });
  await page.setViewportSize(PHONE);
  expect(await sidewaysScroll(page)).toBe(0);
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.screenshot({ path: info.outputPath('ary-phone.png') });
});

test('hints come one after the other, and the solution is asked for twice', async ({ page, site }) => {
  await page.goto(`${site.url}#/bytes?src=sample:hello-docker25&exercise=1&seat=17`);
  await settled(page);
  const learner = new Learner(page, 'en');
  const hint = (number: number) => page.getByText(words('exercises.hint').replace('{number}', `${number}`));
  await learner.panel().focus();
  await page.keyboard.press('h');
  await expect(hint(1)).toBeFocused();
  await expect(hint(2)).toHaveCount(0);
  await page.keyboard.press('h');
  await expect(hint(2)).toBeFocused();
  await page.keyboard.press('h');
  await expect(boardTab(page, 'bytes')).toHaveAttribute('aria-selected', 'true');
  await learner.press(learner.button('exercises.showSolution'));
  await expect(learner.button('exercises.no')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(learner.button('exercises.showSolution')).toBeFocused();
  await page.keyboard.press('Enter');
  await learner.press(learner.button('exercises.yesShow'));
  await expect(page.getByText(words('exercises.solution'), { exact: true })).toBeFocused();
  await expect(page.getByText(words('exercises.wasShown'))).toBeVisible();
  await page.reload();
  await expect(page.getByText(words('exercises.wasShown'))).toBeVisible();
  expect(await accessibilityProblems(page)).toEqual([]);

  // Another seat has another question, and progress of its own.
  await learner.press(page.getByText(words('handIn.title')));
  const seat = learner.panel().getByRole('textbox', { name: words('handIn.seat') });
  await seat.focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('18');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/seat=18/);
  await expect(page.getByText(words('exercises.wasShown'))).toHaveCount(0);
});

test('the lesson and the exercises take turns beside the page', async ({ page, site }) => {
  await page.goto(`${site.url}#/ladder?src=sample:hello-docker25&lesson=0&step=1`);
  await settled(page);
  const learner = new Learner(page, 'en');
  const lesson = page.getByRole('complementary', { name: words('lesson.title') });
  await lesson.getByRole('button', { name: words('exercises.title') }).press('Enter');
  await expect(learner.panel()).toBeFocused();
  await expect(lesson).toHaveCount(0);
  await learner
    .panel()
    .getByRole('button', { name: words('lesson.title'), exact: true })
    .press('Enter');
  await expect(lesson).toBeFocused();
  await expect(learner.panel()).toHaveCount(0);
  await page.goBack();
  await expect(learner.panel()).toBeVisible();
  await learner.button('exercises.close').press('Enter');
  await expect(learner.panel()).toHaveCount(0);
});
