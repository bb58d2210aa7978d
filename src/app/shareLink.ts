import { formatHash, type ViewState, DEFAULT_VIEW } from './viewState';

/** What of the view a link has. */
export interface SharedView {
  /** What is selected, looked at or searched for. */
  readonly selection: boolean;
  /** What is changed on a copy, and the guess about it. */
  readonly flip: boolean;
  /** Language, theme and density. */
  readonly look: boolean;
}

const SELECTION = ['sel', 'doc', 'at', 'only', 'row', 'find', 'path', 'look', 'byte', 'vs', 'ign'] as const;
const FLIP = ['flip', 'guess'] as const;
const LOOK = ['lang', 'theme', 'density'] as const;

function pick<K extends keyof ViewState>(view: ViewState, keys: readonly K[]): Pick<ViewState, K> {
  return Object.fromEntries(keys.map((key) => [key, view[key]])) as Pick<ViewState, K>;
}

/** The part of a link after the page's own address, for what `src` opens. How the page looks is in it only when it is asked for; then also where it is as by default. */
export function shareHash(view: ViewState, src: string | null, { selection, flip, look }: SharedView): string {
  const shown: ViewState = {
    ...view,
    src,
    ...pick(DEFAULT_VIEW, [...LOOK, 'keys']),
    ...(!selection && pick(DEFAULT_VIEW, SELECTION)),
    ...(!flip && pick(DEFAULT_VIEW, FLIP)),
  };
  return formatHash(shown, look ? LOOK.map((key) => `${key}=${view[key]}`) : []);
}

/** The page's own address, without what is asked of it or shown in it. */
export function pageAddress({ href }: Pick<Location, 'href'>): string {
  return href.replace(/[?#].*$/s, '');
}
