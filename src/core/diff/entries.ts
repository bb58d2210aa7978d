import { FILE_ASPECTS, aspectBit, type EntryCounts, type FileAspect, type LayerContents } from '../model/imageDiff';
import type { LayerFiles } from '../model/layerFiles';
import { MEMBER_TYPES, textAt } from '../model/members';
import { headerAspects, isSameContent, needsReading, statedAspects, type Entry } from './aspects';
import { plainPath } from './paths';

/** A layer's list, and what was read of it. */
export interface ReadLayer {
  readonly files: LayerFiles;
  readonly contents: LayerContents | null;
}

/** Holds the entries of two layers that correspond against each other, and asks for the bytes that it needs. */
export function compareEntries(a: ReadLayer, b: ReadLayer, wanted: (rows: Rows) => void): EntryCounts {
  const [left, right] = [new EntryList(a), new EntryList(b)];
  const counts = Object.fromEntries(FILE_ASPECTS.map((aspect) => [aspect, 0])) as Record<FileAspect, number>;
  let [onlyB, common, unread, whiteouts, last] = [0, 0, 0, 0, -1];
  let reordered = false;
  for (const [path, rowB] of right.rows) {
    const rowA = left.rows.get(path);
    if (rowA === undefined) {
      if (isWhiteout(path)) whiteouts++;
      else onlyB++;
      continue;
    }
    common++;
    if (rowA < last) reordered = true;
    last = rowA;
    const { bits, isUnread } = aspectsOf(left, right, [rowA, rowB], wanted);
    if (isUnread) unread++;
    if (isWhiteout(path)) whiteouts += bits === 0 ? 0 : 1;
    else for (const aspect of FILE_ASPECTS) if ((bits & aspectBit(aspect)) !== 0) counts[aspect]++;
  }
  let onlyA = 0;
  if (common < left.rows.size) {
    for (const path of left.rows.keys()) {
      if (right.rows.has(path)) continue;
      if (isWhiteout(path)) whiteouts++;
      else onlyA++;
    }
  }
  const isSame = FILE_ASPECTS.every((aspect) => counts[aspect] === 0) && onlyA + onlyB + whiteouts === 0 && !reordered;
  const isWhole = [a, b].every(({ contents }) => contents?.whole === true) && unread === 0;
  return { aspects: counts, onlyA, onlyB, whiteouts, reordered, unread, bytesOnly: isSame && isWhole };
}

type Rows = readonly [a: number, b: number];

/** In what the entries of one path differ. A hard link has the bytes of what it leads to. */
function aspectsOf(
  left: EntryList,
  right: EntryList,
  [rowA, rowB]: Rows,
  wanted: (rows: Rows) => void,
): { bits: number; isUnread: boolean } {
  const [a, b] = [left.entry(rowA), right.entry(rowB)];
  let bits = statedAspects(a, b);
  const [heldA, heldB] = [left.held(rowA), right.held(rowB)];
  if (heldA.row !== rowA || heldB.row !== rowB) {
    const ofBytes = aspectBit('type') | aspectBit('content') | aspectBit('link');
    if ((bits & ofBytes) !== 0) bits |= aspectBit('hard-links');
    bits = (bits & ~ofBytes) | (statedAspects(heldA, heldB) & ofBytes);
  }
  let isUnread = false;
  if (needsReading(heldA, heldB)) {
    const same = isSameContent(heldA, heldB);
    isUnread = same === null;
    if (isUnread) wanted([heldA.row, heldB.row]);
    if (same === false) bits |= aspectBit('content');
  }
  if (left.name(rowA) !== right.name(rowB)) bits |= aspectBit('spelling');
  return { bits: bits | headerAspects(a, b, bits), isUnread };
}

/** The entries of a layer by path, in stored order; a path that comes again has its number. */
class EntryList {
  readonly rows: ReadonlyMap<string, number>;

  constructor(private readonly layer: ReadLayer) {
    this.rows = rowsByPath(layer.files);
  }

  name(row: number): string {
    return textAt(this.layer.files.entries.names, row);
  }

  entry(row: number): Entry {
    return { columns: this.layer.files.entries, row, contents: this.layer.contents };
  }

  /** The entry that stores the bytes of one: of a hard link the one that it leads to, where that is in the layer. */
  held(row: number): Entry {
    const { entries } = this.layer.files;
    const target = entries.type[row] === HARDLINK ? this.rows.get(plainPath(textAt(entries.links, row))) : undefined;
    return this.entry(target ?? row);
  }
}

const HARDLINK = MEMBER_TYPES.indexOf('hardlink');

function isWhiteout(path: string): boolean {
  return path.startsWith('.wh.', path.lastIndexOf('/') + 1);
}

/** Share of the paths of the longer of two layers that the other has, too. */
export function likenessOf(a: LayerFiles | null, b: LayerFiles | null): number {
  if (!a || !b) return 0;
  const most = Math.max(a.entries.count, b.entries.count);
  if (most === 0) return 1;
  const paths = rowsByPath(a);
  let common = 0;
  for (const path of rowsByPath(b).keys()) if (paths.has(path)) common++;
  return common / most;
}

/** Made once for a layer: it is held against several others. */
const known = new WeakMap<LayerFiles, ReadonlyMap<string, number>>();

function rowsByPath(files: LayerFiles): ReadonlyMap<string, number> {
  const before = known.get(files);
  if (before) return before;
  const { entries } = files;
  const rows = new Map<string, number>();
  known.set(files, rows);
  const again = new Map<string, number>();
  for (let row = 0; row < entries.count; row++) {
    const path = plainPath(textAt(entries.names, row));
    if (!rows.has(path)) rows.set(path, row);
    else {
      const count = (again.get(path) ?? 1) + 1;
      again.set(path, count);
      rows.set(`${path}\0${count}`, row);
    }
  }
  return rows;
}
