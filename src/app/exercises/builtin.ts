import { byLanguage } from '../byLanguage';
import { parseExercise } from './parse';

const exercises = byLanguage((files) =>
  Object.entries(files)
    .map(([path, text]) => {
      const [, number] = /\/(\d\d)-[a-z\d-]+\.md$/.exec(path) ?? [];
      const parsed = parseExercise(Number(number), text);
      if (parsed.kind === 'exercise') return parsed.exercise;
      const said = parsed.problems.map(({ code, line, found }) => `${line}: ${code} ${found}`);
      throw new Error([path, ...said].join('\n'));
    })
    .toSorted((a, b) => a.number - b.number),
);

/** Adds the exercises of a language: their texts, by paths that end in `NN-name.md`. */
export const addExercises = exercises.add;

/** The exercises in a language, by their numbers. */
export const builtinExercises = exercises.of;
