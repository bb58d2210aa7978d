import type { Reach } from '../core/engine';

/** Asks a host by `fetch`, without cookies and without saying where from; the page's policy decides which hosts there are. */
export const fetchReach: Reach = async (url, part) => {
  const headers = part ? { Range: `bytes=${part.offset}-${part.offset + part.length - 1}` } : {};
  const response = await fetch(url, { headers, credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store' });
  const { status, body } = response;
  return {
    status,
    size: status === 206 ? await totalOf(response, url) : lengthOf(response),
    version: response.headers.get('etag') ?? response.headers.get('last-modified'),
    body: body ?? new Blob().stream(),
  };
};

/** `Content-Range` is shown to a page only where the host says so; `Content-Length` always, and of the whole file when only its head is asked for. */
async function totalOf(response: Response, url: string): Promise<number | null> {
  const total = /\/(\d{1,16})$/.exec(response.headers.get('content-range') ?? '')?.[1];
  if (total !== undefined) return Number(total);
  const known = sizes.get(url);
  if (known !== undefined) return known;
  const head = await fetch(url, {
    method: 'HEAD',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
  });
  const size = head.ok ? lengthOf(head) : null;
  if (size !== null) sizes.set(url, size);
  return size;
}

/** Of files whose host hides it with each part. */
const sizes = new Map<string, number>();

function lengthOf({ headers }: Response): number | null {
  const length = headers.get('content-length');
  // A packed answer has the length of what was sent.
  return length === null || headers.get('content-encoding') !== null ? null : Number(length);
}
