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
type GiveUp = () => void;

/** Enough that a chunk is worth its message, small enough to stay in a processor's cache. */
const MEMORY_SIZE = 512 * 1024;

/** Set when a stream did not answer: the others of this thread are not trusted either. */
let distrusted = false;

/**
 * Reads through one piece of memory that is used again and again, where the stream allows it. Fresh memory for every chunk
 * costs more than hashing it (Chromium, 522 MiB: 3.0 s of processor time against 1.2 s). Such a reader of some browsers
 * now and then never answers (Chromium 156, 13 of 160 reads; 0 of 752 with a later build): silence for twice
 * `PACE.stallMilliseconds` at most makes it go on with the plain reader from where it was.
 */
export function openReader(source: ByteSource, offset: number, length: number): ByteReader {
  if (length <= PACE.smallSpanBytes) return wholeReader(source, offset, length);
  const stream = source.stream(offset, length);
  const filling = distrusted ? null : fillingReader(stream);
  return filling ? memoryReader(filling, (done) => source.stream(offset + done, length - done)) : plainReader(stream);
}

/** All bytes at once. */
function wholeReader(source: ByteSource, offset: number, length: number): ByteReader {
  let isDone = length === 0;
  let isCancelled = false;
  return {
    async next() {
      if (isDone) return null;
      isDone = true;
      const bytes = await source.read(offset, length);
      return isCancelled ? null : bytes;
    },
    cancel() {
      isCancelled = true;
    },
  };
}

/** Every read leaves something to collect, so there is no more of it than must be: one promise, and one clock for all reads. */
function memoryReader(filling: ReadableStreamBYOBReader, reopen: (done: number) => ByteStream): ByteReader {
  let memory = new ArrayBuffer(MEMORY_SIZE);
  let done = 0;
  let plain: ByteReader | null = null;
  /** Ends the waiting of the read that is under way. */
  let giveUp: GiveUp | null = null;
  let seen: GiveUp | null = null;
  const tick = (): void => {
    if (giveUp && giveUp === seen) giveUp();
    seen = giveUp;
    clock = setTimeout(tick, PACE.stallMilliseconds);
  };
  let clock = setTimeout(tick, PACE.stallMilliseconds);

  return {
    next() {
      if (plain) return plain.next();
      return new Promise((resolve, reject) => {
        giveUp = () => {
          giveUp = null;
          clearTimeout(clock);
          distrusted = true;
          ignore(filling.cancel());
          plain = plainReader(reopen(done));
          resolve(plain.next());
        };
        filling.read(new Uint8Array(memory)).then(({ value = null }) => {
          giveUp = null;
          if (value) memory = value.buffer;
          done += value?.length ?? 0;
          resolve(value?.length ? value : null);
        }, reject);
      });
    },
    cancel() {
      clearTimeout(clock);
      if (plain) plain.cancel();
      else ignore(filling.cancel());
    },
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

/** Cancelling a stream that failed rejects with what is known already. */
function ignore(promise: Promise<unknown>): void {
  promise.catch(() => {});
}
