import * as v from 'valibot';
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

/** What the store needs of `window`; the getter itself may throw where storage is forbidden. */
export interface ProgressHost {
  readonly localStorage: Pick<Storage, 'getItem' | 'setItem'>;
}

const KEY = 'tabaqa.exercises';
const Numbers = v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(EXERCISE_COUNT)));
const Stored = v.record(v.string(), v.object({ done: Numbers, shown: Numbers }));

export function createProgress(host: ProgressHost): ProgressStore {
  const seats = new Map<string, Progress>();
  for (const [seat, { done, shown }] of Object.entries(read(host))) {
    seats.set(seat, { done: new Set(done), shown: new Set(shown) });
  }
  const write = (): void => {
    const all = [...seats].map(([seat, { done, shown }]) => [seat, { done: [...done], shown: [...shown] }] as const);
    try {
      host.localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(all)));
    } catch {
      // storage is forbidden or full: progress holds until the page is closed
    }
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

function read(host: ProgressHost): v.InferOutput<typeof Stored> {
  try {
    const parsed = v.safeParse(Stored, JSON.parse(host.localStorage.getItem(KEY) ?? '{}'));
    return parsed.success ? parsed.output : {};
  } catch {
    // storage is forbidden, or holds something else: nothing is remembered
    return {};
  }
}
