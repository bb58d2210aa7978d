import { createContext, useContext, useMemo, type ReactNode } from 'react';
import type { ConfigView } from '../../core/model/configView';
import { formatHash } from '../../app/viewState';
import { useView } from '../context';
import { DOCUMENT_TEXT, focusSoon } from '../tables/focusSoon';

/** Where the printed config stands beside the rest; without room for it, a place leads to the document itself. */
const WITH_RAW = '(width >= 1000px)';

/** Places in the config, which the parts of the board lead to. */
export interface Places {
  /** The address of a place in the config, for a link. */
  readonly href: (at: string) => string;
  /** Shows a place: beside the board, or in the document itself. */
  readonly follow: (at: string) => void;
  /** The place that is shown. */
  readonly at: string | null;
}

const Context = createContext<Places | null>(null);

export function PlacesProvider({
  document,
  children,
}: {
  document: ConfigView['document'];
  children: ReactNode;
}): ReactNode {
  const { view, update } = useView();
  const id = document?.id ?? null;
  const places = useMemo(
    (): Places => ({
      href: (at) => formatHash({ ...view, board: 'documents', doc: id, at: at || null }),
      follow(at) {
        if (matchMedia(WITH_RAW).matches) return update({ doc: id, at: at || null });
        update({ board: 'documents', doc: id, at: at || null });
        focusSoon(DOCUMENT_TEXT);
      },
      at: view.doc === id ? view.at : null,
    }),
    [id, view, update],
  );
  return <Context value={places}>{children}</Context>;
}

export function usePlaces(): Places {
  const places = useContext(Context);
  if (!places) throw new Error('usePlaces outside PlacesProvider');
  return places;
}
