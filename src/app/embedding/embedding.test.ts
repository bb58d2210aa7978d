import { describe, expect, it } from 'vitest';
import { fakeEngine } from '../testing/fakeEngine';
import { createNavigation } from '../navigation';
import { createSession } from '../session';
import { createViewStore } from '../viewStore';
import { createEmbedding, type EmbeddingHost, type Peer } from './embedding';
import { startTelling } from './telling';

const OWN = 'https://tabaqa.example';

interface FakeWindow extends Peer {
  readonly sent: { readonly message: unknown; readonly to: string }[];
}
function fakeWindow(): FakeWindow {
  const sent: { message: unknown; to: string }[] = [];
  return { sent, postMessage: (message, to) => void sent.push({ message, to }) };
}

/** The page with a parent and an opener, over the real session and navigation. */
function start(hash = '') {
  const listeners = new Set<(event: MessageEvent<unknown>) => void>();
  const stored = new Map<string, string>();
  const parent = fakeWindow();
  const opener = fakeWindow();
  const localStorage = {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
  };
  const host: EmbeddingHost = {
    parent,
    opener,
    location: { origin: OWN },
    localStorage,
    addEventListener: (_, listener) => void listeners.add(listener),
    removeEventListener: (_, listener) => void listeners.delete(listener),
  };
  const entries = { hash };
  const write = (_: unknown, __: string, url?: string | URL | null): void => void (entries.hash = String(url));
  const views = createViewStore({
    location: entries,
    history: { pushState: write, replaceState: write, back() {}, state: null },
    localStorage,
    addEventListener() {},
    removeEventListener() {},
  });
  const session = createSession(fakeEngine().pool);
  const navigation = createNavigation(session, views);
  const embedding = createEmbedding(host, { session, navigation, views });
  const post = (source: unknown, origin: string, data: unknown): void => {
    // Node's own events take no plain objects as their source.
    const event = Object.assign(new MessageEvent<unknown>('message', { data }), {});
    Object.defineProperties(event, { source: { value: source }, origin: { value: origin } });
    listeners.forEach((listener) => listener(event));
  };
  return { parent, opener, post, session, views, embedding, stored, listeners };
}

const file = (more: object = {}): unknown => ({
  tabaqa: { v: 1, data: new Blob(['bytes']), name: 'posted.tar', ...more },
});
const opened = { tabaqa: expect.objectContaining({ v: 1, type: 'opened', name: 'posted.tar', images: 2 }) as unknown };
const error = (code: string): unknown => ({
  tabaqa: expect.objectContaining({ v: 1, type: 'error', code }) as unknown,
});

describe('posting a file', () => {
  it('answers a ping of the parent and of the opener, and of nobody else', () => {
    const { parent, opener, post } = start();
    const stranger = fakeWindow();
    post(parent, 'https://other.example', 'PING');
    post(opener, OWN, 'PING');
    post(stranger, OWN, 'PING');
    post(null, OWN, 'PING');
    expect(parent.sent).toEqual([{ message: 'PONG', to: 'https://other.example' }]);
    expect(opener.sent).toEqual([{ message: 'PONG', to: OWN }]);
    expect(stranger.sent).toEqual([]);
  });

  it('opens a file of the same origin at once, as its title, where it says, and tells how it went', async () => {
    const { parent, post, session, views } = start('#/ladder?mode=embed&lang=ary');
    const link = '#/layers?sel=layer:2&lang=en&mode=page&src=sample:hello-v1';
    post(parent, OWN, file({ title: 'My image', open: link }));
    await expect.poll(() => parent.sent).toEqual([{ message: opened, to: OWN }]);
    expect(session.getState()).toMatchObject({
      kind: 'open',
      source: { kind: 'file', posted: { title: 'My image', localOnly: true } },
      workspace: { archive: { name: 'posted.tar' } },
    });
    expect(views.getView()).toMatchObject({ board: 'layers', sel: 'layer:2', lang: 'ary', mode: 'embed', src: null });
  });

  it('reads a stream to its end, and refuses one of something else', async () => {
    const { parent, post, session } = start();
    const texts = new ReadableStream({
      start(controller) {
        controller.enqueue('text');
        controller.close();
      },
    });
    post(parent, OWN, file({ data: texts }));
    await expect.poll(() => parent.sent).toEqual([{ message: error('unreadable'), to: OWN }]);
    expect(session.getState().kind).toBe('empty');
    post(parent, OWN, file({ data: new Blob(['bytes']).stream() }));
    await expect.poll(() => parent.sent.at(-1)).toEqual({ message: opened, to: OWN });
    const state = session.getState();
    expect(state.kind === 'open' && state.source.kind === 'file' && (await state.source.file.text())).toBe('bytes');
  });

  it('tells when something else was opened before it was', async () => {
    const { parent, post, session } = start();
    post(parent, OWN, file());
    await expect.poll(() => session.getState().kind).toBe('opening');
    session.close();
    await expect.poll(() => parent.sent).toEqual([{ message: error('closed'), to: OWN }]);
  });

  it('takes the first file alone, unless told that more follow', async () => {
    const { parent, post } = start();
    post(parent, OWN, file({ keepOpen: true }));
    await expect.poll(() => parent.sent).toHaveLength(1);
    post(parent, OWN, file());
    await expect.poll(() => parent.sent).toHaveLength(2);
    post(parent, OWN, file());
    await expect.poll(() => parent.sent.map(({ message }) => message)).toEqual([opened, opened, error('busy')]);
  });

  it('hears nothing any more when it is over', () => {
    const { embedding, listeners } = start();
    embedding.dispose();
    expect(listeners.size).toBe(0);
  });
});

describe('an origin that is not known', () => {
  const other = 'https://other.example';

  it('is asked about, and opens nothing before the answer', async () => {
    const { parent, post, session, embedding, stored } = start();
    let changes = 0;
    embedding.subscribe(() => changes++);
    post(parent, other, file({ title: 'T' }));
    expect(embedding.getConsent()).toEqual({ origin: other, name: 'posted.tar', title: 'T' });
    expect(embedding.getConsent()).toBe(embedding.getConsent());
    expect(session.getState().kind).toBe('empty');
    expect(parent.sent).toEqual([]);
    embedding.answer('once');
    expect(embedding.getConsent()).toBeNull();
    expect(changes).toBe(2);
    await expect.poll(() => parent.sent).toEqual([{ message: opened, to: other }]);
    expect(stored.size).toBe(0);
  });

  it('is not asked about again after a no', () => {
    const { parent, post, session, embedding } = start();
    post(parent, other, file());
    post(parent, other, file());
    expect(parent.sent).toEqual([{ message: error('busy'), to: other }]);
    embedding.answer('no');
    post(parent, other, file());
    expect(parent.sent.slice(1)).toEqual([
      { message: error('refused'), to: other },
      { message: error('refused'), to: other },
    ]);
    expect(embedding.getConsent()).toBeNull();
    expect(session.getState().kind).toBe('empty');
  });

  it('is remembered by "always"', async () => {
    const first = start();
    first.post(first.parent, other, file());
    first.embedding.answer('always');
    const second = start();
    for (const [key, value] of first.stored) second.stored.set(key, value);
    second.post(second.parent, other, file());
    expect(second.embedding.getConsent()).toBeNull();
    await expect.poll(() => second.parent.sent).toEqual([{ message: opened, to: other }]);
  });

  it('cannot be one that has no name', () => {
    const { parent, post, embedding } = start();
    post(parent, 'null', file());
    post(parent, 'null', 'PING');
    expect(embedding.getConsent()).toBeNull();
    expect(parent.sent).toEqual([]);
  });
});

describe('telling the page around', () => {
  it('how high this one is: whichever page that is, once each', () => {
    const { parent, session, views, embedding } = start();
    let height: (value: number) => void = () => {};
    const watchHeight = (onHeight: (value: number) => void) => {
      height = onHeight;
      return () => {};
    };
    startTelling({ parent, watchHeight }, { session, views, embedding });
    for (const each of [99.2, 100, 250]) height(each);
    expect(parent.sent).toEqual([
      { message: { tabaqa: { v: 1, type: 'height', height: 100 } }, to: '*' },
      { message: { tabaqa: { v: 1, type: 'height', height: 250 } }, to: '*' },
    ]);
  });

  it('what is selected: only pages that may post', async () => {
    const { parent, opener, post, session, views, embedding } = start();
    startTelling({ parent, watchHeight: () => () => {} }, { session, views, embedding });
    post(parent, 'https://other.example', 'PING');
    post(opener, OWN, file());
    await expect.poll(() => opener.sent).toEqual([{ message: opened, to: OWN }]);
    views.update({ sel: 'pointer' });
    views.update({ board: 'layers' });
    expect(opener.sent.slice(1)).toEqual([
      {
        message: { tabaqa: { v: 1, type: 'select', part: 'pointer', digest: null, hash: '#/ladder?sel=pointer' } },
        to: OWN,
      },
    ]);
    expect(parent.sent).toEqual([{ message: 'PONG', to: 'https://other.example' }]);
  });
});
