import { encode } from 'uqr';

/** A text as a QR code: its modules on each side, quiet zone included, and the dark ones as an SVG path in units of a module. */
export interface QrCode {
  readonly size: number;
  readonly path: string;
}

/** Of light error correction: the code is drawn by a screen, not by a printer. Rejected texts (too long) throw. */
export function qrCode(text: string): QrCode {
  const { size, data } = encode(text, { ecc: 'L', border: 4 });
  const runs: string[] = [];
  for (const [y, row] of data.entries()) {
    for (let x = 0; x < row.length; x++) {
      const start = x;
      while (x < row.length && row[x]) x++;
      if (x > start) runs.push(`M${start} ${y}h${x - start}v1h-${x - start}z`);
    }
  }
  return { size, path: runs.join('') };
}
