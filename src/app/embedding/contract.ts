import { LIMITS } from '../../core/limits';
import type { Part } from '../../core/model/representation';

/** The version of the contract; a message of another version is not ours to understand. */
export const VERSION = 1;

/** What a file may be posted as. */
export type PostedData = ArrayBuffer | Uint8Array | Blob | ReadableStream;

/** A file that another page posts. */
export interface PostedFile {
  readonly data: PostedData;
  readonly name: string;
  readonly title: string | null;
  /** What to look at, as the hash of a link. */
  readonly open: string | null;
  /** Nothing of it may be exported, unless the message says otherwise: it is the poster's. */
  readonly localOnly: boolean;
  /** More files may follow: without it the first one is the only one. */
  readonly keepOpen: boolean;
}

/** What the page tells the one around it, or the one that opened it. */
export type Reply =
  | { readonly type: 'opened'; readonly name: string; readonly images: number; readonly formats: readonly string[] }
  /** `code`: one of the engine's, or `refused`, `busy`, `too-large`, `unreadable`, `closed`. */
  | { readonly type: 'error'; readonly name: string; readonly code: string; readonly message: string }
  | { readonly type: 'select'; readonly part: Part | null; readonly digest: string | null; readonly hash: string }
  /** CSS pixels that the page needs to be shown whole. */
  | { readonly type: 'height'; readonly height: number };

export type Incoming = 'ping' | PostedFile;

/** A reply as it goes over. */
export function envelope(reply: Reply): { readonly tabaqa: Reply & { readonly v: number } } {
  return { tabaqa: { v: VERSION, ...reply } };
}

/** A message of another page, which may be anything; null for what is not meant for us. */
export function readMessage(data: unknown): Incoming | null {
  if (data === 'PING') return 'ping';
  const body = field(data, 'tabaqa');
  if (field(body, 'v') !== VERSION) return null;
  const bytes = field(body, 'data');
  if (!isData(bytes)) return null;
  const open = field(body, 'open');
  return {
    data: bytes,
    name: oneLine(field(body, 'name')) ?? 'image.tar',
    title: oneLine(field(body, 'title')),
    open: typeof open === 'string' && open.length <= LIMITS.linkCharacters ? open : null,
    localOnly: field(body, 'localOnly') !== false,
    keepOpen: field(body, 'keepOpen') === true,
  };
}

function field(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null && Object.hasOwn(of, name) ? Reflect.get(of, name) : undefined;
}

function isData(value: unknown): value is PostedData {
  return (
    value instanceof Blob ||
    value instanceof ArrayBuffer ||
    value instanceof Uint8Array ||
    value instanceof ReadableStream
  );
}

/** Control, direction and other invisible characters: they make a text look like another. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu;

/** A text as one short visible line; null when nothing is left of it. */
function oneLine(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const line = value.slice(0, LIMITS.linkCharacters).replace(INVISIBLE, ' ').replace(/\s+/g, ' ').trim();
  // half a character at the cut is none
  return (
    line
      .slice(0, LIMITS.postedTitleCharacters)
      .replace(/\p{Cs}/gu, '')
      .trim() || null
  );
}
