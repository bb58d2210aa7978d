import { describe, expect, it } from 'vitest';
import type { Reach } from './navigation';
import type { SessionState } from './state';
import { ARTIFACT, opened, start } from './testing/navigated';
import { DEFAULT_VIEW, type ViewState } from './viewState';

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

describe('a file that says where it was made', () => {
  const view = '#/layers?img=two&sel=layer:2&src=sample:hello-v1&lesson=1';
  const there: ViewState = { ...DEFAULT_VIEW, board: 'layers', img: 'two', sel: 'layer:2' };
  const made = () => opened('one', ['one', 'two'], { view });
  const mine = { kind: 'file', file: new File([], 'picture.svg') } as const;

  it('is opened there, wherever the reader was', () => {
    const { asked, views, navigation, show } = start({ board: 'config', config: 'history' });
    navigation.openOwn(mine);
    show(made());
    expect(asked).toEqual(['open picture.svg', 'show two']);
    expect(views.getView()).toEqual(there);
    // Once: then the reader goes on.
    const archive = made();
    show(archive);
    views.update({ board: 'files' });
    show(archive);
    expect(views.getView().board).toBe('files');
  });

  it('says nothing against an address that does, nor against the page that posts it, nor in a link', () => {
    const carried = start({ board: 'files' });
    carried.navigation.openCarried({ kind: 'snapshot', payload: 'payload' });
    carried.show(made());
    expect(carried.views.getView()).toEqual({ ...DEFAULT_VIEW, board: 'files' });
    const posted = start();
    posted.navigation.openOwn({ ...mine, posted: { title: null, localOnly: false } });
    posted.show(made());
    expect(posted.views.getView()).toEqual(DEFAULT_VIEW);
    const linked = start({ src: 'snap:abc', board: 'config' });
    linked.show(made());
    expect(linked.views.getView().board).toBe('config');
  });

  it('in a page that carries it is where that page opens', () => {
    const { views, navigation, show } = start({ lang: 'ary' });
    navigation.openCarried({ kind: 'snapshot', payload: 'payload' });
    show(made());
    expect(views.getView()).toEqual({ ...there, lang: 'ary' });
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

  it('keeps the board that a link asked for, of a document too; one that is opened over something else is read', () => {
    const { views, navigation, show } = start({ src: 'sample:hello-s1', board: 'manifests' });
    const document = () => opened('k', ['k'], { container: 'document' });
    show(document());
    expect(views.getView().board).toBe('manifests');
    navigation.openOwn({ kind: 'file', file: new File(['{}'], 'manifest.json') });
    show(document());
    expect(views.getView().board).toBe('documents');
  });

  it('lets go of both', () => {
    const { navigation, listeners } = start();
    expect(listeners()).toBe(2);
    navigation.dispose();
    expect(listeners()).toBe(0);
  });
});
