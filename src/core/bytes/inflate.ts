import { CorruptData, PIECE_SIZE } from './decoder';
import { joined } from './joined';
import { loadZlibNow, OUTPUT_SIZE, Z_BUF_ERROR, Z_OK, Z_STREAM_END, type Zlib } from './zlib';

let loaded: { readonly zlib: Zlib; readonly input: number; readonly output: number } | undefined;

/**
 * What a deflate stream (RFC 1951) unpacks to, or the first `most` bytes of that, at once: for what is small, in a worker or Node. What stands after the
 * stream does not matter. Throws CorruptData.
 */
export function inflateRaw(bytes: Uint8Array, most: number): Uint8Array {
  loaded ??= start();
  const { zlib, input, output } = loaded;
  const stream = zlib.inflate_new();
  try {
    if (stream === 0 || zlib.inflate_init_raw(stream) !== Z_OK)
      throw new CorruptData('out-of-memory', 0, 'zlib has no memory');
    const parts: Uint8Array[] = [];
    let left = most;
    for (let at = 0; left > 0;) {
      const piece = bytes.subarray(at, at + PIECE_SIZE);
      new Uint8Array(zlib.memory.buffer).set(piece, input);
      const result = zlib.inflate_process(stream, input, piece.length, output, OUTPUT_SIZE, 0);
      const produced = result & 0xffffff;
      const code = result >> 24;
      at += zlib.inflate_last_consumed(stream);
      const part = new Uint8Array(zlib.memory.buffer, output, produced).slice(0, left);
      parts.push(part);
      left -= part.length;
      if (code === Z_STREAM_END) break;
      if (code !== Z_OK && code !== Z_BUF_ERROR) throw new CorruptData('bad-data', at, 'invalid deflate data');
      if (at === bytes.length && produced < OUTPUT_SIZE && left > 0)
        throw new CorruptData('truncated', at, 'unexpected end of the deflate stream');
    }
    return joined(parts);
  } finally {
    zlib.inflate_end(stream);
  }
}

function start(): NonNullable<typeof loaded> {
  const zlib = loadZlibNow();
  return { zlib, input: zlib.malloc(PIECE_SIZE), output: zlib.malloc(OUTPUT_SIZE) };
}
