import { parseReference } from '../core/registry/reference';
import { SAMPLE_NAMES, type SampleName } from './samples';

/** What a link opens, as its `src` says. */
export type SourceLink =
  | { readonly kind: 'sample'; readonly name: SampleName }
  | FileLink
  /** A file at an address, which is read after consent. */
  | { readonly kind: 'url'; readonly url: string }
  /** An image on a registry, which is read after consent; `url` is the registry's. */
  | { readonly kind: 'registry'; readonly reference: string; readonly url: string }
  /** Structure alone, in the link itself: base64url of deflated JSON. */
  | { readonly kind: 'snapshot'; readonly payload: string };

/** A file of the one who made the link: the opener has to have a copy. */
export interface FileLink {
  readonly kind: 'file';
  /** `sha256:…` of the whole file. */
  readonly digest: string;
  readonly name: string;
  readonly size: number;
}

const SAMPLE = 'sample:';
const SNAPSHOT = 'snap:';
const URL_PREFIX = 'url:';
const REGISTRY = 'registry:';
const FILE = /^file:sha256-([0-9a-f]{64});name=([^;=]{1,2000});size=(0|[1-9]\d{0,15})$/;

/** Reads the `src` of a link, which is untrusted; null for what names nothing that could be opened. */
export function parseSourceLink(text: string): SourceLink | null {
  const name = SAMPLE_NAMES.find((each) => text === sampleLink(each));
  if (name !== undefined) return { kind: 'sample', name };
  if (text.startsWith(SNAPSHOT)) {
    const payload = text.slice(SNAPSHOT.length);
    return /^[A-Za-z0-9_-]+$/.test(payload) ? { kind: 'snapshot', payload } : null;
  }
  if (text.startsWith(URL_PREFIX)) {
    const url = readableUrl(text.slice(URL_PREFIX.length));
    return url === null ? null : { kind: 'url', url };
  }
  if (text.startsWith(REGISTRY)) {
    const reference = text.slice(REGISTRY.length);
    const parsed = parseReference(reference);
    return (
      parsed && {
        kind: 'registry',
        reference,
        url: `${parsed.origin}/v2/${parsed.repository}/manifests/${parsed.reference}`,
      }
    );
  }
  const [, hex = '', encoded = '', size = ''] = FILE.exec(text) ?? [];
  if (hex === '') return null;
  try {
    return { kind: 'file', digest: `sha256:${hex}`, name: decodeURIComponent(encoded), size: Number(size) };
  } catch {
    return null;
  }
}

/** The `src` of a built-in sample. */
export function sampleLink(name: string): string {
  return `${SAMPLE}${name}`;
}

export function snapshotLink(payload: string): string {
  return `${SNAPSHOT}${payload}`;
}

/** The `src` of a file at an address; the address is as {@link readableUrl} gives it. */
export function urlLink(url: string): string {
  return `${URL_PREFIX}${url}`;
}

/** The `src` of an image on a registry. */
export function registryLink(reference: string): string {
  return `${REGISTRY}${reference}`;
}

/** The `src` of a file of the user's own, of which the link has only digest, name and size. */
export function fileLink({ digest, name, size }: Omit<FileLink, 'kind'>): string {
  const plain = encodeURIComponent(name.replace(/\p{Surrogate}/gu, '\ufffd'));
  return `file:${digest.replace(':', '-')};name=${plain};size=${size}`;
}

const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])$/;
/** A file in GitHub's pages, which are no files themselves. */
const GITHUB_BLOB = /^\/([^/]+)\/([^/]+)\/(?:blob|raw)\/(.+)$/;

/**
 * The address that is read for one that people copy: of a file in GitHub's pages, where its bytes are. Null for what is not `https:`, but
 * for this very machine, and for addresses with a password in them.
 */
export function readableUrl(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const { protocol, hostname, pathname, username, password } = url;
  const isAllowed = protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname));
  if (!isAllowed || username !== '' || password !== '') return null;
  url.hash = '';
  const [, owner, repository, path] = (hostname === 'github.com' && GITHUB_BLOB.exec(pathname)) || [];
  if (path === undefined) return url.href;
  return `https://raw.githubusercontent.com/${owner}/${repository}/${path}`;
}
