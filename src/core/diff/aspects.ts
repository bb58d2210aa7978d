import { aspectBit, type LayerContents } from '../model/imageDiff';
import { MEMBER_TYPES, textAt, type MemberColumns } from '../model/members';
import { paxRecords } from '../tar/pax';
import { DIGEST_BYTES } from './contents';
import { HEADER_KIND } from './headers';

/** One entry, and what was read of its layer. */
export interface Entry {
  readonly columns: MemberColumns;
  readonly row: number;
  readonly contents: LayerContents | null;
}

const FILE = MEMBER_TYPES.indexOf('file');
const SPARSE = MEMBER_TYPES.indexOf('sparse');

/** What an entry says of the file itself, as bits of FILE_ASPECTS; its content by size alone. */
export function statedAspects({ columns: a, row: rowA }: Entry, { columns: b, row: rowB }: Entry): number {
  let bits = 0;
  const type = a.type[rowA];
  if (type !== b.type[rowB] || a.devices[rowA] !== b.devices[rowB]) bits |= aspectBit('type');
  if (a.size[rowA] !== b.size[rowB]) bits |= aspectBit('content');
  if (textAt(a.links, rowA) !== textAt(b.links, rowB)) bits |= aspectBit('link');
  if (a.mode[rowA] !== b.mode[rowB]) bits |= aspectBit('mode');
  if (a.uid[rowA] !== b.uid[rowB] || a.gid[rowA] !== b.gid[rowB]) bits |= aspectBit('owner');
  if (a.mtime[rowA] !== b.mtime[rowB]) bits |= aspectBit('times');
  return bits | recordAspects(textAt(a.pax, rowA), textAt(b.pax, rowB), [a, rowA], [b, rowB]);
}

type Place = readonly [columns: MemberColumns, row: number];

function recordAspects(textA: string, textB: string, a: Place, b: Place): number {
  if (textA === textB) return 0;
  const [left, right] = [recordsOf(a), recordsOf(b)];
  let bits = 0;
  if (left.attributes !== right.attributes) bits |= aspectBit('xattrs');
  if (left.others !== right.others) bits |= aspectBit('headers');
  return bits;
}

function recordsOf([{ pax }, row]: Place): { attributes: string; others: string } {
  const attributes: string[] = [];
  const others: string[] = [];
  for (const [key, value] of paxRecords(pax.text.subarray(pax.starts[row], pax.starts[row + 1]))) {
    if (OWNERS.has(key)) continue;
    (ATTRIBUTES.test(key) ? attributes : others).push(`${key}=${value.join()}`);
  }
  return { attributes: attributes.sort().join('\n'), others: others.sort().join('\n') };
}

const ATTRIBUTES = /^(?:SCHILY\.(?:xattr|acl)|LIBARCHIVE\.xattr|RHT\.security)\./;
const OWNERS = new Set(['uname', 'gname']);

/** What only reading the layer's headers shows. How a header says something counts only where it says the same. */
export function headerAspects(a: Entry, b: Entry, stated: number): number {
  const [left, right] = [a.contents?.headers, b.contents?.headers];
  if (!left || !right) return 0;
  let bits = 0;
  const owner = (facts: typeof left, row: number): string => facts.names[facts.owners[row] ?? 0] ?? '';
  if (owner(left, a.row) !== owner(right, b.row)) bits |= aspectBit('owner-names');
  const differing = (left.kinds[a.row] ?? 0) ^ (right.kinds[b.row] ?? 0);
  const extended = HEADER_KIND.pax | HEADER_KIND.gnuLong;
  if ((differing & ~extended) !== 0 || (differing !== 0 && (stated | bits) === 0)) bits |= aspectBit('headers');
  return bits;
}

/** Whether both hold bytes of which only reading can tell that they are the same. */
export function needsReading({ columns: a, row: rowA }: Entry, { columns: b, row: rowB }: Entry): boolean {
  const type = a.type[rowA];
  const size = a.size[rowA] ?? 0;
  return (type === FILE || type === SPARSE) && type === b.type[rowB] && size > 0 && size === b.size[rowB];
}

/** Whether two files of one size have the same bytes; null where they were not read. */
export function isSameContent(a: Entry, b: Entry): boolean | null {
  const [left, right] = [digestAt(a), digestAt(b)];
  if (!left || !right) return null;
  return left.every((byte, at) => byte === right[at]);
}

function digestAt({ contents, row }: Entry): Uint8Array | null {
  if (!contents) return null;
  const { rows, digests } = contents;
  let [from, to] = [0, rows.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((rows[middle] ?? Infinity) < row) from = middle + 1;
    else to = middle;
  }
  return rows[from] === row ? digests.subarray(from * DIGEST_BYTES, (from + 1) * DIGEST_BYTES) : null;
}
