import { afterEach, expect, it, vi } from 'vitest';
import { fetchReach } from './reach';

afterEach(() => vi.unstubAllGlobals());

const REALM = 'https://registry.example/token';

/** A registry that takes one token at a time. */
function guarded(initial: string, realm = REALM, mayAsk = true) {
  const challenge = `Bearer realm="${realm}",service="registry.example",scope="repository:app:pull"`;
  let valid = initial;
  const asked: string[] = [];
  vi.stubGlobal('fetch', (url: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    asked.push(`${url.replace('https://registry.example', '')} ${headers.get('authorization') ?? '-'}`);
    expect(init.credentials).toBe('omit');
    if (url.includes('/token') && !mayAsk) return Promise.reject(new TypeError('Failed to fetch'));
    if (url.includes('/token')) return Promise.resolve(Response.json({ access_token: valid }));
    if (headers.get('authorization') !== `Bearer ${valid}`) {
      return Promise.resolve(new Response('', { status: 401, headers: { 'www-authenticate': challenge } }));
    }
    return Promise.resolve(new Response(headers.get('range') ?? headers.get('accept'), { status: 200 }));
  });
  return { asked, expire: (next: string) => (valid = next) };
}

it('asks for an anonymous token where a registry wants one, once, and again when it is no longer taken', async () => {
  const { asked, expire } = guarded('one');
  const manifest = await fetchReach('https://registry.example/v2/app/manifests/1.0', null, 'text/x');
  expect(await new Response(manifest.body as BodyInit).text()).toBe('text/x');
  const blob = await fetchReach('https://registry.example/v2/app/blobs/sha256:0', { offset: 2, length: 3 });
  expect(await new Response(blob.body as BodyInit).text()).toBe('bytes=2-4');
  const token = '/token?service=registry.example&scope=repository%3Aapp%3Apull -';
  expect(asked).toEqual([
    '/v2/app/manifests/1.0 -',
    token,
    '/v2/app/manifests/1.0 Bearer one',
    '/v2/app/blobs/sha256:0 Bearer one',
  ]);
  expire('two');
  expect((await fetchReach('https://registry.example/v2/app/blobs/sha256:0', null)).status).toBe(200);
  expect(asked.slice(4)).toEqual(['/v2/app/blobs/sha256:0 Bearer one', token, '/v2/app/blobs/sha256:0 Bearer two']);
});

const MANIFEST = 'https://registry.example/v2/app/manifests/1.0';

it('tells another host that hands out tokens from a registry that gives no answer', async () => {
  const elsewhere = guarded('one', 'https://auth.example/token');
  expect((await fetchReach(MANIFEST, null)).status).toBe(200);
  expect(elsewhere.asked[1]).toMatch(/^https:\/\/auth\.example\/token\?service=/);
  // As it is under a policy that has only the registry.
  guarded('two', 'https://auth.example/token', false);
  await expect(fetchReach(MANIFEST, null)).rejects.toMatchObject({
    code: 'registry-token',
    details: { host: 'registry.example', origin: 'https://auth.example' },
  });
  guarded('three', REALM, false);
  await expect(fetchReach(MANIFEST, null)).rejects.toThrow(TypeError);
});

it.each(['http://auth.example/token', 'http://registry.example/token', 'https://['])(
  'asks for no token at %s',
  async (realm) => {
    const { asked } = guarded('four', realm);
    expect((await fetchReach(MANIFEST, null)).status).toBe(401);
    expect(asked).toHaveLength(1);
  },
);

it('asks no other address for a token', async () => {
  const { asked } = guarded('one');
  expect((await fetchReach('https://registry.example/file.tar', null)).status).toBe(401);
  expect(asked).toEqual(['/file.tar -']);
});
