import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import type { ConfigView } from '../../core/model/configView';
import { formatHash } from '../../app/viewState';
import { useView } from '../context';
import { DOCUMENT_TEXT, focusSoon } from '../tables/focusSoon';

/** Where the printed config stands beside the rest; without room for it, a place leads to the document itself. */
const WITH_RAW = '(width >= 1000px)';

/** What the parts of the board share. */
export interface Shown {
  /** Whether the values of a variable are on screen. */
  readonly isShown: (name: string) => boolean;
  readonly all: boolean;
  readonly toggle: (name: string) => void;
  readonly toggleAll: () => void;
  /** The address of a place in the config, for a link. */
  readonly href: (at: string) => string;
  /** Shows a place: beside the board, or in the document itself. */
  readonly follow: (at: string) => void;
  /** The place that is shown. */
  readonly at: string | null;
}

const Context = createContext<Shown | null>(null);

/** Values are hidden until they are asked for, one variable or all; of another image, anew. */
export function ShownProvider({
  document,
  children,
}: {
  document: ConfigView['document'];
  children: ReactNode;
}): ReactNode {
  const { view, update } = useView();
  const [names, setNames] = useState<ReadonlySet<string>>(new Set());
  const [all, setAll] = useState(false);
  const id = document?.id ?? null;
  const isShown = useCallback((name: string) => all || names.has(name), [all, names]);
  const shown = useMemo(
    (): Shown => ({
      isShown,
      all,
      toggle(name) {
        const next = new Set(names);
        if (!next.delete(name)) next.add(name);
        setNames(next);
      },
      toggleAll() {
        setAll(!all);
        setNames(new Set());
      },
      href: (at) => formatHash({ ...view, board: 'documents', doc: id, at: at || null }),
      follow(at) {
        if (matchMedia(WITH_RAW).matches) return update({ doc: id, at: at || null });
        update({ board: 'documents', doc: id, at: at || null });
        focusSoon(DOCUMENT_TEXT);
      },
      at: view.doc === id ? view.at : null,
    }),
    [isShown, all, names, id, view, update],
  );
  return <Context value={shown}>{children}</Context>;
}

export function useShown(): Shown {
  const shown = useContext(Context);
  if (!shown) throw new Error('useShown outside ShownProvider');
  return shown;
}
