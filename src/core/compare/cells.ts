import type { JsonNode } from '../bytes/jsonTree';
import { LIMITS } from '../limits';
import { isEncrypted, mediaTypeInfo } from '../model/mediaType';
import { parseDigest } from '../model/digest';
import type { RowState, TableCell } from '../model/manifestTable';

const MEDIA_TYPE_NAMES = new Set(['mediaType', 'artifactType']);

/** Whether a value is printed over several lines. */
export function isOpen(node: JsonNode): boolean {
  return (node.children?.length ?? 0) > 0;
}

/** The line of a scalar or of empty brackets; of a fuller value, the one that opens it. */
export function firstCell(text: string, node: JsonNode, depth: number, comma: boolean): TableCell {
  const { pointer, key: name = null } = node;
  if (isOpen(node)) {
    return { pointer, depth, name, type: 'open', text: brackets(node)[0] ?? '', cut: 0, comma: false, names: null };
  }
  const source = node.children ? brackets(node) : text.slice(node.offset, node.offset + node.length);
  const cut = Math.max(0, source.length - LIMITS.manifestValue);
  return {
    pointer,
    depth,
    name,
    type: node.type === 'string' ? 'string' : 'other',
    text: cut > 0 ? wholeCharacters(source.slice(0, LIMITS.manifestValue)) : source,
    cut,
    comma,
    names: namesOf(node),
  };
}

/** The line that closes what {@link firstCell} opened. */
export function lastCell(node: JsonNode, depth: number, comma: boolean): TableCell {
  const text = brackets(node)[1] ?? '';
  return { pointer: node.pointer, depth, name: null, type: 'close', text, cut: 0, comma, names: null };
}

/** How two values that mean the same thing differ. Null for none: what is inside of them differs on its own. */
export function valueState(a: JsonNode, b: JsonNode): RowState {
  if (isOpen(a) !== isOpen(b) || isContainer(a) !== isContainer(b)) return 'structure';
  const [left, right] = [namesOf(a), namesOf(b)];
  if (left?.kind === 'digest' && right?.kind === 'digest' && left.value !== right.value) return 'digest';
  if (left?.kind === 'media-type' && right?.kind === 'media-type' && left.value !== right.value) return 'renamed';
  if (!isContainer(a) && (a.type !== b.type || a.value !== b.value)) return 'value';
  if (isContainer(a) && a.type !== b.type) return 'structure';
  return a.key === b.key ? 'same' : 'renamed';
}

function isContainer(node: JsonNode): boolean {
  return node.children !== undefined;
}

function brackets({ type }: JsonNode): string {
  return type === 'array' ? '[]' : '{}';
}

function namesOf({ type, key = '', value }: JsonNode): TableCell['names'] {
  if (type !== 'string' || typeof value !== 'string') return null;
  if (MEDIA_TYPE_NAMES.has(key) || mediaTypeInfo(value) !== undefined || isEncrypted(value)) {
    return { kind: 'media-type', value };
  }
  return parseDigest(value) === null ? null : { kind: 'digest', value };
}

/** Without half a character at the end. */
function wholeCharacters(text: string): string {
  return text.replace(/\p{Surrogate}$/u, '');
}
