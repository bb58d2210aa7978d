import type { Lang } from '../viewState';
import type { ExerciseText } from './model';
import { parseExercise } from './parse';

const texts = new Map<Lang, Readonly<Record<string, string>>>();
const read = new Map<Lang, readonly ExerciseText[]>();

/** Adds the exercises of a language: their texts, by paths that end in `NN-name.md`. */
export function addExercises(lang: Lang, exercises: Readonly<Record<string, string>>): void {
  texts.set(lang, exercises);
}

/** The exercises in a language, by their numbers; in English where there are none in it. */
export function builtinExercises(lang: Lang): readonly ExerciseText[] {
  const of = texts.has(lang) ? lang : 'en';
  let exercises = read.get(of);
  if (!exercises) read.set(of, (exercises = readExercises(texts.get(of) ?? {})));
  return exercises;
}

function readExercises(files: Readonly<Record<string, string>>): readonly ExerciseText[] {
  return Object.entries(files)
    .map(([path, text]) => {
      const [, number] = /\/(\d\d)-[a-z\d-]+\.md$/.exec(path) ?? [];
      const parsed = parseExercise(Number(number), text);
      if (parsed.kind === 'exercise') return parsed.exercise;
      const said = parsed.problems.map(({ code, line, found }) => `${line}: ${code} ${found}`);
      throw new Error([path, ...said].join('\n'));
    })
    .toSorted((a, b) => a.number - b.number);
}
