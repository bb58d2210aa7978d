import { chunksOf } from '../bytes/chunks';
import { resumableDecoder, sniffCompression, type Packing } from '../bytes/compression';
import { CorruptData, PIECE_SIZE } from '../bytes/decoder';
import { joined } from '../bytes/joined';
import { Pacer, type ReadOptions } from '../bytes/pacer';
import type { ByteSource } from '../bytes/source';
import { LIMITS } from '../limits';
import type { ByteRange, Checkpoint, FileBytes, FileRef } from '../model/fileBytes';
import type { Compression } from '../model/mediaType';
import type { Span } from '../model/source';

export interface ExtractOptions extends ReadOptions {
  /** From where to unpack; not after the range. */
  readonly checkpoint?: Checkpoint | null;
  readonly onCheckpoint?: (checkpoint: Checkpoint) => void;
}

/**
 * The unpacked bytes `from` … `to` of a layer, in order; a piece is valid until the next is asked for. Bytes that are stored as they are, are read where
 * they are. Compressed ones are unpacked from the checkpoint on, or from the start, as fast as they are taken; the progress is that of the bytes
 * unpacked. Ends early where the layer does. Throws CorruptData, and EngineError: `cancelled`, `file-changed`, `out-of-bounds`.
 */
export async function* unpackedRange(
  source: ByteSource,
  span: Span,
  range: ByteRange,
  options: ExtractOptions = {},
): AsyncGenerator<Uint8Array, void> {
  const compression = await compressionOf(source, span);
  if (compression === 'none') yield* storedRange(source, span, range, options);
  else yield* decodedRange(source, span, range, compression, options);
}

/** How the bytes of a span are compressed, by their magic number. */
export async function compressionOf(source: ByteSource, { offset, length }: Span): Promise<Compression> {
  return sniffCompression(await source.read(offset, Math.min(MAGIC_SIZE, length)));
}
const MAGIC_SIZE = 16;
/** What decoders give at once. */
const LARGEST_BUFFER = 256 * 1024;

async function* storedRange(source: ByteSource, span: Span, range: ByteRange, options: ReadOptions) {
  const from = Math.min(range.from, span.length);
  const length = Math.max(0, Math.min(range.to, span.length) - from);
  const pacer = new Pacer(length, options);
  for await (const chunk of chunksOf(source, { offset: span.offset + from, length }, pacer)) {
    pacer.done += chunk.length;
    yield chunk;
    await pacer.pause();
  }
  pacer.finish();
}

async function* decodedRange(
  source: ByteSource,
  span: Span,
  { from, to }: ByteRange,
  compression: Packing,
  { checkpoint = null, onCheckpoint, ...options }: ExtractOptions,
): AsyncGenerator<Uint8Array, void> {
  const begun = checkpoint?.unpacked ?? 0;
  const stored = checkpoint?.decoder.stored ?? 0;
  const pacer = new Pacer(to - begun, options);
  const spacing = Math.max(LIMITS.checkpointSpacing, to / LIMITS.checkpointsPerLayer);
  const decoder = await resumableDecoder(compression, checkpoint?.decoder ?? null);
  let unpacked = begun;
  let last = begun;
  // Of zstd a place costs nothing, but not everywhere is one: the last one counts.
  let passed: Checkpoint | null = null;
  const isFree = compression === 'zstd';
  const here = (): Checkpoint | null => {
    const state = decoder.save?.() ?? null;
    return state && { unpacked, decoder: state };
  };
  const keep = (): void => {
    const made = isFree ? passed : here();
    if (!made || made.unpacked <= last || made.decoder.stored >= span.length) return;
    last = made.unpacked;
    onCheckpoint?.(made);
  };
  /** Shortly before the range begins, and before it ends: whoever wants it again, or what comes after, goes on from there. */
  const near = [to, from];
  const isNear = (): boolean => {
    const next = near.at(-1) ?? -Infinity;
    if (unpacked + LARGEST_BUFFER < next) return false;
    near.pop();
    return unpacked <= next;
  };
  try {
    const rest = { offset: span.offset + stored, length: span.length - stored };
    for await (const chunk of chunksOf(source, rest, pacer)) {
      for (let at = 0; at < chunk.length; at += PIECE_SIZE) {
        for (const piece of decoder.decode(chunk.subarray(at, at + PIECE_SIZE))) {
          const start = unpacked;
          unpacked += piece.length;
          pacer.done = Math.min(unpacked, to) - begun;
          if (isFree) passed = here() ?? passed;
          if (unpacked - last >= spacing || isNear()) keep();
          if (unpacked > from && piece.length > 0) yield piece.subarray(Math.max(0, from - start), to - start);
          if (unpacked >= to) return pacer.finish();
          const pause = pacer.pause();
          if (pause) await pause;
        }
      }
    }
    decoder.end();
    pacer.finish();
  } finally {
    decoder.free();
  }
}

/**
 * The bytes `from` … `to` of a file in a layer, as many of them as the layer has. Throws EngineError: `cancelled`, `file-changed`, `out-of-bounds`; damage
 * ends the bytes.
 */
export async function readFile(
  source: ByteSource,
  { span, data, size }: FileRef,
  range: ByteRange,
  { checkpoint = null, ...options }: Omit<ExtractOptions, 'onCheckpoint'> = {},
): Promise<FileBytes> {
  const from = Math.min(range.from, size);
  const wanted = Math.max(0, Math.min(range.to, size) - from);
  const compression = await compressionOf(source, span);
  const checkpoints: Checkpoint[] = [];
  const parts: Uint8Array[] = [];
  let unpacked = 0;
  const wide = {
    ...options,
    checkpoint,
    onCheckpoint: (made: Checkpoint) => void checkpoints.push(made),
  };
  let read = 0;
  try {
    if (wanted > 0) {
      for await (const piece of unpackedRange(source, span, { from: data + from, to: data + from + wanted }, wide)) {
        parts.push(piece.slice());
        read += piece.length;
      }
    }
  } catch (error) {
    if (!(error instanceof CorruptData)) throw error;
  }
  const begun = checkpoint?.unpacked ?? 0;
  if (compression !== 'none' && wanted > 0) unpacked = data + from + read - begun;
  return { from, bytes: joined(parts), compression, unpacked, begun, cut: read < wanted, checkpoints };
}
