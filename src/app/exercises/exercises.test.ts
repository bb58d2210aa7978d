import { afterEach, expect, it, vi } from 'vitest';
import { loadLanguages } from '../../languages';
import { sampleFile } from '../../core/testing/samples';
import { loopback } from '../../worker/loopback';
import { methods } from '../../worker/methods';
import { createPool, type EnginePool } from '../../worker/pool';
import { createComparison } from '../comparison';
import { createNavigation } from '../navigation';
import { createSession } from '../session';
import { createViewStore, type ViewStore } from '../viewStore';
import { builtinExercises } from './builtin';
import { createExercises, type Exercises } from './exercises';
import { createProgress } from './progress';

await loadLanguages();

const engines: EnginePool[] = [];
afterEach(() => engines.splice(0).forEach((engine) => engine.dispose()));

const loadSample = (name: string): Promise<File> => Promise.resolve(sampleFile(name));

function start(hash: string): { exercises: Exercises; view: ViewStore } {
  const engine = createPool({ size: 2, spawn: async () => loopback(methods) });
  engines.push(engine);
  const location = { hash };
  const localStorage = { getItem: () => null, setItem() {} };
  const go = (_: unknown, __: string, url?: string | URL | null): void => void (location.hash = String(url));
  const view = createViewStore({
    location,
    history: { pushState: go, replaceState: go, back() {}, state: null },
    localStorage,
    addEventListener() {},
    removeEventListener() {},
  });
  const session = createSession(engine, loadSample);
  createNavigation(session, view);
  const comparison = createComparison(engine, session, loadSample);
  const progress = createProgress({ localStorage });
  const exercises = createExercises({
    session,
    view,
    engine,
    comparison,
    progress,
    loadSample,
    textsIn: builtinExercises,
  });
  return { exercises, view };
}

const ready = (exercises: Exercises): Promise<void> =>
  vi.waitFor(() => expect(exercises.getState().place?.task).toBeTruthy(), { timeout: 20_000, interval: 10 });

const codes = (exercises: Exercises): string[] | undefined =>
  exercises.getState().place?.attempt.verdict?.remarks.map(({ code }) => code);

it('keeps a prediction that is made while the sample is still read', async () => {
  const { exercises } = start('#/?exercise=1');
  exercises.goTo(8);
  exercises.give('names', '6');
  await ready(exercises);
  const { attempt } = exercises.getState().place ?? {};
  expect(attempt?.given['names']).toBe('6');
  expect(attempt?.given['manifest']).toContain('vnd.docker');
});

it('judges an answer, takes the verdict back when it is changed, and remembers what is done', async () => {
  const { exercises, view } = start('#/bytes?src=sample:hello-docker25&exercise=1&seat=16');
  await ready(exercises);
  exercises.check();
  expect(codes(exercises)).toEqual(['unanswered']);
  exercises.give('size', '1');
  expect(codes(exercises)).toBeUndefined();
  exercises.check();
  expect(codes(exercises)).toEqual(['wrong']);
  expect(exercises.getState().progress.done.size).toBe(0);
  exercises.give('size', exercises.getState().place?.values['size'] ?? '');
  exercises.check();
  expect(codes(exercises)).toEqual([]);
  expect([...exercises.getState().progress.done]).toEqual([1]);
  exercises.setSeat(0);
  expect(view.getView().seat).toBeNull();
  expect(exercises.getState().progress.done.size).toBe(0);
  exercises.setSeat(16);
  exercises.showSolution();
  expect(exercises.getState().progress.shown.size).toBe(0);
  exercises.startAnew();
  expect(exercises.getState().progress.done.size).toBe(0);
  expect(exercises.getState().place?.attempt.given).toEqual({});
});

it('opens what an exercise is about, and leaves a lesson', async () => {
  const { exercises, view } = start('#/?lesson=0&step=1');
  exercises.toggle();
  expect(view.getView()).toMatchObject({ exercise: '1', lesson: null, step: null, src: null });
  exercises.goTo(3);
  expect(view.getView()).toMatchObject({ exercise: '3', board: 'documents', src: 'sample:hello-v1' });
  await ready(exercises);
  exercises.toggle();
  expect(exercises.getState().place).toBeNull();
  exercises.toggle();
  expect(exercises.getState().place?.text.number).toBe(3);
  expect(exercises.link()).toBe('#/ladder?exercise=3');
});
