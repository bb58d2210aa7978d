import { LIMITS } from '../../core/limits';
import type { PostedData } from './contract';

/** Why posted bytes are no file. */
export class PostedError extends Error {
  override readonly name = 'PostedError';
  constructor(readonly code: 'too-large' | 'unreadable') {
    super(code === 'too-large' ? 'more bytes than are read' : 'the stream could not be read as bytes');
  }
}

/** Posted bytes as a file. A stream is read to its end, into what the browser keeps outside of memory. Throws {@link PostedError}. */
export async function postedFile(data: PostedData, name: string, signal: AbortSignal): Promise<File> {
  if (data instanceof File && data.name === name) return data;
  if (data instanceof Blob || data instanceof ArrayBuffer) return new File([data], name);
  if (data instanceof Uint8Array) return new File([new Uint8Array(data)], name);
  try {
    return new File([await new Response(data.pipeThrough(counted(signal))).blob()], name);
  } catch (error) {
    throw error instanceof PostedError ? error : new PostedError('unreadable');
  }
}

/** Passes bytes on, and ends with an error after too many, at anything else, and when the signal aborts. */
function counted(signal: AbortSignal): TransformStream<unknown, Uint8Array<ArrayBuffer>> {
  let total = 0;
  return new TransformStream({
    transform(chunk, controller) {
      signal.throwIfAborted();
      if (!(chunk instanceof Uint8Array)) throw new PostedError('unreadable');
      total += chunk.length;
      if (total > LIMITS.unwrappedBytes) throw new PostedError('too-large');
      controller.enqueue(new Uint8Array(chunk));
    },
  });
}
