import { LIMITS } from '../limits';
import type { DiagnosticList } from './diagnosticList';
import { textIn } from './header';
import { parsePax, type PaxRecords } from './pax';

/** Records that may speak for every following member; others in a global header would rename or resize members and are ignored. */
type GlobalRecords = Pick<PaxRecords, 'mtime' | 'uid' | 'gid'>;

const EXTENSION_FLAGS: ReadonlySet<string> = new Set(['x', 'g', 'L', 'K']);

/** Whether headers of this type flag say something about other members: PAX local and global headers, GNU long names and links. */
export function isExtension(typeflag: string): boolean {
  return EXTENSION_FLAGS.has(typeflag);
}

/** What extension headers have said about the member to come, and about all members to come. A later header of a kind replaces an earlier one. */
export class Extensions {
  /** Offset of the first extension header of the member to come; null when there is none. */
  first: number | null = null;
  local: PaxRecords = {};
  global: GlobalRecords = {};
  longName: Uint8Array<ArrayBuffer> | null = null;
  longLink: Uint8Array<ArrayBuffer> | null = null;
  private chain = 0;

  constructor(private readonly diagnostics: DiagnosticList) {}

  /** Counts an extension header; whether its body of `size` bytes is to be read. A global header belongs to no member. */
  begin(typeflag: string, offset: number, size: number): boolean {
    if (typeflag !== 'g') this.first ??= offset;
    this.chain++;
    const tooLarge = size > LIMITS.tarExtensionBytes;
    if (tooLarge && typeflag === 'L')
      this.diagnostics.add('tar-unsafe-name', 'warning', { reason: 'too-long', size }, { offset });
    else if (tooLarge) this.bad('too-large', offset, { size, limit: LIMITS.tarExtensionBytes });
    else if (this.chain === LIMITS.tarExtensionChain + 1)
      this.bad('too-many', offset, { limit: LIMITS.tarExtensionChain });
    return !tooLarge && this.chain <= LIMITS.tarExtensionChain;
  }

  /** Takes in the body of the header at `offset`. */
  read(typeflag: string, offset: number, body: Uint8Array<ArrayBuffer>): void {
    if (typeflag === 'L') this.longName = textIn(body, 0, body.length);
    else if (typeflag === 'K') this.longLink = textIn(body, 0, body.length);
    else {
      const { records, problems } = parsePax(body);
      for (const problem of problems) this.bad(problem, offset);
      if (typeflag === 'x') this.local = records;
      else this.takeGlobal(records, offset);
    }
  }

  private takeGlobal({ mtime, uid, gid, ...others }: PaxRecords, offset: number): void {
    this.global = {
      ...this.global,
      ...(mtime !== undefined && { mtime }),
      ...(uid !== undefined && { uid }),
      ...(gid !== undefined && { gid }),
    };
    for (const key of ['path', 'linkpath', 'size'] as const) {
      if (others[key] !== undefined) this.bad('global-record', offset, { key });
    }
  }

  /** Forgets what was said about one member: it has come, or cannot be found. */
  clear(): void {
    this.first = null;
    this.local = {};
    this.longName = null;
    this.longLink = null;
    this.chain = 0;
  }

  /** The tar ends: extension headers without a member are odd. */
  finish(): void {
    if (this.first !== null) this.bad('no-member', this.first);
  }

  private bad(reason: string, offset: number, details: Record<string, string | number> = {}): void {
    this.diagnostics.add('tar-bad-pax', 'warning', { reason, ...details }, { offset });
  }
}
