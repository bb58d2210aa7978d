import { CorruptData, type CorruptReason, type Decoder } from '../bytes/decoder';

const bytes = (base64: string): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.from(base64, 'base64'));

/** "hello hello hello hello hello zstd\n" as the xz command line packs it, by what it was told. */
export const HELLO_XZ = {
  '--check=none': bytes(
    '/Td6WFoAAAD/EtlBAgAhARYAAAB0L+Wj4AAiABFdADQZSe6N6VdDhlp+XaSIi/gAAAAAAAABJSO+FBJqBnKeegEAAAAAAFla',
  ),
  '--check=crc32': bytes(
    '/Td6WFoAAAFpIt42AgAhARYAAAB0L+Wj4AAiABFdADQZSe6N6VdDhlp+XaSIi/gAAAAAAOEWBA0AASkjslunxpBCmQ0BAAAAAAFZWg==',
  ),
  '--check=crc64': bytes(
    '/Td6WFoAAATm1rRGAgAhARYAAAB0L+Wj4AAiABFdADQZSe6N6VdDhlp+XaSIi/gAAAAAAOaz5cegopYYAAEtI7aey6IftvN9AQAAAAAEWVo=',
  ),
  '--check=sha256': bytes(
    '/Td6WFoAAArh+wyhAgAhARYAAAB0L+Wj4AAiABFdADQZSe6N6VdDhlp+XaSIi/gAAAAAADvnQmEthiT9P7cQ7GFOR2zOpdkB/s0127QBxA0LBI+FAAFFIxl/7w8Ym0uaAQAAAAAKWVo=',
  ),
  '--block-size=16': bytes(
    '/Td6WFoAAATm1rRGAgAhARYAAAB0L+Wj4AAPAAtdADQZSe6N6U5mpeAAAACCWU6VIysXGAIAIQEWAAAAdC/lo+AADwANXQA3iAkGlCLwtH/cYLewAAAAANeS6Gt1rOS9AgAhARYAAAB0L+WjAQACdGQKAADr3a5Wnz9SiQADJxApEBsDHL6g37HEZ/sCAAAAAARZWg==',
  ),
  '--lzma2=dict=64MiB': bytes(
    '/Td6WFoAAATm1rRGAgAhARwAAAAQz1jM4AAiABFdADQZSe6N6VdDhlp+XaSIi/gAAAAAAOaz5cegopYYAAEtI7aey6IftvN9AQAAAAAEWVo=',
  ),
  '--lzma2=dict=128MiB': bytes(
    '/Td6WFoAAATm1rRGAgAhAR4AAACbB1Fm4AAiABFdADQZSe6N6VdDhlp+XaSIi/gAAAAAAOaz5cegopYYAAEtI7aey6IftvN9AQAAAAAEWVo=',
  ),
  '--x86 --lzma2': bytes(
    '/Td6WFoAAATm1rRGAgEEACEBFgANhjUf4AAiABFdADQZSe6N6VdDhlp+XaSIi/gAAAAAAOaz5cegopYYAAEtI7aey6IftvN9AQAAAAAEWVo=',
  ),
  '--delta=dist=1 --lzma2': bytes(
    '/Td6WFoAAATm1rRGAgEDAQAhARZ5IMTu4AAiABNdADQ/POAAIZTo7SsNuI9APYg/0gAAAOaz5cegopYYAAEvIzT8/ZAftvN9AQAAAAAEWVo=',
  ),
} as const;
/** No bytes, packed. */
export const EMPTY_XZ = bytes('/Td6WFoAAATm1rRGAAAAABzfRCEftvN9AQAAAAAEWVo=');
/** The same text as bzip2 packs it, and no bytes. */
export const HELLO_BZIP2 = bytes('QlpoOTFBWSZTWd668EsAAAZRgAAQQAAGRIwQIAAhJQ9NTBADDsRcQ6CI+IzHou5IpwoSG9deCWA=');
export const EMPTY_BZIP2 = bytes('QlpoORdyRThQkAAAAAA=');

export interface Decoded {
  readonly unpacked: Uint8Array;
  /** How it ended: where the bytes after the end are, or null; why and where it is damaged. */
  readonly trailing?: number | null;
  readonly why?: CorruptReason;
  readonly at?: number;
}

/** Gives a decoder bytes in pieces of one size, as they are, and collects what comes out. */
export async function decodeWith(
  open: () => Decoder | Promise<Decoder>,
  packed: Uint8Array,
  pieceSize = packed.length,
): Promise<Decoded> {
  const decoder = await open();
  const parts: Uint8Array[] = [];
  const unpacked = (): Uint8Array => new Uint8Array(Buffer.concat(parts));
  try {
    for (let at = 0; at < packed.length; at += pieceSize) {
      // A copy that is taken away, as pieces are valid during the call only.
      const piece = packed.slice(at, at + pieceSize);
      for (const part of decoder.decode(piece)) parts.push(part.slice());
      structuredClone(piece.buffer, { transfer: [piece.buffer] });
    }
    const { trailingOffset } = decoder.end();
    return { unpacked: unpacked(), trailing: trailingOffset };
  } catch (error) {
    if (!(error instanceof CorruptData)) throw error;
    return { unpacked: unpacked(), why: error.reason, at: error.offset };
  } finally {
    decoder.free();
  }
}
