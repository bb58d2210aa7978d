import { joined } from '../bytes/joined';
import { textOf } from './text';

const MAGIC = 'SQLite format 3\0';
const INTERIOR = 0x05;
const LEAF = 0x0d;
/** Levels of a tree: a real one of 48 MiB has three. */
const DEEPEST = 20;

/** The database ends before what it says is in it, or says what cannot be. */
export class BadDatabase extends Error {}

/**
 * The values of the table `name`'s column `column` that are blobs, row by row (SQLite documentation, "Database File Format", sections 1.3, 1.5,
 * 1.6 and 2). Changes in a write-ahead log are not among them. Throws BadDatabase.
 */
export function* sqliteBlobs(bytes: Uint8Array, name: string, column: number): Generator<Uint8Array> {
  const file = new SqliteFile(bytes);
  for (const record of file.rows(1)) {
    const type = file.value(record, 0);
    const table = file.value(record, 1);
    const root = file.value(record, 3);
    if (!(type instanceof Uint8Array) || textOf(type) !== 'table') continue;
    if (!(table instanceof Uint8Array) || textOf(table) !== name || typeof root !== 'number') continue;
    for (const row of file.rows(root)) {
      const value = file.value(row, column);
      if (value instanceof Uint8Array) yield value;
    }
    return;
  }
  throw new BadDatabase(`no table ${name}`);
}

class SqliteFile {
  private readonly view: DataView;
  private readonly pageSize: number;
  /** Bytes of a page that are used. */
  private readonly usable: number;
  /** Bytes of records that may still come: no byte of a file is in two of them. */
  private left: number;

  constructor(private readonly bytes: Uint8Array) {
    this.left = bytes.length;
    if (bytes.length < 100 || textOf(bytes.subarray(0, MAGIC.length)) !== MAGIC) throw new BadDatabase('no SQLite');
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    const size = this.view.getUint16(16);
    this.pageSize = size === 1 ? 65_536 : size;
    this.usable = this.pageSize - (bytes[20] ?? 0);
    if (this.pageSize < 512 || (this.pageSize & (this.pageSize - 1)) !== 0 || this.usable < 480)
      throw new BadDatabase('page size');
  }

  /** Records of the table whose tree begins at page `root`, as their bytes. */
  *rows(root: number): Generator<Uint8Array> {
    const seen = new Set<number>();
    const path: { page: number; cell: number }[] = [{ page: root, cell: 0 }];
    while (path.length > 0) {
      const top = path.at(-1);
      if (!top || path.length > DEEPEST) throw new BadDatabase('depth');
      const start = this.pageStart(top.page);
      const header = top.page === 1 ? start + 100 : start;
      const kind = this.bytes[header];
      const cells = this.u16(header + 3);
      if (kind === LEAF) {
        if (seen.has(top.page)) throw new BadDatabase('ring');
        seen.add(top.page);
        for (let cell = 0; cell < cells; cell++) yield this.record(start + this.u16(header + 8 + 2 * cell), start);
        path.pop();
      } else if (kind === INTERIOR) {
        if (top.cell === 0) {
          if (seen.has(top.page)) throw new BadDatabase('ring');
          seen.add(top.page);
        }
        if (top.cell > cells) path.pop();
        else {
          const at = top.cell === cells ? header + 8 : start + this.u16(header + 12 + 2 * top.cell);
          top.cell++;
          path.push({ page: this.u32(at), cell: 0 });
        }
      } else throw new BadDatabase('page type');
    }
  }

  /** Value `column` of a record: a number where it is an integer, bytes of a text or blob, null for all else. */
  value(record: Uint8Array, column: number): number | Uint8Array | null {
    const [headerSize, first] = varint(record, 0);
    let at = first;
    let data = headerSize;
    for (let index = 0; at < headerSize && at < record.length; index++) {
      const [serial, next] = varint(record, at);
      const size = sizeOf(serial);
      if (index === column) {
        if (serial >= 12) return record.subarray(data, data + size);
        if (serial === 8 || serial === 9) return serial - 8;
        if (serial < 1 || serial > 6) return null;
        let value = 0;
        for (let i = 0; i < size; i++) value = value * 256 + (record[data + i] ?? 0);
        return value;
      }
      data += size;
      at = next;
    }
    return null;
  }

  /** The payload of a leaf cell, with what is in overflow pages. */
  private record(cell: number, page: number): Uint8Array {
    const [size, afterSize] = varint(this.bytes, cell);
    const [, from] = varint(this.bytes, afterSize);
    this.left -= size;
    if (this.left < 0) throw new BadDatabase('payload');
    const most = this.usable - 35;
    let local = size;
    if (size > most) {
      const least = Math.floor(((this.usable - 12) * 32) / 255) - 23;
      const wanted = least + ((size - least) % (this.usable - 4));
      local = wanted <= most ? wanted : least;
    }
    if (from + local > page + this.pageSize) throw new BadDatabase('cell');
    if (local === size) return this.slice(from, size);
    const parts = [this.slice(from, local)];
    let next = this.u32(from + local);
    for (let left = size - local; left > 0;) {
      const start = this.pageStart(next);
      const part = this.slice(start + 4, Math.min(left, this.usable - 4));
      parts.push(part);
      left -= part.length;
      next = this.u32(start);
    }
    return joined(parts);
  }

  private pageStart(page: number): number {
    const start = (page - 1) * this.pageSize;
    if (page < 1 || start >= this.bytes.length) throw new BadDatabase('page');
    return start;
  }

  private slice(from: number, length: number): Uint8Array {
    if (from + length > this.bytes.length) throw new BadDatabase('end');
    return this.bytes.subarray(from, from + length);
  }

  private u16(at: number): number {
    if (at + 2 > this.bytes.length) throw new BadDatabase('end');
    return this.view.getUint16(at);
  }

  private u32(at: number): number {
    if (at + 4 > this.bytes.length) throw new BadDatabase('end');
    return this.view.getUint32(at);
  }
}

function sizeOf(serial: number): number {
  if (serial >= 12) return Math.floor((serial - 12) / 2);
  return [0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0][serial] ?? 0;
}

/** A number of 1 to 9 bytes, and where it ends. */
function varint(bytes: Uint8Array, at: number): [value: number, end: number] {
  let value = 0;
  for (let i = 0; i < 8; i++) {
    const byte = bytes[at + i];
    if (byte === undefined) throw new BadDatabase('end');
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return [value, at + i + 1];
  }
  return [value * 256 + (bytes[at + 8] ?? 0), at + 9];
}
