import type { Compression } from '../model/mediaType';
import { bzip2Decoder } from './bzip2';
import type { DecoderState } from '../model/fileBytes';
import type { Decoder, ResumableDecoder } from './decoder';
import { gzipDecoder, resumableGzipDecoder } from './gzip';
import { nativeGunzip, type GunzipStream } from './gzipNative';
import { hex } from './hex';
import type { Pacer } from './pacer';
import { DecoderUnpacker, type Sink, type Unpacker } from './unpacker';
import { xzDecoder } from './xz';
import { zstdDecoder } from './zstd';

/** What bytes can be compressed with. */
export type Packing = Exclude<Compression, 'none'>;

/** Magic numbers, as hexadecimal text. */
const MAGIC: readonly { readonly compression: Compression; readonly magic: RegExp }[] = [
  { compression: 'gzip', magic: /^1f8b/ },
  { compression: 'zstd', magic: /^28b52ffd/ },
  // A skippable frame may come first (RFC 8878 §3.1.2), as in seekable zstd.
  { compression: 'zstd', magic: /^5.2a4d18/ },
  { compression: 'xz', magic: /^fd377a585a00/ },
  // "BZh", a level, then a block or, for no data, the end mark: a tar's first name may well begin with "BZh".
  { compression: 'bzip2', magic: /^425a683[1-9](?:31415926|17724538)/ },
];

/** The compression that the first 8 bytes show, by magic number; `none` when they show none. */
export function sniffCompression(head: Uint8Array): Compression {
  const text = hex(head.subarray(0, 8));
  return MAGIC.find(({ magic }) => magic.test(text))?.compression ?? 'none';
}

export type OpenUnpacker = (sink: Sink, pacer: Pacer) => Unpacker | Promise<Unpacker>;

const DECODERS: Readonly<Record<Packing, () => Decoder | Promise<Decoder>>> = {
  gzip: gzipDecoder,
  zstd: zstdDecoder,
  xz: xzDecoder,
  bzip2: bzip2Decoder,
};

/** The ways to unpack, the fastest first. When one fails without a reason of its own (not CorruptData), the next decides. */
export function unpackers(compression: Packing, native?: GunzipStream): readonly OpenUnpacker[] {
  const own: OpenUnpacker = async (sink, pacer) => new DecoderUnpacker(await DECODERS[compression](), sink, pacer);
  return compression === 'gzip' ? [(sink, pacer) => nativeGunzip(sink, pacer, native), own] : [own];
}

/**
 * A decoder that goes on from what another one for the same stream saved, or begins. Of xz and bzip2 nothing can be saved.
 */
export async function resumableDecoder(
  compression: Packing,
  from: DecoderState | null,
): Promise<Decoder & Partial<ResumableDecoder>> {
  if (compression === 'gzip') return resumableGzipDecoder(from);
  if (compression === 'zstd') return zstdDecoder(from);
  return DECODERS[compression]();
}
