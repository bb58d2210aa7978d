import type { FileKind } from '../model/fileLook';
import { sniffCompression } from './compression';
import { hex } from './hex';
import { decodeText } from './jsonText';

export type { FileKind };

/** Magic numbers as hexadecimal text, tried in turn. `at` is 0 where it is not given. */
const MAGIC: readonly { readonly kind: FileKind; readonly magic: RegExp; readonly at?: number }[] = [
  { kind: 'lz4', magic: /^04224d18/ },
  { kind: 'lzip', magic: /^4c5a495001/ },
  { kind: '7z', magic: /^377abcaf271c/ },
  { kind: 'zip', magic: /^504b(?:0304|0506|0708)/ },
  { kind: 'rar', magic: /^526172211a07/ },
  { kind: 'png', magic: /^89504e470d0a1a0a/ },
  { kind: 'jpeg', magic: /^ffd8ff/ },
  { kind: 'gif', magic: /^474946383[79]61/ },
  { kind: 'webp', magic: /^52494646.{8}57454250/ },
  { kind: 'pdf', magic: /^255044462d/ },
  { kind: 'elf', magic: /^7f454c46/ },
  // "MZ", and room for the field that says where the rest is.
  { kind: 'pe', magic: /^4d5a.{124}/ },
  { kind: 'macho', magic: /^(?:feedfac[ef]|c[ef]faedfe)/ },
  // Java classes begin alike, with a version of 45 or more where a universal binary counts its few parts.
  { kind: 'macho', magic: /^cafebabe000000[01]/ },
  { kind: 'ar', magic: /^213c617263683e0a/ },
  { kind: 'rpm', magic: /^edabeedb/ },
  { kind: 'squashfs', magic: /^(?:68737173|73717368)/ },
  { kind: 'qcow2', magic: /^514649fb/ },
  { kind: 'sqlite', magic: /^53514c69746520666f726d6174203300/ },
  { kind: 'iso', magic: /^4344303031/, at: 0x8001 },
  { kind: 'utf16-text', magic: /^(?:fffe|feff)/ },
];
const MAGIC_SIZE = 64;

/** Kinds of text, by what it begins with after white space. */
const TEXT: readonly { readonly kind: FileKind; readonly begins: RegExp }[] = [
  { kind: 'lfs-pointer', begins: /^version https:\/\/git-lfs\.github\.com\/spec\// },
  { kind: 'shell-script', begins: /^#!/ },
  { kind: 'html', begins: /^(?:<!--[^]{0,2000}?-->\s*)?<(?:!doctype html|html|head|body|title|script)\b/i },
  { kind: 'xml', begins: /^<\?xml\b/ },
  { kind: 'json', begins: /^(?:\{\s*["}]|\[\s*["{[\]\d-])/ },
];

/** How much of a text is looked at. */
const TEXT_SIZE = 4096;

/**
 * What a file is, by its first bytes (40 KiB show everything) and its size; its name says nothing.
 * A tar is told by its first header's checksum, before anything else.
 */
export function identify(head: Uint8Array, size: number): FileKind {
  if (size === 0) return 'empty';
  if (isTarHeader(head)) return 'tar';
  if (head.every((byte) => byte === 0)) return 'zeros';
  const compression = sniffCompression(head);
  if (compression !== 'none') return compression;
  const start = hex(head.subarray(0, MAGIC_SIZE));
  const found = MAGIC.find(({ magic, at }) => magic.test(at ? hex(head.subarray(at, at + MAGIC_SIZE)) : start));
  return found?.kind ?? textKind(head.subarray(0, TEXT_SIZE)) ?? 'unknown';
}

/** Null when the bytes are not text; a character cut at the end is not held against them. */
function textKind(bytes: Uint8Array): FileKind | null {
  const decoded = decodeText(bytes);
  if (!decoded.ok && decoded.encoding === 'UTF-16') return looksUtf16(bytes) ? 'utf16-text' : null;
  const whole = decoded.ok ? bytes : bytes.length - decoded.offset < 4 ? bytes.subarray(0, decoded.offset) : null;
  if (!whole) return null;
  const text = new TextDecoder().decode(whole).trimStart();
  if (/\p{Cc}/u.test(text.replace(/\s/g, ''))) return null;
  return TEXT.find(({ begins }) => begins.test(text))?.kind ?? 'text';
}

/** Without a byte order mark: Latin letters, so every other byte is zero. */
function looksUtf16(bytes: Uint8Array): boolean {
  const pairs = Math.min(32, bytes.length >> 1);
  const zeroFirst = bytes[0] === 0;
  return Array.from({ length: pairs }, (_, i) => i * 2).every(
    (at) => (bytes[at] === 0) === zeroFirst && (bytes[at + 1] === 0) === !zeroFirst,
  );
}

const BLOCK = 512;
const CHECKSUM = { from: 148, to: 156 };

/** The sum of the header's bytes, its own field taken as spaces (POSIX ustar); or of the bytes as signed numbers, as in historic tars. */
function isTarHeader(head: Uint8Array): boolean {
  if (head.length < BLOCK) return false;
  let sum = 8 * 0x20;
  let high = 0;
  for (let i = 0; i < BLOCK; i++) {
    const byte = i < CHECKSUM.from || i >= CHECKSUM.to ? (head[i] ?? 0) : 0;
    sum += byte;
    if (byte > 0x7f) high++;
  }
  const field = new TextDecoder('latin1').decode(head.subarray(CHECKSUM.from, CHECKSUM.to));
  const digits = /[0-7]+/.exec(field)?.[0];
  return digits !== undefined && [sum, sum - 256 * high].includes(parseInt(digits, 8));
}
