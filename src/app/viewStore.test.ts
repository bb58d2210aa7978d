import { describe, expect, it } from 'vitest';
import { DEFAULT_VIEW } from './viewState';
import { createViewStore, type ViewHost } from './viewStore';

/** A window with a history that can be walked. */
function fakeHost(hash: string, stored: Record<string, string> = {}) {
  const entries = [hash];
  const states: unknown[] = [null];
  let at = 0;
  const storage = new Map(Object.entries(stored));
  const listeners = new Set<() => void>();
  const host: ViewHost = {
    location: {
      get hash() {
        return entries[at] ?? '';
      },
    },
    history: {
      get state() {
        return states[at];
      },
      pushState(data: unknown, _unused, url) {
        entries.splice(++at, Infinity, String(url));
        states.splice(at, Infinity, data);
      },
      replaceState(data: unknown, _unused, url) {
        entries[at] = String(url);
        states[at] = data;
      },
      back: () => go(-1),
    },
    localStorage: {
      getItem: (key) => storage.get(key) ?? null,
      setItem: (key, value) => void storage.set(key, value),
    },
    addEventListener: (_type, listener) => void listeners.add(listener),
    removeEventListener: (_type, listener) => void listeners.delete(listener),
  };
  const go = (step: number): void => {
    at += step;
    listeners.forEach((listener) => listener());
  };
  const type = (next: string): void => {
    entries.splice(++at, Infinity, next);
    states.splice(at, Infinity, null);
    listeners.forEach((listener) => listener());
  };
  return { host, entries, storage, go, type, listeners };
}

describe('the view store', () => {
  it('starts from the link, then from what is remembered, then from the defaults', () => {
    const { host } = fakeHost('#/layers?theme=dark', { 'tabaqa.lang': 'ary', 'tabaqa.theme': 'light' });
    expect(createViewStore(host).getView()).toEqual({ ...DEFAULT_VIEW, board: 'layers', theme: 'dark', lang: 'ary' });
  });

  it('does not trust what is remembered', () => {
    const { host } = fakeHost('', { 'tabaqa.lang': 'en&board=x', 'tabaqa.density': '%' });
    const store = createViewStore(host);
    expect(store.getView()).toEqual(DEFAULT_VIEW);
    expect(store.getNotUnderstood()).toEqual([]);
  });

  it('makes a step of another board, document or sample, and none of a selection', () => {
    const { host, entries, go } = fakeHost('#/ladder');
    const store = createViewStore(host);
    store.update({ sel: 'layer:1' });
    store.update({ sel: 'layer:2' });
    expect(entries).toEqual(['#/ladder?sel=layer:2']);
    store.update({ board: 'documents', doc: 'index.json' });
    store.update({ doc: 'oci-layout' });
    expect(entries).toHaveLength(3);
    go(-2);
    expect(store.getView()).toEqual({ ...DEFAULT_VIEW, sel: 'layer:2' });
    go(1);
    expect(store.getView().doc).toBe('index.json');
  });

  it('goes back over the steps made here, links and typed addresses among them, and not to another page', () => {
    const { host, type, go } = fakeHost('#/ladder');
    const store = createViewStore(host);
    store.update({ sel: 'layer:1' });
    expect(store.canGoBack()).toBe(false);
    store.update({ board: 'layers' });
    type('#/members');
    store.back();
    expect(store.getView().board).toBe('layers');
    expect(store.canGoBack()).toBe(true);
    // As after a reload, which knows of the entries by what they hold.
    expect(createViewStore(host).canGoBack()).toBe(true);
    store.back();
    expect(store.getView()).toMatchObject({ board: 'ladder', sel: 'layer:1' });
    expect(store.canGoBack()).toBe(false);
    go(2);
    expect(store.getView().board).toBe('members');
    store.back();
    expect(store.canGoBack()).toBe(true);
  });

  it('does not go back over what was opened', () => {
    const { host, type } = fakeHost('#/ladder?src=sample:hello-oci');
    const store = createViewStore(host);
    store.update({ board: 'layers' });
    store.update({ src: null });
    expect(store.canGoBack()).toBe(false);
    store.update({ board: 'ladder' });
    expect(store.canGoBack()).toBe(true);
    type('#/ladder?src=sample:hello-v1');
    expect(store.canGoBack()).toBe(false);
  });

  it('counts no step that the browser refused', () => {
    const { host } = fakeHost('#/ladder');
    const store = createViewStore({
      ...host,
      history: {
        state: null,
        back() {},
        replaceState() {},
        pushState() {
          throw new Error('too many');
        },
      },
    });
    store.update({ board: 'layers' });
    expect(store.canGoBack()).toBe(false);
  });

  it('follows an address typed by hand, and keeps the language that it does not name', () => {
    const { host, type } = fakeHost('');
    const store = createViewStore(host);
    store.update({ lang: 'ary' });
    type('#/members?density=compact&sel=bogus');
    expect(store.getView()).toEqual({ ...DEFAULT_VIEW, board: 'members', density: 'compact', lang: 'ary' });
    expect(store.getNotUnderstood()).toEqual(['sel=bogus']);
    store.dismissNotUnderstood();
    expect(store.getNotUnderstood()).toEqual([]);
  });

  it('remembers how the page looks, and nothing else', () => {
    const { host, storage } = fakeHost('');
    createViewStore(host).update({ lang: 'ary', density: 'compact', sel: 'config', board: 'layers' });
    expect(Object.fromEntries(storage)).toEqual({ 'tabaqa.lang': 'ary', 'tabaqa.density': 'compact' });
  });

  it('tells its listeners of changes only, once each', () => {
    const { host, listeners } = fakeHost('#/ladder');
    const store = createViewStore(host);
    let told = 0;
    const stop = store.subscribe(() => told++);
    const before = store.getView();
    store.update({ board: 'ladder', sel: null });
    expect(store.getView()).toBe(before);
    expect(told).toBe(0);
    store.update({ sel: 'config' });
    expect(told).toBe(1);
    stop();
    store.update({ sel: 'mark' });
    expect(told).toBe(1);
    store.dispose();
    expect(listeners.size).toBe(0);
  });

  it('keeps keys it does not know in the address', () => {
    const { host, entries } = fakeHost('#/ladder?lesson=3');
    createViewStore(host).update({ sel: 'mark' });
    expect(entries).toEqual(['#/ladder?sel=mark&lesson=3']);
  });

  it('works where storage and history are refused', () => {
    const { host } = fakeHost('');
    const refuse = (): never => {
      throw new DOMException('no', 'SecurityError');
    };
    const store = createViewStore({
      ...host,
      location: host.location,
      history: { pushState: refuse, replaceState: refuse, back: refuse, state: null },
      get localStorage() {
        return refuse();
      },
      addEventListener() {},
    });
    store.update({ lang: 'ary', board: 'members' });
    expect(store.getView()).toEqual({ ...DEFAULT_VIEW, lang: 'ary', board: 'members' });
  });
});
