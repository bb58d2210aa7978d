import type { LayoutCell, LayoutNode, LayoutReference, LayoutTrees } from '../../core/compare/layoutModel';
import { encodedPart } from '../../core/model/digest';
import type { ColumnId, Part } from '../../core/model/representation';

/** A place of the board that is pointed at: a file, or a row as a whole or in one column. */
export interface LayoutSpot {
  readonly part: Part;
  readonly column: ColumnId | null;
  /** Id of the file. */
  readonly node: string | null;
}

/** The trees of one image, to be asked. */
export interface TreeIndex {
  readonly trees: LayoutTrees;
  readonly nodes: ReadonlyMap<string, LayoutNode>;
  /** By the id of the node that is named. */
  readonly namedBy: ReadonlyMap<string, readonly LayoutReference[]>;
  /** By the id of the node that names. */
  readonly names: ReadonlyMap<string, readonly LayoutReference[]>;
}

export function treeIndex(trees: LayoutTrees): TreeIndex {
  const nodes = trees.rows.flatMap(({ cells }) => Object.values(cells).flatMap(nodesOf));
  const group = (key: (reference: LayoutReference) => string): Map<string, LayoutReference[]> => {
    const groups = new Map<string, LayoutReference[]>();
    for (const reference of trees.references) {
      const known = groups.get(key(reference));
      if (known) known.push(reference);
      else groups.set(key(reference), [reference]);
    }
    return groups;
  };
  return {
    trees,
    nodes: new Map(nodes.map((node) => [node.id, node])),
    namedBy: group(({ to }) => to),
    names: group(({ from }) => from),
  };
}

/** The files of a cell, from top to bottom. */
export function nodesOf(cell: LayoutCell): readonly LayoutNode[] {
  return cell.kind === 'nodes' ? cell.lines.flat() : [];
}

const NEWEST_FIRST = ['oci', 'v2s2', 'v1'] as const satisfies readonly ColumnId[];

/** The file to tell about: the one pointed at, else the first of the cell, else of the row, found ones first. */
export function nodeAt({ trees, nodes }: TreeIndex, { part, column, node }: LayoutSpot): LayoutNode | null {
  const own = node === null ? undefined : nodes.get(node);
  if (own) return own;
  const row = trees.rows.find((each) => each.part === part);
  if (!row) return null;
  const first = (id: ColumnId): LayoutNode | null => {
    const cell = row.cells[id];
    if (cell.kind === 'within') return nodes.get(cell.node) ?? null;
    return nodesOf(cell)[0] ?? null;
  };
  if (column !== null) return first(column);
  const all = NEWEST_FIRST.flatMap((id) => first(id) ?? []);
  return all.find(({ origin, absent }) => origin === 'found' && !absent) ?? all[0] ?? null;
}

/** Ids of the files that a place is: the one, or all that play the part. */
export function activeNodes({ nodes }: TreeIndex, spot: LayoutSpot | null): ReadonlySet<string> {
  if (spot === null) return NONE;
  if (spot.node !== null && nodes.has(spot.node)) return new Set([spot.node]);
  const { part, column } = spot;
  const fits = (node: LayoutNode): boolean =>
    (node.part === part || node.also === part) && (column === null || node.column === column);
  return new Set([...nodes.values()].filter(fits).map(({ id }) => id));
}

/** Ids of the files that name one of these, or that one of these names. */
export function linkedNodes({ names, namedBy }: TreeIndex, active: ReadonlySet<string>): ReadonlySet<string> {
  const linked = new Set<string>();
  for (const id of active) {
    for (const { to } of names.get(id) ?? []) linked.add(to);
    for (const { from } of namedBy.get(id) ?? []) linked.add(from);
  }
  return linked;
}

/** Ids of the files that have one of these digests or IDs, without their algorithm, and of those that name them. */
export function namersOf({ nodes, namedBy }: TreeIndex, names: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { id, digest, diffId, v1Id } of nodes.values()) {
    if (![digest, diffId, v1Id].some((name) => name !== null && names.has(encodedPart(name)))) continue;
    found.add(id);
    for (const { from, by } of namedBy.get(id) ?? []) if (by !== 'folder') found.add(from);
  }
  return found;
}

const NONE: ReadonlySet<string> = new Set();
