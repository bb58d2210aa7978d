import { CorruptData } from '../bytes/decoder';
import { inflateRaw } from '../bytes/inflate';
import { textOf } from './text';

/** What is said to be a ZIP archive is none, or a damaged one. */
export class BadZip extends Error {}

export interface ZipMember {
  readonly path: string;
  /** Bytes of it, unpacked, as the archive says. */
  readonly size: number;
  /** Where its local header is, and its stored bytes. */
  readonly at: number;
  readonly stored: number;
  readonly method: number;
  readonly isEncrypted: boolean;
}

const END = 0x06054b50;
const END_SIZE = 22;
const CENTRAL = 0x02014b50;
const CENTRAL_SIZE = 46;
const LOCAL = 0x04034b50;
const LOCAL_SIZE = 30;
/** Where ZIP64 has more room it puts a record and what leads to it between directory and end; both fields that say "see there" are full. */
const RECORD_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const LOCATOR_64_SIZE = 20;
const RECORD_64_SIZE = 56;
const FULL = 0xffffffff;
const LONGEST_COMMENT = 0xffff;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 0x01;

/**
 * A ZIP archive in memory, by its central directory (APPNOTE.TXT, 4.3), also one with other bytes in front, as a program that unpacks itself has. Not read
 * are members that need the room of ZIP64.
 */
export class ZipFile {
  private readonly view: DataView;
  private readonly directory: number;
  private readonly end: number;
  /** Bytes in front that offsets do not count. */
  private readonly skew: number;
  /** Stored bytes that may still be read: no byte is in two members. */
  private left: number;

  /** Throws BadZip. */
  constructor(private readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    const end = this.findEnd();
    const record = this.record64(end);
    this.end = record ?? end;
    this.directory = this.end - this.place(end + 12, record, 40);
    this.skew = this.directory - this.place(end + 16, record, 48);
    if (this.directory < 0 || this.skew < 0) throw new BadZip('directory');
    this.left = this.directory;
  }

  /** The members in the order of the directory. Throws BadZip where that is damaged. */
  *members(): Generator<ZipMember> {
    const { view, end } = this;
    for (let at = this.directory; at + CENTRAL_SIZE <= end;) {
      // A directory may be followed by a signature, or by what ZIP64 adds.
      if (view.getUint32(at, true) !== CENTRAL) {
        if (at === this.directory) throw new BadZip('directory');
        return;
      }
      const name = at + CENTRAL_SIZE;
      const next = name + this.u16(at + 28) + this.u16(at + 30) + this.u16(at + 32);
      if (next > end) throw new BadZip('directory');
      yield {
        path: textOf(this.bytes.subarray(name, name + this.u16(at + 28))),
        size: view.getUint32(at + 24, true),
        at: view.getUint32(at + 42, true) + this.skew,
        stored: view.getUint32(at + 20, true),
        method: this.u16(at + 10),
        isEncrypted: (this.u16(at + 8) & ENCRYPTED) !== 0,
      };
      at = next;
    }
  }

  /** The unpacked bytes of a member, or the first `most` of them. Throws BadZip. */
  read({ at, stored, size, method, isEncrypted }: ZipMember, most: number): Uint8Array {
    const { bytes, directory } = this;
    if (at + LOCAL_SIZE > directory || this.view.getUint32(at, true) !== LOCAL) throw new BadZip('local header');
    const from = at + LOCAL_SIZE + this.u16(at + 26) + this.u16(at + 28);
    this.left -= stored;
    if (from + stored > directory || this.left < 0) throw new BadZip('bounds');
    if (isEncrypted || (method !== STORED && method !== DEFLATED)) throw new BadZip('method');
    const wanted = Math.min(size, most);
    const part = bytes.subarray(from, from + stored);
    const plain = method === STORED ? part.subarray(0, wanted) : inflated(part, wanted);
    if (plain.length !== wanted) throw new BadZip('size');
    return plain;
  }

  /** Where the record at the end is, after which only its comment comes. */
  private findEnd(): number {
    const { bytes, view } = this;
    const last = bytes.length - END_SIZE;
    for (let at = last; at >= 0 && at >= last - LONGEST_COMMENT; at--) {
      if (bytes[at] === 0x50 && view.getUint32(at, true) === END && this.u16(at + 20) === last - at) return at;
    }
    throw new BadZip('no end');
  }

  private record64(end: number): number | null {
    const { view } = this;
    const record = end - LOCATOR_64_SIZE - RECORD_64_SIZE;
    if (record < 0 || view.getUint32(end - LOCATOR_64_SIZE, true) !== LOCATOR_64) return null;
    return view.getUint32(record, true) === RECORD_64 ? record : null;
  }

  private place(at: number, record: number | null, in64: number): number {
    const value = this.view.getUint32(at, true);
    return value === FULL && record !== null ? Number(this.view.getBigUint64(record + in64, true)) : value;
  }

  private u16(at: number): number {
    return this.view.getUint16(at, true);
  }
}

function inflated(bytes: Uint8Array, most: number): Uint8Array {
  try {
    return inflateRaw(bytes, most);
  } catch (error) {
    if (error instanceof CorruptData) throw new BadZip(error.message);
    throw error;
  }
}
