import { createChecksum, type Checksum } from '../bytes/hash';
import { CorruptData } from '../bytes/decoder';
import { readThrough } from '../bytes/pass';
import { openSource, type ByteSource } from '../bytes/source';
import type { Sink } from '../bytes/unpacker';
import type { Progress } from '../model/facts';
import type { LayerContents, WantedLayer } from '../model/imageDiff';
import type { LayerFiles } from '../model/layerFiles';
import type { MemberColumns } from '../model/members';
import type { SourceRef } from '../model/source';
import { BLOCK } from '../tar/layout';
import { HeaderReader } from './headers';

/** A layer and what is to be read of it. */
export interface ContentRequest {
  readonly files: LayerFiles;
  readonly wanted: WantedLayer;
}

export interface ContentOptions {
  readonly signal?: AbortSignal;
  /** Of the stored bytes of all layers together. */
  readonly onProgress?: (progress: Progress) => void;
}

/** Bytes of a sha256. */
export const DIGEST_BYTES = 32;

/**
 * Reads each layer once, from start to end, and hashes the files that are wanted of it as they come by. A layer that cannot be unpacked to its end gives
 * nothing. Throws EngineError: `cancelled`, `file-changed`, `out-of-bounds`.
 */
export async function readContents(
  ref: SourceRef,
  requests: readonly ContentRequest[],
  { signal, onProgress }: ContentOptions = {},
): Promise<LayerContents[]> {
  const source = openSource(ref);
  const checksum = await createChecksum('sha256');
  const total = requests.reduce((sum, { files }) => sum + files.span.length, 0);
  const contents: LayerContents[] = [];
  let before = 0;
  for (const request of requests) {
    const onPart = ({ done }: Progress): void => onProgress?.({ done: before + done, total });
    contents.push(await readLayer(source, request, checksum, { ...(signal && { signal }), onProgress: onPart }));
    before += request.files.span.length;
  }
  return contents;
}

async function readLayer(
  source: ByteSource,
  { files, wanted }: ContentRequest,
  checksum: Checksum,
  options: ContentOptions,
): Promise<LayerContents> {
  const reader = new LayerReader(files.entries, wanted, checksum);
  const unpacked: Sink = { start: () => {}, take: () => {} };
  const { ending } = await readThrough(source, files.span, { stored: () => {}, unpacked, plain: reader }, options);
  // What came out before the damage showed need not be what was packed.
  if (ending instanceof CorruptData) {
    const { layer } = wanted;
    return { layer, rows: new Int32Array(0), digests: new Uint8Array(0), headers: null, whole: false };
  }
  return { ...reader.finish(), whole: !files.cut };
}

/** Takes an unpacked layer and keeps what is wanted of it. */
class LayerReader implements Sink {
  private at = 0;
  /** Place in `wanted.rows`, and row whose header is next. */
  private next = 0;
  private headerRow = 0;
  private done = 0;
  private isHashing = false;
  private readonly digests: Uint8Array<ArrayBuffer>;
  private headers: HeaderReader | null;

  constructor(
    private readonly entries: MemberColumns,
    private readonly wanted: WantedLayer,
    private readonly checksum: Checksum,
  ) {
    this.digests = new Uint8Array(wanted.rows.length * DIGEST_BYTES);
    this.headers = wanted.headers ? new HeaderReader(entries) : null;
  }

  start(): void {
    this.at = this.next = this.headerRow = this.done = 0;
    this.isHashing = false;
    this.headers = this.wanted.headers ? new HeaderReader(this.entries) : null;
  }

  take(chunk: Uint8Array): void {
    this.takeHeaders(chunk);
    this.takeBodies(chunk);
    this.at += chunk.length;
  }

  finish(): Omit<LayerContents, 'whole'> {
    const { layer, rows } = this.wanted;
    return {
      layer,
      rows: rows.slice(0, this.done),
      digests: this.digests.slice(0, this.done * DIGEST_BYTES),
      headers: this.headers?.finish() ?? null,
    };
  }

  private takeBodies(chunk: Uint8Array): void {
    const end = this.at + chunk.length;
    for (; this.next < this.wanted.rows.length; this.next++) {
      const row = this.wanted.rows[this.next] ?? 0;
      const from = this.entries.data[row] ?? 0;
      const to = from + (this.entries.size[row] ?? 0);
      if (from >= end) return;
      if (!this.isHashing) {
        this.checksum.reset();
        this.isHashing = true;
      }
      this.checksum.update(chunk.subarray(Math.max(0, from - this.at), to - this.at));
      if (to > end) return;
      this.digests.set(this.checksum.digest(), this.next * DIGEST_BYTES);
      this.done = this.next + 1;
      this.isHashing = false;
    }
  }

  private takeHeaders(chunk: Uint8Array): void {
    const { headers, entries } = this;
    if (!headers) return;
    const end = this.at + chunk.length;
    for (; this.headerRow < entries.count; this.headerRow++) {
      const row = this.headerRow;
      const first = entries.firstHeader[row] ?? 0;
      const own = entries.header[row] ?? 0;
      if (first >= end) return;
      headers.take(row, first - this.at, own - this.at, chunk);
      if (own + BLOCK > end) return;
    }
  }
}
