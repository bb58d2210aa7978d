import { padded } from '../tar/layout';
import { ColumnBuilder } from '../tar/columns';
import { LIMITS } from '../limits';
import { MEMBER_TYPES, textAt, type MemberColumns } from '../model/members';
import { unreadable, type Snapshot } from './schema';

type Members = Snapshot['members'];
const NONE = new Uint8Array(0);

/** The members as few characters as they take: what follows from the member before is a number that is the same for all. */
export function packMembers(columns: MemberColumns): Members {
  const { count, size, header, firstHeader, data } = columns;
  const all = (make: (index: number) => number): number | number[] => {
    const values = Array.from({ length: count }, (_, index) => make(index));
    return new Set(values).size === 1 ? (values[0] ?? 0) : values;
  };
  const end = (index: number): number => (index < 0 ? 0 : (data[index] ?? 0) + padded(size[index] ?? 0));
  const names = Array.from({ length: count }, (_, index) => textAt(columns.names, index));
  const links = Array.from({ length: count }, (_, index) => textAt(columns.links, index));
  return {
    names,
    ...(links.some((link) => link !== '') && { links }),
    size: all((i) => size[i] ?? 0),
    gap: all((i) => (firstHeader[i] ?? 0) - end(i - 1)),
    head: all((i) => (data[i] ?? 0) - (firstHeader[i] ?? 0)),
    own: all((i) => (data[i] ?? 0) - (header[i] ?? 0)),
    mtime: all((i) => columns.mtime[i] ?? 0),
    mode: all((i) => columns.mode[i] ?? 0),
    uid: all((i) => columns.uid[i] ?? 0),
    gid: all((i) => columns.gid[i] ?? 0),
    type: all((i) => columns.type[i] ?? 0),
  };
}

/** The members again. Throws `snapshot-unreadable` for places that no archive has. */
export function unpackMembers(members: Members, archiveSize: number): MemberColumns {
  const { names, links } = members;
  const utf8 = new TextEncoder();
  const builder = new ColumnBuilder();
  const at = (column: number | readonly number[], index: number): number => {
    const value = typeof column === 'number' ? column : column[index];
    if (value === undefined || !Number.isFinite(value)) throw unreadable('members');
    return value;
  };
  const whole = (value: number, most = archiveSize): number => {
    if (!Number.isSafeInteger(value) || value < 0 || value > most) throw unreadable('members');
    return value;
  };
  let end = 0;
  names.forEach((name, i) => {
    const size = whole(at(members.size, i));
    const firstHeader = whole(end + at(members.gap, i));
    const data = whole(firstHeader + at(members.head, i));
    const header = whole(data - at(members.own, i));
    const type = whole(at(members.type, i), MEMBER_TYPES.length - 1);
    const row = {
      header,
      firstHeader,
      data,
      size,
      type,
      mtime: at(members.mtime, i),
      mode: whole(at(members.mode, i), 0o7777),
      uid: whole(at(members.uid, i), Number.MAX_SAFE_INTEGER),
      gid: whole(at(members.gid, i), Number.MAX_SAFE_INTEGER),
      devices: 0,
    };
    builder.add(row, NONE, utf8.encode(name).subarray(0, LIMITS.tarNameBytes), utf8.encode(links?.[i] ?? ''));
    end = data + padded(size);
  });
  return builder.finish();
}
