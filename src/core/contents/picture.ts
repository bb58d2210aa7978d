import type { PictureLook } from '../model/fileLook';

/** The type and size of a PNG, JPEG, GIF or WebP, by its header; null for anything else, and where the size is not in the bytes. */
export function pictureLook(bytes: Uint8Array): PictureLook | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = (at: number, length: number): string => String.fromCharCode(...bytes.subarray(at, at + length));
  const size = (type: PictureLook['type'], width: number, height: number): PictureLook | null =>
    width > 0 && height > 0 ? { kind: 'picture', type, width, height } : null;

  if (text(0, 8) === '\x89PNG\r\n\x1a\n' && text(12, 4) === 'IHDR' && bytes.length >= 24)
    return size('image/png', view.getUint32(16), view.getUint32(20));
  if (/^GIF8[79]a/.test(text(0, 6)) && bytes.length >= 10)
    return size('image/gif', view.getUint16(6, true), view.getUint16(8, true));
  if (text(0, 4) === 'RIFF' && text(8, 4) === 'WEBP' && bytes.length >= 30) {
    const found = webpSize(view, text(12, 4));
    return found && size('image/webp', found.width, found.height);
  }
  if (text(0, 3) === '\xff\xd8\xff') {
    const found = jpegSize(view);
    return found && size('image/jpeg', found.width, found.height);
  }
  return null;
}

/** Of the first chunk: lossy (RFC 6386 §9.1), lossless, or extended (RFC 9649 §2). */
function webpSize(view: DataView, chunk: string): { width: number; height: number } | null {
  if (chunk === 'VP8 ') return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  if (chunk === 'VP8L') {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (chunk !== 'VP8X') return null;
  const three = (at: number): number => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
  return { width: three(24) + 1, height: three(27) + 1 };
}

/** Of the first frame header (ITU-T T.81 §B.2.2). */
function jpegSize(view: DataView): { width: number; height: number } | null {
  let at = 2;
  while (at + 9 <= view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at++;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}
