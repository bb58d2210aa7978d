import type { TextEncodingName } from '../model/fileLook';

/** How much is looked at: what is binary shows it early. */
const LOOKED = 64 * 1024;
/** With a larger share of control characters it is no text: UTF-8 proves itself, Latin-1 does not. */
const MOST_CONTROLS = { 'utf-8': 0.1, latin1: 0.02 } as const;

/**
 * How the bytes of a text are written down; null when they are no text. UTF-8 first; UTF-16 by its byte order mark or by the zeros of Latin letters; and
 * what is neither, yet has no zero and hardly a control character, as Latin-1. A character cut at the end is not held against it.
 */
export function textEncoding(bytes: Uint8Array): TextEncodingName | null {
  const head = bytes.subarray(0, LOOKED);
  const [a, b] = head;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  const zeros = zerosOf(head);
  if (zeros.even + zeros.odd > 0) {
    const pairs = head.length >> 1;
    if (zeros.odd > pairs * 0.6 && zeros.even === 0) return 'utf-16le';
    if (zeros.even > pairs * 0.6 && zeros.odd === 0) return 'utf-16be';
    return null;
  }
  const encoding = isUtf8(head) ? 'utf-8' : 'latin1';
  return controls(head) > head.length * MOST_CONTROLS[encoding] ? null : encoding;
}

function zerosOf(bytes: Uint8Array): { even: number; odd: number } {
  const zeros = { even: 0, odd: 0 };
  for (let i = 0; i < bytes.length; i++) if (bytes[i] === 0) zeros[i % 2 === 0 ? 'even' : 'odd']++;
  return zeros;
}

/** Control characters but for tab, line feed, form feed, carriage return and escape. */
function controls(bytes: Uint8Array): number {
  let count = 0;
  for (const byte of bytes) {
    if (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27) count++;
    else if (byte === 0x7f) count++;
  }
  return count;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
