import type { ImageFiles } from '../../app/state';
import { FILE_CHANGES, pathOfNode, type FileChange, type FileTree } from '../../core/model/fileTree';
import { shownChange, type FileQuery, type FileRows } from '../../core/model/fileView';
import { MEMBER_TYPES, memberAt, textAt, type Member, type MemberType } from '../../core/model/members';

/** A path as the files board lists it. */
export interface FileRow {
  readonly node: number;
  readonly path: string;
  readonly name: string;
  /** Folders above it in the tree. */
  readonly depth: number;
  /** From 0. */
  readonly layer: number;
  /** What the layer in question did; null where another one did it, and in the final image. */
  readonly change: FileChange | null;
  readonly type: MemberType;
  readonly size: number;
  readonly files: number;
  /** What the layer's tar says of it; null for a folder without an entry, and for what was removed. */
  readonly entry: Member | null;
  /** Of a folder in a tree: whether what is in it is listed. */
  readonly isOpen: boolean;
  readonly isFolder: boolean;
}

/** Rows of a tree that are to be seen, as places in `rows.nodes`: what is in a folder that is not open is left out. */
export function openRows({ nodes, after }: FileRows, isOpen: (node: number) => boolean): Int32Array {
  const seen = new Int32Array(nodes.length);
  let count = 0;
  for (let at = 0; at < nodes.length;) {
    seen[count++] = at;
    at = isOpen(nodes[at] ?? 0) ? at + 1 : (after[at] ?? at + 1);
  }
  return seen.subarray(0, count);
}

/** Row `at` of a view's rows. */
export function fileRowAt(
  { layers }: ImageFiles,
  { tree, query, rows }: { readonly tree: FileTree; readonly query: FileQuery; readonly rows: FileRows },
  at: number,
  isOpen: (node: number) => boolean,
): FileRow {
  const { nodes, events } = tree;
  const node = rows.nodes[at] ?? 0;
  const event = rows.view.shown[node] ?? -1;
  const layer = events.layer[event] ?? 0;
  const change = FILE_CHANGES[events.change[event] ?? 0] ?? 'added';
  const type = MEMBER_TYPES[events.type[event] ?? 0] ?? 'other';
  const row = change === 'removed' ? -1 : (events.row[event] ?? -1);
  const entries = layers[layer]?.entries;
  const isTree = query.shape === 'tree';
  return {
    node,
    path: pathOfNode(nodes, node),
    name: textAt(nodes.names, node),
    depth: isTree ? depthOf(nodes.parent, node) : 0,
    layer,
    change: shownChange(query, layer, change),
    type,
    size: rows.view.size[node] ?? 0,
    files: rows.view.files[node] ?? 0,
    entry: entries && row >= 0 ? memberAt(entries, row) : null,
    isFolder: isTree && (rows.after[at] ?? 0) > at + 1,
    isOpen: isTree && isOpen(node),
  };
}

function depthOf(parent: Int32Array, node: number): number {
  let depth = 0;
  for (let at = parent[node] ?? 0; at > 0; at = parent[at] ?? 0) depth++;
  return depth;
}

/** The node of a path, or -1. */
export function nodeOfPath({ nodes }: FileTree, path: string): number {
  const name = new TextEncoder().encode(path.slice(path.lastIndexOf('/') + 1));
  const { text, starts } = nodes.names;
  for (let node = 1; node < nodes.count; node++) {
    const start = starts[node] ?? 0;
    if ((starts[node + 1] ?? 0) - start !== name.length) continue;
    if (name.every((byte, at) => text[start + at] === byte) && pathOfNode(nodes, node) === path) return node;
  }
  return -1;
}
