import { describe, expect, it } from 'vitest';
import { createOffline, isTeaching, type OfflineHost } from './offline';

class FakeWorker extends EventTarget {
  constructor(public state: string) {
    super();
  }
  become(state: string): void {
    this.state = state;
    this.dispatchEvent(new Event('statechange'));
  }
}
class FakeRegistration extends EventTarget {
  installing: FakeWorker | null = new FakeWorker('installing');
  waiting: FakeWorker | null = null;
}

function start(more: Partial<OfflineHost> & { controller?: unknown; hash?: string } = {}) {
  const registered: unknown[] = [];
  const registration = new FakeRegistration();
  const stored = new Map<string, string>();
  const { controller = null, hash = '', ...host } = more;
  const offline = createOffline({
    isSecureContext: true,
    location: { protocol: 'https:', hash },
    isFramed: false,
    workers: {
      controller,
      register: (...args) => {
        registered.push(args);
        return Promise.resolve(registration);
      },
    },
    localStorage: { getItem: (key) => stored.get(key) ?? null, setItem: (key, value) => void stored.set(key, value) },
    ...host,
  });
  return { offline, registration, registered, stored };
}
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('keeping the page', () => {
  it('is asked for its own folder alone', () => {
    expect(start().registered).toEqual([['./sw.js', { scope: './' }]]);
  });

  it.each<[string, Partial<OfflineHost>]>([
    ['from disk', { location: { protocol: 'file:', hash: '' } }],
    ['from another machine without https', { isSecureContext: false }],
    ['inside another page', { isFramed: true }],
    ['in a browser without it', { workers: undefined }],
  ])('is not asked for %s', (_, host) => {
    expect(start(host).registered).toEqual([]);
  });

  it('says once that it is done', async () => {
    const { offline, registration, stored } = start();
    let changes = 0;
    offline.subscribe(() => changes++);
    await settle();
    registration.installing?.become('installed');
    expect(offline.getState()).toEqual({ ready: false, newer: false });
    registration.installing?.become('activated');
    expect(offline.getState()).toEqual({ ready: true, newer: false });
    offline.dismissReady();
    expect(offline.getState().ready).toBe(false);
    expect(changes).toBe(2);
    expect(stored.size).toBe(1);

    const again = start({ localStorage: { getItem: (key) => stored.get(key) ?? null, setItem() {} } });
    await settle();
    again.registration.installing?.become('activated');
    expect(again.offline.getState().ready).toBe(false);
  });

  it('says nothing while somebody teaches', async () => {
    const { offline, registration } = start({ hash: '#/ladder?lesson=2' });
    await settle();
    registration.installing?.become('activated');
    expect(offline.getState().ready).toBe(false);
  });

  it('says that a newer version came, or waits', async () => {
    const { offline, registration } = start({ controller: {} });
    registration.installing = null;
    await settle();
    registration.installing = new FakeWorker('installing');
    registration.dispatchEvent(new Event('updatefound'));
    registration.installing.become('installed');
    expect(offline.getState()).toEqual({ ready: false, newer: true });

    const waiting = start({ controller: {} });
    waiting.registration.waiting = new FakeWorker('installed');
    await settle();
    expect(waiting.offline.getState().newer).toBe(true);
  });

  it('is no fault where the browser refuses', async () => {
    const workers = { controller: null, register: () => Promise.reject(new Error('no room')) };
    const { offline } = start({ workers });
    await settle();
    expect(offline.getState()).toEqual({ ready: false, newer: false });
  });
});

it.each([
  ['#/ladder?mode=present', true],
  ['#/ladder?src=x&lesson=1', true],
  ['#/ladder?mode=embed', false],
  ['#/lesson', false],
])('teaching at %s: %s', (hash, teaching) => {
  expect(isTeaching(hash)).toBe(teaching);
});
