const ALPHABETS = { standard: /^[A-Za-z0-9+/]*={0,2}$/, url: /^[A-Za-z0-9_-]*={0,2}$/ } as const;

/**
 * The bytes that base64 text stands for, padded or not; null when it is none. Of the form asked for (RFC 4648 §4 or §5) and
 * nothing else; without one, of either, and with white space in it.
 */
export function fromBase64(text: string, form?: keyof typeof ALPHABETS): Uint8Array<ArrayBuffer> | null {
  if (form !== undefined && !ALPHABETS[form].test(text)) return null;
  try {
    const decoded = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
    return Uint8Array.from(decoded, (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}

/** Whether a text is base64 in the standard alphabet, padded and in one line (RFC 4648 §4), as command line tools read it. */
export function isPlainBase64(text: string): boolean {
  return text.length % 4 === 0 && ALPHABETS.standard.test(text);
}

const ALPHABET = new TextEncoder().encode('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_');

/** Bytes as URL-safe base64 without padding, as ASCII: what a JSON web signature is made over (RFC 7515). */
export function toBase64Url(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const result = new Uint8Array(Math.ceil((bytes.length * 4) / 3));
  let at = 0;
  for (let i = 0; i < bytes.length; i += 3) {
    const group = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    const count = Math.min(4, bytes.length - i + 1);
    for (let k = 0; k < count; k++) result[at++] = ALPHABET[(group >> (18 - 6 * k)) & 63] ?? 0;
  }
  return result;
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Bytes as base32 without padding (RFC 4648 §6). */
export function toBase32(bytes: Uint8Array): string {
  let text = '';
  let bits = 0;
  let count = 0;
  for (const byte of bytes) {
    bits = ((bits << 8) | byte) & 0xfff;
    count += 8;
    for (; count >= 5; count -= 5) text += BASE32[(bits >> (count - 5)) & 31] ?? '';
  }
  return count > 0 ? text + (BASE32[(bits << (5 - count)) & 31] ?? '') : text;
}
