// The tests' tsconfig names no declaration files: this one comes with whoever imports the writer.
// oxlint-disable-next-line typescript/triple-slash-reference
/// <reference path="./tarJs.d.ts" />
import { format } from 'tar-js/lib/header.js';
import { joined } from '../bytes/joined';
import { BLOCK, FIELD, TYPEFLAG, padded } from './layout';

/** Two zero blocks: the end of a tar. */
export const END_OF_ARCHIVE: Uint8Array<ArrayBuffer> = new Uint8Array(2 * BLOCK);

/** What a member's header says. Everything but the name has a default that does not depend on when or where it runs. */
export interface TarFields {
  readonly name: string;
  /** Bytes of body that follow. Default 0. */
  readonly size?: number;
  readonly type?: keyof typeof TYPEFLAG;
  /** Target of a hard or symbolic link. */
  readonly link?: string;
  /** Permission bits; file-type bits (0100644, as Docker writes) are written as given. Default 0755 for directories, 0777 for symbolic links, otherwise 0644. */
  readonly mode?: number;
  /** Seconds since the epoch, fractions and negative values allowed. Default 0. */
  readonly mtime?: number;
  readonly uid?: number;
  readonly gid?: number;
  readonly uname?: string;
  readonly gname?: string;
  /** Further PAX records (xattrs and the like); these win over what the other fields give. */
  readonly pax?: Readonly<Record<string, string>>;
}

/** The zero bytes that follow a body of `size` bytes. */
export function paddingFor(size: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(padded(size) - size);
}

/**
 * A member's header: one ustar block, with a PAX extension in front of it when ustar cannot say it all (names and links
 * that are long or not ASCII, numbers too large, negative or fractional). Numbers beyond their octal field are also written in base 256,
 * so that a reader without PAX still finds the next member. Throws RangeError for a NUL in a text or a size that is no size.
 */
export function tarHeader(fields: TarFields): Uint8Array<ArrayBuffer> {
  const { name, size = 0, type = 'file', link = '', mtime = 0, uid = 0, gid = 0, uname = '', gname = '' } = fields;
  const mode = fields.mode ?? (type === 'directory' ? 0o755 : type === 'symlink' ? 0o777 : 0o644);
  if (!Number.isSafeInteger(size) || size < 0) throw new RangeError(`size ${size}`);
  for (const text of [name, link, uname, gname]) if (text.includes('\0')) throw new RangeError('NUL in a header');

  const split = splitName(name);
  const records = new Map<string, string>();
  if (!split) records.set('path', name);
  if (!fits(link, FIELD.link.length)) records.set('linkpath', link);
  if (!isOctal(size, FIELD.size.length)) records.set('size', String(size));
  if (!isOctal(mtime, FIELD.mtime.length)) records.set('mtime', String(mtime));
  if (!isOctal(uid, FIELD.uid.length)) records.set('uid', String(uid));
  if (!isOctal(gid, FIELD.gid.length)) records.set('gid', String(gid));
  if (!fits(uname, FIELD.uname.length - 1)) records.set('uname', uname);
  if (!fits(gname, FIELD.gname.length - 1)) records.set('gname', gname);
  for (const [key, value] of Object.entries(fields.pax ?? {})) records.set(key, value);

  const block = headerBlock({
    name: split ? split.name : ascii(name, FIELD.name.length),
    prefix: split ? split.prefix : '',
    link: ascii(link, FIELD.link.length),
    uname: ascii(uname, FIELD.uname.length - 1),
    gname: ascii(gname, FIELD.gname.length - 1),
    typeflag: TYPEFLAG[type],
    mode,
    mtime,
    size,
    uid,
    gid,
  });
  return records.size === 0 ? block : joined([paxExtension(name, records), block]);
}

function paxExtension(name: string, records: ReadonlyMap<string, string>): Uint8Array<ArrayBuffer> {
  const body = joined([...records].map(([key, value]) => paxRecord(key, value)));
  const last = name.split('/').filter(Boolean).at(-1) ?? '';
  const header = headerBlock({
    name: ascii(`PaxHeaders.0/${last}`, FIELD.name.length),
    prefix: '',
    link: '',
    uname: '',
    gname: '',
    typeflag: 'x',
    mode: 0o644,
    mtime: 0,
    size: body.length,
    uid: 0,
    gid: 0,
  });
  return joined([header, body, paddingFor(body.length)]);
}

/** `length key=value\n`, where the length counts its own digits. */
function paxRecord(key: string, value: string): Uint8Array<ArrayBuffer> {
  const rest = new TextEncoder().encode(` ${key}=${value}\n`);
  let length = rest.length + 1;
  while (String(length).length + rest.length !== length) length = String(length).length + rest.length;
  return joined([new TextEncoder().encode(String(length)), rest]);
}

interface BlockFields {
  readonly name: string;
  readonly prefix: string;
  readonly link: string;
  readonly uname: string;
  readonly gname: string;
  readonly typeflag: string;
  readonly mode: number;
  readonly mtime: number;
  readonly size: number;
  readonly uid: number;
  readonly gid: number;
}

function headerBlock(fields: BlockFields): Uint8Array<ArrayBuffer> {
  const text = {
    fileName: fields.name,
    fileMode: number(fields.mode, FIELD.mode.length),
    uid: number(fields.uid, FIELD.uid.length),
    gid: number(fields.gid, FIELD.gid.length),
    fileSize: number(fields.size, FIELD.size.length),
    mtime: number(Math.floor(fields.mtime), FIELD.mtime.length),
    checksum: ' '.repeat(FIELD.checksum.length),
    type: fields.typeflag,
    linkName: fields.link,
    ustar: 'ustar\x0000',
    owner: fields.uname,
    group: fields.gname,
    majorNumber: number(0, 8),
    minorNumber: number(0, 8),
    filenamePrefix: fields.prefix,
  };
  const sum = format(text).reduce((total, byte) => total + byte, 0);
  return format({ ...text, checksum: `${sum.toString(8).padStart(6, '0')}\0 ` });
}

function isOctal(value: number, width: number): boolean {
  return Number.isSafeInteger(value) && value >= 0 && value < 8 ** (width - 1);
}

/** Octal digits and a NUL; base 256 (two's complement, top bit set) for what does not fit. */
function number(value: number, width: number): string {
  if (isOctal(value, width)) return `${value.toString(8).padStart(width - 1, '0')}\0`;
  let rest = BigInt.asUintN(width * 8, BigInt(value)) | (1n << BigInt(width * 8 - 1));
  let bytes = '';
  for (; bytes.length < width; rest >>= 8n) bytes = String.fromCharCode(Number(rest & 0xffn)) + bytes;
  return bytes;
}

/** A name as ustar's two fields, or null when it takes PAX. */
function splitName(name: string): { prefix: string; name: string } | null {
  if (fits(name, FIELD.name.length)) return { prefix: '', name };
  // The last slash that leaves a prefix short enough; a trailing slash belongs to the name.
  const slash = name.lastIndexOf('/', Math.min(FIELD.prefix.length, name.length - 2));
  if (slash <= 0 || !fits(name, FIELD.prefix.length + 1 + FIELD.name.length)) return null;
  const rest = name.slice(slash + 1);
  return rest.length <= FIELD.name.length ? { prefix: name.slice(0, slash), name: rest } : null;
}

function fits(text: string, length: number): boolean {
  // oxlint-disable-next-line no-control-regex
  return text.length <= length && /^[\x00-\x7f]*$/.test(text);
}

/** What a reader without PAX sees in place of a text that does not fit. */
function ascii(text: string, length: number): string {
  return text.replace(/[^\x20-\x7e]/g, '_').slice(0, length);
}
