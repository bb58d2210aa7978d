import { createContext, runInContext } from 'node:vm';
import { describe, expect, it, vi } from 'vitest';
import { serviceWorker } from './offline';

const FILES = new Map([
  ['index.html', '<!doctype html>'],
  ['assets/app-1.js', 'code'],
  ['assets/old.woff', 'font'],
  ['samples/hello.tar', 'tar'],
  ['og.png', 'picture'],
]);
const SCOPE = 'https://host.example/tools/';

/** The service worker in a world of its own, where `network` answers what it asks for. */
function start(network: (url: string) => Promise<Response>) {
  type Listener = (event: object) => void;
  const listeners = new Map<string, Listener>();
  const asked: string[] = [];
  const stores = new Map<string, Map<string, Response>>();
  const open = (name: string) => {
    const store = stores.get(name) ?? new Map<string, Response>();
    stores.set(name, store);
    return Promise.resolve({
      put: (key: string, response: Response) => Promise.resolve(void store.set(key, response)),
      match: (key: string) => Promise.resolve(store.get(key)?.clone()),
    });
  };
  const self = {
    registration: { scope: SCOPE },
    addEventListener: (type: string, listener: Listener) => void listeners.set(type, listener),
    fetch: ({ url }: Request) => {
      asked.push(url);
      return network(url);
    },
  };
  const caches = {
    open,
    keys: () => Promise.resolve([...stores.keys()]),
    delete: (name: string) => Promise.resolve(stores.delete(name)),
  };
  const world = { self, caches, URL, Request, Response, File, FormData, TypeError, Error, setTimeout, Promise, Set };
  runInContext(serviceWorker(FILES), createContext(world));
  const happen = async (type: string, event: object = {}): Promise<unknown> => {
    let work: unknown = null;
    const keep = (promise: unknown): void => void (work = promise);
    listeners.get(type)?.({ waitUntil: keep, respondWith: keep, ...event });
    return work;
  };
  const get = (url: string, init?: RequestInit): Promise<unknown> => {
    // Node drops the fragment of a request, which browsers give to a service worker.
    const request = new Request(url, init);
    Object.defineProperty(request, 'url', { value: url });
    return happen('fetch', { request });
  };
  return { self, stores, asked, happen, get };
}

const textOf = async (response: unknown): Promise<string | null> =>
  response instanceof Response ? response.text() : null;
const online = (url: string): Promise<Response> => Promise.resolve(new Response(`new ${url.slice(SCOPE.length)}`));
const offline = (): Promise<Response> => Promise.reject(new TypeError('no network'));

describe('the service worker', () => {
  it('keeps the files that the page needs, and nothing else', async () => {
    const { happen, asked } = start(online);
    await happen('install');
    expect(asked.toSorted()).toEqual([SCOPE, `${SCOPE}assets/app-1.js`]);
  });

  it('does not install when a file is missing', async () => {
    const { happen } = start(() => Promise.resolve(new Response('', { status: 404 })));
    await expect(happen('install')).rejects.toThrow('404');
  });

  it('gives a newer page when the host has one, and the kept one without a network', async () => {
    let network = online;
    const { happen, get } = start((url) => network(url));
    await happen('install');
    network = () => Promise.resolve(new Response('newer'));
    expect(await textOf(await get(`${SCOPE}?inbox#/ladder`))).toBe('newer');
    expect(await textOf(await get(`${SCOPE}assets/app-1.js`))).toBe('new assets/app-1.js');
    network = offline;
    expect(await textOf(await get(`${SCOPE}index.html`))).toBe('new ');
  });

  it('does not wait for a slow host longer than three seconds', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    let network = online;
    const { happen, get } = start((url) => network(url));
    await happen('install');
    network = () => new Promise(() => {});
    const answer = get(SCOPE);
    await vi.advanceTimersByTimeAsync(3_100);
    expect(await textOf(await answer)).toBe('new ');
    vi.useRealTimers();
  });

  it.each(['#/ladder?mode=present', '#/ladder?src=sample:hello-oci&lesson=3'])(
    'changes nothing under a teacher: %s',
    async (hash) => {
      let network = online;
      const { happen, get } = start((url) => network(url));
      await happen('install');
      network = () => Promise.resolve(new Response('newer'));
      expect(await textOf(await get(`${SCOPE}${hash}`))).toBe('new ');
    },
  );

  it('forgets what older versions of this copy kept, and no other copy', async () => {
    const { happen, stores } = start(online);
    await happen('install');
    for (const name of ['tabaqa /tools/ old', 'tabaqa / old', 'tabaqa-inbox', 'other']) stores.set(name, new Map());
    await happen('activate');
    expect([...stores.keys()].slice(1)).toEqual(['tabaqa / old', 'tabaqa-inbox', 'other']);
  });

  it('leaves alone what is not the page’s own', async () => {
    const { happen, get, asked } = start(online);
    await happen('install');
    asked.length = 0;
    for (const url of ['https://other.example/', 'https://host.example/', `${SCOPE}samples/hello.tar`, `${SCOPE}x`]) {
      expect(await get(url)).toBeNull();
    }
    expect(await get(SCOPE, { method: 'POST', body: 'x' })).toBeNull();
    expect(asked).toEqual([]);
  });

  it('cannot ask another host, whoever calls it', async () => {
    const { self, asked } = start(online);
    for (const url of ['https://other.example/', 'https://host.example/', 'https://host.example/tools']) {
      await expect(self.fetch(new Request(url))).rejects.toThrow('refused');
    }
    expect(asked).toEqual([]);
  });

  it('puts a shared file where the page takes it from', async () => {
    const { get, stores, asked } = start(online);
    const body = new FormData();
    body.append('file', new File(['bytes'], 'a b.tar'));
    const answer = await get(`${SCOPE}share`, { method: 'POST', body });
    expect(answer).toMatchObject({ status: 303 });
    expect((answer as Response).headers.get('location')).toBe(`${SCOPE}?inbox`);
    const kept = stores.get('tabaqa-inbox')?.get(`${SCOPE}inbox/a%20b.tar`);
    expect(await textOf(kept)).toBe('bytes');
    expect(asked).toEqual([]);
  });

  it('is another one when a file is', () => {
    const version = (files: ReadonlyMap<string, string>): string | undefined =>
      /VERSION = '(\w+)'/.exec(serviceWorker(files))?.[1];
    expect(version(FILES)).toBe(version(new Map([...FILES].toReversed())));
    expect(version(FILES)).not.toBe(version(new Map([...FILES, ['assets/app-1.js', 'newer']])));
  });
});
