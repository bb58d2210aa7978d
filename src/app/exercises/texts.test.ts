import { describe, expect, it } from 'vitest';
import { loadLanguages } from '../../languages';
import { MISPRINTED_FRENCH } from '../../i18n/testing/french';
import type { Block, Inline } from '../lesson/model';
import { isState } from '../lesson/state';
import { LANGS } from '../viewState';
import { builtinExercises } from './builtin';
import { fillText } from './fill';
import { EXERCISES } from './index';
import { EXERCISE_COUNT, type ExerciseText, type FieldText, type SectionText } from './model';
import { parseExercise } from './parse';

await loadLanguages();

/** What is left open in texts and must have a value. */
function openNames(parts: readonly unknown[]): string[] {
  return [...new Set([...JSON.stringify(parts).matchAll(/\{([a-z]+)\}/g)].map(([, name = '']) => name))].toSorted();
}

const textsOf = ({ prose, predict, task, hints, solution, why }: ExerciseText): (Block | SectionText)[] => [
  ...prose,
  predict,
  task,
  ...hints.flat(),
  ...solution,
  ...why,
];

const fields = (section: SectionText): (readonly [string, string[]])[] =>
  section.fields.map(({ name, choices }) => [name, choices.map(({ id }) => id)] as const);

describe.each(LANGS)('the exercises in %s', (lang) => {
  const exercises = builtinExercises(lang);

  it('are all there, with the questions that are judged', () => {
    expect(exercises.map(({ number }) => number)).toEqual(Array.from({ length: EXERCISE_COUNT }, (_, i) => i + 1));
    for (const [index, { predict, task }] of exercises.entries()) {
      const exercise = EXERCISES[index];
      expect(predict.fields.map(({ name }) => name)).toEqual(Object.keys(exercise?.predict ?? {}));
      expect(task.fields.map(({ name }) => name)).toEqual(Object.keys(exercise?.answer ?? {}));
      const kinds = { ...exercise?.predict, ...exercise?.answer };
      for (const { name, choices } of [...predict.fields, ...task.fields]) {
        if (kinds[name] === 'choice') expect(choices.length).toBeGreaterThan(1);
        else if (kinds[name] !== 'set') expect(choices).toEqual([]);
      }
    }
  });

  it('are states of this page for every seat', () => {
    for (const [index, { state }] of exercises.entries()) {
      for (const seat of [0, 1, 2, 3, 17, 9999]) {
        const filled = fillText(state, EXERCISES[index]?.setting(seat) ?? {});
        expect(isState(filled), filled).toBe(true);
      }
    }
  });

  it('ask the same of the same things as in English', () => {
    const english = builtinExercises('en');
    for (const [index, exercise] of exercises.entries()) {
      const other = english[index];
      if (!other) throw new Error('one too many');
      const { state, minutes, isHard } = other;
      expect(exercise).toMatchObject({ state, minutes, isHard });
      expect(fields(exercise.predict)).toEqual(fields(other.predict));
      expect(fields(exercise.task)).toEqual(fields(other.task));
      expect(openNames(textsOf(exercise))).toEqual(openNames(textsOf(other)));
    }
  });
});

it('space and quote French as it is printed', () => {
  const said = builtinExercises('fr').flatMap((exercise) => [exercise.title, ...textsOf(exercise).flatMap(printed)]);
  expect(said.length).toBeGreaterThan(EXERCISE_COUNT);
  expect(said.filter((text) => MISPRINTED_FRENCH.test(text))).toEqual([]);
});

/** What is said without code, which is written as it is typed. */
function printed(part: Block | SectionText): readonly string[] {
  const words = (inlines: readonly Inline[]): string =>
    inlines.map((each) => ('children' in each ? words(each.children) : each.kind === 'text' ? each.text : '')).join('');
  if ('prose' in part) {
    const said = part.fields.flatMap(({ ask, choices }) => [words(ask), ...choices.map(({ text }) => words(text))]);
    return [...part.prose.flatMap(printed), ...said];
  }
  return part.kind === 'paragraph' ? [words(part.children)] : part.kind === 'list' ? part.items.map(words) : [];
}

const SECTIONS = ['predict', 'do', 'hint', 'hint', 'solution', 'why'];
const body = (sections: readonly string[]): string => sections.map((name) => `## ${name}\n\nWords.\n`).join('\n');
const source = (text: string, front = 'title: T\nminutes: 4\nstate: ladder'): string =>
  `---\n${front}\n---\n\nWords.\n\n${text}`;

function problems(text: string): string[] {
  const parsed = parseExercise(1, text);
  return parsed.kind === 'problems' ? parsed.problems.map(({ code, line }) => `${line} ${code}`) : [];
}

describe('a text of an exercise', () => {
  it('is read', () => {
    const field = '```field\nname: size\nask: How *long*?\nchoose: a One\nchoose: b Two\n```';
    const parsed = parseExercise(3, source(body(SECTIONS).replace('## hint', `${field}\n\n## hint`)));
    if (parsed.kind === 'problems') throw new Error(JSON.stringify(parsed.problems));
    const { number, title, task } = parsed.exercise;
    const [asked] = task.fields;
    expect({ number, title }).toEqual({ number: 3, title: 'T' });
    expect(asked?.name).toBe('size');
    expect(askedText(asked)).toBe('How long?');
    expect(asked?.choices.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it.each([
    ['no front matter', 'Words.', ['1 front-matter']],
    ['a missing field', source(body(SECTIONS), 'title: T\nminutes: 4'), ['1 missing-field']],
    ['minutes that are none', source(body(SECTIONS), 'title: T\nminutes: x\nstate: ladder'), ['2 field']],
    ['another section', source(body(['predict', 'try'])), ['13 heading', '1 missing-field']],
    ['a section without words', source(body(SECTIONS).replace('## why\n\nWords.\n', '## why\n')), ['29 no-prose']],
    ['a question elsewhere', source(body(SECTIONS) + '\n```field\nname: a\nask: b\n```\n'), ['33 heading']],
    ['HTML', source(body(SECTIONS).replace('Words.', '<b>Words</b>')), ['11 html', '11 html']],
  ])('%s is refused', (_, text, found) => {
    expect(problems(text)).toEqual(found);
  });
});

function askedText(field: FieldText | undefined): string {
  const words = (inlines: readonly Inline[]): string =>
    inlines.map((each) => ('text' in each ? each.text : words(each.children))).join('');
  return words(field?.ask ?? []);
}
