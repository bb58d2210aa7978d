import { LIMITS } from '../limits';

const utf8 = new TextDecoder();

/** Bytes as text; what is no UTF-8 is replaced. */
export function textOf(bytes: Uint8Array): string {
  return utf8.decode(bytes);
}

const UNPRINTABLE = /[\p{Cc}\p{Cf}\u2028\u2029]+/gu;

/** A name or version that can be shown: cut, without control characters; null when nothing is left. */
export function label(text: string | null | undefined): string | null {
  return text?.slice(0, LIMITS.packageLabelCharacters).replace(UNPRINTABLE, ' ').trim() || null;
}

/**
 * The fields of paragraphs that a blank line parts, each `Key: value` on a line; lines that go on begin with a space and are
 * left out. Of a key given twice in a paragraph the first counts. Only keys in `wanted` are read.
 */
export function* paragraphs(text: string, wanted: ReadonlySet<string>): Generator<ReadonlyMap<string, string>> {
  let fields = new Map<string, string>();
  let any = false;
  for (let at = 0; at < text.length;) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    const isBlank = end === at || (end === at + 1 && text[at] === '\r');
    if (isBlank) {
      if (any) yield fields;
      fields = new Map();
      any = false;
    } else if (text[at] !== ' ' && text[at] !== '\t') {
      any = true;
      const line = text.slice(at, end);
      const colon = line.indexOf(':');
      const key = colon > 0 ? line.slice(0, colon) : '';
      if (wanted.has(key) && !fields.has(key)) fields.set(key, line.slice(colon + 1).trim());
    }
    at = end + 1;
  }
  if (any) yield fields;
}
