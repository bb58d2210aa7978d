import { mediaTypeInfo, isEncrypted } from '../../core/model/mediaType';
import { parseDigest } from '../../core/model/digest';
import { TOKEN } from './jsonTokens';
import type { Tokens } from './jsonTokens';

/** A run of a document's text that means something here. Offsets are in UTF-16 code units of the document. */
export interface Mark {
  readonly kind: 'name' | 'media-type' | 'size';
  readonly start: number;
  readonly end: number;
  /** The digest or path, the media type, or the number, as written (escapes undone). */
  readonly text: string;
}

/** What a digest, path or identifier names; `known` answers whether anything in the archive has that name. */
export interface Names {
  known: (text: string) => boolean;
}

/** A string longer than this is only looked through for digests, in pieces. */
const WHOLE_STRING = 4096;
const MEDIA_TYPE_KEYS = new Set(['mediaType', 'artifactType']);
const HEX_NAME =
  /(?<![0-9A-Za-z])(?:(?:sha256|blake3):[0-9a-f]{64}|sha384:[0-9a-f]{96}|sha512:[0-9a-f]{128}|[0-9a-f]{64})(?![0-9A-Za-z])/g;

/**
 * The marks of token `index` that touch `from…to`, in order and apart. A digest with its algorithm is always one;
 * bare hexadecimal (a v1 ID) and a path only when something here has that name.
 */
export function marksOf(text: string, tokens: Tokens, index: number, from: number, to: number, names: Names): Mark[] {
  const kind = tokens.kind[index];
  const start = tokens.start[index] ?? 0;
  const end = tokens.end[index] ?? 0;
  if (kind === TOKEN.number) {
    const isSize = keyOf(text, tokens, index)?.toLowerCase() === 'size';
    return isSize ? [{ kind: 'size', start, end, text: text.slice(start, end) }] : [];
  }
  if (kind !== TOKEN.string && kind !== TOKEN.key) return [];
  if (end - start <= WHOLE_STRING) {
    const whole = wholeString(text, tokens, index, names);
    if (whole) return [whole];
    return hexNames(text, start + 1, end - 1, names);
  }
  return hexNames(text, Math.max(start + 1, from - 200), Math.min(end - 1, to + 200), names);
}

function wholeString(text: string, tokens: Tokens, index: number, names: Names): Mark | null {
  const [start, end] = [(tokens.start[index] ?? 0) + 1, (tokens.end[index] ?? 0) - 1];
  const content = unescaped(text.slice(start, end));
  if (content === '') return null;
  const isType =
    tokens.kind[index] === TOKEN.string &&
    (mediaTypeInfo(content) !== undefined ||
      isEncrypted(content) ||
      MEDIA_TYPE_KEYS.has(keyOf(text, tokens, index) ?? ''));
  if (isType) return { kind: 'media-type', start, end, text: content };
  if (names.known(content)) return { kind: 'name', start, end, text: content };
  return null;
}

function hexNames(text: string, from: number, to: number, names: Names): Mark[] {
  const marks: Mark[] = [];
  for (const found of text.slice(from, to).matchAll(HEX_NAME)) {
    const name = found[0];
    if (!names.known(name) && parseDigest(name) === null) continue;
    const start = from + found.index;
    marks.push({ kind: 'name', start, end: start + name.length, text: name });
  }
  return marks;
}

/** Name of the member whose value is token `index`; null for elements and names. */
function keyOf(text: string, tokens: Tokens, index: number): string | null {
  if (index < 2 || tokens.kind[index - 2] !== TOKEN.key) return null;
  return unescaped(text.slice((tokens.start[index - 2] ?? 0) + 1, (tokens.end[index - 2] ?? 0) - 1));
}

function unescaped(content: string): string {
  if (!content.includes('\\')) return content;
  const value: unknown = JSON.parse(`"${content}"`);
  return typeof value === 'string' ? value : content;
}
