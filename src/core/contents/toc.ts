import { sniffCompression } from '../bytes/compression';
import { CorruptData } from '../bytes/decoder';
import { createSha256, sha256 } from '../bytes/hash';
import { decodeText } from '../bytes/jsonText';
import { readThrough } from '../bytes/pass';
import type { ReadOptions } from '../bytes/pacer';
import { blobSource, type ByteSource } from '../bytes/source';
import { EngineError } from '../errors';
import { LIMITS } from '../limits';
import type { Digest } from '../model/digest';
import { memberAt } from '../model/members';
import type { Span } from '../model/source';
import type { LayerToc, TarSplit, TocKind, TocProblem } from '../model/toc';
import { scanTar } from '../tar/scan';
import { FOOTER_BYTES, readFooter, type Footer } from './tocFooter';
import { summariseToc, UNREAD } from './tocSummary';

/** The name of the TOC in the tar that eStargz stores it in. */
const INDEX = 'stargz.index.json';
const COMPRESSION = { estargz: 'gzip', 'zstd-chunked': 'zstd' } as const;

/** A layer's TOC and, where it can be had, the JSON itself. */
export interface ReadToc {
  readonly toc: LayerToc;
  readonly json: Uint8Array<ArrayBuffer> | null;
}

/**
 * The table of contents that a layer has of itself, by its last bytes and those that they point at; null when it has none.
 * Nothing else of the layer is read. Throws EngineError: `cancelled`, `file-changed`, `out-of-bounds`.
 */
export async function readToc(source: ByteSource, layer: Span, options: ReadOptions = {}): Promise<ReadToc | null> {
  const length = Math.min(FOOTER_BYTES, layer.length);
  const tail = await source.read(layer.offset + layer.length - length, length);
  const footer = readFooter(tail, layer.length);
  if (!footer) return null;
  const head = await source.read(layer.offset, Math.min(8, layer.length));
  if (sniffCompression(head) !== COMPRESSION[footer.kind]) return null;
  const reader = new PartReader(source, layer, options);
  const stored = footer.at ? await readStored(reader, footer.at, footer.kind) : { problem: placeProblem(footer) };
  const { json = null, digest: storedDigest = null } = stored;
  const summary = json ? summaryOf(json, footer.at?.offset ?? 0) : { ...UNREAD, problem: stored.problem };
  const { tarSplitDigest, problem, ...counted } = summary;
  return {
    toc: {
      ...footer,
      ...counted,
      storedDigest,
      digest: json && (await sha256(json)),
      size: json?.length ?? null,
      tarSplit: await readTarSplit(reader, footer.tarSplit, tarSplitDigest),
      problem: problem ?? null,
    },
    json,
  };
}

function placeProblem({ footer }: Footer): TocProblem | null {
  return footer === 'estargz-external' ? null : 'outside';
}

interface Stored {
  readonly digest?: Digest;
  readonly json?: Uint8Array<ArrayBuffer>;
  readonly problem: TocProblem | null;
}

async function readStored(reader: PartReader, at: Span, kind: TocKind): Promise<Stored> {
  const part = await reader.read(at, true);
  if (part.problem !== null || !part.unpacked) return part;
  if (kind === 'zstd-chunked') return { ...part, json: part.unpacked };
  const json = await indexIn(part.unpacked);
  return json ? { ...part, json } : { ...part, problem: 'no-index' };
}

/** The TOC out of the tar that it is the first member of. */
async function indexIn(tar: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer> | null> {
  const { columns } = await scanTar(blobSource(new Blob([tar])));
  if (columns.count === 0) return null;
  const { name, type, data, size } = memberAt(columns, 0);
  return name === INDEX && type === 'file' && data + size <= tar.length ? tar.slice(data, data + size) : null;
}

function summaryOf(json: Uint8Array, end: number): ReturnType<typeof summariseToc> {
  const decoded = decodeText(json);
  return decoded.ok ? summariseToc(decoded.text, end) : { ...UNREAD, problem: 'not-json' };
}

async function readTarSplit(
  reader: PartReader,
  stated: Footer['tarSplit'],
  claimed: Digest | null,
): Promise<TarSplit | null> {
  if (!stated) return null;
  const digest = stated.at ? ((await reader.read(stated.at, false)).digest ?? null) : null;
  return { ...stated, digest, claimed };
}

interface Part {
  readonly digest?: Digest;
  readonly unpacked?: Uint8Array<ArrayBuffer>;
  readonly problem: TocProblem | null;
}

/** Reads runs of a layer's stored bytes, as far as `LIMITS.tocBytes` goes, stored and unpacked. */
class PartReader {
  constructor(
    private readonly source: ByteSource,
    private readonly layer: Span,
    private readonly options: ReadOptions,
  ) {}

  async read({ offset, length }: Span, unpack: boolean): Promise<Part> {
    if (length > LIMITS.tocBytes) return { problem: 'too-large' };
    const hasher = await createSha256();
    const unpacked = unpack ? new Collected() : null;
    const span = { offset: this.layer.offset + offset, length };
    const stored = (chunk: Uint8Array): void => hasher.update(chunk);
    try {
      const { ending } = await readThrough(this.source, span, { stored, unpacked }, this.options);
      const digest = hasher.digest();
      if (!unpacked) return { digest, problem: null };
      if (!ending || ending instanceof CorruptData) return { digest, problem: 'corrupt' };
      return { digest, unpacked: unpacked.bytes(), problem: null };
    } catch (error) {
      if (error === unpacked?.tooLarge) return { problem: 'too-large' };
      throw error;
    }
  }
}

/** Unpacked bytes, up to `LIMITS.tocBytes`. */
class Collected {
  readonly tooLarge = new EngineError('out-of-bounds', 'a table of contents is larger than is read');
  private chunks: Uint8Array<ArrayBuffer>[] = [];
  private size = 0;

  start(): void {
    this.chunks = [];
    this.size = 0;
  }

  take(chunk: Uint8Array): void {
    this.size += chunk.length;
    if (this.size > LIMITS.tocBytes) throw this.tooLarge;
    this.chunks.push(chunk.slice());
  }

  bytes(): Uint8Array<ArrayBuffer> {
    const all = new Uint8Array(this.size);
    let at = 0;
    for (const chunk of this.chunks) {
      all.set(chunk, at);
      at += chunk.length;
    }
    return all;
  }
}
