import { CorruptData } from '../bytes/decoder';
import { createSha256 } from '../bytes/hash';
import { chunksOf } from '../bytes/chunks';
import { joined } from '../bytes/joined';
import { Pacer } from '../bytes/pacer';
import type { PassOptions } from '../bytes/pass';
import { blobOf, openSource } from '../bytes/source';
import { unpackedPieces } from '../bytes/unpacked';
import { EngineError } from '../errors';
import type { ExportContent, ExportEntry, ExportPlan } from '../model/export';
import type { Measurement } from '../model/facts';
import { spanKey, type SourceRef, type Span } from '../model/source';
import { padded } from '../tar/layout';
import { linkTarget, normalPath } from '../tar/names';
import { END_OF_ARCHIVE, paddingFor, tarHeader } from '../tar/write';

/** What is saved, as parts one after the other. It holds no layer: those are slices of the source, or are unpacked while they are asked for. */
export interface Pack {
  /** In bytes. */
  readonly size: number;
  readonly parts: readonly PackPart[];
}
export type PackPart = Uint8Array<ArrayBuffer> | Blob | UnpackedPart;

export interface UnpackedPart {
  readonly size: number;
  /**
   * Its bytes, in pieces that are the taker's to keep, unpacked as fast as they are taken. Throws EngineError: `layer-differs` when they
   * were not what was measured or promised, which shows at the end: whoever took them must drop them. `cancelled`, `file-changed`.
   */
  open(options: PassOptions): AsyncGenerator<Uint8Array<ArrayBuffer>, void>;
}

/** Where the bytes of what is packed come from, and what was measured of them. */
export interface PackSource {
  readonly ref: SourceRef;
  /** By span key. */
  readonly measured: ReadonlyMap<string, Measurement>;
}

/** The tar of a plan, with two zero blocks at its end. The same plan gives the same bytes, wherever and whenever. */
export function packTar({ entries }: Pick<ExportPlan, 'entries'>, source: PackSource): Pack {
  const parts: PackPart[] = [];
  let run: Uint8Array[] = [];
  const close = (): void => {
    if (run.length > 0) parts.push(joined(run));
    run = [];
  };
  for (const entry of entries) {
    run.push(headerOf(entry));
    if (entry.type !== 'file') continue;
    const part = partOf(entry.content, entry.path, source);
    if (part instanceof Uint8Array) run.push(part);
    else {
      close();
      parts.push(part);
    }
    run.push(paddingFor(sizeOf(entry.content)));
  }
  run.push(END_OF_ARCHIVE);
  close();
  return { size: packedSize({ entries }), parts };
}

/** One content alone; `path` is what an error calls it. */
export function packContent(content: ExportContent, path: string, source: PackSource): Pack {
  return { size: sizeOf(content), parts: [partOf(content, path, source)] };
}

/** Bytes of the tar that {@link packTar} gives. */
export function packedSize({ entries }: Pick<ExportPlan, 'entries'>): number {
  return entries.reduce(
    (sum, entry) => sum + headerOf(entry).length + (entry.type === 'file' ? padded(sizeOf(entry.content)) : 0),
    END_OF_ARCHIVE.length,
  );
}

/** Bytes of a content in the tar. */
export function sizeOf(content: ExportContent): number {
  switch (content.kind) {
    case 'bytes':
      return content.bytes.length;
    case 'stored':
      return content.span.length;
    case 'unpacked':
      return content.size;
  }
}

function headerOf(entry: ExportEntry): Uint8Array<ArrayBuffer> {
  const { path, mode, mtime, type } = entry;
  const link = type === 'symlink' ? entry.link : '';
  // Names come out of documents, too: no tar of ours leads out of its folder.
  if (normalPath(path) === null || (type === 'symlink' && linkTarget(path, link) === null)) {
    throw new EngineError('cannot-export', 'an unsafe name', { path });
  }
  const name = type === 'directory' && !path.endsWith('/') ? `${path}/` : path;
  return tarHeader({ name, type, mode, mtime, link, size: type === 'file' ? sizeOf(entry.content) : 0 });
}

function partOf(content: ExportContent, path: string, { ref, measured }: PackSource): PackPart {
  switch (content.kind) {
    case 'bytes':
      return content.bytes;
    case 'stored':
      return storedPart(ref, content.span);
    case 'unpacked': {
      const diffId = measured.get(spanKey(content.span))?.diffId ?? null;
      return { size: content.size, open: (options) => unpacking(content, { path, diffId, ref }, options) };
    }
  }
}

/** Bytes of the source as they are: a slice of it, or what its host sends when they are asked for. */
export function storedPart(ref: SourceRef, span: Span): PackPart {
  const blob = blobOf(ref, span);
  if (blob) return blob;
  return {
    size: span.length,
    async *open(options) {
      for await (const piece of chunksOf(openSource(ref), span, new Pacer(span.length, options))) yield piece.slice();
    },
  };
}

interface Promised {
  readonly path: string;
  /** Null when it was not measured: then only the size is held against it. */
  readonly diffId: string | null;
  readonly ref: SourceRef;
}

async function* unpacking(
  { span, size }: Extract<ExportContent, { kind: 'unpacked' }>,
  { path, diffId, ref }: Promised,
  options: PassOptions,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  const differs = (details: Record<string, string | number>, cause?: unknown): EngineError =>
    new EngineError('layer-differs', `${path} is not what was measured`, { path, ...details }, { cause });
  const hasher = await createSha256();
  let isHashed = false;
  let done = 0;
  try {
    for await (const piece of unpackedPieces(openSource(ref), span, options)) {
      done += piece.length;
      if (done > size) throw differs({ expected: size, actual: done });
      hasher.update(piece);
      yield piece;
    }
    isHashed = true;
    const digest = hasher.digest();
    if (done !== size) throw differs({ expected: size, actual: done });
    if (diffId !== null && digest !== diffId) throw differs({ expected: diffId, actual: digest });
  } catch (error) {
    throw error instanceof CorruptData ? differs({ at: error.offset }, error) : error;
  } finally {
    if (!isHashed) hasher.free();
  }
}
