import { joined } from '../bytes/joined';
import { LIMITS } from '../limits';
import type { PackageEntry } from '../model/packages';
import type { Read } from './read';
import { label, textOf } from './text';

const HEAD = 4_096;
const BLOCK = 16;
/** After a byte 0xff. */
const MAGIC = new TextEncoder().encode(' Go buildinf:');
/** Strings follow the head of the block, each after its length. */
const INLINE = 0x02;
const STRINGS_AT = 32;
/** Bytes around the list of modules (Go, `cmd/go/internal/modload.ModInfoData`). */
const FRAME = 16;
const LOAD = 1;
const WRITABLE = 2;

/**
 * Looks for the modules that a Go program says it is made of, while its bytes come by (Go 1.18 and later; `debug/buildinfo`). They are in
 * the data of an ELF file, at a multiple of 16. How it was built is there too, and not read: flags may hold secrets.
 */
export class GoBinary {
  private readonly head = new Uint8Array(HEAD);
  private headLength = 0;
  /** Where data is in the file; null: not known yet. */
  private data: readonly (readonly [from: number, to: number])[] | null = null;
  private at = 0;
  /** The beginning of a block of which the rest is to come. */
  private carry = new Uint8Array(0);
  private readonly found: Uint8Array[] = [];
  private foundLength = 0;

  /** Takes the next bytes; they are valid during the call only. */
  take(chunk: Uint8Array): void {
    if (this.data === null) {
      const part = chunk.subarray(0, HEAD - this.headLength);
      this.head.set(part, this.headLength);
      this.headLength += part.length;
      if (this.headLength === HEAD) this.data = dataSegments(this.head);
    }
    if (this.foundLength > 0) this.keep(chunk);
    else if (this.data?.some(([from, to]) => from < this.at + chunk.length && to > this.at) === true)
      this.search(chunk);
    else this.carry = new Uint8Array(0);
    this.at += chunk.length;
  }

  /** What it is made of; null for what is no Go program, or does not say. */
  finish(): Read | null {
    return this.foundLength === 0 ? null : readBuildInfo(joined(this.found));
  }

  private search(chunk: Uint8Array): void {
    const into = this.at % BLOCK;
    const first = into === 0 ? 0 : BLOCK - into;
    if (chunk.length < first) {
      this.carry = joined([this.carry, chunk]);
      return;
    }
    if (into > 0 && this.carry.length === into) {
      const block = joined([this.carry, chunk.subarray(0, first)]);
      if (isMagic(block, 0) && this.isData(this.at - into)) {
        this.keep(this.carry);
        this.keep(chunk);
        return;
      }
    }
    let at = first;
    for (; at + BLOCK <= chunk.length; at += BLOCK) {
      if (chunk[at] === 0xff && isMagic(chunk, at) && this.isData(this.at + at)) return this.keep(chunk.subarray(at));
    }
    this.carry = chunk.slice(at);
  }

  private isData(at: number): boolean {
    return this.data?.some(([from, to]) => from <= at && at < to) === true;
  }

  private keep(bytes: Uint8Array): void {
    const part = bytes.slice(0, LIMITS.goBuildInfoBytes - this.foundLength);
    if (part.length === 0) return;
    this.found.push(part);
    this.foundLength += part.length;
  }
}

function isMagic(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0xff && MAGIC.every((byte, i) => bytes[at + 1 + i] === byte);
}

/** The parts of an ELF file that are loaded to be written to, by its program headers; none for what is no ELF. */
function dataSegments(head: Uint8Array): (readonly [number, number])[] {
  if (head[0] !== 0x7f || head[1] !== 0x45 || head[2] !== 0x4c || head[3] !== 0x46) return [];
  const view = new DataView(head.buffer, head.byteOffset, head.length);
  const is64 = head[4] === 2;
  const little = head[5] === 1;
  const word = (at: number): number => (is64 ? Number(view.getBigUint64(at, little)) : view.getUint32(at, little));
  const table = word(is64 ? 32 : 28);
  const size = view.getUint16(is64 ? 54 : 42, little);
  const count = view.getUint16(is64 ? 56 : 44, little);
  const segments: [number, number][] = [];
  for (let i = 0; i < count; i++) {
    const at = table + i * size;
    if (size < (is64 ? 56 : 32) || at + size > head.length) break;
    const flags = view.getUint32(at + (is64 ? 4 : 24), little);
    if (view.getUint32(at, little) !== LOAD || (flags & WRITABLE) === 0) continue;
    const from = word(at + (is64 ? 8 : 4));
    segments.push([from, from + word(at + (is64 ? 32 : 16))]);
  }
  return segments;
}

function readBuildInfo(bytes: Uint8Array): Read {
  // Before Go 1.18, pointers stand here in place of the strings.
  if (((bytes[15] ?? 0) & INLINE) === 0) return { packages: [], problem: null };
  const [version, next] = stringAt(bytes, STRINGS_AT);
  const [framed, end] = stringAt(bytes, next);
  const packages: PackageEntry[] = [];
  const stdlib = label(textOf(version).split(' ')[0]);
  if (stdlib !== null) packages.push({ name: 'stdlib', version: stdlib, arch: null });
  for (const line of textOf(framed.subarray(FRAME, -FRAME)).split('\n')) {
    const [what, path, version] = line.split('\t');
    const name = label(path);
    if (name === null || !['mod', 'dep', '=>'].includes(what ?? '')) continue;
    // It takes the place of the one before it; a folder of the source has no name of its own.
    const replaced = what === '=>' ? packages.pop() : undefined;
    const isFolder = /^(?:\.{0,2}\/|[A-Za-z]:)/.test(name);
    packages.push({
      name: replaced && isFolder ? replaced.name : name,
      version: version === '(devel)' ? null : label(version),
      arch: null,
    });
  }
  return { packages, problem: end > bytes.length ? 'cut' : null };
}

/** Bytes after their length, and where they end, which is behind the end of what is there when they are cut. */
function stringAt(bytes: Uint8Array, at: number): [Uint8Array, number] {
  let length = 0;
  let from = at;
  for (let factor = 1; from < at + 5; factor *= 128) {
    const byte = bytes[from++] ?? 0;
    length += (byte & 0x7f) * factor;
    if (byte < 0x80) break;
  }
  return [bytes.subarray(from, from + length), from + length];
}
