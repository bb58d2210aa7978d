import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';

/** Which of the values that are hidden until they are asked for are on screen; each is known by a name. */
export interface ShownValues {
  readonly isShown: (name: string) => boolean;
  readonly all: boolean;
  /** Shows those of the names, or hides them when all of them are shown. */
  readonly toggle: (...names: readonly string[]) => void;
  readonly toggleAll: () => void;
}

const Context = createContext<ShownValues | null>(null);

/** Values are hidden until they are asked for, one name or all. */
export function ShownValuesProvider({ children }: { children: ReactNode }): ReactNode {
  const [names, setNames] = useState<ReadonlySet<string>>(new Set());
  const [all, setAll] = useState(false);
  const isShown = useCallback((name: string) => all || names.has(name), [all, names]);
  const shown = useMemo(
    (): ShownValues => ({
      isShown,
      all,
      toggle(...wanted) {
        const hides = wanted.every((name) => names.has(name));
        const rest = [...names].filter((name) => !wanted.includes(name));
        setNames(new Set(hides ? rest : [...rest, ...wanted]));
      },
      toggleAll() {
        setAll(!all);
        setNames(new Set());
      },
    }),
    [isShown, all, names],
  );
  return <Context value={shown}>{children}</Context>;
}

export function useShownValues(): ShownValues {
  const shown = useContext(Context);
  if (!shown) throw new Error('useShownValues outside ShownValuesProvider');
  return shown;
}
