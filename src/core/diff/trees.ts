import { LIMITS } from '../limits';
import { fileView } from '../layers/view';
import type { FileTree } from '../model/fileTree';
import {
  FILE_STATES,
  aspectBit,
  type DiffSide,
  type FileColumns,
  type FileDiff,
  type LayerContents,
} from '../model/imageDiff';
import { MEMBER_TYPES, textAt, type MemberColumns } from '../model/members';
import { isSameContent, needsReading, statedAspects, type Entry } from './aspects';
import { textColumn } from './paths';
import type { Wanted } from './wanted';

const NONE = -1;
const ROOT = 0;
const DIRECTORY = MEMBER_TYPES.indexOf('directory');
const HARDLINK = MEMBER_TYPES.indexOf('hardlink');

/** What is needed of one image for its files. */
export interface TreeSide extends Pick<DiffSide, 'tree' | 'files'> {
  /** By layer. */
  readonly diffIds: readonly (string | null)[];
  readonly measured: readonly boolean[];
  readonly contents: ReadonlyMap<number, LayerContents>;
  readonly wanted: Wanted;
}

/** The files that two images have in the end, by path. Folders that no layer has an entry for are left out where both have them. */
export function compareTrees(a: TreeSide, b: TreeSide): FileDiff {
  const paths = new Map<string, [a: number, b: number]>();
  let left = 0;
  for (const [path, event] of living(a.tree)) {
    if (paths.size >= LIMITS.diffPaths) left++;
    else paths.set(path, [event, NONE]);
  }
  for (const [path, event] of living(b.tree)) {
    const known = paths.get(path);
    if (known) known[1] = event;
    else if (paths.size >= LIMITS.diffPaths) left++;
    else paths.set(path, [NONE, event]);
  }
  const rows = [...paths].sort(([x], [y]) => (x < y ? -1 : x > y ? 1 : 0));
  const count = rows.length;
  const [columnsA, columnsB] = [sized(count), sized(count)];
  const state = new Uint8Array(count);
  const aspects = new Uint16Array(count);
  const unread = new Uint8Array(count);
  rows.forEach(([, [eventA, eventB]], at) => {
    const placeA = eventA === NONE ? null : placeOf(a, eventA);
    const placeB = eventB === NONE ? null : placeOf(b, eventB);
    if (placeA) fill(columnsA, at, placeA);
    if (placeB) fill(columnsB, at, placeB);
    if (!placeA || !placeB) {
      state[at] = FILE_STATES.indexOf(placeA ? 'only-a' : 'only-b');
      return;
    }
    const bits = differing(a, placeA, b, placeB);
    aspects[at] = bits & ~UNREAD;
    if ((bits & UNREAD) !== 0) unread[at] = 1;
    state[at] = FILE_STATES.indexOf((bits & ~UNREAD) === 0 ? 'same' : 'changed');
  });
  return {
    count,
    paths: textColumn(rows.map(([path]) => path)),
    state,
    aspects,
    unread,
    a: columnsA,
    b: columnsB,
    left,
  };
}

/** Beyond the bits of aspects. */
const UNREAD = 1 << 15;

/** What is at a path. */
interface Place {
  readonly type: number;
  readonly layer: number;
  /** -1 of a folder without an entry. */
  readonly row: number;
  readonly entries: MemberColumns | null;
}

function* living(tree: FileTree): Generator<[path: string, event: number]> {
  const { shown } = fileView(tree, { scope: 'final', layer: 0 });
  const { parent, names, count } = tree.nodes;
  const paths: string[] = [''];
  for (let node = 1; node < count; node++) {
    const folder = parent[node] ?? ROOT;
    paths.push(folder === ROOT ? textAt(names, node) : `${paths[folder]}/${textAt(names, node)}`);
    const event = shown[node] ?? NONE;
    if (event !== NONE) yield [paths[node] ?? '', event];
  }
}

/** A hard link is what it leads to: which of its names a tar has first means nothing. */
function placeOf({ tree: { events }, files }: TreeSide, event: number): Place {
  const target = events.type[event] === HARDLINK ? (events.target[event] ?? NONE) : NONE;
  const at = target === NONE ? event : target;
  const layer = events.layer[at] ?? 0;
  return { type: events.type[at] ?? 0, layer, row: events.row[at] ?? NONE, entries: files[layer]?.entries ?? null };
}

function differing(a: TreeSide, placeA: Place, b: TreeSide, placeB: Place): number {
  const diffId = a.diffIds[placeA.layer] ?? null;
  const isOneEntry = diffId !== null && diffId === b.diffIds[placeB.layer] && placeA.row === placeB.row;
  const areMeasured = a.measured[placeA.layer] === true && b.measured[placeB.layer] === true;
  if (isOneEntry) return areMeasured ? 0 : UNREAD;
  if (placeA.type !== placeB.type) return aspectBit('type');
  const [entryA, entryB] = [entryAt(a, placeA), entryAt(b, placeB)];
  // Of a folder without an entry nothing is said that could differ.
  if (!entryA || !entryB) return 0;
  let bits = statedAspects(entryA, entryB) & ~aspectBit('headers');
  if (placeA.type === DIRECTORY) bits &= ~aspectBit('content');
  if (!needsReading(entryA, entryB)) return bits;
  const same = isSameContent(entryA, entryB);
  if (same !== null) return same ? bits : bits | aspectBit('content');
  if (!a.wanted.isFull && !b.wanted.isFull) {
    a.wanted.file(placeA.layer, placeA.row);
    b.wanted.file(placeB.layer, placeB.row);
  }
  return bits | UNREAD;
}

function entryAt({ contents }: TreeSide, { layer, row, entries }: Place): Entry | null {
  return entries && row !== NONE ? { columns: entries, row, contents: contents.get(layer) ?? null } : null;
}

function sized(count: number): FileColumns {
  return {
    type: new Uint8Array(count),
    size: new Float64Array(count),
    mtime: new Float64Array(count),
    mode: new Uint32Array(count),
    uid: new Float64Array(count),
    gid: new Float64Array(count),
    layer: new Int32Array(count).fill(NONE),
    row: new Int32Array(count).fill(NONE),
  };
}

function fill(columns: FileColumns, at: number, { type, layer, row, entries }: Place): void {
  columns.type[at] = type;
  columns.layer[at] = layer;
  columns.row[at] = row;
  if (!entries || row === NONE) return;
  columns.size[at] = entries.size[row] ?? 0;
  columns.mtime[at] = entries.mtime[row] ?? 0;
  columns.mode[at] = entries.mode[row] ?? 0;
  columns.uid[at] = entries.uid[row] ?? 0;
  columns.gid[at] = entries.gid[row] ?? 0;
}
