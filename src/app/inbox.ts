/** The part of the Cache API that is used; there in secure contexts only. */
export type Inbox = Pick<CacheStorage, 'open'>;

const INBOX = 'tabaqa-inbox';

/** Whether the address says that a file waits: from the command line, or shared by another program. */
export function hasInbox(search: string): boolean {
  return new URLSearchParams(search).has('inbox');
}

/**
 * Takes the newest file that waits for the copy of this page in the folder `base` (an address that ends with a slash), and lets go of all of them; null
 * when there is none, or where the browser keeps none.
 */
export async function takeInbox(caches: Inbox | undefined, base: string): Promise<File | null> {
  if (!caches) return null;
  const inbox = await caches.open(INBOX);
  let newest: File | null = null;
  const waiting = await inbox.keys();
  for (const request of waiting.filter(({ url }) => url.startsWith(`${base}inbox/`))) {
    const response = await inbox.match(request);
    if (response) newest = new File([await response.blob()], nameOf(request.url));
    await inbox.delete(request);
  }
  return newest;
}

function nameOf(url: string): string {
  const last = new URL(url).pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last) || 'image.tar';
  } catch {
    return last;
  }
}
