// Keeps this page's own files, so that it opens without a network; asks for nothing else, and tells nobody anything.
// `FILES` and `VERSION` are put in front of it by the build.
/* global FILES, VERSION */
(() => {
  const worker = /** @type {WorkerScope} */ (/** @type {unknown} */ (self));
  const { scope } = worker.registration;
  const base = new URL(scope);
  const owner = `tabaqa ${base.pathname} `;
  const current = `${owner}${VERSION}`;
  const INBOX = 'tabaqa-inbox';
  const INDEX_MILLISECONDS = 3_000;

  /** Below the folder that this copy is in. @param {string} address */
  const isOwn = (address) => address.startsWith(scope);

  // A policy in a page does not reach a service worker: nothing here can ask another host, whoever calls it.
  const ask = worker.fetch.bind(worker);
  /** @param {RequestInfo | URL} input @param {RequestInit} [init] */
  worker.fetch = async (input, init) => {
    const request = new Request(input, init);
    if (!isOwn(request.url)) throw new TypeError('refused: not a file of this page');
    return ask(request);
  };

  /** @param {string} name */
  const fileNamed = (name) => new URL(`./${name}`, base).href;
  const known = new Set(FILES.map(fileNamed));
  /** @param {string} url */
  const keyOf = (url) => {
    const { origin, pathname } = new URL(url);
    return `${origin}${pathname}`.replace(/\/index\.html$/, '/');
  };

  worker.addEventListener('install', (event) => {
    event.waitUntil(
      (async () => {
        const cache = await caches.open(current);
        const load = async (/** @type {string} */ url) => {
          const response = await worker.fetch(url, { cache: url.includes('/assets/') ? 'default' : 'reload' });
          if (!response.ok) throw new Error(`${url}: ${response.status}`);
          await cache.put(url, response);
        };
        await Promise.all([...known].map(load));
      })(),
    );
  });

  // A newer version waits until no page of the older one is open: nothing changes under a reader.
  worker.addEventListener('activate', (event) => {
    event.waitUntil(
      (async () => {
        const names = await caches.keys();
        const old = names.filter((name) => name.startsWith(owner) && name !== current);
        await Promise.all(old.map((name) => caches.delete(name)));
      })(),
    );
  });

  /** @param {string} key */
  const kept = async (key) => (await caches.open(current)).match(key);

  /** What the host has now, unless it takes long; then what is kept. @param {Request} request @param {string} key */
  const newest = async (request, key) => {
    const late = new Promise((resolve) => setTimeout(resolve, INDEX_MILLISECONDS)).then(() => kept(key));
    const asked = worker.fetch(request);
    try {
      return (await Promise.race([asked, late])) ?? (await asked);
    } catch {
      return (await kept(key)) ?? Response.error();
    }
  };

  /** A lesson, or a wall, goes on with the version that it began with. @param {string} url */
  const isSteady = (url) => /[?&](?:mode=present|lesson=)/.test(new URL(url).hash);

  /** @param {Request} request */
  const answer = async (request) => {
    const key = keyOf(request.url);
    const keptFirst = key.startsWith(fileNamed('assets/')) || isSteady(request.url);
    return (keptFirst && (await kept(key))) || newest(request, key);
  };

  /** A file that another program shares is put where the page takes it from; it goes no further. @param {Request} request */
  const take = async (request) => {
    const file = (await request.formData()).get('file');
    if (file instanceof File) {
      const inbox = await caches.open(INBOX);
      await inbox.put(fileNamed(`inbox/${encodeURIComponent(file.name)}`), new Response(file));
    }
    return Response.redirect(fileNamed('?inbox'), 303);
  };

  worker.addEventListener('fetch', (event) => {
    const { request } = event;
    if (!isOwn(request.url)) return;
    if (request.method === 'POST' && keyOf(request.url) === fileNamed('share')) event.respondWith(take(request));
    else if (request.method === 'GET' && known.has(keyOf(request.url))) event.respondWith(answer(request));
  });
})();
