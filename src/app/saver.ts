import { PACE } from '../core/limits';
import type { Progress } from '../core/model/facts';
import type { Exporter } from './exporter';
import { failureOf, isCancelled } from './failure';
import { paced } from './pace';
import { createRate } from './rate';
import type { Failure, Saveable, Session } from './state';

/** What becomes of what the user saves. */
export type Saving =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly name: string; readonly progress: Progress; readonly bytesPerSecond: number }
  /** `where`: in the file that was chosen, or given to the browser to download. */
  | { readonly kind: 'saved'; readonly name: string; readonly size: number; readonly where: 'file' | 'download' }
  | { readonly kind: 'failed'; readonly name: string; readonly failure: Failure };

/** Saves one thing at a time; made without React. */
export interface Saver {
  readonly getState: () => Saving;
  readonly subscribe: (listener: () => void) => () => void;
  /** Asks where to, where the browser lets us, and saves. To be called while a click or a key is answered. Nothing while something is saved. */
  readonly start: (what: Saveable, name: string) => void;
  readonly cancel: () => void;
  /** Ends it because what it is saved from is closed. */
  readonly leave: () => void;
  /** Forgets how the last one ended. */
  readonly dismiss: () => void;
}

export interface SaverOptions {
  readonly session: Pick<Session, 'save'>;
  readonly choose: Exporter['choose'];
  readonly download: (name: string, content: Blob) => void;
  /** Something was being saved, and is not because something else was opened: nobody asked for that. */
  readonly onCut?: (name: string) => void;
}

export function createSaver({ session, choose, download, onCut }: SaverOptions): Saver {
  const listeners = new Set<() => void>();
  let state: Saving = { kind: 'idle' };
  let current: AbortController | null = null;
  let isCancelling = false;

  const show = (next: Saving): void => {
    state = next;
    for (const listener of listeners) listener();
  };

  const run = async (what: Saveable, name: string, { signal }: AbortController): Promise<void> => {
    const chosen = await choose(name);
    if (chosen === 'cancelled' || signal.aborted) return;
    const file = chosen === 'download' ? null : chosen;
    const called = file?.name ?? name;
    const rate = createRate();
    let progress: Progress = { done: 0, total: 0 };
    const publish = paced(PACE.stateMilliseconds, () =>
      show({ kind: 'running', name: called, progress, bytesPerSecond: rate.perSecond() }),
    );
    publish.ask();
    try {
      const { size, blob } = await session.save(what, file, {
        signal,
        onProgress(next) {
          progress = next;
          rate.add(next.done);
          publish.ask();
        },
      });
      publish.stop();
      if (blob) download(name, blob);
      show({ kind: 'saved', name: called, size, where: blob ? 'download' : 'file' });
    } catch (error) {
      publish.stop();
      if (isCancelled(error) && !isCancelling) onCut?.(called);
      show(isCancelled(error) ? { kind: 'idle' } : { kind: 'failed', name: called, failure: failureOf(error) });
    }
  };

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start(what, name) {
      if (current) return;
      const controller = new AbortController();
      current = controller;
      isCancelling = false;
      void run(what, name, controller).finally(() => (current = null));
    },
    cancel() {
      isCancelling = true;
      current?.abort();
    },
    leave: () => current?.abort(),
    dismiss() {
      if (state.kind === 'saved' || state.kind === 'failed') show({ kind: 'idle' });
    },
  };
}
