/** "hello hello hello hello hello zstd\n" as the zstd command line packs it: one compressed block and a checksum. */
export const HELLO_ZSTD = Uint8Array.from(Buffer.from('KLUv/QRojQAAWGhlbGxvIHpzdGQKAQABSxEfBhgJ', 'base64'));
export const HELLO = new TextEncoder().encode('hello hello hello hello hello zstd\n');

export interface FrameOptions {
  /** Window descriptor: 0x88 is 128 MiB, 0x89 the next size (RFC 8878 §3.1.1.1.2). */
  readonly window?: number;
  /** Bits of the frame header descriptor to set. */
  readonly descriptor?: number;
  /** 0 raw, 3 reserved. */
  readonly blockType?: number;
}

/** A Zstandard frame with one raw block. */
export function zstdFrame(content: Uint8Array, options: FrameOptions = {}): Uint8Array {
  const { window = 0x58, descriptor = 0, blockType = 0 } = options;
  const block = (content.length << 3) | (blockType << 1) | 1;
  const header = [0x28, 0xb5, 0x2f, 0xfd, descriptor, window, block & 0xff, (block >> 8) & 0xff, block >> 16];
  return Uint8Array.from([...header, ...content]);
}

/** A frame that readers skip; `declared` is the length it says it has. */
export function skippableFrame(content: Uint8Array, declared = content.length): Uint8Array {
  const frame = new Uint8Array(8 + content.length);
  const view = new DataView(frame.buffer);
  view.setUint32(0, 0x184d2a53, true);
  view.setUint32(4, declared, true);
  frame.set(content, 8);
  return frame;
}
