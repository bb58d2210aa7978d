import { EngineError } from '../core/errors';
import { LIMITS, PACE } from '../core/limits';
import type { MethodName, Methods } from './methods';
import { cancelled, type CallOptions } from './rpc';
import type { ArgumentsOf, ProgressOf, ResultOf } from './serve';
import { startWorker, type Patience, type PoolWorker, type Spawn } from './poolWorker';

type Arguments<K extends MethodName> = ArgumentsOf<Methods[K]>;
type Options<K extends MethodName> = CallOptions<ProgressOf<Methods[K]>>;
type Result<K extends MethodName> = ResultOf<Methods[K]>;

/** The engine, in as many threads as pay. */
export interface EnginePool {
  /** How many heavy calls run at once; more of them wait their turn. */
  readonly size: number;
  /** Rejects with an {@link EngineError}: `cancelled` at once when the signal aborts, `internal` when the worker crashed. */
  readonly call: <K extends MethodName>(method: K, args: Arguments<K>, options?: Options<K>) => Promise<Result<K>>;
  /** Starts every worker now, so that the first file does not wait for them. */
  readonly warm: () => Promise<void>;
  /** Another file is opened: its crashes are counted from zero. */
  readonly renew: () => void;
  /** Ends every worker, with `cancelled` for calls under way; new ones are started, under the policy that the page has then. */
  readonly restart: () => void;
  /** Ends every worker; calls under way reject. */
  readonly dispose: () => void;
}

/** Heavy calls have a worker to themselves, light ones go between their steps. */
const WEIGHT: Readonly<Record<MethodName, 'heavy' | 'light'>> = {
  openArchive: 'heavy',
  measureSpans: 'heavy',
  represent: 'light',
  openContent: 'light',
  integrity: 'light',
  // It may unpack a layer and pack it again.
  tamper: 'heavy',
  repair: 'light',
  manifestTables: 'light',
  configView: 'light',
  report: 'light',
  orderMembers: 'light',
  stackLayers: 'light',
  fileRows: 'light',
  findDuplicates: 'heavy',
  memberBytes: 'light',
  fileListing: 'light',
  findWaste: 'light',
  inventory: 'light',
  compareSbom: 'light',
  diffImages: 'light',
  diffRows: 'light',
  readContents: 'heavy',
  diffFiles: 'light',
  exportOffers: 'light',
  save: 'heavy',
  openFile: 'light',
  readFile: 'light',
  membersOfFile: 'light',
  reachUrl: 'light',
  listRegistry: 'light',
  hashFile: 'heavy',
  makeSnapshot: 'light',
  carryFile: 'light',
  carriedFile: 'light',
};

export interface PoolOptions {
  readonly size: number;
  /** Asked for once, with the first call or by `warm`: the workers' code is a file of its own. */
  readonly spawn: () => Promise<Spawn>;
  /** Shorter in tests. */
  readonly patience?: Partial<Patience>;
}

interface Job {
  readonly heavy: boolean;
  readonly start: (worker: PoolWorker) => void;
  readonly refuse: (error: EngineError) => void;
}

/** Workers are started when first needed, or by `warm`, and kept; at most {@link LIMITS.workerRestarts} crashed ones are replaced for one file. */
export function createPool({ size, spawn: load, patience = {} }: PoolOptions): EnginePool {
  const workers = new Set<PoolWorker>();
  const waiting = new Set<Job>();
  let crashes = 0;
  let lastCrash = '';
  let disposed = false;
  let spawn: Spawn | undefined;
  let loading: Promise<void> | undefined;

  const ready = (): Promise<void> => {
    const failed = (error: unknown): void => {
      // The next call tries again.
      loading = undefined;
      refuse(`their code cannot be read: ${String(error)}`);
    };
    return (loading ??= load().then((loaded) => {
      spawn = loaded;
      pump();
    }, failed));
  };

  const refuse = (why: string): void => {
    for (const job of waiting) job.refuse(new EngineError('internal', `no worker runs: ${why}`));
    waiting.clear();
  };

  const allowed = (): number => (disposed ? 0 : Math.min(size, size + LIMITS.workerRestarts - crashes));

  const start = (): PoolWorker | null => {
    if (!spawn || workers.size >= allowed()) return null;
    const onEnd = (worker: PoolWorker, crash: string | null): void => {
      workers.delete(worker);
      if (crash !== null) {
        crashes++;
        lastCrash = crash;
      }
      pump();
    };
    try {
      const worker = startWorker({ thread: spawn(), patience: { ...PACE, ...patience }, onEnd });
      workers.add(worker);
      return worker;
    } catch (error) {
      crashes++;
      lastCrash = String(error);
      return start();
    }
  };

  const place = (heavy: boolean): PoolWorker | null => {
    const byLoad = [...workers].sort((a, b) => a.calls() - b.calls());
    if (heavy) return byLoad.find((worker) => !worker.isTaken()) ?? start();
    return byLoad.find((worker) => worker.calls() === 0) ?? start() ?? byLoad[0] ?? null;
  };

  const pump = (): void => {
    if (!spawn && !disposed) return void (waiting.size > 0 && ready());
    for (const job of waiting) {
      const worker = place(job.heavy);
      if (worker) {
        waiting.delete(job);
        job.start(worker);
      } else if (workers.size === 0) {
        waiting.delete(job);
        job.refuse(new EngineError('internal', disposed ? 'closed' : `no worker runs: ${lastCrash}`));
      }
    }
  };

  return {
    size,
    call<K extends MethodName>(method: K, args: Arguments<K>, options: Options<K> = {}): Promise<Result<K>> {
      const heavy = WEIGHT[method] === 'heavy';
      const { signal } = options;
      return new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(cancelled());
        const leave = (): void => {
          waiting.delete(job);
          reject(cancelled());
        };
        const job: Job = {
          heavy,
          start(worker) {
            signal?.removeEventListener('abort', leave);
            const { result, settled } = worker.call(method, args, options, heavy);
            result.then(resolve, reject);
            void settled.then(pump);
          },
          refuse(error) {
            signal?.removeEventListener('abort', leave);
            reject(error);
          },
        };
        signal?.addEventListener('abort', leave, { once: true });
        waiting.add(job);
        pump();
      });
    },
    async warm() {
      await ready();
      while (workers.size < size && start());
    },
    renew() {
      crashes = 0;
    },
    restart() {
      for (const worker of workers) worker.end(cancelled());
    },
    dispose() {
      disposed = true;
      for (const worker of workers) worker.end(new EngineError('internal', 'closed'));
      pump();
    },
  };
}

/** As many workers as the machine has cores, or as the browser says it has. */
export function poolSize(): number {
  return Math.min(Math.max(navigator.hardwareConcurrency || 2, 1), LIMITS.workers);
}
