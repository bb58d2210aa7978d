/** Why a member's name is listed but never taken for a file of the archive. */
export type UnsafeName = 'parent' | 'absolute' | 'backslash' | 'nul' | 'not-utf8' | 'too-long';

const SLASH = 0x2f;
const DOT = 0x2e;
const BACKSLASH = 0x5c;

/** What is unsafe in a stored name (a ustar prefix, or none, and the rest), looking at its bytes: names need not be UTF-8. */
export function unsafeName(prefix: Uint8Array, name: Uint8Array): UnsafeName | null {
  const first = prefix.length > 0 ? prefix : name;
  if (first[0] === SLASH) return 'absolute';
  return unsafePart(prefix) ?? unsafePart(name);
}

function unsafePart(text: Uint8Array): UnsafeName | null {
  let from = 0;
  let ascii = true;
  for (let index = 0; index <= text.length; index++) {
    const byte = text[index];
    if (byte === BACKSLASH) return 'backslash';
    if (byte === 0) return 'nul';
    if (byte !== undefined && byte > 0x7f) ascii = false;
    if (byte !== undefined && byte !== SLASH) continue;
    if (index - from === 2 && text[from] === DOT && text[from + 1] === DOT) return 'parent';
    from = index + 1;
  }
  return ascii || isUtf8(text) ? null : 'not-utf8';
}

/** Why a member's name may be read as another one: it has characters that move the text or that nobody sees. */
export type MisleadingName = 'control' | 'invisible';

/** What is misleading in a stored name. `control`: C0, DEL or C1. `invisible`: bidirectional, zero-width and tag characters. */
export function misleadingName(prefix: Uint8Array, name: Uint8Array): MisleadingName | null {
  return misleadingPart(prefix) ?? misleadingPart(name);
}

function misleadingPart(text: Uint8Array): MisleadingName | null {
  let ascii = true;
  for (let index = 0; index < text.length; index++) {
    const byte = text[index] ?? 0;
    // A NUL is told by unsafeName.
    if ((byte > 0 && byte < 0x20) || byte === 0x7f) return 'control';
    if (byte > 0x7f) ascii = false;
  }
  if (ascii) return null;
  const decoded = looseUtf8.decode(text);
  if (/[\x80-\x9f]/.test(decoded)) return 'control';
  return INVISIBLE.test(decoded) ? 'invisible' : null;
}

const looseUtf8 = new TextDecoder('utf-8', { ignoreBOM: true });
/** Format characters and line separators; joiners only where they join no letters or signs of a script that needs them. */
const INVISIBLE = /(?![\u200c\u200d])[\p{Cf}\p{Zl}\p{Zp}]|(?<![^\0-\x7f])[\u200c\u200d]|[\u200c\u200d](?![^\0-\x7f])/u;

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

function isUtf8(text: Uint8Array): boolean {
  try {
    strictUtf8.decode(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * A path as its components joined by single slashes: no `.`, no empty component, no slash at either end; '' is the top folder.
 * Null when it leaves the archive (`/…`, or a `..`) or is no path that a tool would have written (backslash, NUL).
 */
export function normalPath(path: string): string | null {
  if (PLAIN.test(path)) return path;
  if (path.startsWith('/') || path.includes('\\') || path.includes('\0')) return null;
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  return parts.includes('..') ? null : parts.join('/');
}

/** Needs no work: nothing that begins with a dot, no slash at an end, no two slashes. */
const PLAIN = /^[^/.\\\0][^/\\\0]*(?:\/[^/.\\\0][^/\\\0]*)*$/;

/** Where a symbolic link leads, seen from the link's own place in the archive; null when that is outside of it. */
export function linkTarget(from: string, link: string): string | null {
  if (link === '' || link.startsWith('/') || link.includes('\\') || link.includes('\0')) return null;
  const parts = from.split('/').slice(0, -1);
  for (const part of link.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return null;
    } else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
