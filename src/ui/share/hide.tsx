import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import { HIDDEN_KINDS, type HiddenKind } from '../../core/model/snapshot';

/** What is left out of everything that is shared of what is open, and how to change it. */
export interface Hiding {
  readonly hide: readonly HiddenKind[];
  readonly setHide: (hide: readonly HiddenKind[]) => void;
}

const Context = createContext<Hiding | null>(null);

/** Everything is left out until it is ticked, in snapshots and in pictures alike; of the next file, everything again. */
export function HideProvider({ children }: { children: ReactNode }): ReactNode {
  const [hide, setHide] = useState<readonly HiddenKind[]>(HIDDEN_KINDS);
  const hiding = useMemo((): Hiding => ({ hide, setHide }), [hide]);
  return <Context value={hiding}>{children}</Context>;
}

export function useHiding(): Hiding {
  const hiding = useContext(Context);
  if (!hiding) throw new Error('useHiding outside HideProvider');
  return hiding;
}
