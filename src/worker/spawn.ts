// oxlint-disable-next-line import/default -- the bundler makes this module
import EngineWorker from './entry?worker&inline';
import type { Thread } from './poolWorker';

/**
 * A worker made from a blob: URL, because only such a one inherits the page's `<meta>` policy;
 * one loaded by URL could send the file anywhere.
 */
export function spawnWorker(): Thread {
  const worker = new EngineWorker({ name: 'engine' });
  return {
    port: worker,
    onCrash(listener) {
      // a policy that forbids the worker shows only as an error event without a message
      worker.addEventListener('error', (event) => listener(event.message || 'it could not start'));
      worker.addEventListener('messageerror', () => listener('a message could not be read'));
    },
    terminate: () => worker.terminate(),
  };
}
