import { jsonTree, type JsonNode } from '../bytes/jsonTree';
import { NOTHING_HIDDEN, type HiddenCounts, type HiddenKind } from '../model/snapshot';

/** A document's text with values replaced, and how many values of each kind it has, replaced or not. */
export interface Redacted {
  readonly text: string;
  readonly counts: HiddenCounts;
  readonly isChanged: boolean;
}

const PLACEHOLDER = '[redacted]';
/** In place of a value that is shorter than the placeholder, so that no document grows. */
const SHORT_PLACEHOLDER = '*';

/** Keys whose texts are names of formats, though they look like addresses. */
const FORMAT_KEYS: ReadonlySet<string> = new Set([
  '_type',
  'predicateType',
  'in-toto.io/predicate-type',
  'buildType',
  'mediaType',
  '$schema',
]);
const EMBEDDED_KEYS: ReadonlySet<string> = new Set(['data', 'Raw', 'payload']);

interface Change {
  readonly offset: number;
  readonly length: number;
  readonly text: string;
}

/**
 * Replaces the values of the kinds to hide in a JSON text; everything else stays to the letter, and the text never gets longer in UTF-8.
 * Null when it is not JSON, or beyond the limits of reading: then nobody knows what is in it.
 */
export function redact(text: string, hide: ReadonlySet<HiddenKind>): Redacted | null {
  const root = jsonTree(text);
  if (!root) return null;
  const counts = { ...NOTHING_HIDDEN };
  const changes: Change[] = [];
  const visit = (node: JsonNode, keys: readonly string[]): void => {
    const inside = node.key === undefined ? keys : [...keys, node.key];
    node.children?.forEach((child) => visit(child, inside));
    if (node.type !== 'string' || typeof node.value !== 'string' || node.value === '') return;
    const { offset, length, value } = node;
    if (inside.at(-1) === 'v1Compatibility') {
      const inner = redact(value, hide);
      for (const kind of Object.keys(counts) as HiddenKind[]) counts[kind] += inner?.counts[kind] ?? 0;
      if (inner?.isChanged) changes.push({ offset, length, text: JSON.stringify(inner.text) });
      return;
    }
    const kind = kindOf(inside, value);
    if (kind === null) return;
    counts[kind] += 1;
    if (hide.has(kind)) changes.push({ offset, length, text: JSON.stringify(replaced(kind, value)) });
  };
  visit(root, []);
  return { text: applied(text, changes), counts, isChanged: changes.length > 0 };
}

function kindOf(keys: readonly string[], value: string): HiddenKind | null {
  const key = keys.at(-1) ?? '';
  const folder = keys.at(-2) ?? '';
  if (/^env$/i.test(key)) return value.includes('=') && !value.endsWith('=') ? 'env' : null;
  if (/^labels$/i.test(folder)) return 'labels';
  if (/^(?:created_by|comment|onbuild)$/i.test(key)) return 'history';
  if (/^cmd$/i.test(key) && /^container_?config$/i.test(folder)) return 'history';
  if (/^(?:author|maintainer)$/i.test(key) || /\.(?:authors|vendor)$/.test(key)) return 'author';
  if (EMBEDDED_KEYS.has(key)) return 'embedded';
  return value.includes('://') && !FORMAT_KEYS.has(key) ? 'urls' : null;
}

function replaced(kind: HiddenKind, value: string): string {
  const start = kind === 'env' ? value.indexOf('=') + 1 : 0;
  return value.slice(0, start) + (value.length - start < PLACEHOLDER.length ? SHORT_PLACEHOLDER : PLACEHOLDER);
}

/** The changes are in the order of the text. */
function applied(text: string, changes: readonly Change[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { offset, length, text: instead } of changes) {
    parts.push(text.slice(from, offset), instead);
    from = offset + length;
  }
  return parts.join('') + text.slice(from);
}
