import { useSyncExternalStore } from 'react';
import { codeOf, keyNames } from '../../app/keys';

/** What each key of the reader's keyboard types, by its code; browsers that tell have it under `navigator.keyboard`. */
export type LayoutMap = ReadonlyMap<string, string>;

interface Keyboard {
  getLayoutMap: () => Promise<LayoutMap>;
}

let layout: LayoutMap | null = null;
const listeners = new Set<() => void>();
let asked = false;

function ask(): void {
  asked = true;
  const { keyboard } = navigator as { readonly keyboard?: Keyboard };
  // Inside another page a browser may refuse to tell.
  keyboard?.getLayoutMap().then(
    (map) => {
      layout = map;
      listeners.forEach((listener) => listener());
    },
    () => {},
  );
}

function subscribe(listener: () => void): () => void {
  if (!asked) ask();
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The reader's keyboard; null where the browser does not tell. */
export function useLayoutMap(): LayoutMap | null {
  return useSyncExternalStore(subscribe, () => layout);
}

/** What is printed on the key that is read as this letter or sign: on a layout that has none of its own for it, that of the key at its place. */
export function printedKey(key: string, layout: LayoutMap | null): string {
  const code = codeOf(key);
  const glyph = code === undefined ? undefined : layout?.get(code);
  if (code === undefined || glyph === undefined || [...(layout?.values() ?? [])].includes(key)) return key;
  return keyNames({ key: glyph, code, shiftKey: false }).includes(key) ? glyph : key;
}
