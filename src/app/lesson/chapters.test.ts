import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { loadLanguages } from '../../languages';
import { MEMBER_TYPES } from '../../core/model/members';
import { loopback } from '../../worker/loopback';
import { methods } from '../../worker/methods';
import { sampleFile, samplePath } from '../../core/testing/samples';
import { MISPRINTED_FRENCH } from '../../i18n/testing/french';
import { createPool } from '../../worker/pool';
import { SAMPLE_NAMES } from '../samples';
import type { Session } from '../state';
import { openMeasured, workspaceOf } from '../testing/openMeasured';
import { LANGS, parseHash } from '../viewState';
import { builtinChapters } from './builtin';
import { parseChapter } from './chapter';
import { factValue } from './facts';
import { inlineText } from './inlineText';
import type { Block, Chapter, Inline, LessonStep } from './model';

await loadLanguages();

const engine = createPool({ size: 1, spawn: async () => loopback(methods) });
afterAll(() => engine.dispose());

const open = new Map<string, Promise<Session>>();
function sample(name: string): Promise<Session> {
  const session = open.get(name) ?? openMeasured(engine, sampleFile(name));
  open.set(name, session);
  return session;
}

const FOLDER = fileURLToPath(new URL('../../lessons/', import.meta.url));
const folders = readdirSync(FOLDER);

function chaptersOf(folder: string): readonly Chapter[] {
  return readdirSync(`${FOLDER}${folder}`)
    .toSorted()
    .map((name) => {
      const parsed = parseChapter(readFileSync(`${FOLDER}${folder}/${name}`, 'utf8'));
      if (parsed.kind === 'chapter') return parsed.chapter;
      throw new Error(`${folder}/${name} ${JSON.stringify(parsed.problems)}`);
    });
}

const english = chaptersOf('en');
const steps = english.flatMap((chapter) =>
  chapter.steps.map((step) => ({ chapter, step, name: `${chapter.id} ${step.title}` })),
);

function blockText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return inlineText(block.children);
    case 'list':
      return block.items.map(inlineText).join(' ');
    case 'commands':
      return '';
    case 'literal':
      return block.text;
  }
}

/** What has to be the same in every language: all that is no words. */
function bones({ id, minutes, sample: file, steps: all }: Chapter): object {
  return {
    id,
    minutes,
    file,
    steps: all.map(({ state, until, allowsOwn, check, task, prose, notes }) => ({
      state,
      until,
      allowsOwn,
      check: check && {
        kind: check.kind,
        answer: check.kind === 'choice' ? check.choices.map(({ isRight }) => isRight) : check.answer,
        says: [check.hint !== null, check.why !== null],
      },
      commands: [...prose, ...task].filter(({ kind }) => kind === 'commands'),
      links: [...prose, ...task].flatMap(linksOf),
      hasNotes: notes.length > 0,
    })),
  };
}

function linksOf(block: Block): readonly string[] {
  const inInlines = (inlines: readonly Inline[]): readonly string[] =>
    inlines.flatMap((each) =>
      each.kind === 'link' ? [each.state] : 'children' in each ? inInlines(each.children) : [],
    );
  return block.kind === 'paragraph' ? inInlines(block.children) : [];
}

describe('the chapters', () => {
  it('are there in English, French and Darija, and in every language that has a folder', () => {
    expect(folders).toEqual(expect.arrayContaining(['ary', 'en', 'fr']));
    expect(english.map(({ id }) => id)).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8']);
    for (const lang of LANGS) expect(builtinChapters(lang).length).toBe(english.length);
  });

  it.each(folders.filter((folder) => folder !== 'en'))(
    '%s has the same steps, states, conditions and answers',
    (folder) => {
      expect(chaptersOf(folder).map(bones)).toEqual(english.map(bones));
    },
  );

  it.each(folders)('%s: a step says what it says in 25 to 90 words', (folder) => {
    const counted = chaptersOf(folder).flatMap((chapter) =>
      chapter.steps.map((step) => ({
        step: `${chapter.id} ${step.title}`,
        words: step.prose
          .map(blockText)
          .join(' ')
          .split(/\s+/)
          .filter((word) => /\p{L}/u.test(word)).length,
      })),
    );
    expect(counted.filter(({ words }) => words < 25 || words > 90)).toEqual([]);
  });

  it('space and quote French as it is printed', () => {
    const said = chaptersOf('fr').flatMap((chapter) => chapter.steps.flatMap((step) => wordsOf(chapter, step)));
    expect(said.filter((text) => MISPRINTED_FRENCH.test(text))).toEqual([]);
  });

  it.each(folders)('%s: names, where it needs one, a sample that there is', (folder) => {
    for (const chapter of chaptersOf(folder)) expect(SAMPLE_NAMES).toContain(chapter.sample);
  });
});

/** The sample that a state opens; of one that opens none, the one of its chapter. */
function sampleOf(chapter: Chapter, state: string): string {
  return parseHash(`#/${state}`).view.src?.replace('sample:', '') ?? chapter.sample ?? '';
}

async function expectThere(
  name: string,
  { doc, sel, at, byte }: { readonly [K in 'doc' | 'sel' | 'at' | 'byte']?: string | null },
): Promise<void> {
  const { archive, representations } = workspaceOf(await sample(name));
  const documents = [...archive.documents, ...representations.flatMap(({ derived }) => derived)];
  const parts = representations.flatMap(({ facets }) => facets.map(({ part }) => part));
  if (sel) expect(parts).toContain(sel);
  if (doc) expect(documents.map(({ id }) => id)).toContain(doc);
  if (byte) expect(Number(byte)).toBeLessThan(archive.size);
  if (at) {
    const document = documents.find(({ id }) => id === doc);
    expect(Object.keys(JSON.parse(new TextDecoder().decode(document?.bytes)) as object)).toContain(at.slice(1));
  }
}

describe('a step', () => {
  it.each(steps)('$name: what its state shows is there', async ({ chapter, step }) => {
    const { view, notUnderstood, rest } = parseHash(`#/${step.state}`);
    expect([...notUnderstood, ...rest]).toEqual([]);
    if (view.src === null) expect(step.allowsOwn).toBe(true);
    await expectThere(sampleOf(chapter, step.state), view);
    for (const state of [...step.prose, ...step.task].flatMap(linksOf)) {
      await expectThere(sampleOf(chapter, state), parseHash(`#/${state}`).view);
    }
  });

  it.each(steps)('$name: what it waits for can come', async ({ chapter, step }) => {
    const doc = parseHash(`#/${step.state}`).view.doc;
    for (const { name, value } of step.until.flat()) {
      if (value !== 'any') await expectThere(sampleOf(chapter, step.state), { doc, [name]: value });
      if (name === 'answered') expect(step.check).not.toBe(null);
    }
  });

  const numbers = steps.filter(({ step }) => step.check?.kind === 'number');
  it.each(numbers)('$name: its number has an answer in its sample', async ({ chapter, step }) => {
    const { check } = step;
    if (check?.kind !== 'number' || typeof check.answer === 'number') throw new Error('asks for no fact');
    expect(await factValue(check.answer.fact, await sample(sampleOf(chapter, step.state)))).toBeGreaterThan(0);
  });
});

async function json(name: string, path: RegExp): Promise<readonly number[]> {
  const { archive } = workspaceOf(await sample(name));
  return archive.documents.filter(({ id }) => path.test(id)).map(({ bytes }) => bytes.length);
}

const sum = (all: readonly number[]): number => all.reduce((total, each) => total + each, 0);
const fact = async (name: string, of = 'hello-docker25'): Promise<number | null> => factValue(of, await sample(name));

/** Every file in the layers of an image, by the sizes in the layers' tars. */
async function bytesInLayers(name: string): Promise<number> {
  const session = await sample(name);
  const { layers } = await session.files(workspaceOf(session).imageKey);
  return sum(layers.flatMap((layer) => (layer ? sizesIn(layer.entries) : [])));
}

function sizesIn(entries: { readonly size: ArrayLike<number>; readonly type: ArrayLike<number> }): readonly number[] {
  return Array.from(entries.size).filter((_, index) => MEMBER_TYPES[entries.type[index] ?? -1] === 'file');
}

/** Numbers that nothing in a sample proves: versions and years of the formats' history, and what a tar or a digest is made of. */
const VERSIONS = ['1', '2', '25', '29', '1.0', '1.3', '1.10'];
const YEARS = ['1979', '2013', '2014', '2015', '2017'];
const SIZES = ['256', '512', '124', '64', '8', '7', '0', '6', '1024', '621'];
const KNOWN: readonly string[] = [...VERSIONS, ...YEARS, ...SIZES];
const LAYERS: readonly string[] = ['1', '2', '3', '4'];

describe('numbers that are said', () => {
  it('those of the samples are as the samples have them', async () => {
    expect(await fact('hello-docker25', 'layers')).toBe(4);
    expect(await fact('hello-docker25', 'members')).toBe(16);
    expect(await fact('hello-docker25', 'firstFileSize')).toBe(401);
    expect(await fact('hello-docker25', 'steps')).toBe(9);
    expect(await fact('hello-s1', 'steps')).toBe(9);
    expect(await fact('hello-flipped', 'mismatches')).toBe(1);
    expect(await fact('hello-docker25', 'emptySteps')).toBe(5);
    expect(await fact('hello-docker25', 'renamed')).toBe(6);
    expect(await fact('hello-docker25', 'orphans')).toBe(4);
    expect(sum(await json('hello-v1', /\/json$/))).toBe(4537);
    expect(await bytesInLayers('hello-v1')).toBe(2070);
    // The size of the third member, in octal at byte 124 of its header: after two folders, which are headers alone.
    const tar = readFileSync(samplePath('hello-docker25'));
    expect(tar.subarray(2 * 512 + 124, 2 * 512 + 135).toString()).toBe('00000000621');
    expect(parseInt('621', 8)).toBe(6 * 64 + 2 * 8 + 1);
    expect(parseInt('621', 8)).toBe(await fact('hello-docker25', 'firstFileSize'));
    // The one letter that is another, and where it stands.
    const flipped = readFileSync(samplePath('hello-flipped'));
    expect([tar.includes('looking'), tar.includes('booking'), flipped.includes('booking')]).toEqual([
      true,
      false,
      true,
    ]);
    expect(tar.filter((byte, index) => flipped[index] !== byte)).toHaveLength(1);
  });

  const proven = ['9', '5', '16', '401', '4537', '2070', ...LAYERS];
  it.each(folders)('%s says no others', (folder) => {
    const said = chaptersOf(folder).flatMap((chapter) => chapter.steps.flatMap((step) => wordsOf(chapter, step)));
    const numbers = said.flatMap((text) => text.match(/\d+(?:\.\d+)?/g) ?? []);
    expect(numbers.length).toBeGreaterThan(50);
    expect(numbers.filter((each) => ![...KNOWN, ...proven].includes(each))).toEqual([]);
  });
});

/** Words of a step without its code, whose tokens are names. */
function wordsOf(chapter: Chapter, { title, prose, task, notes, check }: LessonStep): readonly string[] {
  const inline = (inlines: readonly Inline[] | null | undefined): string =>
    (inlines ?? [])
      .map((each) => ('children' in each ? inline(each.children) : each.kind === 'text' ? each.text : ''))
      .join('');
  const block = (each: Block): string =>
    each.kind === 'paragraph' ? inline(each.children) : each.kind === 'list' ? each.items.map(inline).join(' ') : '';
  return [
    chapter.title,
    title,
    ...[chapter.objective, chapter.key, chapter.notes, check?.ask, check?.hint, check?.why].map(inline),
    ...(check?.kind === 'choice' ? check.choices.map(({ text }) => inline(text)) : []),
    ...[...prose, ...task, ...notes].map(block),
  ];
}
