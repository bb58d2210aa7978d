/** What is asked of `navigator.serviceWorker`. */
export interface Workers {
  readonly controller: unknown;
  register(url: string, options: { scope: string }): Promise<Registration>;
}
interface Registration extends EventTarget {
  readonly installing: (EventTarget & { readonly state: string }) | null;
  readonly waiting: unknown;
}

/** What is asked of `window`. */
export interface OfflineHost {
  readonly isSecureContext: boolean;
  readonly location: { readonly protocol: string; readonly hash: string };
  /** Whether the page is inside of another one. */
  readonly isFramed: boolean;
  readonly workers: Workers | undefined;
  /** The getter itself may throw where storage is forbidden. */
  readonly localStorage: Pick<Storage, 'getItem' | 'setItem'>;
}

/** How far the page can do without a network. */
export interface OfflineState {
  /** It can from now on, and has not said so on this device. */
  readonly ready: boolean;
  /** A newer version is here, and is used the next time that the page is opened. */
  readonly newer: boolean;
}

export interface Offline {
  /** The same object until something changes. */
  readonly getState: () => OfflineState;
  readonly subscribe: (listener: () => void) => () => void;
  /** What was said is said once. */
  readonly dismissReady: () => void;
}

const SAID = 'tabaqa.offline.said';

/** Whether somebody teaches with the page: nothing is said then that is not of the lesson. */
export function isTeaching(hash: string): boolean {
  return /[?&](?:mode=present|lesson=)/.test(hash);
}

/** Lets the browser keep the page's own files, where it does that: over https or on this machine, in a window of its own. */
export function createOffline(host: OfflineHost): Offline {
  const listeners = new Set<() => void>();
  let state: OfflineState = { ready: false, newer: false };
  const show = (change: Partial<OfflineState>): void => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };

  const start = async (workers: Workers): Promise<void> => {
    const wasKept = workers.controller !== null;
    const registration = await workers.register('./sw.js', { scope: './' });
    if (registration.waiting && wasKept) show({ newer: true });
    const follow = (): void => {
      const { installing } = registration;
      installing?.addEventListener('statechange', () => {
        if (wasKept && installing.state === 'installed') show({ newer: true });
        if (!wasKept && installing.state === 'activated' && !isTeaching(host.location.hash) && !hasSaid(host)) {
          show({ ready: true });
        }
      });
    };
    registration.addEventListener('updatefound', follow);
    follow();
  };

  const { workers, isFramed, isSecureContext, location } = host;
  if (workers && isSecureContext && !isFramed && /^https?:$/.test(location.protocol)) {
    // Where the browser refuses (a private window, no room), the page works as it is.
    start(workers).catch(() => undefined);
  }
  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dismissReady() {
      say(host);
      show({ ready: false });
    },
  };
}

function hasSaid(host: OfflineHost): boolean {
  try {
    return host.localStorage.getItem(SAID) !== null;
  } catch {
    return true;
  }
}

function say(host: OfflineHost): void {
  try {
    host.localStorage.setItem(SAID, '1');
  } catch {
    // storage is forbidden or full
  }
}
