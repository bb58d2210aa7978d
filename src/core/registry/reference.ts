import { parseDigest } from '../model/digest';

/** An image on a registry, as people write it: `host[:port]/repository[:tag|@digest]`. */
export interface RegistryReference {
  /** With its scheme: `https:`, but for this very machine. */
  readonly origin: string;
  readonly host: string;
  readonly repository: string;
  /** A tag or a digest. */
  readonly reference: string;
}

/** distribution-spec 1.1, "Pulling manifests". */
const REPOSITORY = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/;
const TAG = /^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$/;
const HOST = /^(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:]+\])(?::\d{1,5})?$/i;
const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i;
const LONGEST = 512;

/** Reads a reference; null for what is none. A host has to be named: a short name means another registry to each tool. */
export function parseReference(text: string): RegistryReference | null {
  if (text.length > LONGEST) return null;
  const slash = text.indexOf('/');
  const host = text.slice(0, Math.max(0, slash));
  const isNamed = /[.:]/.test(host) || host === 'localhost';
  if (!isNamed || !HOST.test(host)) return null;
  const path = text.slice(slash + 1);
  const at = path.indexOf('@');
  const named = at < 0 ? path : path.slice(0, at);
  const [, repository = '', tag] = /^([^:]*)(?::(.*))?$/s.exec(named) ?? [];
  const digest = at < 0 ? null : path.slice(at + 1);
  if (!REPOSITORY.test(repository) || (tag !== undefined && !TAG.test(tag))) return null;
  if (digest !== null && !parseDigest(digest)) return null;
  return {
    origin: `${LOOPBACK.test(host) ? 'http' : 'https'}://${host.toLowerCase()}`,
    host: host.toLowerCase(),
    repository,
    reference: digest ?? tag ?? 'latest',
  };
}

/** As tools take it, for instance after `docker://`. */
export function referenceText({ host, repository, reference }: RegistryReference): string {
  return `${host}/${repository}${reference.includes(':') ? '@' : ':'}${reference}`;
}
