import { expect, it } from 'vitest';
import { hasInbox, takeInbox, type Inbox } from './inbox';

/** Caches that hold these files, by address. */
function holding(files: Record<string, string>): { caches: Inbox; left: () => string[] } {
  const kept = new Map(Object.entries(files));
  const cache = {
    keys: () => Promise.resolve([...kept.keys()].map((url) => new Request(url))),
    match: ({ url }: Request) => Promise.resolve(new Response(kept.get(url))),
    delete: ({ url }: Request) => Promise.resolve(kept.delete(url)),
  };
  return { caches: { open: () => Promise.resolve(cache as unknown as Cache) }, left: () => [...kept.keys()] };
}

it('is where the address says so', () => {
  expect(hasInbox('?inbox')).toBe(true);
  expect(hasInbox('')).toBe(false);
});

it('gives the newest file by its name, and keeps none', async () => {
  const { caches, left } = holding({
    'http://localhost/a/inbox/old.tar': 'old',
    'http://localhost/inbox/other.tar': 'of another copy',
    'http://localhost/a/inbox/%D8%B7%20b.tar': 'new',
  });
  const file = await takeInbox(caches, 'http://localhost/a/');
  expect(file?.name).toBe('ط b.tar');
  expect(await file?.text()).toBe('new');
  expect(left()).toEqual(['http://localhost/inbox/other.tar']);
  expect(await takeInbox(caches, 'http://localhost/a/')).toBeNull();
});

it('is empty where the browser keeps nothing', async () => {
  expect(await takeInbox(undefined, 'http://a.example/')).toBeNull();
});
