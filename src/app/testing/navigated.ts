import type { Container } from '../../core/model/archive';
import type { Artifact } from '../../core/model/artifact';
import { NOTHING_HIDDEN } from '../../core/model/snapshot';
import { createNavigation, type Reach } from '../navigation';
import type { OpenSource, Session, SessionState } from '../state';
import { DEFAULT_VIEW, type ViewState } from '../viewState';
import type { ViewStore } from '../viewStore';

/** A session that only writes down what it is asked for, and a view without an address. */
export function start(view: Partial<ViewState> = {}, reach?: Reach) {
  const asked: string[] = [];
  let state: SessionState = { kind: 'empty' };
  const sessionListeners = new Set<() => void>();
  const described = (source: OpenSource): string => {
    if (source.kind === 'file') return source.file.name;
    if (source.kind === 'registry') return source.reference;
    return source.kind === 'url' ? source.url : source.kind === 'snapshot' ? source.payload : source.name;
  };
  const session: Session = {
    getState: () => state,
    subscribe(listener) {
      sessionListeners.add(listener);
      return () => sessionListeners.delete(listener);
    },
    open: (source) => void asked.push(`open ${described(source)}`),
    showImage: (key) => void asked.push(`show ${key}`),
    close: () => void asked.push('close'),
    cancel() {},
    resume() {},
    getSource: () => null,
    hashFile: async (file) => `sha256:${await file.text()}`,
    snapshot: () => Promise.reject(new Error('not asked')),
    wholeFile: () => Promise.reject(new Error('not asked')),
    carry: () => Promise.reject(new Error('not asked')),
    redactedTables: () => Promise.reject(new Error('not asked')),
    report: () => Promise.resolve(''),
    openContent: () => Promise.resolve([]),
    integrity: () => Promise.reject(new Error('not asked')),
    exportOffers: () => Promise.resolve([]),
    save: () => Promise.reject(new Error('not asked')),
    manifestTables: () => Promise.reject(new Error('not asked')),
    configView: () => Promise.reject(new Error('not asked')),
    orderMembers: () => Promise.resolve(new Uint32Array()),
    files: () => Promise.reject(new Error('not asked')),
    fileRows: () => Promise.reject(new Error('not asked')),
    inventory: () => Promise.reject(new Error('not asked')),
    compareSbom: () => Promise.reject(new Error('not asked')),
    fileListing: () => Promise.reject(new Error('not asked')),
    memberBytes: () => Promise.reject(new Error('not asked')),
    duplicates: () => Promise.reject(new Error('not asked')),
    waste: () => Promise.reject(new Error('not asked')),
    openFile: () => Promise.reject(new Error('not asked')),
    readFile: () => Promise.reject(new Error('not asked')),
    membersOfFile: () => Promise.reject(new Error('not asked')),
  };
  let current: ViewState = { ...DEFAULT_VIEW, ...view };
  const viewListeners = new Set<() => void>();
  const views: ViewStore = {
    getView: () => current,
    getNotUnderstood: () => [],
    dismissNotUnderstood() {},
    subscribe(listener) {
      viewListeners.add(listener);
      return () => viewListeners.delete(listener);
    },
    update(change) {
      current = { ...current, ...change };
      viewListeners.forEach((listener) => listener());
    },
    canGoBack: () => false,
    back() {},
    dispose() {},
  };
  const navigation = createNavigation(session, views, reach);
  const show = (next: SessionState): void => {
    state = next;
    sessionListeners.forEach((listener) => listener());
  };
  return { asked, session, views, navigation, show, listeners: () => sessionListeners.size + viewListeners.size };
}

/** Something beside images. */
export const ARTIFACT: Artifact = {
  id: 'a',
  kind: 'files',
  names: [],
  indexes: [],
  manifest: 'a',
  mediaType: null,
  artifactType: null,
  digest: 'sha256:a',
  size: null,
  about: null,
  parts: [],
  claims: [],
};

/** An archive that is open, with images of these keys. */
export function opened(
  imageKey: string,
  keys: readonly string[],
  {
    artifacts = [],
    container = 'tar',
    view,
  }: { artifacts?: readonly Artifact[]; container?: Container; view?: string } = {},
): SessionState {
  const images = keys.map((key) => ({ key, names: [], platform: null, stated: [], layers: [], config: null }));
  const column = new Float64Array();
  const names = { text: new Uint8Array(), starts: new Uint32Array(1) };
  const numbers = {
    header: column,
    firstHeader: column,
    data: column,
    size: column,
    mtime: column,
    uid: column,
    gid: column,
  };
  return {
    kind: 'open',
    source: { kind: 'sample', name: 'hello-oci' },
    workspace: {
      archive: {
        name: 'x.tar',
        source: { blob: new Blob([]) },
        size: 0,
        fileSize: 0,
        container,
        wrappers: [],
        members: {
          ...numbers,
          count: 0,
          mode: new Uint32Array(),
          type: new Uint8Array(),
          names,
          links: names,
          pax: names,
          devices: new Uint32Array(),
        },
        evidence: [],
        writer: null,
        documents: [],
        images,
        artifacts,
        orphans: [],
        orphanCount: 0,
        schema1: [],
        diagnostics: [],
        ...(view !== undefined && { snapshot: { view, hidden: NOTHING_HIDDEN, measurements: [] } }),
      },
      imageKey,
      representations: [],
      findings: [],
      artifactFindings: [],
      measurements: [],
      measuring: { status: 'done', spans: new Map(), bytesDone: 0, bytesTotal: 0, bytesPerSecond: 0 },
      failure: null,
    },
  };
}
