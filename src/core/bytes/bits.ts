import type { Input } from './run';

/** Reads the stored bytes bit by bit, the highest first. */
export class Bits {
  private buffer = 0;
  private count = 0;

  constructor(private readonly input: Input) {}

  /** Whether the piece has `size` more bits, at most 24. */
  has(size: number): boolean {
    const { input } = this;
    while (this.count < size) {
      if (input.at === input.piece.length) return false;
      this.buffer = (this.buffer << 8) | (input.piece[input.at++] ?? 0);
      this.count += 8;
    }
    return true;
  }

  /** The next `size` bits; only when there are as many. */
  peek(size: number): number {
    return (this.buffer >>> (this.count - size)) & ((1 << size) - 1);
  }

  skip(size: number): void {
    this.count -= size;
  }

  /** Waits for `size` bits. Throws CorruptData. */
  *need(size: number): Generator<null, void> {
    while (!this.has(size)) if (!(yield* this.input.more())) throw this.input.corrupt('truncated', 'unexpected end');
  }

  /** Takes the next `size` bits, at most 24. Throws CorruptData. */
  *read(size: number): Generator<null, number> {
    if (!this.has(size)) yield* this.need(size);
    const value = this.peek(size);
    this.count -= size;
    return value;
  }

  /** Takes 32 bits. Throws CorruptData. */
  *readWord(): Generator<null, number> {
    return ((yield* this.read(16)) << 16) | (yield* this.read(16));
  }

  /** Leaves out the rest of a byte. Only after `read`, which takes no byte that it does not need. */
  align(): void {
    this.count = 0;
  }
}
