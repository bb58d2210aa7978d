import { EngineError } from '../errors';
import { fileChanged, type ByteSource } from './byteSource';
import { rangeSource } from './remote';

export { fileChanged, type ByteSource };
import { fileAt, hasBytes, type FilesRef, type SourceRef, type Span, type UrlRef } from '../model/source';

/** The source that a reference names. One at an address needs a way there (`remote.ts`). */
export function openSource(ref: SourceRef): ByteSource {
  if ('url' in ref) return rangeSource(ref);
  return 'blob' in ref ? blobSource(ref.blob) : filesSource(ref);
}

/** No run of bytes goes from one file into the next: `out-of-bounds`. */
function filesSource(ref: FilesRef): ByteSource {
  const { files, starts } = ref;
  const place = (offset: number): { source: ByteSource; start: number } => {
    const at = fileAt(ref, offset);
    if (ref.recorded && !hasBytes(ref, { offset, length: 1 })) throw notRecorded();
    return { source: fileSource(files[at] ?? new Blob()), start: starts[at] ?? 0 };
  };
  return {
    size: (starts.at(-1) ?? 0) + (files.at(-1)?.size ?? 0),
    ...(ref.recorded && { has: (span) => hasBytes(ref, span) }),
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

function notRecorded(): EngineError {
  return new EngineError('not-recorded', 'the snapshot has no such bytes');
}

function fileSource(file: Blob | UrlRef): ByteSource {
  return 'url' in file ? rangeSource(file) : blobSource(file);
}

/** The bytes of a span as a Blob, which copies none of them; null when they are on a host. Throws `out-of-bounds`, `not-recorded`. */
export function blobOf(ref: SourceRef, { offset, length }: Span): Blob | null {
  if ('url' in ref) return null;
  if ('blob' in ref) return sliceOf(ref.blob, offset, length);
  if (ref.recorded && !hasBytes(ref, { offset, length })) throw notRecorded();
  const at = fileAt(ref, offset);
  const file = ref.files[at] ?? new Blob();
  return 'url' in file ? null : sliceOf(file, offset - (ref.starts[at] ?? 0), length);
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
