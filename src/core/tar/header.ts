import { BLOCK, FIELD, TYPEFLAG_AT, type Field } from './layout';

export interface Checksum {
  readonly valid: boolean;
  /** As written in the header; NaN when there is no number. */
  readonly expected: number;
  /** Sum of the block's bytes with the checksum field taken as spaces. */
  readonly actual: number;
}

/** The checksum of the header at `at`. Historic tars that added bytes as signed numbers are accepted too. */
export function checksumAt(bytes: Uint8Array, at: number): Checksum {
  const from = at + FIELD.checksum.at;
  const to = from + FIELD.checksum.length;
  let sum = 0;
  for (let index = at; index < at + BLOCK; index++) sum += bytes[index] ?? 0;
  for (let index = from; index < to; index++) sum += SPACE - (bytes[index] ?? 0);
  const expected = numberAt(bytes, at, FIELD.checksum, NaN);
  return { valid: expected === sum || expected === signedSum(bytes, at, sum), expected, actual: sum };
}

function signedSum(bytes: Uint8Array, at: number, sum: number): number {
  let high = 0;
  for (let index = at; index < at + BLOCK; index++) {
    const inChecksum = index >= at + FIELD.checksum.at && index < at + FIELD.checksum.at + FIELD.checksum.length;
    if (!inChecksum && (bytes[index] ?? 0) > 0x7f) high++;
  }
  return sum - 256 * high;
}

/** Whether `length` bytes at `at` are all zeros. */
export function isZero(bytes: Uint8Array, at: number, length: number): boolean {
  for (let index = at; index < at + length; index++) if (bytes[index] !== 0) return false;
  return true;
}

const SPACE = 0x20;

/**
 * A numeric field: octal digits among spaces and NULs, or base 256 (GNU: top bit set, two's complement, so it may be negative).
 * `empty` when there are no digits, NaN when the field is something else. Beyond 2^53 it is an approximation.
 */
export function numberAt(bytes: Uint8Array, at: number, field: Field, empty = 0): number {
  const from = at + field.at;
  const to = from + field.length;
  if (((bytes[from] ?? 0) & 0x80) !== 0) return base256(bytes, from, to);
  let index = from;
  while (index < to && (bytes[index] === SPACE || bytes[index] === 0)) index++;
  if (index === to) return empty;
  let value = 0;
  for (; index < to; index++) {
    const byte = bytes[index] ?? 0;
    if (byte < 0x30 || byte > 0x37) break;
    value = value * 8 + byte - 0x30;
  }
  // What follows the digits is padding up to a NUL; after a NUL nothing counts.
  for (; index < to && bytes[index] !== 0; index++) if (bytes[index] !== SPACE) return NaN;
  return value;
}

function base256(bytes: Uint8Array, from: number, to: number): number {
  const negative = ((bytes[from] ?? 0) & 0x40) !== 0;
  let value = negative ? (bytes[from] ?? 0) - 256 : (bytes[from] ?? 0) & 0x3f;
  for (let index = from + 1; index < to; index++) value = value * 256 + (bytes[index] ?? 0);
  return value;
}

/** The text of a field, up to its first NUL, as a view of its bytes. */
export function textIn(bytes: Uint8Array<ArrayBuffer>, from: number, length: number): Uint8Array<ArrayBuffer> {
  const end = bytes.indexOf(0, from);
  return bytes.subarray(from, end >= 0 && end < from + length ? end : from + length);
}

export function typeflagAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(bytes[at + TYPEFLAG_AT] ?? 0);
}

const NONE = new Uint8Array(0);
/** In the star format, times follow a prefix of this length, and the block ends in `tar\0`. */
const STAR_PREFIX = 131;

/** The ustar prefix, which comes before the name and a slash; empty in v7 and GNU headers, which have other things there. */
export function prefixAt(bytes: Uint8Array<ArrayBuffer>, at: number): Uint8Array<ArrayBuffer> {
  if ((bytes[at + FIELD.prefix.at] ?? 0) === 0 || !matches(bytes, at + FIELD.magic.at, 'ustar\0')) return NONE;
  const star = matches(bytes, at + BLOCK - 4, 'tar\0');
  return textIn(bytes, at + FIELD.prefix.at, star ? STAR_PREFIX : FIELD.prefix.length);
}

function matches(bytes: Uint8Array, at: number, text: string): boolean {
  for (let index = 0; index < text.length; index++) if (bytes[at + index] !== text.charCodeAt(index)) return false;
  return true;
}
