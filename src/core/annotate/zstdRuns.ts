import type { ByteRun } from '../model/byteRuns';
import { littleEndian, RunList } from './runs';

const MAGIC = 0xfd2fb528n;
const SKIPPABLE = 0x184d2a50n;
const BLOCK_TYPES = ['raw', 'RLE', 'compressed', 'reserved'] as const;

/** Frames of zstd (RFC 8878) as far as the piece goes. */
export function zstdRuns(bytes: Uint8Array, base: number): ByteRun[] {
  const list = new RunList(base);
  let at = 0;
  while (at + 8 <= bytes.length) {
    const magic = littleEndian(bytes, at, 4);
    if (magic >> 4n === SKIPPABLE >> 4n) {
      const size = Number(littleEndian(bytes, at + 4, 4));
      list.add('zstd-skippable', at, 4, magic.toString(16));
      list.add('zstd-skippable-size', at + 4, 4, `${size}`);
      list.add('data', at + 8, Math.min(size, bytes.length - at - 8));
      at += 8 + size;
      continue;
    }
    list.add('zstd-magic', at, 4, null, { ok: magic === MAGIC, expected: '28 b5 2f fd' });
    if (magic !== MAGIC) {
      at += 4;
      break;
    }
    at = frame(list, bytes, at + 4);
  }
  return list.within(bytes.length, 'zstd-data');
}

/** The frame whose descriptor is at `at`; where it ends, or beyond the piece. */
function frame(list: RunList, bytes: Uint8Array, start: number): number {
  let at = start;
  const descriptor = bytes[at] ?? 0;
  const isSingle = (descriptor & 0x20) !== 0;
  const hasSum = (descriptor & 4) !== 0;
  const dictionary = [0, 1, 2, 4][descriptor & 3] ?? 0;
  const sizeFlag = descriptor >> 6;
  const sizeLength = [isSingle ? 1 : 0, 2, 4, 8][sizeFlag] ?? 0;
  const said = [isSingle && 'single segment', hasSum && 'checksum', sizeLength > 0 && 'content size'];
  list.add('zstd-descriptor', at, 1, said.filter(Boolean).join(', ') || '0');
  at++;
  if (!isSingle) {
    const byte = bytes[at] ?? 0;
    const whole = 2 ** (10 + (byte >> 3));
    list.add('zstd-window', at, 1, `${whole + (whole / 8) * (byte & 7)}`);
    at++;
  }
  list.add('zstd-dictionary', at, dictionary, `${littleEndian(bytes, at, dictionary)}`);
  at += dictionary;
  list.add(
    'zstd-content-size',
    at,
    sizeLength,
    `${littleEndian(bytes, at, sizeLength) + (sizeLength === 2 ? 256n : 0n)}`,
  );
  at += sizeLength;
  for (let isLast = false; !isLast && at + 3 <= bytes.length;) {
    const header = Number(littleEndian(bytes, at, 3));
    isLast = (header & 1) === 1;
    const type = (header >> 1) & 3;
    const size = header >> 3;
    list.add('zstd-block', at, 3, `${BLOCK_TYPES[type]}, ${size}${isLast ? ', last' : ''}`);
    at += 3;
    const stored = type === 1 ? 1 : size;
    list.add('zstd-data', at, Math.min(stored, bytes.length - at));
    at += stored;
  }
  if (hasSum && at + 4 <= bytes.length)
    list.add('gzip-sum', at, 4, littleEndian(bytes, at, 4).toString(16).padStart(8, '0'));
  return at + (hasSum ? 4 : 0);
}
