import { BESIDE_KEYS, DEFAULT_VIEW, formatHash, parseHash, pickView, VIEW_KEYS, type ViewState } from './viewState';

/** A file says nothing of the page that opens it, nor where it comes from. */
const OWN: readonly (keyof ViewState)[] = ['src', ...BESIDE_KEYS];

/** Where the reader looks, as the hash of a link, for a file that is to open there again. */
export function placeHash(view: ViewState): string {
  return formatHash({ ...view, ...pickView(DEFAULT_VIEW, OWN) });
}

/** Where the hash in a file says to look; it comes from whoever made the file. */
export function placeIn(hash: string): Partial<ViewState> {
  return pickView(
    parseHash(hash).view,
    VIEW_KEYS.filter((key) => !OWN.includes(key)),
  );
}
