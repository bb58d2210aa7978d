import type { Diagnostic } from '../errors';
import { LIMITS } from '../limits';
import { textAt, type MemberColumns } from '../model/members';
import { ColumnBuilder } from './columns';
import { DiagnosticList } from './diagnosticList';
import { Extensions, isExtension } from './extensions';
import { checksumAt, isZero, numberAt, typeflagAt } from './header';
import { BLOCK, FIELD, MAP_FOLLOWS_AT, padded } from './layout';
import { headerFields, isSize, memberRow } from './member';
import { memberFindings, pathOf } from './memberFindings';

/** A member whose body is about to come. */
export interface ComingMember {
  readonly index: number;
  readonly path: string;
  readonly size: number;
}

/** Gets a member's body in order; a chunk is valid during the call only. */
export type BodyTaker = (chunk: Uint8Array) => void;

export interface StreamedTar {
  readonly columns: MemberColumns;
  readonly diagnostics: Diagnostic[];
  /** It ends too early, or could not be read on from somewhere: members may be missing. */
  readonly cut: boolean;
}

/**
 * Lists the members of a layer's tar that comes in chunks of any size, once, from start to end; offsets are those in the tar. As `scanTar` reads, but for
 * what would need to look ahead: after a damaged header the next good one is looked for block by block, as GNU tar does.
 */
export class TarStream {
  private readonly columns = new ColumnBuilder();
  private readonly diagnostics = new DiagnosticList();
  private readonly extensions = new Extensions(this.diagnostics);
  private readonly block = new Uint8Array(BLOCK);
  private filled = 0;
  /** Offset of the next byte to come. */
  private offset = 0;
  /** Bytes of body and padding to come before the next header. */
  private skip = 0;
  private body: { readonly taker: BodyTaker; left: number } | null = null;
  private extension: {
    readonly flag: string;
    readonly at: number;
    readonly bytes: Uint8Array<ArrayBuffer>;
    filled: number;
  } | null = null;
  /** The member whose sparse map goes on in the next block. */
  private sparse: { readonly header: Uint8Array<ArrayBuffer>; readonly at: number } | null = null;
  /** A link or directory that states a size: whether a body follows is seen at the next block. */
  private doubtful = 0;
  private searching = false;
  /** No more members are listed: the end mark, or what cannot be read on from. */
  private done: 'end' | 'cut' | null = null;
  private lastBody: { readonly data: number; readonly size: number; readonly ofMember: boolean } | null = null;
  private trailing = -1;
  /** After the first zero block. */
  private end = 0;

  /** `bodyOf` is asked for each regular file that is not empty: who gets its body, or null. */
  constructor(private readonly bodyOf: (member: ComingMember) => BodyTaker | null = () => null) {}

  take(chunk: Uint8Array): void {
    for (let at = 0; at < chunk.length;) {
      if (this.done) return this.after(chunk, at);
      if (this.skip > 0) at += this.pass(chunk, at);
      else {
        const part = chunk.subarray(at, at + BLOCK - this.filled);
        this.block.set(part, this.filled);
        this.filled += part.length;
        at += part.length;
        if (this.filled === BLOCK) this.readBlock();
      }
    }
  }

  /** Says that there are no more bytes. */
  finish(): StreamedTar {
    const { done, lastBody } = this;
    let cut = done === 'cut';
    if (done === null) {
      const missing = lastBody ? lastBody.data + lastBody.size - this.offset : 0;
      const inHeader = this.filled > 0 || this.extension !== null || this.sparse !== null;
      if (lastBody && missing > 0) {
        cut = true;
        this.cutBody(lastBody, lastBody.size - missing);
      } else if (inHeader && !isZero(this.block, 0, this.filled)) {
        cut = true;
        const details = { expected: BLOCK, actual: this.filled };
        this.diagnostics.add('tar-truncated', 'error', details, { offset: this.offset });
      } else {
        this.cutPadding();
        this.diagnostics.add('tar-no-end', 'info', { zeroBlocks: 0 }, { offset: this.offset });
      }
    } else if (this.trailing >= 0) {
      const details = { length: this.offset - this.trailing, archive: 0 };
      this.diagnostics.add('tar-trailing-data', 'warning', details, { offset: this.trailing });
    } else if (done === 'end' && this.offset - this.end > LIMITS.tarTrailingBytes) {
      const looked = this.end + LIMITS.tarTrailingBytes;
      const details = { length: this.offset - looked, unread: 1 };
      this.diagnostics.add('tar-trailing-data', 'info', details, { offset: looked });
    }
    this.extensions.finish();
    return { columns: this.columns.finish(), diagnostics: this.diagnostics.finish(), cut };
  }

  /** Bytes after the end mark should be zeros, as far as they are looked at. */
  private after(chunk: Uint8Array, at: number): void {
    if (this.done === 'end' && this.trailing < 0 && this.offset - this.end < LIMITS.tarTrailingBytes) {
      for (let index = at; index < chunk.length; index++) {
        if (chunk[index] === 0) continue;
        this.trailing = this.offset + index - at;
        break;
      }
    }
    this.offset += chunk.length - at;
  }

  private pass(chunk: Uint8Array, at: number): number {
    const length = Math.min(this.skip, chunk.length - at);
    if (this.body) {
      const part = Math.min(this.body.left, length);
      this.body.taker(chunk.subarray(at, at + part));
      this.body.left -= part;
      if (this.body.left === 0) this.body = null;
    } else if (this.extension) {
      const { bytes, filled } = this.extension;
      const part = Math.min(bytes.length - filled, length);
      bytes.set(chunk.subarray(at, at + part), filled);
      this.extension.filled += part;
    }
    this.skip -= length;
    this.offset += length;
    if (this.skip === 0) this.finishExtension();
    return length;
  }

  private finishExtension(): void {
    const { extension } = this;
    this.extension = null;
    if (extension) this.extensions.read(extension.flag, extension.at, extension.bytes);
  }

  private readBlock(): void {
    const { block } = this;
    const offset = this.offset;
    this.filled = 0;
    this.offset += BLOCK;
    if (this.sparse) return this.sparseMap();
    const zero = block[0] === 0 && isZero(block, 0, BLOCK);
    const isHeader = !zero && checksumAt(block, 0).valid;
    if (this.doubtful > 0) {
      const size = this.doubtful;
      this.doubtful = 0;
      if (!zero && !isHeader) {
        this.skip = Math.max(0, padded(size) - BLOCK);
        return;
      }
    }
    if (zero) {
      this.done = 'end';
      this.end = this.offset;
      return;
    }
    if (!isHeader) return this.damaged(offset);
    this.searching = false;
    const flag = typeflagAt(block, 0);
    if (isExtension(flag)) this.beginExtension(offset, flag);
    else if (flag === 'S') this.beginSparse(offset);
    else this.member(offset, flag, block);
  }

  private beginExtension(at: number, flag: string): void {
    const size = numberAt(this.block, 0, FIELD.size);
    if (!isSize(size)) return this.badSize(at, size);
    this.lastBody = { data: this.offset, size, ofMember: false };
    if (this.extensions.begin(flag, at, size)) {
      this.extension = { flag, at, bytes: new Uint8Array(size), filled: 0 };
      if (size === 0) this.finishExtension();
    }
    this.skip = padded(size);
  }

  private beginSparse(at: number): void {
    if (this.block[MAP_FOLLOWS_AT.header] === 0) return this.member(at, 'S', this.block);
    this.sparse = { header: this.block.slice(), at };
  }

  private sparseMap(): void {
    const { sparse } = this;
    if (!sparse || this.block[MAP_FOLLOWS_AT.map] !== 0) return;
    this.sparse = null;
    this.member(sparse.at, 'S', sparse.header);
  }

  private member(offset: number, flag: string, header: Uint8Array<ArrayBuffer>): void {
    const { columns, extensions } = this;
    if (columns.full) {
      const details = { count: columns.count, limit: LIMITS.tarMembers };
      this.diagnostics.add('too-many-members', 'warning', details, { offset });
      extensions.clear();
      this.done = 'cut';
      return;
    }
    const fields = headerFields(header, 0, flag, extensions);
    if (!fields.bodiless && !isSize(fields.size)) return this.badSize(offset, fields.size, pathOf(fields));
    const size = fields.bodiless ? 0 : fields.size;
    const data = this.offset;
    const index = columns.count;
    const row = memberRow(header, 0, extensions, { header: offset, data, size, type: fields.type });
    columns.add(row, fields.prefix, fields.name, fields.link, extensions.local.others);
    memberFindings(this.diagnostics, offset, flag, fields, true);
    extensions.clear();
    if (fields.bodiless) this.doubtful = isSize(fields.size) ? fields.size : 0;
    this.skip = padded(size);
    this.lastBody = { data, size, ofMember: true };
    const taker = size > 0 && fields.type === 'file' ? this.bodyOf({ index, path: pathOf(fields), size }) : null;
    this.body = taker && { taker, left: size };
  }

  private damaged(offset: number): void {
    this.extensions.clear();
    if (this.searching) return;
    const { expected, actual } = checksumAt(this.block, 0);
    const known = Number.isNaN(expected) ? {} : { expected };
    this.diagnostics.add('tar-bad-checksum', 'error', { actual, ...known }, { offset });
    this.searching = true;
  }

  private badSize(offset: number, size: number, path?: string): void {
    const details = Number.isNaN(size) ? {} : { size };
    this.diagnostics.add('tar-bad-size', 'error', details, { ...(path !== undefined && { path }), offset });
    this.extensions.clear();
    this.done = 'cut';
  }

  /** The last body is whole, what fills up its last block is not. */
  private cutPadding(): void {
    const actual = BLOCK - this.skip;
    if (this.skip === 0) return;
    this.diagnostics.add('tar-truncated', 'warning', { expected: BLOCK, actual }, { offset: this.offset - actual });
  }

  private cutBody({ data, size, ofMember }: { data: number; size: number; ofMember: boolean }, actual: number): void {
    const { names } = this.columns.finish();
    const path = ofMember ? { path: textAt(names, names.starts.length - 2) } : {};
    this.diagnostics.add('tar-truncated', 'error', { expected: size, actual }, { ...path, offset: data });
  }
}
