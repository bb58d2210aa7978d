import { LIMITS } from '../limits';
import type { ElfLook } from '../model/fileLook';
import { goBuild } from './goBuild';

const TYPES = ['NONE', 'REL', 'EXEC', 'DYN', 'CORE'];
const MACHINES: Readonly<Record<number, string>> = {
  2: 'SPARC',
  3: '386',
  8: 'MIPS',
  20: 'PPC',
  21: 'PPC64',
  22: 'S390',
  40: 'ARM',
  43: 'SPARCV9',
  50: 'IA_64',
  62: 'X86_64',
  183: 'AARCH64',
  243: 'RISCV',
  247: 'BPF',
  258: 'LOONGARCH',
};
const ABIS: Readonly<Record<number, string>> = {
  0: 'SYSV',
  1: 'HPUX',
  2: 'NETBSD',
  3: 'GNU',
  6: 'SOLARIS',
  9: 'FREEBSD',
};
const PT_LOAD = 1;
const PT_DYNAMIC = 2;
const PT_INTERP = 3;
const DT_NEEDED = 1;
const DT_STRTAB = 5;
/** Longest text in a file that is read as a name. */
const NAME_BYTES = 1024;

interface Segment {
  readonly type: number;
  readonly offset: number;
  readonly address: number;
  readonly size: number;
}

/** What an ELF file says of itself, from its first bytes; null when these are none. */
export function elfLook(bytes: Uint8Array): ElfLook | null {
  const isElf = bytes[0] === 0x7f && bytes[1] === 0x45 && bytes[2] === 0x4c && bytes[3] === 0x46;
  const [bits, order] = [bytes[4] === 2 ? 64 : 32, bytes[5] === 2 ? 'big' : 'little'] as const;
  if (!isElf || bytes.length < (bits === 64 ? 64 : 52)) return null;
  const reader = new Reader(bytes, bits === 64, order === 'little');
  const segments = segmentsOf(reader);
  const interpreter = segments.find(({ type }) => type === PT_INTERP);
  const [type, machine, abi] = [reader.half(16), reader.half(18), bytes[7] ?? 0];
  return {
    kind: 'elf',
    bits,
    order,
    type: TYPES[type] ?? hexNumber(type),
    machine: MACHINES[machine] ?? String(machine),
    abi: ABIS[abi] ?? String(abi),
    interpreter: interpreter ? reader.text(interpreter.offset, interpreter.size) : null,
    needed: neededBy(reader, segments),
    go: goBuild(bytes, reader.address.bind(reader), (address) => offsetOf(segments, address)),
  };
}

function hexNumber(value: number): string {
  return `0x${value.toString(16)}`;
}

class Reader {
  private readonly view: DataView;

  constructor(
    private readonly bytes: Uint8Array,
    readonly is64: boolean,
    private readonly little: boolean,
  ) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  has(at: number, length: number): boolean {
    return at >= 0 && at + length <= this.bytes.length;
  }

  half(at: number): number {
    return this.has(at, 2) ? this.view.getUint16(at, this.little) : 0;
  }

  word(at: number): number {
    return this.has(at, 4) ? this.view.getUint32(at, this.little) : 0;
  }

  /** An address, offset or size, of the file's width; what a number cannot hold is past every end. */
  address(at: number): number {
    if (!this.is64) return this.word(at);
    return this.has(at, 8) ? Number(this.view.getBigUint64(at, this.little)) : 0;
  }

  /** The text that ends at a zero; null when that is not within the bytes. */
  text(at: number, longest: number = NAME_BYTES): string | null {
    if (!this.has(at, 1)) return null;
    const end = this.bytes.subarray(at, at + Math.min(longest, NAME_BYTES)).indexOf(0);
    return end < 0 ? null : new TextDecoder().decode(this.bytes.subarray(at, at + end));
  }
}

function segmentsOf(reader: Reader): Segment[] {
  const wide = reader.is64;
  const table = reader.address(wide ? 32 : 28);
  const entry = reader.half(wide ? 54 : 42);
  const count = Math.min(reader.half(wide ? 56 : 44), LIMITS.elfSegments);
  const segments: Segment[] = [];
  for (let i = 0; i < count; i++) {
    const at = table + i * entry;
    if (entry === 0 || !reader.has(at, entry)) break;
    segments.push({
      type: reader.word(at),
      offset: reader.address(at + (wide ? 8 : 4)),
      address: reader.address(at + (wide ? 16 : 8)),
      size: reader.address(at + (wide ? 32 : 16)),
    });
  }
  return segments;
}

function offsetOf(segments: readonly Segment[], address: number): number | null {
  const segment = segments.find(
    ({ type, address: start, size }) => type === PT_LOAD && address >= start && address < start + size,
  );
  return segment ? segment.offset + address - segment.address : null;
}

/** Null when something of it is not within the bytes. */
function neededBy(reader: Reader, segments: readonly Segment[]): string[] | null {
  const dynamic = segments.find(({ type }) => type === PT_DYNAMIC);
  if (!dynamic) return [];
  const width = reader.is64 ? 8 : 4;
  const names: number[] = [];
  let strings: number | null = null;
  const count = Math.min(Math.floor(dynamic.size / (2 * width)), LIMITS.elfDynamic);
  for (let i = 0; i < count; i++) {
    const at = dynamic.offset + i * 2 * width;
    if (!reader.has(at, 2 * width)) return null;
    const tag = reader.address(at);
    if (tag === 0) break;
    if (tag === DT_NEEDED) names.push(reader.address(at + width));
    if (tag === DT_STRTAB) strings = offsetOf(segments, reader.address(at + width));
  }
  if (strings === null) return names.length === 0 ? [] : null;
  const start = strings;
  const texts = names.map((name) => reader.text(start + name));
  return texts.every((text) => text !== null) ? texts : null;
}
