import { crc32, deflateRawSync } from 'node:zlib';

/** A file of an archive; `isProgram`: it may be run where files say so. */
export interface ZipFile {
  readonly name: string;
  readonly data: Uint8Array;
  readonly isProgram?: boolean;
}

/** 1980-01-01, the first day that a ZIP knows: the same files give the same bytes on any day. */
const DATE = 0x21;
const UTF8_NAMES = 0x0800;
const DEFLATED = 8;
const MADE_BY_UNIX = 3 << 8;
const VERSION = 20;

/** A ZIP of the files, in their order (APPNOTE 6.3.10 §4.3): no dates, no owners, so that it depends on the files alone. */
export function zip(files: readonly ZipFile[]): Buffer {
  const parts: Buffer[] = [];
  const listed: Buffer[] = [];
  let offset = 0;
  for (const { name, data, isProgram = false } of files) {
    const packed = deflateRawSync(data, { level: 9 });
    const path = Buffer.from(name);
    // Version, flags, method, time and date, checksum, sizes, length of the name.
    const facts = Buffer.alloc(24);
    facts.writeUInt16LE(VERSION, 0);
    facts.writeUInt16LE(UTF8_NAMES, 2);
    facts.writeUInt16LE(DEFLATED, 4);
    facts.writeUInt16LE(DATE, 8);
    facts.writeUInt32LE(crc32(data), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(data.length, 18);
    facts.writeUInt16LE(path.length, 22);
    parts.push(signature(0x04034b50), facts, number(0, 2), path, packed);

    const mode = 0o100000 | (isProgram ? 0o755 : 0o644);
    // Nothing extra, no comment, one disk; attributes and place.
    listed.push(
      signature(0x02014b50),
      number(MADE_BY_UNIX | VERSION, 2),
      facts,
      Buffer.alloc(8),
      number(mode * 0x10000, 4),
      number(offset, 4),
      path,
    );
    offset += 4 + facts.length + 2 + path.length + packed.length;
  }
  const directory = Buffer.concat(listed);
  const count = number(files.length, 2);
  const end = [
    signature(0x06054b50),
    number(0, 4),
    count,
    count,
    number(directory.length, 4),
    number(offset, 4),
    number(0, 2),
  ];
  return Buffer.concat([...parts, directory, ...end]);
}

function signature(value: number): Buffer {
  return number(value, 4);
}

function number(value: number, bytes: 2 | 4): Buffer {
  const buffer = Buffer.alloc(bytes);
  buffer.writeUIntLE(value, 0, bytes);
  return buffer;
}
