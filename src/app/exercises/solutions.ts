import type { EnginePool } from '../../worker/pool';
import { stateChange } from '../lesson/state';
import type { LoadSample } from '../openRef';
import { createSession } from '../session';
import type { Workspace } from '../state';
import { fillText } from './fill';
import { EXERCISES } from './index';
import { isRead } from './materials';
import type { ExerciseText, Values } from './model';

export interface SolutionOptions {
  readonly engine: EnginePool;
  readonly loadSample: LoadSample;
  readonly texts: readonly ExerciseText[];
  readonly seat: number;
}

/** What the solutions leave open for one seat, by the exercise's number: worked out over the samples that the exercises are about. */
export async function solutionValues(options: SolutionOptions): Promise<ReadonlyMap<number, Values>> {
  const { engine, loadSample, texts, seat } = options;
  const session = createSession(engine, loadSample);
  const values = new Map<number, Values>();
  try {
    for (const { number, state } of texts) {
      const exercise = EXERCISES[number - 1];
      if (!exercise) continue;
      const setting = exercise.setting(seat);
      const [, name] = /^sample:(.+)$/.exec(stateChange(fillText(state, setting)).src ?? '') ?? [];
      if (name === undefined) continue;
      const workspace = await opened(session, name);
      const task = await exercise.prepare({ workspace, session, engine, loadSample }, seat);
      values.set(number, { ...setting, ...task?.values });
    }
  } finally {
    session.close();
  }
  return values;
}

/** A sample, when all of it is read. Rejects when it cannot be opened. */
function opened(session: ReturnType<typeof createSession>, name: string): Promise<Workspace> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      const now = session.getState();
      if (now.kind === 'failed') reject(new Error(`the sample ${name} cannot be opened`));
      else if (now.kind !== 'open' || !isRead(now.workspace)) return;
      else resolve(now.workspace);
      leave();
    };
    session.open({ kind: 'sample', name });
    const leave = session.subscribe(look);
  });
}
