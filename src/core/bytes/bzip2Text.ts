import type { Input, Run } from './run';

const OUTPUT_SIZE = 256 * 1024;
/** After as many equal bytes comes a count of further ones. */
const REPEATS = 4;
/** CRC-32 with the highest bit first. */
const CRC_TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte << 24;
  for (let bit = 0; bit < 8; bit++) crc = (crc << 1) ^ (crc < 0 ? 0x04c11db7 : 0);
  return crc;
});

/** The text of a block: collected as the Burrows-Wheeler transform left it, and given out as it was before. */
export class BurrowsWheeler {
  /** The transformed bytes; above them, later, where the next byte of the text is. */
  private links = new Int32Array(0);
  private size = 0;
  private limit = 0;
  private first = 0;
  private readonly counts = new Int32Array(256);
  private readonly output = new Uint8Array(OUTPUT_SIZE);

  constructor(private readonly input: Input) {}

  /** Begins a text of at most `limit` bytes, whose start is at `first`. */
  start(limit: number, first: number): void {
    if (this.links.length < limit) this.links = new Int32Array(limit);
    this.limit = limit;
    this.first = first;
    this.size = 0;
    this.counts.fill(0);
  }

  /** How many bytes may still come. */
  get room(): number {
    return this.limit - this.size;
  }

  add(byte: number): void {
    this.links[this.size++] = byte;
    this.counts[byte] = (this.counts[byte] ?? 0) + 1;
  }

  repeat(byte: number, times: number): void {
    this.links.fill(byte, this.size, this.size + times);
    this.size += times;
    this.counts[byte] = (this.counts[byte] ?? 0) + times;
  }

  /** Gives the text out, repeats written out; returns its checksum. Throws CorruptData. */
  *unpack(): Run<number> {
    if (this.first >= this.size) throw this.input.corrupt('bad-data', 'the start is outside of the block');
    this.link();
    const { output, links } = this;
    let place = (links[this.first] ?? 0) >>> 8;
    let crc = -1;
    let filled = 0;
    let last = -1;
    let equal = 0;
    for (let left = this.size; left > 0; left--) {
      const link = links[place] ?? 0;
      place = link >>> 8;
      const byte = link & 0xff;
      let times = 1;
      if (equal === REPEATS) {
        times = byte;
        equal = 0;
      } else {
        equal = byte === last ? equal + 1 : 1;
        last = byte;
      }
      if (filled + times > OUTPUT_SIZE) {
        yield output.subarray(0, filled);
        filled = 0;
      }
      for (; times > 0; times--) {
        output[filled++] = last;
        crc = (crc << 8) ^ (CRC_TABLE[(crc >>> 24) ^ last] ?? 0);
      }
    }
    if (filled > 0) yield output.subarray(0, filled);
    return ~crc;
  }

  /** Sorting the bytes, equal ones in their order, gives what follows each. */
  private link(): void {
    const { links, counts, size } = this;
    for (let byte = 0, sum = 0; byte < 256; byte++) {
      const count = counts[byte] ?? 0;
      counts[byte] = sum;
      sum += count;
    }
    for (let i = 0; i < size; i++) {
      const byte = (links[i] ?? 0) & 0xff;
      const place = counts[byte] ?? 0;
      counts[byte] = place + 1;
      links[place] = (links[place] ?? 0) | (i << 8);
    }
  }
}
