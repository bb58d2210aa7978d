import { copied } from '../bytes/copied';
import { LIMITS } from '../limits';
import type { MemberColumns, TextColumn } from '../model/members';

type NumberColumns = Omit<MemberColumns, 'count' | 'names' | 'links' | 'pax'>;

/** One member's numbers; `type` is an index into MEMBER_TYPES. */
export type MemberRow = { readonly [key in keyof NumberColumns]: number };

const FIRST_ROWS = 64;

/** Member columns that grow row by row. */
export class ColumnBuilder {
  private rows = 0;
  private room = FIRST_ROWS;
  private columns = sized(FIRST_ROWS);
  private readonly names = new TextBuilder();
  private readonly links = new TextBuilder();
  private readonly pax = new TextBuilder();

  get count(): number {
    return this.rows;
  }

  /** A limit on members or on their text is reached: no further row should be added. */
  get full(): boolean {
    const text = Math.max(this.names.length, this.links.length, this.pax.length);
    return this.rows >= LIMITS.tarMembers || text >= LIMITS.tarTextBytes;
  }

  /** Adds a row. A name given in two parts is joined by a slash; texts are cut at LIMITS.tarNameBytes. */
  add(row: MemberRow, prefix: Uint8Array, name: Uint8Array, link: Uint8Array, pax: Uint8Array = NONE): void {
    if (this.rows === this.room) this.columns = sized((this.room *= 2), this.columns);
    const { columns, rows } = this;
    columns.header[rows] = row.header;
    columns.firstHeader[rows] = row.firstHeader;
    columns.data[rows] = row.data;
    columns.size[rows] = row.size;
    columns.mtime[rows] = row.mtime;
    columns.mode[rows] = row.mode;
    columns.uid[rows] = row.uid;
    columns.gid[rows] = row.gid;
    columns.type[rows] = row.type;
    columns.devices[rows] = row.devices;
    this.names.add(prefix, name);
    this.links.add(NONE, link);
    this.pax.add(NONE, pax);
    this.rows++;
  }

  /** The columns, with no room to spare. */
  finish(): MemberColumns {
    return {
      count: this.rows,
      ...sized(this.rows, this.columns),
      names: this.names.finish(),
      links: this.links.finish(),
      pax: this.pax.finish(),
    };
  }
}

const NONE = new Uint8Array(0);

function sized(rows: number, old?: NumberColumns): NumberColumns {
  const float = (from?: Float64Array<ArrayBuffer>) => copied(new Float64Array(rows), from);
  return {
    header: float(old?.header),
    firstHeader: float(old?.firstHeader),
    data: float(old?.data),
    size: float(old?.size),
    mtime: float(old?.mtime),
    mode: copied(new Uint32Array(rows), old?.mode),
    uid: float(old?.uid),
    gid: float(old?.gid),
    type: copied(new Uint8Array(rows), old?.type),
    devices: copied(new Uint32Array(rows), old?.devices),
  };
}

const SLASH = 0x2f;
const FIRST_TEXT = 4096;

class TextBuilder {
  length = 0;
  private text = new Uint8Array(FIRST_TEXT);
  private starts = new Uint32Array(FIRST_ROWS);
  private count = 0;

  add(prefix: Uint8Array, text: Uint8Array): void {
    const most = Math.min(prefix.length + 1 + text.length, LIMITS.tarNameBytes);
    if (this.length + most > this.text.length) this.text = copied(new Uint8Array((this.length + most) * 2), this.text);
    const end = this.length + LIMITS.tarNameBytes;
    if (prefix.length > 0) {
      this.append(prefix, end);
      if (this.length < end) this.text[this.length++] = SLASH;
    }
    this.append(text, end);
    this.count++;
    if (this.count === this.starts.length) this.starts = copied(new Uint32Array(this.count * 2), this.starts);
    this.starts[this.count] = this.length;
  }

  private append(part: Uint8Array, end: number): void {
    const kept = part.length > end - this.length ? part.subarray(0, end - this.length) : part;
    this.text.set(kept, this.length);
    this.length += kept.length;
  }

  finish(): TextColumn {
    return { text: this.text.slice(0, this.length), starts: this.starts.slice(0, this.count + 1) };
  }
}
