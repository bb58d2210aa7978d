import type { ByteSource } from '../bytes/source';

/** One read costs about as long as reading this many bytes more; headers closer than this are read together. */
const DENSE = 256 * 1024;
const SMALLEST = 16 * 1024;
const LARGEST = 4 * 1024 * 1024;
/** How much the newest distance between headers weighs against the older ones. */
const WEIGHT = 1 / 8;

/**
 * A part of the source in memory, for a reader that goes forward in leaps. It is small while the leaps are long (headers before large
 * bodies) and grows while they are short, so that neither a 5 GiB body nor 300,000 small members cost many reads or many bytes.
 */
export class SourceWindow {
  bytes = new Uint8Array(0);
  private start = 0;
  private size = SMALLEST;
  private leap = DENSE;

  constructor(
    private readonly source: ByteSource,
    private readonly largest = LARGEST,
  ) {}

  /** Brings `length` bytes from `offset`, which the source must have, into memory: where they begin in `bytes`. A promise only when it has to read. */
  at(offset: number, length: number): number | Promise<number> {
    const index = offset - this.start;
    return index >= 0 && index + length <= this.bytes.length ? index : this.load(offset, length);
  }

  private async load(offset: number, length: number): Promise<number> {
    this.size = Math.min(this.leap < DENSE ? this.size * 4 : SMALLEST, this.largest);
    const end = Math.min(offset + Math.max(length, this.size), this.source.size);
    this.bytes = await this.source.read(offset, end - offset);
    this.start = offset;
    return 0;
  }

  /** Tells how far it was from one header to the next. */
  leapt(distance: number): void {
    this.leap += (Math.min(distance, LARGEST) - this.leap) * WEIGHT;
  }
}
