import { describe, expect, it } from 'vitest';
import type { Container } from '../core/model/archive';
import type { Artifact } from '../core/model/artifact';
import { createNavigation, type Reach } from './navigation';
import type { OpenSource, Session, SessionState } from './state';
import { DEFAULT_VIEW, type ViewState } from './viewState';
import type { ViewStore } from './viewStore';

/** A session that only writes down what it is asked for, and a view without an address. */
function start(view: Partial<ViewState> = {}, reach?: Reach) {
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

const ARTIFACT: Artifact = {
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

function opened(
  imageKey: string,
  keys: readonly string[],
  { artifacts = [], container = 'tar' }: { artifacts?: readonly Artifact[]; container?: Container } = {},
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

describe('the session follows the address', () => {
  it('opens the sample that a link names, and the next one, and closes on the way back', () => {
    const { asked, views } = start({ src: 'sample:hello-oci' });
    views.update({ sel: 'config' });
    views.update({ src: 'sample:hello-v1' });
    views.update({ src: null });
    expect(asked).toEqual(['open hello-oci', 'open hello-v1', 'close']);
  });

  it('opens nothing when the address names nothing', () => {
    const { asked, views } = start();
    views.update({ board: 'layers' });
    expect(asked).toEqual([]);
  });

  it('shows the image that the link names, else the first', () => {
    const { asked, views, show } = start({ img: 'two' });
    show(opened('one', ['one', 'two']));
    show(opened('two', ['one', 'two']));
    views.update({ img: null });
    expect(asked).toEqual(['show two', 'show one']);
  });
});

describe('a registry whose tokens another host hands out', () => {
  const A = 'registry:r.example/a:1';
  const AUTH = 'https://auth.example';
  const failed = (origin: string): SessionState => ({
    kind: 'failed',
    source: { kind: 'registry', reference: 'r.example/a:1' },
    name: 'r.example/a:1',
    container: 'tar',
    size: 0,
    failure: { code: 'registry-token', details: { host: 'r.example', origin }, message: '' },
  });
  /** A page that is opened to these origins. */
  const reaching = (open: readonly string[]) => {
    const agreed: (readonly string[])[] = [];
    let origins = open;
    const reach: Reach = {
      policy: { openTo: () => origins, agree: (next) => agreed.push(next) > 0 },
      lock: () => void (origins = []),
    };
    return { agreed, reach };
  };

  it('is asked about by name, and both are agreed to', () => {
    const { agreed, reach } = reaching(['https://r.example']);
    const { asked, navigation, show } = start({ src: A }, reach);
    show(failed(AUTH));
    expect(asked).toEqual(['open r.example/a:1', 'close']);
    expect(navigation.gate.getState()).toMatchObject({ host: 'r.example', tokens: AUTH });
    navigation.gate.agree();
    expect(agreed).toEqual([['https://r.example', AUTH]]);
  });

  it('is not asked about again where it was agreed to and gave none', () => {
    const { reach } = reaching(['https://r.example', AUTH]);
    const { navigation, show } = start({ src: A }, reach);
    show(failed(AUTH));
    expect(navigation.gate.getState()).toBeNull();
    show(failed('https://third.example'));
    expect(navigation.gate.getState()).toMatchObject({ tokens: 'https://third.example' });
  });

  it('is agreed to for one link: another image is asked about from the start, under a closed policy', () => {
    const { reach } = reaching(['https://r.example', AUTH]);
    const { asked, views, navigation } = start({ src: A }, reach);
    views.update({ src: 'registry:r.example/b:1' });
    expect(asked).toEqual(['open r.example/a:1', 'close']);
    expect(reach.policy.openTo()).toEqual([]);
    expect(navigation.gate.getState()).toMatchObject({ host: 'r.example', tokens: null });
  });
});

describe('the address follows what is opened', () => {
  it('is cleared by a file of the user, which it cannot name, without closing it', () => {
    const { asked, views, navigation } = start({
      src: 'sample:hello-oci',
      img: 'k',
      sel: 'config',
      doc: 'd',
      board: 'layers',
    });
    navigation.openOwn({ kind: 'file', file: new File([], 'mine.tar') });
    expect(asked).toEqual(['open hello-oci', 'open mine.tar']);
    expect(views.getView()).toEqual({ ...DEFAULT_VIEW, board: 'layers' });
  });

  it('keeps what a link without a source selects for the first file that is opened', () => {
    const { views, navigation, show } = start({ board: 'files', sel: 'layer:2', path: 'etc' });
    navigation.openOwn({ kind: 'file', file: new File([], 'mine.tar') });
    expect(views.getView()).toEqual({ ...DEFAULT_VIEW, board: 'files', sel: 'layer:2', path: 'etc' });
    show({
      kind: 'opening',
      source: { kind: 'sample', name: 'one' },
      name: 'mine.tar',
      stage: 'reading',
      done: 0,
      total: 1,
    });
    navigation.openOwn({ kind: 'file', file: new File([], 'other.tar') });
    expect(views.getView()).toEqual({ ...DEFAULT_VIEW, board: 'files' });
  });

  it('names a sample, which is opened once, and again when asked again', () => {
    const { asked, views, navigation } = start();
    navigation.openSample('hello-v1');
    expect(asked).toEqual(['open hello-v1']);
    expect(views.getView().src).toBe('sample:hello-v1');
    navigation.openSample('hello-v1');
    expect(asked).toEqual(['open hello-v1', 'open hello-v1']);
  });

  it.each([
    ['ladder', 'attached'],
    ['members', 'members'],
  ] as const)('from %s, artifacts without an image open on %s', (from, to) => {
    const { views, show } = start({ board: from });
    show(opened('', [], { artifacts: [ARTIFACT] }));
    expect(views.getView().board).toBe(to);
    views.update({ board: 'ladder' });
    show(opened('one', ['one'], { artifacts: [ARTIFACT] }));
    expect(views.getView().board).toBe('ladder');
  });

  it('is empty when the file is closed', () => {
    const { asked, views, navigation } = start({ src: 'sample:hello-oci', sel: 'mark' });
    navigation.close();
    expect(asked).toEqual(['open hello-oci', 'close']);
    expect(views.getView()).toEqual(DEFAULT_VIEW);
  });

  it('goes to the documents once when what was opened is one', () => {
    const { views, show } = start();
    const document = opened('k', ['k'], { container: 'document' });
    show(document);
    expect(views.getView().board).toBe('documents');
    views.update({ board: 'layers' });
    show(document);
    expect(views.getView().board).toBe('layers');
    show(opened('k', ['k']));
    expect(views.getView().board).toBe('layers');
  });

  it('lets go of both', () => {
    const { navigation, listeners } = start();
    expect(listeners()).toBe(2);
    navigation.dispose();
    expect(listeners()).toBe(0);
  });
});
