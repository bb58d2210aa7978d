import type { ElfLook } from '../model/fileLook';

/** What the Go linker writes before the build information (debug/buildinfo), at a multiple of 16. */
const MAGIC = Uint8Array.from([0xff, ...new TextEncoder().encode(' Go buildinf:')]);
const ALIGNED = 16;
/** Flags after it: pointers are big-endian (older versions); the texts follow (Go 1.18 and later). */
const BIG_ENDIAN = 1;
const INLINE = 2;
const TEXTS_AT = 32;
/** Longest text that is read. */
const LONGEST = 64 * 1024;
/** The linker puts 16 bytes at either side of the module's text. */
const SENTINEL = 16;

/** What a Go program says of its build, if it is within the bytes. `address` reads a pointer, `offsetOf` says where an address is in the file. */
export function goBuild(
  bytes: Uint8Array,
  address: (at: number) => number,
  offsetOf: (address: number) => number | null,
): ElfLook['go'] {
  const at = find(bytes);
  if (at === null) return null;
  const [width, flags] = [bytes[at + 14] ?? 0, bytes[at + 15] ?? 0];
  if (flags & INLINE) {
    const version = lengthText(bytes, at + TEXTS_AT);
    return version && build(version.text, lengthText(bytes, version.end)?.raw ?? null);
  }
  if (flags & BIG_ENDIAN && width !== 8) return null;
  // Two pointers, each to a pointer to the text and its length.
  const textAt = (pointer: number): Uint8Array | null => {
    const header = offsetOf(address(pointer));
    const data = header === null ? null : offsetOf(address(header));
    const length = header === null ? 0 : address(header + width);
    return data !== null && length <= LONGEST && data + length <= bytes.length
      ? bytes.subarray(data, data + length)
      : null;
  };
  const version = textAt(at + 16);
  return version && build(utf8(version), textAt(at + 16 + width));
}

function find(bytes: Uint8Array): number | null {
  for (let at = 0; at + TEXTS_AT <= bytes.length; at += ALIGNED) {
    if (bytes[at] === MAGIC[0] && MAGIC.every((byte, i) => bytes[at + i] === byte)) return at;
  }
  return null;
}

/** A length as varint, and the text. */
function lengthText(bytes: Uint8Array, start: number): { text: string; raw: Uint8Array; end: number } | null {
  let length = 0;
  let at = start;
  for (let shift = 0; shift < 28; shift += 7) {
    const byte = bytes[at++] ?? 0;
    length |= (byte & 0x7f) << shift;
    if (byte < 0x80) break;
  }
  if (length > LONGEST || at + length > bytes.length) return null;
  const raw = bytes.subarray(at, at + length);
  return { text: utf8(raw), raw, end: at + length };
}

function build(version: string, module: Uint8Array | null): ElfLook['go'] {
  const text = module && module.length > 2 * SENTINEL ? utf8(module.subarray(SENTINEL, -SENTINEL)) : '';
  const field = (name: string): string | null =>
    new RegExp(`^${name}\\t([^\\t\\n]*(?:\\t[^\\t\\n]+)?)`, 'm').exec(text)?.[1] ?? null;
  return { version, path: field('path'), module: field('mod')?.replace('\t', ' ') ?? null };
}

function utf8(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
