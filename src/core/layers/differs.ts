import { MEMBER_TYPES, type MemberColumns, type TextColumn } from '../model/members';
import { paxRecords } from '../tar/pax';

const DIRECTORY = MEMBER_TYPES.indexOf('directory');

/**
 * Whether two entries say something else of what they are: type, size, mode, owner, link, device, extended attributes and, but for folders,
 * the time, which a folder gets from whatever is put into it.
 */
export function differs(a: MemberColumns, rowA: number, b: MemberColumns, rowB: number): boolean {
  const type = a.type[rowA];
  return (
    type !== b.type[rowB] ||
    a.size[rowA] !== b.size[rowB] ||
    a.mode[rowA] !== b.mode[rowB] ||
    a.uid[rowA] !== b.uid[rowB] ||
    a.gid[rowA] !== b.gid[rowB] ||
    a.devices[rowA] !== b.devices[rowB] ||
    (type !== DIRECTORY && a.mtime[rowA] !== b.mtime[rowB]) ||
    !isSameText(a.links, rowA, b.links, rowB) ||
    (!isSameText(a.pax, rowA, b.pax, rowB) && attributes(a.pax, rowA) !== attributes(b.pax, rowB))
  );
}

function isSameText(a: TextColumn, rowA: number, b: TextColumn, rowB: number): boolean {
  const startA = a.starts[rowA] ?? 0;
  const startB = b.starts[rowB] ?? 0;
  const length = (a.starts[rowA + 1] ?? 0) - startA;
  if (length !== (b.starts[rowB + 1] ?? 0) - startB) return false;
  for (let at = 0; at < length; at++) if (a.text[startA + at] !== b.text[startB + at]) return false;
  return true;
}

/** The records that are no times or names of the writer's machine. */
function attributes(pax: TextColumn, row: number): string {
  return paxRecords(pax.text.subarray(pax.starts[row], pax.starts[row + 1]))
    .filter(([key]) => key.startsWith('SCHILY.xattr.') || key.startsWith('LIBARCHIVE.xattr.'))
    .map(([key, value]) => `${key}=${value.join()}`)
    .sort()
    .join('\n');
}
