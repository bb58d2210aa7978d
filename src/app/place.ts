import { DEFAULT_VIEW, formatHash, parseHash, VIEW_KEYS, type ViewState } from './viewState';

/** What belongs to the page and its reader, and not to what is looked at. */
const OWN: readonly (keyof ViewState)[] = [
  'src',
  'lesson',
  'step',
  'exercise',
  'seat',
  'paper',
  'mode',
  'scale',
  'lang',
  'theme',
  'density',
  'keys',
];

/** Where the reader looks, as the hash of a link, for a file that is to open there again. */
export function placeHash(view: ViewState): string {
  return formatHash({ ...view, ...pick(DEFAULT_VIEW, OWN) });
}

/** Where the hash in a file says to look; it comes from whoever made the file. */
export function placeIn(hash: string): Partial<ViewState> {
  return pick(
    parseHash(hash).view,
    VIEW_KEYS.filter((key) => !OWN.includes(key)),
  );
}

function pick(view: ViewState, keys: readonly (keyof ViewState)[]): Partial<ViewState> {
  const picked: Partial<ViewState> = {};
  for (const key of keys) Object.assign(picked, { [key]: view[key] });
  return picked;
}
