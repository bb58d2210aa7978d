import type { Representation } from '../../core/model/representation';
import type { Session } from '../state';
import { formatHash } from '../viewState';
import type { ViewStore } from '../viewStore';
import { envelope } from './contract';
import type { Embedding, Peer } from './embedding';

/** What telling needs of `window`. */
export interface TellingHost {
  readonly parent: Peer;
  /** Calls back with the height of the page's content, in CSS pixels, now and whenever it changes; gives a way to stop. */
  readonly watchHeight: (onHeight: (height: number) => void) => () => void;
}

/**
 * Inside another page (`mode=embed`): tells it how high this page is, and what is selected. The height says nothing of what is open, and goes to
 * whatever page is around; the selection only to those that may post.
 */
export function startTelling(
  host: TellingHost,
  { session, views, embedding }: { session: Session; views: ViewStore; embedding: Pick<Embedding, 'tell'> },
): () => void {
  let told = '';
  const tellSelection = (): void => {
    const view = views.getView();
    const state = session.getState();
    const representations = state.kind === 'open' ? state.workspace.representations : [];
    const digest = view.sel === null ? null : digestOf(representations, view.sel);
    const key = `${view.sel} ${digest}`;
    if (key === told) return;
    told = key;
    embedding.tell({ type: 'select', part: view.sel, digest, hash: formatHash(view) });
  };
  told = `${null} ${null}`;

  let height = 0;
  const leave = [
    host.watchHeight((next) => {
      const rounded = Math.ceil(next);
      if (rounded === height) return;
      height = rounded;
      host.parent.postMessage(envelope({ type: 'height', height }), '*');
    }),
    views.subscribe(tellSelection),
    session.subscribe(tellSelection),
  ];
  return () => leave.forEach((each) => each());
}

/** What names a part: the digest that the newest form has of it. */
function digestOf(representations: readonly Representation[], part: string): string | null {
  const facets = representations.flatMap((each) => each.facets.filter((facet) => facet.part === part));
  return facets.findLast(({ digest }) => digest !== null)?.digest ?? null;
}
