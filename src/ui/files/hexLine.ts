/** Bytes in a row of a dump. */
export const HEX_ROW = 16;
const OFFSET_DIGITS = 8;

export interface HexLine {
  readonly offset: string;
  /** Two groups of eight, filled up to the same length. */
  readonly hex: string;
  /** Visible ASCII; a dot for all other bytes. */
  readonly letters: string;
}

/** One row of a dump, as `hexdump -C` writes it. */
export function hexLine(bytes: Uint8Array, row: number): HexLine {
  const start = row * HEX_ROW;
  const part = bytes.subarray(start, start + HEX_ROW);
  const pairs = [...part].map((byte) => byte.toString(16).padStart(2, '0'));
  const half = HEX_ROW / 2;
  return {
    offset: start.toString(16).padStart(OFFSET_DIGITS, '0'),
    hex: `${pairs.slice(0, half).join(' ')}  ${pairs.slice(half).join(' ')}`.padEnd(HEX_ROW * 3),
    letters: String.fromCharCode(...part.map((byte) => (byte >= 0x20 && byte < 0x7f ? byte : 0x2e))),
  };
}
