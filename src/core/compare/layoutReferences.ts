import { parseJson } from '../bytes/json';
import { LIMITS } from '../limits';
import type { Document } from '../model/archive';
import { encodedPart } from '../model/digest';
import { hasPath } from './layoutMembers';
import type { LayoutNode, LayoutReference, NamedBy } from './layoutModel';

/** A node, and by which of its names. */
interface Named {
  readonly node: LayoutNode;
  readonly by: NamedBy;
}

/** Names nothing else has: shorter ones may be a word of any document. */
const LEAST_HEX = 64;

/**
 * Which nodes of one column name which: every string in a document that is another node's path, digest, DiffID or v1 ID, found and derived
 * documents alike. In the v1 layout nothing names a layer's bytes but the folder that they are in. Documents larger than
 * {@link LIMITS.layoutDocumentBytes} are not looked into.
 */
export function referencesOf(
  nodes: readonly LayoutNode[],
  documents: ReadonlyMap<string, Document>,
): LayoutReference[] {
  const names = namesOf(nodes);
  const found = new Map<string, LayoutReference>();
  const add = (reference: LayoutReference): void => {
    const key = `${reference.from}\n${reference.to}`;
    if (reference.from !== reference.to && !found.has(key)) found.set(key, reference);
  };
  for (const node of nodes) {
    const document = node.document === null ? undefined : documents.get(node.document);
    if (!document || node.kind === 'v1-version') continue;
    for (const { text, pointer } of stringsOf(document)) {
      for (const { node: to, by } of meant(names.get(text), node)) add({ from: node.id, to: to.id, by, pointer });
    }
  }
  for (const reference of [...linksOf(nodes), ...foldersOf(nodes)]) add(reference);
  return [...found.values()];
}

function namesOf(nodes: readonly LayoutNode[]): ReadonlyMap<string, readonly Named[]> {
  const names = new Map<string, Named[]>();
  const add = (name: string | null, named: Named): void => {
    if (name === null || name === '') return;
    const known = names.get(name);
    if (known) known.push(named);
    else names.set(name, [named]);
  };
  for (const node of nodes) {
    add(node.path, { node, by: 'path' });
    if (node.kind === 'v1-json') add(node.v1Id, { node, by: 'v1-id' });
    for (const [digest, by] of [
      [node.digest, 'digest'],
      [node.diffId, 'diff-id'],
    ] as const) {
      add(digest, { node, by });
      // Docker 25 and later write a DiffID into `repositories` without its algorithm.
      if (digest !== null && encodedPart(digest).length >= LEAST_HEX) add(encodedPart(digest), { node, by });
    }
  }
  return names;
}

/** Of a plain layer digest and DiffID are one text: a config and `repositories` mean the DiffID, everything else the digest. */
function meant(named: readonly Named[] = [], from: LayoutNode): Named[] {
  const byDiffId = from.kind === 'config' || from.kind === 'v1-repositories';
  const isOther = ({ by }: Named): boolean => by === (byDiffId ? 'digest' : 'diff-id');
  return [...named.filter((each) => !isOther(each)), ...named.filter(isOther)];
}

interface Text {
  readonly text: string;
  /** RFC 6901. */
  readonly pointer: string;
}

/** Of each document once: they stay the same while measuring goes on. */
const known = new WeakMap<Uint8Array, readonly Text[]>();

/** Every string in a document that could be a name, keys not among them. */
function stringsOf({ bytes, path }: Document): readonly Text[] {
  let strings = known.get(bytes);
  if (!strings) {
    strings = bytes.length > LIMITS.layoutDocumentBytes ? [] : stringsIn(parseJson(bytes, path).value);
    known.set(bytes, strings);
  }
  return strings;
}

function stringsIn(root: unknown): Text[] {
  const found: Text[] = [];
  const visit = (value: unknown, pointer: string): void => {
    if (typeof value === 'string') {
      if (value.length >= 4 && value.length <= LIMITS.layoutNameCharacters) found.push({ text: value, pointer });
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, each] of Object.entries(value)) {
        visit(each, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
      }
    }
  };
  visit(root, '');
  return found;
}

function linksOf(nodes: readonly LayoutNode[]): LayoutReference[] {
  const byMember = new Map(
    nodes.flatMap((node) => (node.member && hasPath(node.member, node.path) ? [[node.member.index, node]] : [])),
  );
  return nodes.flatMap((node): LayoutReference[] => {
    const to = node.link && node.member ? byMember.get(node.member.index) : undefined;
    return to ? [{ from: node.id, to: to.id, by: 'link', pointer: '' }] : [];
  });
}

function foldersOf(nodes: readonly LayoutNode[]): LayoutReference[] {
  const layers = new Map(nodes.flatMap((node) => (node.kind === 'layer' ? [[folderOf(node), node]] : [])));
  return nodes.flatMap((node): LayoutReference[] => {
    const to = node.kind === 'v1-json' ? layers.get(folderOf(node)) : undefined;
    return to ? [{ from: node.id, to: to.id, by: 'folder', pointer: '' }] : [];
  });
}

/** Layers of two images may be in one folder, but not those of two parts. */
function folderOf({ part, path }: LayoutNode): string {
  return `${part} ${path.slice(0, path.lastIndexOf('/') + 1)}`;
}
