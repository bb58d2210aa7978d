import { BESIDE_KEYS, parseHash, type ViewState } from '../viewState';

/** Whether a text is a state of the page, understood whole. It stands after `#/` in an address. */
export function isState(state: string): boolean {
  const { notUnderstood, rest, given } = parseHash(`#/${state}`);
  return notUnderstood.length === 0 && rest.length === 0 && !BESIDE_KEYS.some((key) => given.has(key));
}

/** What a state of a step changes in the view. One without `src`, or with `keepsSource`, is about what is open. */
export function stateChange(state: string, keepsSource = false): Partial<ViewState> {
  const { view, given } = parseHash(`#/${state}`);
  const change: Partial<{ -readonly [K in keyof ViewState]: ViewState[K] }> = { ...view };
  for (const key of BESIDE_KEYS) delete change[key];
  if (keepsSource || !given.has('src')) {
    delete change.src;
    if (!given.has('img')) delete change.img;
  }
  return change;
}

/** Whether a state says what to open; one that does not is about what the reader opens. */
export function opensSample(state: string): boolean {
  return parseHash(`#/${state}`).given.has('src');
}
