import { Bits } from './bits';
import { Bzip2Block } from './bzip2Block';
import type { Decoder, Ending } from './decoder';
import { Input, RunDecoder, type Run } from './run';

const MAGIC = Uint8Array.of(0x42, 0x5a, 0x68);
/** Digits of π begin a block, digits of its square root end a stream; 24 bits at a time. */
const BLOCK = [0x314159, 0x265359];
const END = [0x177245, 0x385090];
const LEVEL = { from: 0x31, to: 0x39 };
const BLOCK_SIZE = 100_000;

/**
 * A bzip2 decoder that reads what the bzip2 command line reads: many streams; the checksums of blocks and streams are
 * checked. It holds one block at a time: 4 MB. Blocks that were shuffled, as before 1999, are refused (`unsupported-feature`).
 */
export function bzip2Decoder(): Decoder {
  const input = new Input();
  return new RunDecoder(input, new Bzip2Reader(input).streams(), () => {});
}

class Bzip2Reader {
  private readonly bits: Bits;
  private readonly block: Bzip2Block;

  constructor(private readonly input: Input) {
    this.bits = new Bits(input);
    this.block = new Bzip2Block(input, this.bits);
  }

  /** Reads streams for as long as there are any; what comes after the last is not theirs. */
  *streams(): Run<Ending> {
    const { input } = this;
    for (let trailingOffset: number | null = null; ; trailingOffset = input.offset) {
      const level = yield* this.header();
      if (level !== null) yield* this.stream(level * BLOCK_SIZE);
      else if (trailingOffset === null) throw input.corrupt('bad-header', 'not a bzip2 stream');
      else return { trailingOffset: input.offset === trailingOffset && !(yield* input.more()) ? null : trailingOffset };
    }
  }

  /** The digit after the magic number; null when they do not come next. */
  private *header(): Generator<null, number | null> {
    const { input } = this;
    if (!(yield* input.takeMagic(MAGIC))) return null;
    const [digit = 0] = yield* input.take(1);
    return digit >= LEVEL.from && digit <= LEVEL.to ? digit - LEVEL.from + 1 : null;
  }

  private *stream(blockSize: number): Run<void> {
    const { bits, block, input } = this;
    let combined = 0;
    for (;;) {
      const mark = [yield* bits.read(24), yield* bits.read(24)];
      const checksum = yield* bits.readWord();
      if (isEqual(mark, END)) {
        if (checksum !== combined) throw input.corrupt('bad-checksum', 'checksum of the stream');
        return bits.align();
      }
      if (!isEqual(mark, BLOCK)) throw input.corrupt('bad-data', 'neither a block nor the end');
      const found = yield* block.read(blockSize);
      if (checksum !== found) throw input.corrupt('bad-checksum', 'checksum of a block');
      combined = ((combined << 1) | (combined >>> 31)) ^ found;
    }
  }
}

function isEqual(a: readonly number[], b: readonly number[]): boolean {
  return a.every((value, index) => value === b[index]);
}
