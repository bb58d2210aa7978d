import type { ByteRun } from '../model/byteRuns';
import { littleEndian, RunList, textOf, timeOf } from './runs';

const FLAGS = ['FTEXT', 'FHCRC', 'FEXTRA', 'FNAME', 'FCOMMENT'] as const;
const TRAILER = 8;
/** RFC 1952 §2.3.1, "OS". */
const SYSTEMS: Readonly<Record<number, string>> = {
  0: 'FAT',
  3: 'Unix',
  7: 'Macintosh',
  10: 'NTFS',
  11: 'NTFS',
  255: 'unknown',
};

/** The header of a gzip member (RFC 1952), its data, and, where `whole`, its trailer. Bytes beyond the piece are not in it. */
export function gzipRuns(bytes: Uint8Array, base: number, whole: boolean): ByteRun[] {
  const list = new RunList(base);
  list.add('gzip-magic', 0, 2, null, { ok: bytes[0] === 0x1f && bytes[1] === 0x8b, expected: '1f 8b' });
  list.add('gzip-method', 2, 1, bytes[2] === 8 ? 'deflate' : `${bytes[2]}`, { ok: bytes[2] === 8, expected: '8' });
  const flags = bytes[3] ?? 0;
  list.add('gzip-flags', 3, 1, FLAGS.filter((_, bit) => flags & (1 << bit)).join(' ') || '0');
  const mtime = Number(littleEndian(bytes, 4, 4));
  list.add('gzip-mtime', 4, 4, mtime === 0 ? '0' : timeOf(mtime));
  list.add('gzip-extra-flags', 8, 1, { 2: 'best', 4: 'fastest' }[bytes[8] ?? 0] ?? `${bytes[8]}`);
  list.add('gzip-os', 9, 1, SYSTEMS[bytes[9] ?? 255] ?? `${bytes[9]}`);
  let at = 10;
  if (flags & 4) {
    const length = 2 + Number(littleEndian(bytes, at, 2));
    list.add('gzip-extra', at, length);
    at += length;
  }
  for (const [bit, kind] of [
    [8, 'gzip-name'],
    [16, 'gzip-comment'],
  ] as const) {
    if (!(flags & bit)) continue;
    const end = bytes.indexOf(0, at);
    const length = (end < 0 ? bytes.length : end + 1) - at;
    list.add(kind, at, length, textOf(bytes, at, at + length - 1));
    at += length;
  }
  if (flags & 2) {
    list.add('gzip-header-sum', at, 2);
    at += 2;
  }
  const trailer = whole ? Math.max(at, bytes.length - TRAILER) : bytes.length;
  list.add('gzip-data', at, trailer - at);
  if (whole && bytes.length - trailer === TRAILER) {
    list.add('gzip-sum', trailer, 4, littleEndian(bytes, trailer, 4).toString(16).padStart(8, '0'));
    list.add('gzip-size', trailer + 4, 4, `${littleEndian(bytes, trailer + 4, 4)}`);
  }
  return list.within(bytes.length, 'gzip-data');
}
