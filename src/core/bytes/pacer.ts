import { EngineError } from '../errors';
import { PACE } from '../limits';
import type { Progress } from '../model/facts';

/** How a caller watches and stops a long reading. */
export interface ReadOptions {
  /** Aborting makes the reading reject with `cancelled`, at once. */
  readonly signal?: AbortSignal;
  /** Called at most every `PACE.progressMilliseconds`, and once at the end. */
  readonly onProgress?: (progress: Progress) => void;
  /** Asked between any two steps: what to wait for before the next one, when whoever takes the bytes is behind. */
  readonly wait?: () => Promise<void> | null;
}

/** Keeps one reading responsive: it reports progress, lets messages in, and answers an abort. */
export class Pacer {
  /** Stored bytes read so far. */
  done = 0;
  private reported = performance.now();
  private paused = performance.now();

  constructor(
    private readonly total: number,
    private readonly options: ReadOptions,
  ) {}

  /** Null while there is time; otherwise a promise to wait for. Throws `cancelled` after an abort. */
  pause(): Promise<void> | null {
    this.check();
    const now = performance.now();
    if (this.options.onProgress && now - this.reported >= PACE.progressMilliseconds) {
      this.reported = now;
      this.options.onProgress({ done: this.done, total: this.total });
    }
    const taken = this.options.wait?.() ?? null;
    if (!taken && now - this.paused < PACE.yieldMilliseconds) return null;
    return (taken ?? nextTask()).then(() => {
      this.paused = performance.now();
      this.check();
    });
  }

  /** Throws `cancelled` after an abort. */
  check(): void {
    if (this.options.signal?.aborted) throw new EngineError('cancelled', 'cancelled');
  }

  /** Says that everything is read. */
  finish(): void {
    this.check();
    this.options.onProgress?.({ done: this.done, total: this.total });
  }

  /** Calls back on abort (also one in the past); returns how to stop listening. */
  onAbort(stop: () => void): () => void {
    const { signal } = this.options;
    if (!signal) return () => {};
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    return () => signal.removeEventListener('abort', stop);
  }
}

/** Resolves after the tasks that wait now. A timer would be slowed down by browsers to 4 ms each. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
