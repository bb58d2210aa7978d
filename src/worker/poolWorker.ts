import { EngineError } from '../core/errors';
import type { MethodName, Methods } from './methods';
import { connect, type CallOptions, type Running } from './rpc';
import type { ArgumentsOf, ProgressOf, ResultOf } from './serve';
import type { Port } from './wire';

/** Something that answers calls at its port, and can be ended at any moment. */
export interface Thread {
  readonly port: Port;
  /** Tells of a crash: nothing more will come. */
  readonly onCrash: (listener: (reason: string) => void) => void;
  readonly terminate: () => void;
}
export type Spawn = () => Thread;

/** A worker of a pool: a thread, the calls it has, and the eye kept on it. */
export interface PoolWorker {
  readonly call: <K extends MethodName>(
    method: K,
    args: ArgumentsOf<Methods[K]>,
    options: CallOptions<ProgressOf<Methods[K]>>,
    heavy: boolean,
  ) => Running<ResultOf<Methods[K]>>;
  /** Calls that are not settled. */
  readonly calls: () => number;
  /** Whether one of them is heavy. */
  readonly isTaken: () => boolean;
  /** Ends the thread; its calls reject with `error`. */
  readonly end: (error: EngineError) => void;
}

/** When a worker is given up: see `PACE`. */
export interface Patience {
  readonly silenceMilliseconds: number;
  readonly cancelMilliseconds: number;
}

export interface PoolWorkerOptions {
  readonly thread: Thread;
  readonly patience: Patience;
  /** Told once; `crash` is null when the thread was ended on purpose. */
  readonly onEnd: (worker: PoolWorker, crash: string | null) => void;
}

/** Takes a thread into work: it is ended when it crashes, falls silent, or does not let go of a cancelled call. */
export function startWorker({ thread, patience, onEnd }: PoolWorkerOptions): PoolWorker {
  let calls = 0;
  let taken = false;
  let ended = false;
  let unanswered = 0;
  let watch: ReturnType<typeof setInterval> | undefined;
  const connection = connect<Methods>(thread.port, () => (unanswered = 0));

  const end = (error: EngineError, crash: string | null): void => {
    if (ended) return;
    ended = true;
    clearInterval(watch);
    thread.terminate();
    connection.fail(error);
    onEnd(worker, crash);
  };
  const crashed = (reason: string): void => end(new EngineError('internal', `a worker stopped: ${reason}`), reason);
  thread.onCrash(crashed);

  // two questions without an answer, so that a machine that slept in between is no crash
  const look = (): void => {
    if (unanswered >= 2) return crashed('silent');
    unanswered++;
    connection.ping();
  };

  const settle = (): void => {
    if (--calls === 0) clearInterval(watch);
  };

  const worker: PoolWorker = {
    call(method, args, options, heavy) {
      if (calls++ === 0) {
        unanswered = 0;
        watch = setInterval(look, patience.silenceMilliseconds / 2);
      }
      if (heavy) taken = true;
      const running = connection.call(method, args, options);
      let timer: ReturnType<typeof setTimeout> | undefined;
      const giveUp = (): void => end(new EngineError('internal', 'a worker did not stop'), null);
      const cancel = (): void => void (timer = setTimeout(giveUp, patience.cancelMilliseconds));
      options.signal?.addEventListener('abort', cancel, { once: true });
      void running.settled.then(() => {
        options.signal?.removeEventListener('abort', cancel);
        clearTimeout(timer);
        if (heavy) taken = false;
        settle();
      });
      return running;
    },
    calls: () => calls,
    isTaken: () => taken,
    end: (error) => end(error, null),
  };
  return worker;
}
