import {
  DEFAULT_VIEW,
  LOOK_KEYS,
  VIEW_KEYS,
  formatHash,
  parseHash,
  pickView,
  type ParsedLink,
  type ViewState,
} from './viewState';

/** What the store needs of `window`. */
export interface ViewHost {
  readonly location: { readonly hash: string };
  readonly history: Pick<History, 'pushState' | 'replaceState' | 'back' | 'state'>;
  /** The getter itself may throw where storage is forbidden. */
  readonly localStorage: Pick<Storage, 'getItem' | 'setItem'>;
  addEventListener(type: 'popstate' | 'hashchange', listener: () => void): void;
  removeEventListener(type: 'popstate' | 'hashchange', listener: () => void): void;
}

/** The view, in step with the address: made without React. */
export interface ViewStore {
  /** The same object until something changes. */
  readonly getView: () => ViewState;
  /** The parts of the address that were not understood, as written; empty again after {@link ViewStore.dismissNotUnderstood}. */
  readonly getNotUnderstood: () => readonly string[];
  readonly dismissNotUnderstood: () => void;
  readonly subscribe: (listener: () => void) => () => void;
  /** Changes the view. Another board, document, sample, or step of a lesson is a step that Back undoes; anything else is not. */
  readonly update: (change: Partial<ViewState>) => void;
  /** Whether what is before this step was shown here, of what is open now: else what is open would be closed, or the page left. */
  readonly canGoBack: () => boolean;
  /** As the browser's Back. */
  readonly back: () => void;
  readonly dispose: () => void;
}

/** Changes of these are steps in the history. */
const STEPS = [
  'board',
  'doc',
  'src',
  'lesson',
  'step',
  'exercise',
  'paper',
] as const satisfies readonly (keyof ViewState)[];
/** Remembered on this device, for links that do not say. */
const REMEMBERED = LOOK_KEYS;

/** Starts from the address, then from what this device remembers, then from the defaults. */
export function createViewStore(host: ViewHost): ViewStore {
  const listeners = new Set<() => void>();
  let rest: readonly string[] = [];
  let notUnderstood: readonly string[] = [];
  /** Steps made before this one since something was opened. */
  let steps = stepsOf(host.history.state) ?? 0;
  write(host, host.location.hash, { steps });
  let view = follow(parseHash(host.location.hash), { ...DEFAULT_VIEW, ...remembered(host) });

  /** What the link shows; how it looks stays as it is where the link does not say. */
  function follow(link: ParsedLink, current: ViewState): ViewState {
    rest = link.rest;
    notUnderstood = link.notUnderstood;
    return {
      ...link.view,
      ...pickView(
        current,
        REMEMBERED.filter((key) => !link.given.has(key)),
      ),
    };
  }

  const stepsAfter = (before: ViewState): number => (view.src === before.src ? steps + 1 : 0);

  const announce = (): void => listeners.forEach((listener) => listener());

  const navigated = (): void => {
    const before = view;
    const known = stepsOf(host.history.state);
    const isOther = host.location.hash !== formatHash(view, rest);
    if (isOther) view = follow(parseHash(host.location.hash), view);
    // A link of the page, or an address typed by hand, is a step, too.
    steps = known ?? stepsAfter(before);
    if (known === null) write(host, host.location.hash, { steps });
    if (!isOther) return;
    announce();
  };
  host.addEventListener('popstate', navigated);
  host.addEventListener('hashchange', navigated);

  return {
    getView: () => view,
    getNotUnderstood: () => notUnderstood,
    dismissNotUnderstood() {
      notUnderstood = [];
      announce();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    update(change) {
      const before = view;
      view = { ...view, ...change };
      if (VIEW_KEYS.every((key) => view[key] === before[key])) {
        view = before;
        return;
      }
      for (const key of REMEMBERED) if (view[key] !== before[key]) remember(host, key, view[key]);
      const hash = formatHash(view, rest);
      if (hash !== host.location.hash) {
        const isStep = STEPS.some((key) => view[key] !== before[key]);
        const after = isStep ? stepsAfter(before) : steps;
        if (write(host, hash, { steps: after, isStep })) steps = after;
      }
      announce();
    },
    canGoBack: () => steps > 0,
    back: () => host.history.back(),
    dispose() {
      host.removeEventListener('popstate', navigated);
      host.removeEventListener('hashchange', navigated);
      listeners.clear();
    },
  };
}

const storageKey = (key: string): string => `tabaqa.${key}`;

function remembered(host: ViewHost): Partial<ViewState> {
  try {
    const pairs = REMEMBERED.flatMap((key) => {
      const value = host.localStorage.getItem(storageKey(key));
      return value === null ? [] : [`${key}=${encodeURIComponent(value)}`];
    });
    const link = parseHash(`#/?${pairs.join('&')}`);
    return pickView(
      link.view,
      REMEMBERED.filter((key) => link.given.has(key)),
    );
  } catch {
    // storage is forbidden here: nothing is remembered
    return {};
  }
}

function remember(host: ViewHost, key: string, value: string): void {
  try {
    host.localStorage.setItem(storageKey(key), value);
  } catch {
    // storage is forbidden or full: the choice holds until the page is closed
  }
}

/** How many steps were made before an entry of the history; null for one that was not made here. */
function stepsOf(state: unknown): number | null {
  if (typeof state !== 'object' || state === null || !('steps' in state)) return null;
  return typeof state.steps === 'number' ? state.steps : null;
}

/** Whether the browser let it. */
function write(host: ViewHost, hash: string, { steps, isStep = false }: { steps: number; isStep?: boolean }): boolean {
  try {
    if (isStep) host.history.pushState({ steps }, '', hash);
    else host.history.replaceState({ steps }, '', hash);
    return true;
  } catch {
    // browsers refuse too many changes in a short time; the next change writes the whole view again
    return false;
  }
}
