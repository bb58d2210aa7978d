import type { Lang } from '../viewState';
import type { ExerciseText } from './model';
import { parseExercise } from './parse';

/** The texts of the exercises, by path: `<lang>/NN-name.md`. */
const TEXTS: Readonly<Record<string, string>> = import.meta.glob('../../exercises/*/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const read = new Map<string, readonly ExerciseText[]>();

/** The exercises in a language, by their numbers; in English where there are none in it. */
export function builtinExercises(lang: Lang): readonly ExerciseText[] {
  let exercises = read.get(lang);
  if (!exercises) read.set(lang, (exercises = readExercises(lang)));
  return exercises.length === 0 && lang !== 'en' ? builtinExercises('en') : exercises;
}

function readExercises(lang: string): readonly ExerciseText[] {
  return Object.entries(TEXTS)
    .flatMap(([path, text]) => {
      const [, of, number] = /\/exercises\/([a-z]+)\/(\d\d)-[a-z\d-]+\.md$/.exec(path) ?? [];
      if (of !== lang) return [];
      const parsed = parseExercise(Number(number), text);
      if (parsed.kind === 'exercise') return [parsed.exercise];
      const said = parsed.problems.map(({ code, line, found }) => `${line}: ${code} ${found}`);
      throw new Error([path, ...said].join('\n'));
    })
    .toSorted((a, b) => a.number - b.number);
}
