import type { HeaderFacts } from '../model/imageDiff';
import type { MemberColumns } from '../model/members';
import { BLOCK, FIELD, TYPEFLAG_AT } from '../tar/layout';
import { paxRecords } from '../tar/pax';

/** What says an entry, as bits. */
export const HEADER_KIND = {
  ustar: 1,
  gnu: 2,
  pax: 4,
  gnuLong: 8,
  /** The mode has the bits of the file's type, as Docker writes it. */
  typedMode: 16,
} as const;

const EXTENDED: Readonly<Record<string, number>> = {
  x: HEADER_KIND.pax,
  g: HEADER_KIND.pax,
  L: HEADER_KIND.gnuLong,
  K: HEADER_KIND.gnuLong,
};

const latin1 = new TextDecoder('latin1');
const utf8 = new TextDecoder();

/** Reads of every header of a layer what its columns do not have. */
export class HeaderReader {
  private readonly kinds: Uint8Array<ArrayBuffer>;
  private readonly owners: Uint32Array<ArrayBuffer>;
  private readonly names = new Map<string, number>();
  /** A header that chunks have come between. */
  private readonly block = new Uint8Array(BLOCK);

  constructor(private readonly entries: MemberColumns) {
    this.kinds = new Uint8Array(entries.count);
    this.owners = new Uint32Array(entries.count);
  }

  /** What a chunk has of the headers of a row: the first of its extensions, and its own, at these places of the chunk, which may be outside. */
  take(row: number, first: number, own: number, chunk: Uint8Array): void {
    const flag = first === own ? undefined : chunk[first + TYPEFLAG_AT];
    if (flag !== undefined) this.kinds[row] = (this.kinds[row] ?? 0) | (EXTENDED[String.fromCharCode(flag)] ?? 0);
    const from = Math.max(0, own);
    if (from >= chunk.length) return;
    this.block.set(chunk.subarray(from, own + BLOCK), from - own);
    if (own + BLOCK <= chunk.length) this.read(row);
  }

  finish(): HeaderFacts {
    return { kinds: this.kinds, owners: this.owners, names: [...this.names.keys()] };
  }

  private read(row: number): void {
    const { block, entries } = this;
    const magic = this.text(FIELD.magic.at, FIELD.magic.length);
    const kind = magic.startsWith('ustar ') ? HEADER_KIND.gnu : magic.startsWith('ustar') ? HEADER_KIND.ustar : 0;
    const mode = Number.parseInt(this.text(FIELD.mode.at, FIELD.mode.length).trim(), 8);
    const typed = mode > 0o7777 ? HEADER_KIND.typedMode : 0;
    this.kinds[row] = (this.kinds[row] ?? 0) | kind | typed;
    const pax = entries.pax.text.subarray(entries.pax.starts[row], entries.pax.starts[row + 1]);
    const records = new Map(paxRecords(pax).map(([key, value]) => [key, utf8.decode(value)]));
    const { uname, gname } = FIELD;
    const user = records.get('uname') ?? utf8.decode(until0(block.subarray(uname.at, uname.at + uname.length)));
    const group = records.get('gname') ?? utf8.decode(until0(block.subarray(gname.at, gname.at + gname.length)));
    const owner = `${user}:${group}`;
    const known = this.names.get(owner) ?? this.names.size;
    this.names.set(owner, known);
    this.owners[row] = known;
  }

  private text(at: number, length: number): string {
    return latin1.decode(this.block.subarray(at, at + length));
  }
}

function until0(bytes: Uint8Array): Uint8Array {
  const end = bytes.indexOf(0);
  return end < 0 ? bytes : bytes.subarray(0, end);
}
