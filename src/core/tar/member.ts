import { deviceNumber, MEMBER_TYPES, type MemberType } from '../model/members';
import type { MemberRow } from './columns';
import type { Extensions } from './extensions';
import { numberAt, prefixAt, textIn } from './header';
import { FIELD } from './layout';

/** Links, devices, directories and FIFOs (POSIX pax(1), "ustar Interchange Format"). */
const BODILESS: ReadonlySet<string> = new Set(['1', '2', '3', '4', '5', '6']);

const TYPES: Readonly<Record<string, MemberType>> = {
  '\0': 'file',
  '0': 'file',
  '1': 'hardlink',
  '2': 'symlink',
  '3': 'chardev',
  '4': 'blockdev',
  '5': 'directory',
  '6': 'fifo',
  /** Contiguous file. */
  '7': 'file',
  /** GNU incremental dump: a directory with a list of names as its body. */
  D: 'directory',
  /** Old GNU sparse file. */
  S: 'sparse',
};

const NONE = new Uint8Array(0);
const SLASH = 0x2f;

/** A member's header and its extensions, read. The texts are views: good until the next read. */
export interface HeaderFields {
  readonly type: MemberType;
  readonly prefix: Uint8Array<ArrayBuffer>;
  readonly name: Uint8Array<ArrayBuffer>;
  readonly link: Uint8Array<ArrayBuffer>;
  /** The type has no body, whatever size it states. */
  readonly bodiless: boolean;
  /** Bytes of body as stated; NaN or no safe integer when the statement is no size. */
  readonly size: number;
  /** Sparse files: the unpacked size as stated. */
  readonly sparseSize: number;
}

/** Reads the header at `at`: PAX records win over GNU long names, and both over the header's own fields. */
export function headerFields(
  bytes: Uint8Array<ArrayBuffer>,
  at: number,
  typeflag: string,
  extensions: Extensions,
): HeaderFields {
  const { local, longName, longLink } = extensions;
  const given = local.sparseName ?? local.path ?? (longName?.length ? longName : undefined);
  const name = given ?? textIn(bytes, at + FIELD.name.at, FIELD.name.length);
  let type = TYPES[typeflag] ?? 'other';
  // In v7 there is no flag for directories: their names end in a slash.
  if (type === 'file' && name[name.length - 1] === SLASH) type = 'directory';
  else if (type === 'file' && local.sparse) type = 'sparse';
  const isLink = type === 'hardlink' || type === 'symlink';
  return {
    type,
    prefix: given ? NONE : prefixAt(bytes, at),
    name,
    link: isLink
      ? (local.linkpath ?? (longLink?.length ? longLink : textIn(bytes, at + FIELD.link.at, FIELD.link.length)))
      : NONE,
    bodiless: BODILESS.has(typeflag),
    size: local.size ?? numberAt(bytes, at, FIELD.size),
    sparseSize: local.sparseSize ?? (typeflag === 'S' ? numberAt(bytes, at, FIELD.sparseSize) : NaN),
  };
}

/** The member's row, with `size` bytes of body at `data`. Numbers that cannot be read are 0. */
export function memberRow(
  bytes: Uint8Array<ArrayBuffer>,
  at: number,
  extensions: Extensions,
  place: { readonly header: number; readonly data: number; readonly size: number; readonly type: MemberType },
): MemberRow {
  const { local, global } = extensions;
  return {
    header: place.header,
    firstHeader: extensions.first ?? place.header,
    data: place.data,
    size: place.size,
    type: MEMBER_TYPES.indexOf(place.type),
    mtime: local.mtime ?? global.mtime ?? (numberAt(bytes, at, FIELD.mtime) || 0),
    mode: numberAt(bytes, at, FIELD.mode) & 0o7777,
    uid: local.uid ?? global.uid ?? (numberAt(bytes, at, FIELD.uid) || 0),
    gid: local.gid ?? global.gid ?? (numberAt(bytes, at, FIELD.gid) || 0),
    devices: isDevice(place.type)
      ? deviceNumber(numberAt(bytes, at, FIELD.devmajor), numberAt(bytes, at, FIELD.devminor))
      : 0,
  };
}

/** Whether a number may be the size of a body. */
export function isSize(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function isDevice(type: MemberType): boolean {
  return type === 'chardev' || type === 'blockdev';
}
