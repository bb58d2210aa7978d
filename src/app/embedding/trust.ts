/** Where answers of the reader are kept. */
export type Memory = Pick<Storage, 'getItem' | 'setItem'>;

const KEY = 'tabaqa.embedding.always';

/** Pages from the same host, and from this machine, may post without asking. `null` is the origin of a page that has none. */
export function isTrusted(origin: string, own: string): boolean {
  if (origin === 'null') return false;
  if (origin === own) return true;
  const url = parse(origin);
  return url !== null && /^https?:$/.test(url.protocol) && /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname);
}

/** Whether the reader has said "always" of this origin, on this device. */
export function isRemembered(memory: () => Memory, origin: string): boolean {
  return origin !== 'null' && remembered(memory).includes(origin);
}

/** Remembers "always". */
export function remember(memory: () => Memory, origin: string): void {
  try {
    memory().setItem(KEY, JSON.stringify([...new Set([...remembered(memory), origin])]));
  } catch {
    // storage is forbidden or full: the answer holds until the page is closed
  }
}

function remembered(memory: () => Memory): readonly string[] {
  try {
    const kept: unknown = JSON.parse(memory().getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((each) => typeof each === 'string') : [];
  } catch {
    return [];
  }
}

function parse(origin: string): URL | null {
  return URL.canParse(origin) ? new URL(origin) : null;
}
