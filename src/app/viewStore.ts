import { DEFAULT_VIEW, VIEW_KEYS, formatHash, parseHash, type ParsedLink, type ViewState } from './viewState';

/** What the store needs of `window`. */
export interface ViewHost {
  readonly location: { readonly hash: string };
  readonly history: Pick<History, 'pushState' | 'replaceState'>;
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
/** How the page looks is remembered on this device, for links that do not say. */
const REMEMBERED = ['lang', 'theme', 'density', 'keys'] as const satisfies readonly (keyof ViewState)[];

/** Starts from the address, then from what this device remembers, then from the defaults. */
export function createViewStore(host: ViewHost): ViewStore {
  const listeners = new Set<() => void>();
  let rest: readonly string[] = [];
  let notUnderstood: readonly string[] = [];
  let view = follow(parseHash(host.location.hash), { ...DEFAULT_VIEW, ...remembered(host) });

  /** What the link shows; how it looks stays as it is where the link does not say. */
  function follow(link: ParsedLink, current: ViewState): ViewState {
    rest = link.rest;
    notUnderstood = link.notUnderstood;
    return {
      ...link.view,
      ...pick(
        current,
        REMEMBERED.filter((key) => !link.given.has(key)),
      ),
    };
  }

  const announce = (): void => listeners.forEach((listener) => listener());

  const navigated = (): void => {
    if (host.location.hash === formatHash(view, rest)) return;
    view = follow(parseHash(host.location.hash), view);
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
        write(host, hash, isStep);
      }
      announce();
    },
    dispose() {
      host.removeEventListener('popstate', navigated);
      host.removeEventListener('hashchange', navigated);
      listeners.clear();
    },
  };
}

function pick(view: ViewState, keys: readonly (keyof ViewState)[]): Partial<ViewState> {
  const picked: Partial<ViewState> = {};
  for (const key of keys) Object.assign(picked, { [key]: view[key] });
  return picked;
}

const storageKey = (key: string): string => `tabaqa.${key}`;

function remembered(host: ViewHost): Partial<ViewState> {
  try {
    const pairs = REMEMBERED.flatMap((key) => {
      const value = host.localStorage.getItem(storageKey(key));
      return value === null ? [] : [`${key}=${encodeURIComponent(value)}`];
    });
    const link = parseHash(`#/?${pairs.join('&')}`);
    return pick(
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

function write(host: ViewHost, hash: string, isStep: boolean): void {
  try {
    if (isStep) host.history.pushState(null, '', hash);
    else host.history.replaceState(null, '', hash);
  } catch {
    // browsers refuse too many changes in a short time; the next change writes the whole view again
  }
}
