import { Pacer } from '../bytes/pacer';
import type { ByteSource } from '../bytes/source';
import type { Diagnostic } from '../errors';
import { LIMITS } from '../limits';
import type { MemberColumns } from '../model/members';
import { ColumnBuilder } from './columns';
import { DiagnosticList } from './diagnosticList';
import { Extensions, isExtension } from './extensions';
import { checksumAt, isZero, numberAt, typeflagAt, type Checksum } from './header';
import { BLOCK, FIELD, MAP_FOLLOWS_AT, padded } from './layout';
import { headerFields, isSize, memberRow } from './member';
import { memberFindings, pathOf } from './memberFindings';
import { BlockSearch } from './search';
import { SourceWindow } from './window';

export interface ScanOptions {
  /** Aborting makes the scan reject with `cancelled`. */
  readonly signal?: AbortSignal;
  /** Called at most every PACE.progressMilliseconds, and once at the end. */
  readonly onProgress?: (bytesDone: number, bytesTotal: number) => void;
  /** Most bytes to read at once, beyond one header. The result does not depend on it. */
  readonly largestRead?: number;
}

export interface TarScan {
  readonly columns: MemberColumns;
  readonly diagnostics: Diagnostic[];
  /** Offset of the end marker, or where reading stopped for want of one. */
  readonly end: number;
}

/** Whether a block is a tar header of any kind (v7, ustar, PAX, GNU): its checksum holds, added up unsigned or signed. */
export function isTarHeader(block: Uint8Array): boolean {
  return block.length >= BLOCK && checksumAt(block, 0).valid;
}

/**
 * Lists the members of a tar from their headers, reading none of their bodies. Whatever is wrong with the tar becomes a diagnostic
 * and everything found until there is listed. Throws only `cancelled`, and what the source throws.
 */
export async function scanTar(source: ByteSource, options: ScanOptions = {}): Promise<TarScan> {
  const { signal, onProgress, largestRead } = options;
  const pacer = new Pacer(source.size, {
    ...(signal && { signal }),
    ...(onProgress && { onProgress: ({ done, total }) => onProgress(done, total) }),
  });
  const scan = new Scan(source, pacer, new SourceWindow(source, largestRead));
  let end = 0;
  for (let next: number | null = 0; next !== null; next = await scan.step(end)) {
    end = pacer.done = next;
    const pause = pacer.pause();
    if (pause) await pause;
  }
  scan.extensions.finish();
  pacer.done = source.size;
  pacer.finish();
  return { columns: scan.columns.finish(), diagnostics: scan.diagnostics.finish(), end: Math.min(end, source.size) };
}

class Scan {
  readonly columns = new ColumnBuilder();
  readonly diagnostics = new DiagnosticList();
  readonly extensions = new Extensions(this.diagnostics);
  private readonly search: BlockSearch;

  constructor(
    private readonly source: ByteSource,
    private readonly pacer: Pacer,
    private readonly window: SourceWindow,
  ) {
    this.search = new BlockSearch(window, source.size, pacer);
  }

  /** Reads what is at `offset`: where the next header is, or null when this was the last. */
  async step(offset: number): Promise<number | null> {
    const left = this.source.size - offset;
    if (left < BLOCK) return this.withoutEnd(offset, left);
    const at = await this.window.at(offset, BLOCK);
    const { bytes } = this.window;
    if (bytes[at] === 0 && isZero(bytes, at, BLOCK)) return this.endMarker(offset);
    const checksum = checksumAt(bytes, at);
    if (!checksum.valid) return this.damaged(offset, at, checksum);
    const typeflag = typeflagAt(bytes, at);
    const next = await (isExtension(typeflag)
      ? this.extension(offset, at, typeflag)
      : this.member(offset, at, typeflag));
    if (next !== null) this.window.leapt(next - offset);
    return next;
  }

  private async extension(offset: number, at: number, typeflag: string): Promise<number | null> {
    const size = numberAt(this.window.bytes, at, FIELD.size);
    if (!isSize(size)) return this.badSize(offset, size);
    const body = offset + BLOCK;
    if (body + size > this.source.size) return this.truncated(body, size, this.source.size - body);
    if (this.extensions.begin(typeflag, offset, size)) {
      const start = await this.window.at(body, size);
      this.extensions.read(typeflag, offset, this.window.bytes.slice(start, start + size));
    }
    return body + padded(size);
  }

  private async member(offset: number, header: number, typeflag: string): Promise<number | null> {
    if (this.columns.full) {
      this.diagnostics.add(
        'too-many-members',
        'warning',
        { count: this.columns.count, limit: LIMITS.tarMembers },
        { offset },
      );
      this.extensions.clear();
      return null;
    }
    const data = typeflag === 'S' ? await this.afterSparseMap(offset) : offset + BLOCK;
    const at = typeflag === 'S' ? await this.window.at(offset, BLOCK) : header;
    const { bytes } = this.window;
    const fields = headerFields(bytes, at, typeflag, this.extensions);
    const { bodiless } = fields;
    if (!bodiless && !isSize(fields.size)) return this.badSize(offset, fields.size, pathOf(fields));

    const expected = bodiless ? 0 : fields.size;
    const size = Math.max(0, Math.min(expected, this.source.size - data));
    const place = { header: offset, data: Math.min(data, this.source.size), size, type: fields.type };
    const row = memberRow(bytes, at, this.extensions, place);
    this.columns.add(row, fields.prefix, fields.name, fields.link, this.extensions.local.others);
    memberFindings(this.diagnostics, offset, typeflag, fields);
    this.extensions.clear();
    const past = data - this.source.size;
    if (past > 0) return this.truncated(data - BLOCK, BLOCK, Math.max(0, BLOCK - past), pathOf(fields));
    if (size < expected) return this.truncated(data, expected, size, pathOf(fields));
    return data + (bodiless && fields.size > 0 ? await this.bodyAnyway(data, fields.size) : padded(size));
  }

  /**
   * Links and directories that state a size: most writers mean the linked file's, and no body follows; some PAX writers
   * (`pax -o linkdata`) store one. It is there when a header follows it and none comes before.
   */
  private async bodyAnyway(data: number, size: number): Promise<number> {
    const after = data + padded(size);
    return !(await this.search.isBoundary(data)) && (await this.search.isBoundary(after)) ? padded(size) : 0;
  }

  /** Offset of a sparse member's bytes: after the blocks of its map, which follow the header. Past the end when one of these is missing. */
  private async afterSparseMap(offset: number): Promise<number> {
    let flag: number = MAP_FOLLOWS_AT.header;
    for (let block = offset; ; block += BLOCK, flag = MAP_FOLLOWS_AT.map) {
      if (block + BLOCK > this.source.size) return block + BLOCK;
      const at = await this.window.at(block, BLOCK);
      if (this.window.bytes[at + flag] === 0) return block + BLOCK;
      await this.pacer.pause();
    }
  }

  /** The tar is over without an end marker: `left` bytes, less than a block, or none, or part of a body's padding is missing. */
  private async withoutEnd(offset: number, left: number): Promise<null> {
    const { size } = this.source;
    if (left > 0 && (await this.search.nonZero(offset, size)) !== null) {
      this.diagnostics.add('tar-truncated', 'error', { expected: BLOCK, actual: left }, { offset });
      return null;
    }
    if (left < 0) {
      const details = { expected: BLOCK, actual: BLOCK + left };
      this.diagnostics.add('tar-truncated', 'warning', details, { offset: offset - BLOCK });
    }
    this.diagnostics.add('tar-no-end', 'info', { zeroBlocks: 0 }, { offset: Math.min(offset, size) });
    return null;
  }

  /** One zero block ends a tar, as GNU tar reads it; two should be there, and after them only zeros. */
  private async endMarker(offset: number): Promise<null> {
    const { size } = this.source;
    const after = offset + BLOCK;
    if (size - after < BLOCK) this.diagnostics.add('tar-no-end', 'info', { zeroBlocks: 1 }, { offset });
    const looked = Math.min(size, after + LIMITS.tarTrailingBytes);
    const found = await this.search.nonZero(after, looked);
    if (found !== null) {
      const archive = (await this.search.isHeader(found)) ? 1 : 0;
      this.diagnostics.add('tar-trailing-data', 'warning', { length: size - found, archive }, { offset: found });
    } else if (looked < size) {
      this.diagnostics.add('tar-trailing-data', 'info', { length: size - looked, unread: 1 }, { offset: looked });
    }
    return null;
  }

  /**
   * Goes on after a header whose checksum is wrong. Where its size leads to a header or to the end, the damage is elsewhere and the
   * size is right; looking block by block could take the first members of a layer for members of the archive.
   */
  private async damaged(offset: number, at: number, { expected, actual }: Checksum): Promise<number | null> {
    this.extensions.clear();
    const size = numberAt(this.window.bytes, at, FIELD.size, NaN);
    const claimed = isSize(size) ? offset + BLOCK + padded(size) : Infinity;
    const resumed = (await this.search.isBoundary(claimed)) ? claimed : await this.search.header(offset + BLOCK);
    this.diagnostics.add(
      'tar-bad-checksum',
      'error',
      { actual, ...(Number.isNaN(expected) ? {} : { expected }), ...(resumed === null ? {} : { resumed }) },
      { offset },
    );
    return resumed;
  }

  private badSize(offset: number, size: number, path?: string): null {
    const details = Number.isNaN(size) ? {} : { size };
    this.diagnostics.add('tar-bad-size', 'error', details, { ...(path !== undefined && { path }), offset });
    this.extensions.clear();
    return null;
  }

  private truncated(offset: number, expected: number, actual: number, path?: string): null {
    this.diagnostics.add(
      'tar-truncated',
      'error',
      { expected, actual },
      { ...(path !== undefined && { path }), offset },
    );
    this.extensions.clear();
    return null;
  }
}
