import { createLinkGate, type LinkGate } from './linkGate';
import { placeHash, placeIn } from './place';
import type { Policy } from './policy';
import { parseSourceLink, registryLink, sampleLink, urlLink, type SourceLink } from './sourceLink';
import type { OpenSource, OwnSource, Session } from './state';
import { DEFAULT_VIEW } from './viewState';
import type { ViewStore } from './viewStore';

/** Opening and closing, with the address kept in step: the way in for everything on screen. */
export interface Navigation {
  /** A file or a folder of the user's own. While a link waits for a copy of its file, it is taken for that. */
  readonly openOwn: (source: OwnSource) => void;
  readonly openSample: (name: string) => void;
  /** A file at an address, as `readableUrl` gives it. Asks for leave first. */
  /** What the `src` of a link names. */
  readonly openLink: (src: string) => void;
  /** What this very page carries, unless its address names something else. */
  readonly openCarried: (carried: Extract<OpenSource, { kind: 'snapshot' | 'file' }>) => void;
  /** What a link waits for. */
  readonly gate: LinkGate;
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
  guess: null,
} as const;

/** What the page may read, and how it is closed again. */
export interface Reach {
  readonly policy: Pick<Policy, 'openTo' | 'agree'>;
  /** Nothing is read from any host after this. */
  readonly lock: () => unknown;
}
const LOCKED: Reach = { policy: { openTo: () => [], agree: () => false }, lock: () => {} };

/** From now on the session follows the address: what it names and the image in it are shown, and Back closes what a step opened. */
export function createNavigation(session: Session, views: ViewStore, { policy, lock }: Reach = LOCKED): Navigation {
  /** The `src` that the session was last asked for; null for anything else. */
  let asked: string | null = null;
  /** What was opened last may say where to look: the reader's own file, or what the page itself carries where its address says nothing. */
  let reopens = false;
  /** The `src` that the page was last opened to hosts for. */
  let agreed = views.getView().src;

  const gate = createLinkGate({
    hashFile: session.hashFile,
    policy,
    onFile(source, isSame) {
      session.open(source);
      // The address stays: it names these bytes.
      if (isSame) return;
      asked = null;
      views.update({ src: null });
    },
    onAgreed() {
      agreed = views.getView().src;
      openNamed(agreed ?? '');
    },
  });

  /** Leave for a second host, which only the registry named, is for that one link. */
  const isOpenTo = (src: string, url: string): boolean => {
    const [origin, tokens] = policy.openTo();
    return origin === new URL(url).origin && (tokens === undefined || src === agreed);
  };

  const openNamed = (src: string): void => {
    const link = parseSourceLink(src);
    if (!link) return;
    asked = src;
    reopens = false;
    const isOpen = 'url' in link && isOpenTo(src, link.url);
    if (!isOpen) lock();
    gate.wait(null);
    if (link.kind === 'file' || ('url' in link && !isOpen)) {
      session.close();
      gate.wait(link);
    } else session.open(sourceOf(link));
  };

  const followSource = (): void => {
    const { src } = views.getView();
    if (src === asked) return;
    if (src !== null) return openNamed(src);
    asked = null;
    gate.wait(null);
    session.close();
  };

  const followImage = (): void => {
    const state = session.getState();
    if (state.kind !== 'open') return;
    const key = views.getView().img ?? state.workspace.archive.images[0]?.key;
    if (key !== undefined && key !== state.workspace.imageKey) session.showImage(key);
  };

  /** What is opening was chosen while something else was on screen: the board is the one of that. */
  let isOverOther = false;
  let shown: unknown = null;
  /**
   * A document alone opens where documents are read: what of it there is to compare, it only names.
   * Artifacts without an image open where they are shown. A board that was asked for stays.
   */
  const followArchive = (): void => {
    const state = session.getState();
    if (state.kind !== 'open') return;
    const { archive } = state.workspace;
    if (archive === shown) return;
    shown = archive;
    const isAsked = views.getView().board !== 'ladder' && !isOverOther;
    isOverOther = false;
    const view = state.view ?? archive.snapshot?.view ?? null;
    if (view !== null && reopens) return views.update(placeIn(view));
    if (isAsked) return;
    if (archive.container === 'document') views.update({ board: 'documents' });
    else if (archive.images.length === 0 && archive.artifacts.length > 0) views.update({ board: 'attached' });
  };

  /** A registry that has another host hand out its tokens: what it names is shown, and asked about. */
  const followTokens = (): void => {
    const state = session.getState();
    if (state.kind !== 'failed' || state.failure.code !== 'registry-token' || asked === null) return;
    const link = parseSourceLink(asked);
    const origin = String(state.failure.details['origin']);
    if (link?.kind !== 'registry' || policy.openTo().includes(origin)) return;
    session.close();
    gate.wait(link, origin);
  };

  const follow = (): void => {
    followSource();
    followImage();
  };
  const followSession = (): void => {
    followImage();
    followArchive();
    followTokens();
  };
  const leave = [views.subscribe(follow), session.subscribe(followSession)];
  follow();

  return {
    gate,
    openOwn(source) {
      const waiting = gate.getState();
      if (waiting?.kind === 'file') return gate.check(source);
      asked = null;
      // What a link selects before anything is open is meant of the file that comes, also of one that its host did not give.
      const { kind } = session.getState();
      const { src } = views.getView();
      const isRemote = src !== null && [urlLink(''), registryLink('')].some((prefix) => src.startsWith(prefix));
      const isFirst = src === null ? kind === 'empty' : isRemote && kind !== 'open';
      isOverOther = !isFirst;
      gate.wait(null);
      lock();
      reopens = source.kind === 'file' && !source.posted;
      session.open(source);
      views.update({ src: null, ...(isFirst ? {} : NOTHING_SELECTED) });
    },
    openSample(name) {
      const src = sampleLink(name);
      isOverOther = shown !== null;
      if (views.getView().src === src) openNamed(src);
      views.update({ src, ...NOTHING_SELECTED });
    },
    openLink(src) {
      isOverOther = shown !== null;
      if (views.getView().src === src) openNamed(src);
      views.update({ src, ...NOTHING_SELECTED });
    },
    openCarried(carried) {
      const view = views.getView();
      if (view.src !== null) return;
      reopens = placeHash(view) === placeHash(DEFAULT_VIEW);
      session.open(carried);
    },
    close() {
      asked = null;
      gate.wait(null);
      lock();
      session.close();
      views.update({ src: null, ...NOTHING_SELECTED });
    },
    dispose() {
      for (const each of leave) each();
    },
  };
}

function sourceOf(link: Exclude<SourceLink, { kind: 'file' }>): OpenSource {
  switch (link.kind) {
    case 'sample':
      return { kind: 'sample', name: link.name };
    case 'snapshot':
      return { kind: 'snapshot', payload: link.payload };
    case 'url':
      return { kind: 'url', url: link.url };
    case 'registry':
      return { kind: 'registry', reference: link.reference };
  }
}
