import type { Ending } from './decoder';
import type { Pacer } from './pacer';
import { release } from './release';
import type { Sink, Unpacker } from './unpacker';

/** What the platform offers; replaced in tests. */
export type GunzipStream = new (format: 'gzip') => InstanceType<typeof DecompressionStream>;

/** A write is unpacked whole before anything can be taken away: this bounds it to 64 MiB (deflate's best ratio is 1032). */
const WRITE_SIZE = 64 * 1024;
/** CRC-32 and size end a gzip member (RFC 1952 §2.3.1). */
const SIZE_FIELD = 4;

/**
 * The platform's own gunzip: the fastest there is. Browsers refuse many members, padding and trailing bytes, and each says so
 * in its own words, so any failure means only: ask the other decoder. What is accepted is checked to end where the bytes end,
 * since some platforms let more pass than others.
 */
export function nativeGunzip(sink: Sink, pacer: Pacer, Stream: GunzipStream = DecompressionStream): Unpacker {
  const { readable, writable } = new Stream('gzip');
  const writer = writable.getWriter();
  const reader = readable.getReader();
  let unpackedSize = 0;
  let tail = new Uint8Array(0);

  async function readAll(): Promise<void> {
    for (;;) {
      const read = await reader.read();
      if (read.done) return;
      unpackedSize += read.value.length;
      sink.take(read.value);
      release(read.value);
      const pause = pacer.pause();
      if (pause) await pause;
    }
  }
  // Rejects at the first failure of either side. What the sink throws must stop the writing side, which would wait for ever.
  const reading = readAll().catch((error: unknown) => {
    ignore(writer.abort(error));
    throw error;
  });
  ignore(reading);
  ignore(writer.closed);

  return {
    async write(chunk) {
      tail = lastBytes(tail, chunk);
      let written: Promise<unknown> = Promise.resolve();
      for (let at = 0; at < chunk.length; at += WRITE_SIZE) {
        await writer.ready.catch(() => reading);
        written = writer.write(chunk.subarray(at, at + WRITE_SIZE));
        ignore(written);
      }
      // Until then the stream looks at the chunk.
      await Promise.race([written.catch(() => reading), reading]);
    },
    async close(): Promise<Ending> {
      ignore(writer.close());
      await reading;
      if (tail.length < SIZE_FIELD || new DataView(tail.buffer).getUint32(0, true) !== unpackedSize % 2 ** 32) {
        throw new Error('the gzip stream ends before the bytes do');
      }
      return { trailingOffset: null };
    },
    free() {
      ignore(writer.abort());
      ignore(reader.cancel());
    },
  };
}

function lastBytes(before: Uint8Array<ArrayBuffer>, chunk: Uint8Array): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(Math.min(SIZE_FIELD, before.length + chunk.length));
  const fromChunk = chunk.subarray(-joined.length);
  joined.set(before.subarray(before.length - (joined.length - fromChunk.length)));
  joined.set(fromChunk, joined.length - fromChunk.length);
  return joined;
}

/** The failure is reported elsewhere. */
function ignore(promise: Promise<unknown>): void {
  promise.catch(() => {});
}
