import type { Pack } from '../core/engine';
import { EngineError } from '../core/errors';
import { PACE } from '../core/limits';
import type { Progress } from '../core/model/facts';
import type { Call } from './serve';

type SaveCall = Call<Progress>;
type Part = Pack['parts'][number];
type Streamed = Extract<Part, { open: unknown }>;

/**
 * Writes a pack into a file, which has its bytes only when all of them are written: what was wrong or cancelled leaves nothing.
 * Throws EngineError: what the pack throws, `cannot-write` for what the browser says.
 */
export async function writePack(
  { parts, size: total }: Pack,
  file: FileSystemFileHandle,
  call: SaveCall,
): Promise<void> {
  let writable: FileSystemWritableFileStream | null = null;
  let done = 0;
  try {
    writable = await refusing(file.createWritable());
    for (const part of parts) {
      for await (const piece of piecesOf(part, call)) {
        stopWhenCancelled(call);
        await refusing(writable.write(piece));
        done += sizeOf(piece);
        call.progress({ done, total });
      }
    }
    stopWhenCancelled(call);
    await refusing(writable.close());
  } catch (error) {
    await writable?.abort().catch(() => {});
    await removeEmpty(file);
    throw error;
  }
}

/**
 * A pack as a Blob: stored bytes by reference, unpacked ones as the browser keeps a response (Chromium on its disk; blobs of
 * many parts it keeps in memory: 2 GiB took 2.5 GB so, and 0.4 GB as a response). Throws EngineError as {@link writePack} does.
 */
export async function packedBlob({ parts, size: total }: Pack, call: SaveCall): Promise<Blob> {
  const made: (Blob | Uint8Array<ArrayBuffer>)[] = [];
  let done = 0;
  for (const part of parts) {
    if (!isStreamed(part)) {
      made.push(part);
      done += sizeOf(part);
    } else {
      const before = done;
      made.push(await keptBlob(part, call, (size) => call.progress({ done: before + size, total })));
      done += part.size;
    }
    call.progress({ done, total });
  }
  return new Blob(made);
}

async function keptBlob(part: Streamed, call: SaveCall, onTaken: (size: number) => void): Promise<Blob> {
  return keptPieces(part.open({ signal: call.signal }), onTaken, part.size);
}

/** Pieces as a Blob that the browser keeps where it keeps a response. Throws what the pieces throw, and `cannot-write`; also when they are not `size` bytes. */
export async function keptPieces(
  pieces: AsyncGenerator<Uint8Array<ArrayBuffer>, void>,
  onTaken: (size: number) => void,
  size: number | null = null,
): Promise<Blob> {
  let taken = 0;
  let failure: Error | null = null;
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      try {
        const next = await pieces.next();
        if (next.done) return controller.close();
        taken += next.value.length;
        controller.enqueue(next.value);
        onTaken(taken);
      } catch (error) {
        failure = error instanceof Error ? error : new Error(String(error));
        controller.error(failure);
      }
    },
  });
  try {
    const blob = await new Response(stream).blob();
    const expected = size ?? taken;
    if (blob.size !== expected) throw new Error(`${blob.size} of ${expected} bytes were kept`);
    // A blob that found no room is whole by its size, and cannot be read.
    await blob.slice(-1).arrayBuffer();
    return blob;
  } catch (error) {
    await pieces.return();
    throw failure ?? cannotWrite(error);
  }
}

async function* piecesOf(part: Part, { signal }: SaveCall): AsyncGenerator<Uint8Array<ArrayBuffer> | Blob, void> {
  if (isStreamed(part)) yield* part.open({ signal });
  else if (part instanceof Blob) {
    for (let at = 0; at < part.size; at += PACE.writeBytes) yield part.slice(at, at + PACE.writeBytes);
  } else yield part;
}

function isStreamed(part: Part): part is Streamed {
  return 'open' in part;
}

function sizeOf(piece: Uint8Array | Blob): number {
  return piece instanceof Blob ? piece.size : piece.length;
}

function stopWhenCancelled({ signal }: SaveCall): void {
  if (signal.aborted) throw new EngineError('cancelled', 'cancelled');
}

/** The chooser has made the file, or emptied it: without our bytes it is for nobody. */
async function removeEmpty(file: FileSystemFileHandle): Promise<void> {
  try {
    // Not in every browser, nor in the types.
    const removable = file as FileSystemFileHandle & { remove?: () => Promise<void> };
    if ((await file.getFile()).size === 0) await removable.remove?.();
  } catch {
    // an empty file stays
  }
}

async function refusing<T>(step: Promise<T>): Promise<T> {
  try {
    return await step;
  } catch (error) {
    throw cannotWrite(error);
  }
}

function cannotWrite(cause: unknown): EngineError {
  const why = cause instanceof Error ? cause.name : String(cause);
  // What is written by reference is read by the browser.
  if (why === 'NotReadableError')
    return new EngineError('file-changed', 'the file can no longer be read', {}, { cause });
  return new EngineError('cannot-write', 'the browser does not write', { why }, { cause });
}
