import { FILE_CHANGES, type FileTree } from '../model/fileTree';
import type { FileQuery, FileRows, FileView } from '../model/fileView';
import { MEMBER_TYPES, textAt } from '../model/members';
import { textTest } from '../tar/textTest';
import { fileView } from './view';

const NONE = -1;
const DIRECTORY = MEMBER_TYPES.indexOf('directory');

/** The rows of the tree that a query asks for. What is equal in the query's order is ordered by name: UTF-16 code units, the same on every machine. */
export function fileRows(tree: FileTree, query: FileQuery): FileRows {
  const view = fileView(tree, query);
  const names = namesOf(tree);
  const listed = listedNodes(tree, query, view);
  const passing = passingNodes(tree, query, view, names, listed);
  const isFile = (node: number): boolean =>
    query.types?.includes('directory') === true || tree.events.type[view.shown[node] ?? NONE] !== DIRECTORY;
  const filesIn = (all: Int32Array): number => all.reduce((sum, node) => sum + (isFile(node) ? 1 : 0), 0);
  const counts = { passing: filesIn(passing), listed: filesIn(listed) };
  const order = comparison(tree, query, view, names);
  if (query.shape === 'list') {
    const paths = query.sort === 'name' ? pathsOf(tree, names) : null;
    const sign = query.descending ? -1 : 1;
    const sorted = paths ? passing.sort((a, b) => sign * compare(paths[a], paths[b])) : passing.sort(order);
    return { view, nodes: sorted, after: new Int32Array(0), ...counts };
  }
  return { view, ...inTree(tree, passing, order), ...counts };
}

function namesOf({ nodes }: FileTree): string[] {
  return Array.from({ length: nodes.count }, (_, node) => textAt(nodes.names, node));
}

/** A folder comes before what is in it, so that its path is there already. */
function pathsOf({ nodes }: FileTree, names: readonly string[]): string[] {
  const paths = [''];
  for (let node = 1; node < nodes.count; node++) {
    const folder = nodes.parent[node] ?? 0;
    paths.push(folder === 0 ? (names[node] ?? '') : `${paths[folder]}/${names[node]}`);
  }
  return paths;
}

/** What can be listed, before anything is looked for. */
function listedNodes(
  { nodes, events }: FileTree,
  { scope, layer }: FileQuery,
  { shown }: FileView,
): Int32Array<ArrayBuffer> {
  const listed = new Int32Array(nodes.count);
  let count = 0;
  for (let node = 1; node < nodes.count; node++) {
    const event = shown[node] ?? NONE;
    // Of a layer alone, folders that it does not name are there only for what is in them.
    if (event !== NONE && (scope !== 'layer' || events.layer[event] === layer)) listed[count++] = node;
  }
  return listed.slice(0, count);
}

function passingNodes(
  tree: FileTree,
  { scope, layer, shape, filter, types, changes }: FileQuery,
  { shown }: FileView,
  names: readonly string[],
  listed: Int32Array<ArrayBuffer>,
): Int32Array<ArrayBuffer> {
  const { events } = tree;
  const test = textTest(filter);
  const paths = test && pathsOf(tree, names);
  const wantedTypes = types && new Set(types.map((type) => MEMBER_TYPES.indexOf(type)));
  const wantedChanges = changes && new Set(changes.map((change) => FILE_CHANGES.indexOf(change)));
  return listed.filter((node) => {
    const event = shown[node] ?? NONE;
    const type = events.type[event] ?? 0;
    if (wantedTypes ? !wantedTypes.has(type) : shape === 'list' && type === DIRECTORY) return false;
    if (
      wantedChanges &&
      (!wantedChanges.has(events.change[event] ?? 0) ||
        ((scope === 'layer' || scope === 'upto') && events.layer[event] !== layer))
    )
      return false;
    return !test || test(paths?.[node] ?? '');
  });
}

type Comparison = (a: number, b: number) => number;

function comparison(
  { events }: FileTree,
  query: FileQuery,
  { shown, size }: FileView,
  names: readonly string[],
): Comparison {
  const sign = query.descending ? -1 : 1;
  const byName: Comparison = (a, b) => compare(names[a], names[b]);
  const by =
    (key: (node: number) => number): Comparison =>
    (a, b) =>
      sign * (key(a) - key(b)) || byName(a, b) || a - b;
  switch (query.sort) {
    case 'name':
      return (a, b) => sign * byName(a, b);
    case 'size':
      return by((node) => size[node] ?? 0);
    case 'time':
      return by((node) => events.mtime[shown[node] ?? NONE] ?? 0);
    case 'layer':
      return by((node) => events.layer[shown[node] ?? NONE] ?? 0);
  }
}

function compare(a: string | undefined = '', b: string | undefined = ''): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The nodes and the folders they are in, each folder's in the order given, every folder before what is in it. */
function inTree(
  { nodes }: FileTree,
  passing: Int32Array<ArrayBuffer>,
  order: Comparison,
): Pick<FileRows, 'nodes' | 'after'> {
  const isListed = new Uint8Array(nodes.count);
  isListed[0] = 1;
  const listed: number[] = [];
  for (const each of passing) {
    for (let node = each; isListed[node] === 0; node = nodes.parent[node] ?? 0) {
      isListed[node] = 1;
      listed.push(node);
    }
  }
  // Children of one folder stand together, in order; then a walk without recursion puts each folder's after it.
  const sorted = Int32Array.from(listed).sort((a, b) => (nodes.parent[a] ?? 0) - (nodes.parent[b] ?? 0) || order(a, b));
  const first = new Int32Array(nodes.count).fill(NONE);
  const next = new Int32Array(nodes.count).fill(NONE);
  for (let at = sorted.length - 1; at >= 0; at--) {
    const node = sorted[at] ?? 0;
    const folder = nodes.parent[node] ?? 0;
    next[node] = first[folder] ?? NONE;
    first[folder] = node;
  }
  const rows = new Int32Array(sorted.length);
  const after = new Int32Array(sorted.length);
  const open: number[] = [];
  let row = 0;
  for (let node = first[0] ?? NONE; node !== NONE;) {
    rows[row] = node;
    const child = first[node] ?? NONE;
    if (child !== NONE) {
      open.push(row++);
      node = child;
      continue;
    }
    after[row] = ++row;
    let at = node;
    while (at !== 0 && next[at] === NONE) {
      at = nodes.parent[at] ?? 0;
      const folderRow = at === 0 ? undefined : open.pop();
      if (folderRow !== undefined) after[folderRow] = row;
    }
    node = at === 0 ? NONE : (next[at] ?? NONE);
  }
  return { nodes: rows, after };
}
