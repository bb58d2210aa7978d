import type { Comparison } from './comparison';
import type { OwnSource, Session } from './state';
import type { ViewStore } from './viewStore';

/** What the open image is compared with, with the address kept in step. */
export interface CompareNavigation {
  /** Shows the compare board with a file or a folder of the user's own. */
  readonly withOwn: (source: OwnSource) => void;
  /** Shows it with `image:<key>` of the same archive, or `sample:<name>`. */
  readonly withNamed: (vs: string) => void;
  readonly stop: () => void;
}

const NAMED = /^(image|sample):(.+)$/s;

/** From now on the comparison follows what the address names. */
export function createCompareNavigation(session: Session, views: ViewStore, comparison: Comparison): CompareNavigation {
  /** What the comparison was last asked for by name, and in which archive. */
  let shown: string | null = null;
  let archive: unknown = null;

  const follow = (): void => {
    const state = session.getState();
    if (state.kind !== 'open') return;
    if (state.workspace.archive !== archive) {
      archive = state.workspace.archive;
      shown = null;
    }
    const { vs } = views.getView();
    if (vs === shown) return;
    shown = vs;
    const [, kind, name = ''] = NAMED.exec(vs ?? '') ?? [];
    if (kind === 'image') comparison.withImage(name);
    else if (kind === 'sample') comparison.withSource({ kind: 'sample', name });
    else comparison.close();
  };
  views.subscribe(follow);
  session.subscribe(follow);
  follow();

  return {
    withOwn(source) {
      shown = null;
      views.update({ board: 'compare', vs: null });
      comparison.withSource(source);
    },
    withNamed: (vs) => views.update({ board: 'compare', vs }),
    stop() {
      views.update({ vs: null });
      shown = null;
      comparison.close();
    },
  };
}
