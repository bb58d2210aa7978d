import { EngineError, type Diagnostic } from '../errors';
import { LIMITS } from '../limits';
import type { Compression } from '../model/mediaType';
import type { BlobRef, UrlRef } from '../model/source';
import { sniffCompression, type Packing } from './compression';
import { CorruptData, type CorruptReason } from './decoder';
import { identify } from './identify';
import { readThrough, type PassOptions } from './pass';
import { openSource } from './source';
import type { Sink } from './unpacker';

/** A file without the compressions that were around it. */
export interface Unwrapped {
  readonly ref: BlobRef | UrlRef;
  /** What was taken off, outermost first. */
  readonly wrappers: readonly Compression[];
  /** `wrapper-corrupt` when a wrapper was damaged: then `ref` has what came out before. */
  readonly diagnostics: readonly Diagnostic[];
}

/** One tar header: more than any magic number. */
const HEAD_SIZE = 512;
/** Reasons that say nothing against the file. */
const BEYOND_US: ReadonlySet<CorruptReason> = new Set(['window-too-large', 'needs-dictionary', 'unsupported-feature']);
/** Unpacked bytes are kept in parts of this size, each handed to the browser at once: it may move them to disk. */
const PART_SIZE = 4 * 1024 * 1024;

/**
 * Takes off gzip, zstd, xz and bzip2, told by magic number and never by name, at most `LIMITS.wrappers` times; what is left inside then is
 * for the caller to refuse. A file that is not compressed comes back as it is. Progress counts the bytes of the layer being taken off.
 * Throws EngineError: when nothing came out `wrapper-corrupt` or, where the file may be whole, `unsupported-compression`;
 * `wrapper-too-large`, `cancelled`, `file-changed`.
 */
export async function unwrap(ref: BlobRef | UrlRef, options: PassOptions = {}): Promise<Unwrapped> {
  const wrappers: Compression[] = [];
  const diagnostics: Diagnostic[] = [];
  let inner: BlobRef | UrlRef = ref;
  while (wrappers.length < LIMITS.wrappers) {
    const source = openSource(inner);
    const head = await source.read(0, Math.min(HEAD_SIZE, source.size));
    const compression = sniffCompression(head);
    // A tar's first name may begin like anything.
    if (compression === 'none' || identify(head, source.size) === 'tar') break;
    const { blob, diagnostic } = await takeOff(inner, compression, options);
    inner = { blob };
    wrappers.push(compression);
    if (diagnostic) diagnostics.push(diagnostic);
  }
  return { ref: inner, wrappers, diagnostics };
}

async function takeOff(
  ref: BlobRef | UrlRef,
  compression: Packing,
  options: PassOptions,
): Promise<{ blob: Blob; diagnostic: Diagnostic | null }> {
  const source = openSource(ref);
  const parts = new BlobParts();
  const span = { offset: 0, length: source.size };
  const { ending } = await readThrough(source, span, { stored: () => {}, unpacked: parts }, options);
  const blob = parts.toBlob();
  const at = ending instanceof CorruptData ? ending.offset : ending?.trailingOffset;
  if (at === null || at === undefined) return { blob, diagnostic: null };

  const why = ending instanceof CorruptData ? ending.reason : 'trailing-data';
  const details = { kind: compression, why, at, unpacked: blob.size };
  if (ending instanceof CorruptData && blob.size === 0) {
    const code = BEYOND_US.has(ending.reason) ? 'unsupported-compression' : 'wrapper-corrupt';
    throw new EngineError(code, `nothing can be unpacked: ${ending.message}`, details);
  }
  const severity = ending instanceof CorruptData ? 'error' : 'warning';
  return { blob, diagnostic: { code: 'wrapper-corrupt', severity, details } };
}

/** Collects bytes as a Blob, holding at most one part in memory. */
class BlobParts implements Sink {
  private parts: Blob[] = [];
  private buffer = new Uint8Array(PART_SIZE);
  private filled = 0;

  start(): void {
    this.parts = [];
    this.filled = 0;
  }

  take(chunk: Uint8Array): void {
    if (this.parts.length * PART_SIZE + this.filled + chunk.length > LIMITS.unwrappedBytes) {
      throw new EngineError('wrapper-too-large', 'the unpacked tar is too large to keep', {
        limit: LIMITS.unwrappedBytes,
      });
    }
    for (let at = 0; at < chunk.length;) {
      const piece = chunk.subarray(at, at + PART_SIZE - this.filled);
      this.buffer.set(piece, this.filled);
      this.filled += piece.length;
      at += piece.length;
      if (this.filled === PART_SIZE) this.flush();
    }
  }

  toBlob(): Blob {
    if (this.filled > 0) this.flush();
    return new Blob(this.parts);
  }

  /** A Blob copies what it is made of, so the buffer can be used again. */
  private flush(): void {
    this.parts.push(new Blob([this.buffer.subarray(0, this.filled)]));
    this.filled = 0;
  }
}
