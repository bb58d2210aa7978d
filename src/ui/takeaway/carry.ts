/** The name of what pictures carry, as `core/snapshot/carried.ts` looks for it. */
const NAME = 'tabaqa-snapshot';
/** Signature, then the header chunk: 4 bytes of length, 4 of type, 13 of data, 4 of checksum (PNG 1.2 §3.1, §4.1.1). */
const AFTER_HEADER = 8 + 25;

/** An SVG document with a snapshot in its metadata (SVG 2 §15.4), which no viewer shows. */
export function svgWith(svg: string, payload: string): string {
  return svg.replace(/<svg\b[^>]*>/, (tag) => `${tag}<metadata id="${NAME}">${payload}</metadata>`);
}

/** A PNG with a snapshot in a `tEXt` chunk (PNG 1.2 §4.2.3) behind its header. */
export function pngWith(png: Uint8Array<ArrayBuffer>, payload: string): Uint8Array<ArrayBuffer> {
  const body = new TextEncoder().encode(`tEXt${NAME}\0${payload}`);
  const chunk = new Uint8Array(body.length + 8);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, body.length - 4);
  chunk.set(body, 4);
  view.setUint32(body.length + 4, crc32(body));
  const carried = new Uint8Array(png.length + chunk.length);
  carried.set(png.subarray(0, AFTER_HEADER));
  carried.set(chunk, AFTER_HEADER);
  carried.set(png.subarray(AFTER_HEADER), AFTER_HEADER + chunk.length);
  return carried;
}

/** CRC-32 of ISO 3309, as PNG has it (PNG 1.2 §3.4). */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
