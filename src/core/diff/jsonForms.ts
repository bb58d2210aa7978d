import type { JsonNode } from '../bytes/jsonTree';
import type { JsonForm } from '../model/imageDiff';

/** A JSON text and its values. */
export interface JsonText {
  readonly text: string;
  readonly root: JsonNode;
}

/** How two texts say what both say in other ways: members in another order, other space, other escapes. `sameValues`: there is no other difference. */
export function jsonForms(a: JsonText, b: JsonText, sameValues: boolean): JsonForm[] {
  const forms: JsonForm[] = [];
  if (isReordered(a.root, b.root)) forms.push('key-order');
  const [spaceA, spaceB] = [spaceIn(a.text), spaceIn(b.text)];
  if ((spaceA === 0) !== (spaceB === 0) || (sameValues && spaceA !== spaceB)) forms.push('whitespace');
  if (isRespelled(a, b)) forms.push('spelling');
  return forms;
}

/** Members of a node by name; of a name given twice, the last. */
export function membersOf(node: JsonNode | undefined | null): Map<string, JsonNode> {
  return new Map((node?.type === 'object' ? (node.children ?? []) : []).map((each) => [each.key ?? '', each]));
}

function isReordered(a: JsonNode, b: JsonNode): boolean {
  const members = membersOf(b);
  if (a.type === 'object' && b.type === 'object') {
    const names = (a.children ?? []).flatMap(({ key = '' }) => (members.has(key) ? [key] : []));
    const known = new Set(names);
    const others = (b.children ?? []).flatMap(({ key = '' }) => (known.has(key) ? [key] : []));
    if (names.length === others.length && names.some((name, at) => name !== others[at])) return true;
  }
  return pairsOf(a, b).some(([left, right]) => isReordered(left, right));
}

function isRespelled(a: JsonText, b: JsonText): boolean {
  const walk = (left: JsonNode, right: JsonNode): boolean => {
    if (left.children || right.children) return pairsOf(left, right).some(([x, y]) => walk(x, y));
    return left.type === right.type && left.value === right.value && sourceOf(a.text, left) !== sourceOf(b.text, right);
  };
  return walk(a.root, b.root);
}

/** Values that stand at the same place in both. */
function pairsOf(a: JsonNode, b: JsonNode): [JsonNode, JsonNode][] {
  if (a.type !== b.type) return [];
  const members = membersOf(b);
  return (a.children ?? []).flatMap((each, at): [JsonNode, JsonNode][] => {
    const other = a.type === 'object' ? members.get(each.key ?? '') : b.children?.[at];
    return other ? [[each, other]] : [];
  });
}

/** The source of a value. */
export function sourceOf(text: string, { offset, length }: JsonNode): string {
  return text.slice(offset, offset + length);
}

/** Characters of space between tokens. */
function spaceIn(text: string): number {
  let count = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (inString && code === BACKSLASH) at++;
    else if (code === QUOTE) inString = !inString;
    else if (!inString && (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09)) count++;
  }
  return count;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
