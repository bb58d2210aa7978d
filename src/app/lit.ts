import { encodedPart } from '../core/model/digest';

/** Who lights something: what the pointer or the focus is on wins over the part that is selected. */
export type LitBy = 'pointed' | 'part';

/** The digests that are lit on screen, wherever they are named: made without React. */
export interface Lit {
  /** A name may be a digest, or a path or ID that has one in it. */
  readonly light: (by: LitBy, names: readonly string[]) => void;
  readonly isLit: (name: string) => boolean;
  readonly subscribe: (listener: () => void) => () => void;
}

export function createLit(): Lit {
  const listeners = new Set<() => void>();
  const lit: Record<LitBy, ReadonlySet<string>> = { pointed: new Set(), part: new Set() };
  return {
    light(by, names) {
      const next = new Set(names.map(encodedIn));
      if (next.size === lit[by].size && [...next].every((each) => lit[by].has(each))) return;
      lit[by] = next;
      listeners.forEach((listener) => listener());
    },
    isLit: (name) => (lit.pointed.size > 0 ? lit.pointed : lit.part).has(encodedIn(name)),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function encodedIn(name: string): string {
  return /[0-9a-f]{64,}/.exec(name)?.[0] ?? encodedPart(name);
}
