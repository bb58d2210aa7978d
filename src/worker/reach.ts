import { parseChallenge, tokenUrl, type Reach } from '../core/engine';
import { EngineError } from '../core/errors';

/** Asks a host by `fetch`, without cookies and without saying where from; the page's policy decides which hosts there are. */
export const fetchReach: Reach = async (url, part, accept) => {
  const response = await authorized(url, {
    ...(part && { Range: `bytes=${part.offset}-${part.offset + part.length - 1}` }),
    ...(accept !== undefined && { Accept: accept }),
  });
  const { status, body } = response;
  return {
    status,
    size: status === 206 ? await totalOf(response, url) : lengthOf(response),
    version: response.headers.get('etag') ?? response.headers.get('last-modified'),
    mediaType: response.headers.get('content-type'),
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

const PLAIN = { credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store' } as const;
/** Anonymous tokens of registries, by the repository that they are for. They last some minutes. */
const tokens = new Map<string, string>();

/**
 * Asks, and where a registry wants a token first, as one that nobody knows; a token that is no longer taken is asked for anew. Throws `registry-token`
 * where another host hands them out that gives none, which is how a policy without that host looks from here.
 */
async function authorized(url: string, headers: Record<string, string>): Promise<Response> {
  const repository = /^https?:\/\/[^/]+\/v2\/.+(?=\/(?:manifests|blobs)\/)/.exec(url)?.[0];
  const token = repository === undefined ? undefined : tokens.get(repository);
  const send = (bearer: string | undefined): Promise<Response> =>
    fetch(url, {
      ...PLAIN,
      headers: { ...headers, ...(bearer !== undefined && { Authorization: `Bearer ${bearer}` }) },
    });
  const response = await send(token);
  const challenge = response.status === 401 ? parseChallenge(response.headers.get('www-authenticate') ?? '') : null;
  if (repository === undefined || !challenge) return response;
  const origin = otherOrigin(challenge.realm, url);
  if (origin === undefined) return response;
  await response.body?.cancel();
  const found = tokenIn(
    await fetch(tokenUrl(challenge), PLAIN)
      .then((answer): unknown => answer.json())
      .catch((cause: unknown) => {
        if (origin === null) throw cause;
        const { host } = new URL(url);
        throw new EngineError('registry-token', `${origin} gave no token for ${host}`, { host, origin }, { cause });
      }),
  );
  if (found === null) return response;
  tokens.set(repository, found);
  return send(found);
}

/**
 * The origin that hands out tokens for a registry at `url`, where that is another one; null for the same, and undefined for one that no page should
 * ask: `http:`, but for this very machine.
 */
function otherOrigin(realm: string, url: string): string | null | undefined {
  if (!URL.canParse(realm)) return undefined;
  const { origin, protocol, hostname } = new URL(realm);
  if (origin === new URL(url).origin) return null;
  return protocol === 'https:' || /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(hostname) ? origin : undefined;
}

/** Either name (distribution token specification). */
function tokenIn(answer: unknown): string | null {
  if (typeof answer !== 'object' || answer === null) return null;
  const { token, access_token } = answer as Record<string, unknown>;
  if (typeof token === 'string') return token;
  return typeof access_token === 'string' ? access_token : null;
}
