import { CorruptData } from '../bytes/decoder';
import { openSource } from '../bytes/source';
import { EngineError } from '../errors';
import { compressionOf, unpackedRange } from '../layers/extract';
import type { Checkpoint, FileRef } from '../model/fileBytes';
import type { SourceRef } from '../model/source';
import { storedPart, type Pack } from './pack';

/** A file of a layer, alone: a slice of the source where it is stored as it is, else unpacked while it is asked for. Throws EngineError: `out-of-bounds`. */
export async function packFile(ref: SourceRef, file: FileRef, checkpoint: Checkpoint | null): Promise<Pack> {
  const { span, data, size, path } = file;
  const source = openSource(ref);
  if ((await compressionOf(source, span)) === 'none') {
    if (data + size > span.length) throw tooShort(path, size, Math.max(0, span.length - data));
    return { size, parts: [storedPart(ref, { offset: span.offset + data, length: size })] };
  }
  const open: Extract<Pack['parts'][number], { open: unknown }>['open'] = async function* (options) {
    let done = 0;
    try {
      for await (const piece of unpackedRange(
        source,
        span,
        { from: data, to: data + size },
        { ...options, checkpoint },
      )) {
        done += piece.length;
        yield piece.slice();
      }
    } catch (error) {
      throw error instanceof CorruptData ? tooShort(path, size, done, error) : error;
    }
    if (done !== size) throw tooShort(path, size, done);
  };
  return { size, parts: [{ size, open }] };
}

/** What is thrown when a layer ends, or is damaged, before a file of it does. */
export function tooShort(path: string, expected: number, actual: number, cause?: unknown): EngineError {
  return new EngineError('layer-differs', `${path} is cut`, { path, expected, actual }, { cause });
}
