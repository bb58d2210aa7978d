/** Runs `action` when asked: at once, but never twice within `milliseconds`; what is asked for in between runs once, after. */
export interface Paced {
  readonly ask: () => void;
  /** Runs now if something was asked for. */
  readonly flush: () => void;
  /** Forgets what was asked for. */
  readonly stop: () => void;
}

export function paced(milliseconds: number, action: () => void): Paced {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = false;
  const run = (): void => {
    clearTimeout(timer);
    asked = false;
    timer = setTimeout(() => {
      timer = undefined;
      if (asked) run();
    }, milliseconds);
    action();
  };
  return {
    ask() {
      asked = true;
      if (timer === undefined) run();
    },
    flush() {
      if (asked) run();
    },
    stop() {
      clearTimeout(timer);
      timer = undefined;
      asked = false;
    },
  };
}

/** Runs an asynchronous action when asked, one at a time, with a rest after each run. */
export interface Rested {
  readonly ask: () => void;
  /** Without waiting for the rest to end; still one at a time. */
  readonly askNow: () => void;
  /** Forgets what was asked for. */
  readonly stop: () => void;
}

/** How many times as long as a run its rest is: work that is slow must not take the machine from what it follows. */
const REST = 4;

/** The rest takes at least `milliseconds`. What is asked for during a run or a rest runs once, after. `action` must not reject. */
export function rested(milliseconds: number, action: () => Promise<void>): Rested {
  let state: 'idle' | 'running' | 'resting' = 'idle';
  let asked: 'no' | 'yes' | 'now' = 'no';
  let timer: ReturnType<typeof setTimeout> | undefined;

  const next = (): void => {
    state = 'idle';
    if (asked !== 'no') void run();
  };
  const run = async (): Promise<void> => {
    clearTimeout(timer);
    state = 'running';
    asked = 'no';
    const begin = performance.now();
    await action();
    state = 'resting';
    const pause = Math.max(milliseconds, (performance.now() - begin) * REST);
    if (hasPriority()) next();
    else timer = setTimeout(next, pause);
  };
  const hasPriority = (): boolean => asked === 'now';

  return {
    ask() {
      if (asked === 'no') asked = 'yes';
      if (state === 'idle') void run();
    },
    askNow() {
      asked = 'now';
      if (state !== 'running') void run();
    },
    stop() {
      clearTimeout(timer);
      asked = 'no';
    },
  };
}
