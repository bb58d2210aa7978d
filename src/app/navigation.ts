import { parseSourceLink, sampleLink, type SourceLink } from './sourceLink';
import type { OpenSource, Session } from './state';
import type { ViewStore } from './viewStore';

/** Opening and closing, with the address kept in step: the way in for everything on screen. */
export interface Navigation {
  /** A file or a folder of the user's own. */
  readonly openOwn: (source: Exclude<OpenSource, { kind: 'sample' }>) => void;
  readonly openSample: (name: string) => void;
  readonly close: () => void;
  readonly dispose: () => void;
}

/** What was looked at in one file says nothing of the next. */
const NOTHING_SELECTED = {
  img: null,
  sel: null,
  doc: null,
  at: null,
  only: null,
  row: null,
  find: null,
  path: null,
  look: null,
  byte: null,
  vs: null,
  flip: null,
} as const;

/** From now on the session follows the address: the sample and the image that it names are shown, and Back closes what a step opened. */
export function createNavigation(session: Session, views: ViewStore): Navigation {
  /** The `src` that the session was last asked for; null for anything else. */
  let asked: string | null = null;

  const openNamed = (src: string): void => {
    const link = parseSourceLink(src);
    if (!link) return;
    asked = src;
    session.open(sourceOf(link));
  };

  const followSource = (): void => {
    const { src } = views.getView();
    if (src === asked) return;
    if (src !== null) return openNamed(src);
    asked = null;
    session.close();
  };

  const followImage = (): void => {
    const state = session.getState();
    if (state.kind !== 'open') return;
    const key = views.getView().img ?? state.workspace.archive.images[0]?.key;
    if (key !== undefined && key !== state.workspace.imageKey) session.showImage(key);
  };

  /**
   * A document alone opens where documents are read: what of it there is to compare, it only names.
   * Artifacts without an image open where they are shown, unless another board was asked for.
   */
  let shown: unknown = null;
  const followArchive = (): void => {
    const state = session.getState();
    if (state.kind !== 'open') return;
    const { archive } = state.workspace;
    if (archive === shown) return;
    shown = archive;
    if (archive.container === 'document') views.update({ board: 'documents' });
    else if (archive.images.length === 0 && archive.artifacts.length > 0 && views.getView().board === 'ladder') {
      views.update({ board: 'attached' });
    }
  };

  const follow = (): void => {
    followSource();
    followImage();
  };
  const followSession = (): void => {
    followImage();
    followArchive();
  };
  const leave = [views.subscribe(follow), session.subscribe(followSession)];
  follow();

  return {
    openOwn(source) {
      asked = null;
      // What a link selects before anything is open is meant of the file that comes.
      const isFirst = session.getState().kind === 'empty' && views.getView().src === null;
      session.open(source);
      views.update({ src: null, ...(isFirst ? {} : NOTHING_SELECTED) });
    },
    openSample(name) {
      const src = sampleLink(name);
      if (views.getView().src === src) openNamed(src);
      views.update({ src, ...NOTHING_SELECTED });
    },
    close() {
      asked = null;
      session.close();
      views.update({ src: null, ...NOTHING_SELECTED });
    },
    dispose() {
      for (const each of leave) each();
    },
  };
}

function sourceOf(link: SourceLink): OpenSource {
  return { kind: 'sample', name: link.name };
}
