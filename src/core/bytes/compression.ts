import type { Compression } from '../model/mediaType';
import { gzipDecoder } from './gzip';
import { nativeGunzip, type GunzipStream } from './gzipNative';
import { hex } from './hex';
import type { Pacer } from './pacer';
import { DecoderUnpacker, type Sink, type Unpacker } from './unpacker';
import { zstdDecoder } from './zstd';

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

/** The compressions that can be unpacked. */
export type Unpackable = Extract<Compression, 'gzip' | 'zstd'>;

export function isUnpackable(compression: Compression): compression is Unpackable {
  return compression === 'gzip' || compression === 'zstd';
}

/** The ways to unpack, the fastest first. When one fails without a reason of its own (not CorruptData), the next decides. */
export function unpackers(compression: Unpackable, native?: GunzipStream): readonly OpenUnpacker[] {
  return compression === 'zstd' ? [zstd] : [(sink, pacer) => nativeGunzip(sink, pacer, native), gzip];
}

export type OpenUnpacker = (sink: Sink, pacer: Pacer) => Unpacker | Promise<Unpacker>;

const zstd: OpenUnpacker = async (sink, pacer) => new DecoderUnpacker(await zstdDecoder(), sink, pacer);
const gzip: OpenUnpacker = async (sink, pacer) => new DecoderUnpacker(await gzipDecoder(), sink, pacer);
