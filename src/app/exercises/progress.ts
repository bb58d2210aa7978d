import * as v from 'valibot';
import { keptIn, type KeepingHost } from '../kept';
import { EXERCISE_COUNT } from './model';

/** What is done at a seat. */
export interface Progress {
  /** Numbers of the exercises that were answered right. */
  readonly done: ReadonlySet<number>;
  /** Those whose solution was shown before that. */
  readonly shown: ReadonlySet<number>;
}

/** Progress by seat, kept in this browser where that is allowed. */
export interface ProgressStore {
  readonly get: (seat: number) => Progress;
  readonly add: (seat: number, kind: keyof Progress, exercise: number) => void;
  readonly clear: (seat: number) => void;
}

const Numbers = v.pipe(
  v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(EXERCISE_COUNT))),
  v.readonly(),
);
const Stored = v.record(v.string(), v.object({ done: Numbers, shown: Numbers }));

export function createProgress(host: KeepingHost): ProgressStore {
  const kept = keptIn(host, 'tabaqa.exercises', Stored);
  const seats = new Map<string, Progress>();
  for (const [seat, { done, shown }] of Object.entries(kept.read() ?? {})) {
    seats.set(seat, { done: new Set(done), shown: new Set(shown) });
  }
  const write = (): void => {
    const all = [...seats].map(([seat, { done, shown }]) => [seat, { done: [...done], shown: [...shown] }] as const);
    kept.write(Object.fromEntries(all));
  };
  const get = (seat: number): Progress => seats.get(`${seat}`) ?? { done: new Set(), shown: new Set() };
  return {
    get,
    add(seat, kind, exercise) {
      const progress = get(seat);
      seats.set(`${seat}`, { ...progress, [kind]: new Set([...progress[kind], exercise]) });
      write();
    },
    clear(seat) {
      seats.delete(`${seat}`);
      write();
    },
  };
}
