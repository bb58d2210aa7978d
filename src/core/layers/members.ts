import { resumableDecoder, sniffCompression } from '../bytes/compression';
import { CorruptData, PIECE_SIZE, type Decoder } from '../bytes/decoder';
import type { ByteSource } from '../bytes/source';
import { LIMITS } from '../limits';
import type { Checkpoint, FileMembers, FileRef } from '../model/fileBytes';
import { TarStream } from '../tar/stream';
import { unpackedRange, type ExtractOptions } from './extract';

/**
 * What a tar in a layer lists; it may be compressed itself. Nothing is unpacked but to be passed over: at most `LIMITS.innerTarBytes`, after which the
 * list is cut, as it is where bytes are missing or damaged. Throws EngineError: `cancelled`, `file-changed`, `out-of-bounds`.
 */
export async function membersOf(
  source: ByteSource,
  { span, data, size }: FileRef,
  options: Omit<ExtractOptions, 'onCheckpoint'> = {},
): Promise<FileMembers> {
  const checkpoints: Checkpoint[] = [];
  const tar = new TarStream();
  let left: number = LIMITS.innerTarBytes;
  const take = (bytes: Uint8Array): void => {
    if (left > 0) tar.take(bytes.subarray(0, left));
    left -= bytes.length;
  };
  let decoder: Decoder | null = null;
  let isFirst = true;
  let isDamaged = false;
  try {
    const range = { from: data, to: data + size };
    const wide = { ...options, onCheckpoint: (made: Checkpoint) => void checkpoints.push(made) };
    for await (const piece of unpackedRange(source, span, range, wide)) {
      const compression = isFirst ? sniffCompression(piece) : 'none';
      if (compression !== 'none') decoder = await resumableDecoder(compression, null);
      isFirst = false;
      if (decoder) unpackInto(decoder, piece, () => left > 0, take);
      else take(piece);
      if (left <= 0) break;
    }
  } catch (error) {
    if (!(error instanceof CorruptData)) throw error;
    isDamaged = true;
  } finally {
    decoder?.free();
  }
  const { columns, cut } = tar.finish();
  return { entries: columns, cut: cut || isDamaged || left <= 0, checkpoints };
}

function unpackInto(
  decoder: Decoder,
  piece: Uint8Array,
  wantsMore: () => boolean,
  take: (bytes: Uint8Array) => void,
): void {
  for (let at = 0; at < piece.length && wantsMore(); at += PIECE_SIZE) {
    for (const bytes of decoder.decode(piece.subarray(at, at + PIECE_SIZE))) take(bytes);
  }
}
