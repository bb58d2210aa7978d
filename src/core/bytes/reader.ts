import { PACE } from '../limits';
import { release } from './release';
import type { ByteSource } from './source';

/** Gives bytes in order. */
export interface ByteReader {
  /** The next bytes, at least one, valid until the next call only; null after the last. Rejects as the source does. */
  next(): Promise<Uint8Array<ArrayBuffer> | null>;
  /** Lets go of the source; a `next` that waits is answered with null. */
  cancel(): void;
}

type ByteStream = ReadableStream<Uint8Array<ArrayBuffer>>;

/** Enough that a chunk is worth its message, small enough to stay in a processor's cache. */
const MEMORY_SIZE = 512 * 1024;

/** Set when a stream did not answer: the others of this thread are not trusted either. */
let distrusted = false;

/**
 * Reads through one piece of memory that is used again and again, where the stream allows it. Fresh memory for every chunk
 * costs more than hashing it (Chromium, 522 MiB: 3.0 s of processor time against 1.2 s). Such a reader of some browsers
 * now and then never answers (Chromium 156, 13 of 160 reads; 0 of 752 with a later build): silence for
 * `PACE.stallMilliseconds` makes it go on with the plain reader from where it was.
 */
export function openReader(source: ByteSource, offset: number, length: number): ByteReader {
  const stream = source.stream(offset, length);
  let reader = (distrusted ? null : memoryReader(stream)) ?? plainReader(stream);
  let done = 0;
  return {
    async next() {
      const chunk = distrusted ? await reader.next() : await answered(reader.next());
      if (chunk === 'silence') {
        distrusted = true;
        reader.cancel();
        reader = plainReader(source.stream(offset + done, length - done));
        return this.next();
      }
      done += chunk?.length ?? 0;
      return chunk;
    },
    cancel: () => reader.cancel(),
  };
}

/** Null when the stream gives its own memory only. */
function memoryReader(stream: ByteStream): ByteReader | null {
  const reader = fillingReader(stream);
  if (!reader) return null;
  let memory = new ArrayBuffer(MEMORY_SIZE);
  return {
    async next() {
      const { done, value } = await reader.read(new Uint8Array(memory));
      if (done || !value) return null;
      memory = value.buffer;
      return value;
    },
    cancel: () => ignore(reader.cancel()),
  };
}

function fillingReader(stream: ByteStream): ReadableStreamBYOBReader | null {
  try {
    return stream.getReader({ mode: 'byob' });
  } catch {
    return null;
  }
}

function plainReader(stream: ByteStream): ByteReader {
  const reader = stream.getReader();
  let last: Uint8Array<ArrayBuffer> | null = null;
  return {
    async next() {
      if (last) release(last);
      const { done, value } = await reader.read();
      last = done ? null : value;
      return last;
    },
    cancel: () => ignore(reader.cancel()),
  };
}

function answered<T>(answer: Promise<T>): Promise<T | 'silence'> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve('silence'), PACE.stallMilliseconds);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** Cancelling a stream that failed rejects with what is known already. */
function ignore(promise: Promise<unknown>): void {
  promise.catch(() => {});
}
