import { EngineError } from '../errors';
import type { Span } from '../model/source';

/** Random access to bytes that do not change. */
export interface ByteSource {
  readonly size: number;
  /** Exactly `length` bytes from `offset`. Throws `out-of-bounds` past the end, `file-changed` when the file is no longer readable. */
  read(offset: number, length: number): Promise<Uint8Array<ArrayBuffer>>;
  /** The same bytes in order, in chunks of the source's choosing, which are the reader's to give away. */
  stream(offset: number, length: number): ReadableStream<Uint8Array<ArrayBuffer>>;
  /** Of a snapshot: whether the bytes are there. Absent where all are. */
  readonly has?: (span: Span) => boolean;
}

/** A browser refuses to read a File that changed on disk (NotReadableError) or is gone (NotFoundError). */
export function fileChanged(cause: unknown): EngineError {
  return new EngineError('file-changed', 'the file can no longer be read', {}, { cause });
}
