import { afterAll, expect, it } from 'vitest';
import { sampleFile } from '../../core/testing/samples';
import { loadLanguages } from '../../languages';
import { loopback } from '../../worker/loopback';
import { methods } from '../../worker/methods';
import { createPool } from '../../worker/pool';
import { LANGS } from '../viewState';
import { builtinExercises } from './builtin';
import { EXERCISE_COUNT } from './model';
import { solutionValues } from './solutions';

await loadLanguages();
const engine = createPool({ size: 2, spawn: async () => loopback(methods) });
afterAll(() => engine.dispose());

it.each([0, 1, 17])('leaves nothing open in any solution at seat %i', async (seat) => {
  const loadSample = (name: string): Promise<File> => Promise.resolve(sampleFile(name));
  const values = await solutionValues({ engine, loadSample, texts: builtinExercises('en'), seat });
  expect([...values.keys()]).toEqual(Array.from({ length: EXERCISE_COUNT }, (_, index) => index + 1));
  for (const lang of LANGS) {
    for (const { number, solution } of builtinExercises(lang)) {
      const open = [...JSON.stringify(solution).matchAll(/\{([a-z]+)\}/g)].map(([, name = '']) => name);
      expect(Object.keys(values.get(number) ?? {}), `${lang} ${number}`).toEqual(expect.arrayContaining(open));
    }
  }
  expect(values.get(1)?.['size']).toMatch(/^\d+$/);
});
