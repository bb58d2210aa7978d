import { EngineError } from '../errors';
import type { ByteSource } from '../bytes/source';
import type { GunzipStream } from '../bytes/gzipNative';

export interface Faults {
  /** Fails like a file that changed, after this many bytes. */
  readonly failAt?: number;
  /** Ends without a word, after this many bytes. */
  readonly endAt?: number;
  /** Never gives another chunk, after this many bytes. */
  readonly stallAt?: number;
}

export interface ChunkedSource extends ByteSource {
  /** Streams that were opened, and how many of them were cancelled before their end. */
  readonly opened: readonly { readonly offset: number; readonly length: number }[];
  readonly cancelled: number;
}

/** What a stream's source needs of its controller. */
interface Controller {
  enqueue(chunk: Uint8Array<ArrayBuffer>): void;
  close(): void;
  error(reason: unknown): void;
}

/** A source that gives its bytes in chunks of one size, and can misbehave. */
export function chunkedSource(bytes: Uint8Array, chunkSize: number, faults: Faults = {}): ChunkedSource {
  const opened: { offset: number; length: number }[] = [];
  const source = {
    opened,
    cancelled: 0,
    size: bytes.length,
    read: (offset: number, length: number) => Promise.resolve(bytes.slice(offset, offset + length)),
    stream(offset: number, length: number): ReadableStream<Uint8Array<ArrayBuffer>> {
      if (offset + length > bytes.length) throw new EngineError('out-of-bounds', 'out of bounds');
      opened.push({ offset, length });
      let at = offset;
      return new ReadableStream<Uint8Array<ArrayBuffer>>({
        pull(controller: Controller): void | Promise<void> {
          if (at >= (faults.stallAt ?? Infinity)) return new Promise<void>(() => {});
          if (at >= (faults.failAt ?? Infinity)) controller.error(new DOMException('changed', 'NotReadableError'));
          else if (at >= Math.min(offset + length, faults.endAt ?? Infinity)) controller.close();
          else {
            const end = Math.min(at + chunkSize, offset + length);
            controller.enqueue(bytes.slice(at, end));
            at = end;
          }
        },
        cancel(): void {
          source.cancelled++;
        },
      });
    },
  };
  return source;
}

/** A gunzip that gives out some wrong bytes and then fails: what comes after must not depend on it. */
export const failingGunzip: GunzipStream = class {
  readonly readable: ReadableStream<Uint8Array<ArrayBuffer>>;
  readonly writable: WritableStream<Uint8Array<ArrayBuffer>>;
  constructor() {
    let writes = 0;
    const { readable, writable } = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(chunk, controller): void {
        controller.enqueue(chunk.slice(0, 100));
        if (++writes === 3) throw new TypeError('Junk found after end of compressed data.');
      },
      flush(): void {
        throw new TypeError('Compressed input was truncated.');
      },
    });
    this.readable = readable;
    this.writable = writable;
  }
};
