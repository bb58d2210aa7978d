import type { BytesMap, ByteRun } from '../../core/model/byteRuns';

/** Bytes that stand side by side; where `gap` is, bytes before them are left out. */
export interface HexRow {
  readonly offset: number;
  readonly bytes: Uint8Array;
  readonly gap: boolean;
}

/** All bytes of a map in rows that begin at multiples of `width`. */
export function hexRows({ pieces }: BytesMap, width: number): HexRow[] {
  const rows: HexRow[] = [];
  let end: number | null = null;
  for (const { offset, bytes } of pieces) {
    for (let at = 0; at < bytes.length;) {
      const length = Math.min(width - ((offset + at) % width), bytes.length - at);
      rows.push({
        offset: offset + at,
        bytes: bytes.subarray(at, at + length),
        gap: at === 0 && end !== null && end !== offset,
      });
      at += length;
    }
    end = offset + bytes.length;
  }
  return rows;
}

/** The run that has a byte, as its place; -1 when none has. */
export function runAt(runs: readonly ByteRun[], offset: number): number {
  let from = 0;
  let to = runs.length - 1;
  while (from <= to) {
    const middle = (from + to) >> 1;
    const run = runs[middle];
    if (!run) return -1;
    if (offset < run.offset) to = middle - 1;
    else if (offset >= run.offset + run.length) from = middle + 1;
    else return middle;
  }
  return -1;
}

/** Bytes as `1f 8b 08`. */
export function hexText(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ');
}
