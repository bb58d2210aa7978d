import { PACE } from '../core/limits';

/** Speed over the last {@link PACE.rateMilliseconds}. */
export interface Rate {
  /** `done`: bytes since the beginning; it may fall when work is given up. */
  readonly add: (done: number) => void;
  readonly perSecond: () => number;
  readonly reset: () => void;
}

export function createRate(now: () => number = () => performance.now()): Rate {
  let samples: { readonly at: number; readonly done: number }[] = [];
  return {
    add(done) {
      const at = now();
      if (done < (samples.at(-1)?.done ?? 0)) samples = [];
      samples.push({ at, done });
      // the newest sample outside the window stays: the window starts there
      while (samples.length > 2 && (samples[1]?.at ?? at) <= at - PACE.rateMilliseconds) samples.shift();
    },
    perSecond() {
      const first = samples[0];
      const last = samples.at(-1);
      if (!first || !last || last.at === first.at) return 0;
      return ((last.done - first.done) / (last.at - first.at)) * 1000;
    },
    reset() {
      samples = [];
    },
  };
}
