import { joined } from '../bytes/joined';
import { BadDatabase } from './sqlite';

/** A hash of Berkeley DB in a form that is not read: another version, or encrypted. */
export class UnreadForm extends Error {}

const MAGIC = 0x061561;
const OLDEST = 8;
const NEWEST = 10;
const META_TYPE = 8;
/** Bytes in front of what a page holds, without checksums and with them. */
const HEAD = 26;
const HEAD_WITH_SUM = 32;
const SUMMED = 0x01;
const HASH_UNSORTED = 2;
const HASH = 13;
const OVERFLOW = 7;
const KEY_DATA = 1;
const OFF_PAGE = 3;
/** Bytes of an item whose value is in overflow pages. */
const OFF_PAGE_SIZE = 12;
/** A key that leads to no header: its value is a number. */
const COUNTER = 4;

/**
 * The values of a hash database, page by page (Berkeley DB 4 and 5, `src/dbinc/db_page.h`: versions 8 to 10 of a hash, both orders of bytes).
 * Throws BadDatabase, of one value when the others have been given; and UnreadForm.
 */
export function* berkeleyValues(bytes: Uint8Array): Generator<Uint8Array> {
  yield* new HashFile(bytes).values();
}

class HashFile {
  private readonly view: DataView;
  private readonly little: boolean;
  private readonly pageSize: number;
  private readonly pages: number;
  private readonly head: number;
  private readonly isWhole: boolean;
  /** Overflow pages that are part of a value: none is in two of them. */
  private readonly used: Uint8Array;

  constructor(private readonly bytes: Uint8Array) {
    if (bytes.length < 72) throw new BadDatabase('no hash');
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    this.little = this.view.getUint32(12, true) === MAGIC;
    if (!this.little && this.view.getUint32(12) !== MAGIC) throw new BadDatabase('no hash');
    const version = this.u32(16);
    if (version < OLDEST || version > NEWEST || bytes[24] !== 0) throw new UnreadForm(`version ${version}`);
    this.pageSize = this.u32(20);
    const isPower = (this.pageSize & (this.pageSize - 1)) === 0;
    if (this.pageSize < 512 || this.pageSize > 65_536 || !isPower) throw new BadDatabase('page size');
    if (bytes[25] !== META_TYPE) throw new BadDatabase('type');
    this.head = ((bytes[26] ?? 0) & SUMMED) === 0 ? HEAD : HEAD_WITH_SUM;
    this.pages = Math.floor(bytes.length / this.pageSize);
    this.isWhole = this.u32(32) < this.pages;
    this.used = new Uint8Array(this.pages);
  }

  *values(): Generator<Uint8Array> {
    let bad: BadDatabase | null = this.isWhole ? null : new BadDatabase('end');
    for (let page = 1; page < this.pages; page++) {
      const type = this.bytes[page * this.pageSize + 25];
      if (type !== HASH && type !== HASH_UNSORTED) continue;
      const items = this.u16(page * this.pageSize + 20);
      // A key and its value, in turn.
      for (let item = 1; item < items; item += 2) {
        try {
          const value = this.value(page, item);
          if (value.length > COUNTER) yield value;
        } catch (error) {
          if (!(error instanceof BadDatabase)) throw error;
          bad = error;
          // What a page says of its items is wrong together; a chain of overflow pages is so by itself.
          if (error.message === 'item') break;
        }
      }
      if (items % 2 === 1) bad = new BadDatabase('item');
    }
    if (bad) throw bad;
  }

  /** Items stand from the end of a page towards its beginning, where their places are. */
  private value(page: number, item: number): Uint8Array {
    const start = page * this.pageSize;
    const places = start + this.head;
    const free = this.head + 2 * (item + 1);
    if (free > this.pageSize) throw new BadDatabase('item');
    const from = this.u16(places + 2 * item);
    const to = this.u16(places + 2 * (item - 1));
    if (from < free || from >= to || to > this.pageSize) throw new BadDatabase('item');
    const type = this.bytes[start + from];
    if (type === KEY_DATA) return this.bytes.subarray(start + from + 1, start + to);
    if (type !== OFF_PAGE || to - from < OFF_PAGE_SIZE) throw new BadDatabase('item type');
    return this.chain(this.u32(start + from + 4), this.u32(start + from + 8));
  }

  private chain(first: number, size: number): Uint8Array {
    if (size > this.bytes.length) throw new BadDatabase('length');
    const parts: Uint8Array[] = [];
    let left = size;
    for (let page = first; left > 0;) {
      const start = page * this.pageSize;
      if (page === 0 || page >= this.pages || this.used[page] === 1) throw new BadDatabase('chain');
      this.used[page] = 1;
      const length = this.u16(start + 22);
      const isOverflow = this.bytes[start + 25] === OVERFLOW;
      if (!isOverflow || length === 0 || length > left || this.head + length > this.pageSize)
        throw new BadDatabase('overflow page');
      parts.push(this.bytes.subarray(start + this.head, start + this.head + length));
      left -= length;
      page = this.u32(start + 16);
    }
    return joined(parts);
  }

  private u16(at: number): number {
    return this.view.getUint16(at, this.little);
  }

  private u32(at: number): number {
    return this.view.getUint32(at, this.little);
  }
}
