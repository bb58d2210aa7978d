import { CorruptData, type CorruptReason, type Decoder, type Ending } from './decoder';

/** What a decoder that is written as one run gives on its way: unpacked bytes; or null, when it needs the next piece. */
export type Run<T> = Generator<Uint8Array | null, T>;

const NOTHING = new Uint8Array(0);

/** The stored bytes as a run sees them. */
export class Input {
  piece: Uint8Array = NOTHING;
  /** The next byte in `piece`. */
  at = 0;
  /** No more pieces come. */
  isOver = false;
  private start = 0;

  /** The stored bytes before the next one. */
  get offset(): number {
    return this.start + this.at;
  }

  give(piece: Uint8Array): void {
    this.piece = piece;
  }

  /** Lets go of the piece, all of which was read: its owner may take the memory back. */
  release(): void {
    this.start += this.at;
    this.at = 0;
    this.piece = NOTHING;
  }

  /** Waits for a byte; false at the end of the stored bytes. */
  *more(): Generator<null, boolean> {
    while (this.at === this.piece.length) {
      if (this.isOver) return false;
      yield null;
    }
    return true;
  }

  /** What the piece has of the next `size` bytes: one at least, valid until the run waits again. Throws CorruptData. */
  *some(size: number): Generator<null, Uint8Array> {
    if (!(yield* this.more())) throw this.corrupt('truncated', 'unexpected end');
    const part = this.piece.subarray(this.at, this.at + size);
    this.at += part.length;
    return part;
  }

  /** A copy of the next `size` bytes. Throws CorruptData. */
  *take(size: number): Generator<null, Uint8Array> {
    const bytes = new Uint8Array(size);
    for (let filled = 0; filled < size;) {
      const part = yield* this.some(size - filled);
      bytes.set(part, filled);
      filled += part.length;
    }
    return bytes;
  }

  /**
   * Takes the bytes of a magic number if they come next. When they begin to come but the stored bytes end, that is an
   * end too early; when another byte comes, nothing says how many were taken.
   */
  *takeMagic(magic: Uint8Array): Generator<null, boolean> {
    for (const [index, byte] of magic.entries()) {
      if (!(yield* this.more())) {
        if (index === 0) return false;
        throw this.corrupt('truncated', 'unexpected end');
      }
      if (this.piece[this.at] !== byte) return false;
      this.at++;
    }
    return true;
  }

  corrupt(reason: CorruptReason, message: string): CorruptData {
    return new CorruptData(reason, this.offset, message);
  }
}

/** Drives a run as pieces come. What it returns is how the stored bytes ended; it may do so before all of them came. */
export class RunDecoder implements Decoder {
  private ending: Ending | null = null;

  constructor(
    private readonly input: Input,
    private readonly run: Run<Ending>,
    readonly free: () => void,
  ) {}

  *decode(piece: Uint8Array): Generator<Uint8Array, void> {
    this.input.give(piece);
    while (!this.ending) {
      const step = this.run.next();
      if (step.done) this.ending = step.value;
      else if (step.value) yield step.value;
      else return this.input.release();
    }
  }

  end(): Ending {
    this.input.isOver = true;
    if (this.ending) return this.ending;
    const step = this.run.next();
    if (step.done) return step.value;
    throw new Error('a run gives out what it can before it waits');
  }
}
