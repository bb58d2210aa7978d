import type { Compression } from '../model/mediaType';
import type { Span } from '../model/source';
import { chunksOf } from './chunks';
import { sniffCompression, unpackers } from './compression';
import type { CorruptData, Ending } from './decoder';
import type { GunzipStream } from './gzipNative';
import { Pacer, type ReadOptions } from './pacer';
import type { ByteSource } from './source';
import type { Sink } from './unpacker';
import { Unpacking } from './unpacking';

export interface PassOptions extends ReadOptions {
  /** Stands in for the platform's `DecompressionStream`. */
  readonly gunzip?: GunzipStream;
}

/** Who gets the bytes of a pass. */
export interface Takers {
  /** Every stored chunk, once, in order; valid during the call only. */
  stored(chunk: Uint8Array): void;
  /** The unpacked bytes, when the stored ones are compressed; null: do not unpack. */
  readonly unpacked: Sink | null;
  /** The unpacked bytes, or the stored ones when they are not compressed; not called when these are not to be unpacked. */
  readonly plain?: Sink | null;
}

/** How a pass went. */
export interface PassResult {
  readonly compression: Compression;
  /** Null when nothing was unpacked. */
  readonly ending: Ending | CorruptData | null;
}

/**
 * Reads a span once, from start to end, and unpacks it on the way. Damaged compression ends the unpacking only: the stored
 * bytes are still read to the end. Throws `file-changed`, `out-of-bounds`, `cancelled`, and what the takers throw.
 */
export async function readThrough(
  source: ByteSource,
  span: Span,
  takers: Takers,
  options: PassOptions,
): Promise<PassResult> {
  const pacer = new Pacer(span.length, options);
  let compression: Compression = 'none';
  let unpacking: Unpacking | null = null;
  try {
    for await (const chunk of chunksOf(source, span, pacer)) {
      if (pacer.done === 0) {
        compression = sniffCompression(chunk);
        if (takers.unpacked && compression !== 'none') {
          const sink = takers.plain ? both(takers.unpacked, takers.plain) : takers.unpacked;
          unpacking = new Unpacking(source, span, sink, pacer, unpackers(compression, options.gunzip));
        }
      }
      takers.stored(chunk);
      if (takers.unpacked && compression === 'none') takers.plain?.take(chunk);
      await unpacking?.write(chunk);
      pacer.done += chunk.length;
      await pacer.pause();
    }
    const ending = unpacking ? await unpacking.close() : null;
    pacer.finish();
    return { compression, ending };
  } finally {
    unpacking?.free();
  }
}

function both(first: Sink, second: Sink): Sink {
  return {
    start() {
      first.start();
      second.start();
    },
    take(chunk) {
      first.take(chunk);
      second.take(chunk);
    },
  };
}
