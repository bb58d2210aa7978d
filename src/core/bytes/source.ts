import { EngineError } from '../errors';
import { fileAt, type FilesRef, type SourceRef, type Span } from '../model/source';

/** Random access to bytes that do not change. */
export interface ByteSource {
  readonly size: number;
  /** Exactly `length` bytes from `offset`. Throws `out-of-bounds` past the end, `file-changed` when the file is no longer readable. */
  read(offset: number, length: number): Promise<Uint8Array<ArrayBuffer>>;
  /** The same bytes in order, in chunks of the source's choosing, which are the reader's to give away. */
  stream(offset: number, length: number): ReadableStream<Uint8Array<ArrayBuffer>>;
}

/** The source that a reference names. */
export function openSource(ref: SourceRef): ByteSource {
  return 'blob' in ref ? blobSource(ref.blob) : filesSource(ref);
}

/** No run of bytes goes from one file into the next: `out-of-bounds`. */
function filesSource(ref: FilesRef): ByteSource {
  const { files, starts } = ref;
  const place = (offset: number): { source: ByteSource; start: number } => {
    const at = fileAt(ref, offset);
    return { source: blobSource(files[at] ?? new Blob()), start: starts[at] ?? 0 };
  };
  return {
    size: (starts.at(-1) ?? 0) + (files.at(-1)?.size ?? 0),
    async read(offset, length) {
      const { source, start } = place(offset);
      return source.read(offset - start, length);
    },
    stream(offset, length) {
      const { source, start } = place(offset);
      return source.stream(offset - start, length);
    },
  };
}

/** The bytes of a span as a Blob, which copies none of them. Throws `out-of-bounds`. */
export function blobOf(ref: SourceRef, { offset, length }: Span): Blob {
  if ('blob' in ref) return sliceOf(ref.blob, offset, length);
  const at = fileAt(ref, offset);
  return sliceOf(ref.files[at] ?? new Blob(), offset - (ref.starts[at] ?? 0), length);
}

function sliceOf(blob: Blob, offset: number, length: number): Blob {
  if (!(offset >= 0 && length >= 0 && offset + length <= blob.size)) {
    throw new EngineError('out-of-bounds', `bytes ${offset}+${length} of ${blob.size}`, {
      offset,
      length,
      size: blob.size,
    });
  }
  return blob.slice(offset, offset + length);
}

/** Bytes of a Blob or File. */
export function blobSource(blob: Blob): ByteSource {
  return {
    size: blob.size,
    async read(offset, length) {
      const part = sliceOf(blob, offset, length);
      try {
        return new Uint8Array(await part.arrayBuffer());
      } catch (cause) {
        throw fileChanged(cause);
      }
    },
    stream(offset, length) {
      return sliceOf(blob, offset, length).stream();
    },
  };
}

/** A browser refuses to read a File that changed on disk (NotReadableError) or is gone (NotFoundError). */
export function fileChanged(cause: unknown): EngineError {
  return new EngineError('file-changed', 'the file can no longer be read', {}, { cause });
}
