import type { Bits } from './bits';
import { BurrowsWheeler } from './bzip2Text';
import { PrefixCode } from './prefixCode';
import type { Input, Run } from './run';

/** Symbols that one code stands for, before the next one is chosen. */
const GROUP_SIZE = 50;
/** As many choices as the largest block needs; bzip2 leaves out further ones, which some writers add. */
const SELECTORS = 18_002;
const CODES = { from: 2, to: 6 };
const LONGEST_CODE = 20;

/** Reads the blocks of a bzip2 stream, one after the other, in the same memory. */
export class Bzip2Block {
  private readonly text: BurrowsWheeler;
  private readonly selectors = new Uint8Array(SELECTORS);
  private selectorCount = 0;
  private codes: PrefixCode[] = [];
  /** The bytes that occur, the last used first; before a block is read, in their order. */
  private readonly recent = new Uint8Array(256);
  private symbolCount = 0;

  private group = 0;
  private leftInGroup = 0;
  /** A run that is being read: its length so far, and what the next digit counts. */
  private runLength = 0;
  private runDigit = 1;

  constructor(
    private readonly input: Input,
    private readonly bits: Bits,
  ) {
    this.text = new BurrowsWheeler(input);
  }

  /** Reads a block after its checksum; returns the checksum of what came out. Throws CorruptData. */
  *read(blockSize: number): Run<number> {
    const { bits, input, text } = this;
    if (yield* bits.read(1)) throw input.corrupt('unsupported-feature', 'a shuffled block');
    text.start(blockSize, yield* bits.read(24));
    yield* this.readAlphabet();
    const codeCount = yield* bits.read(3);
    if (codeCount < CODES.from || codeCount > CODES.to) throw input.corrupt('bad-data', 'number of codes');
    yield* this.readSelectors(codeCount);
    this.codes = [];
    while (this.codes.length < codeCount) this.codes.push(yield* this.readCode());

    this.group = 0;
    this.leftInGroup = 0;
    this.runLength = 0;
    this.runDigit = 1;
    // The marks after a block are longer than any symbol, so there is always more to look at.
    while (!this.readSymbols()) yield* bits.need(LONGEST_CODE);
    return yield* text.unpack();
  }

  /** Which bytes occur: sixteen bits for sixteen ranges, and sixteen more for each of those that are not empty. */
  private *readAlphabet(): Generator<null, void> {
    const ranges = yield* this.bits.read(16);
    let count = 0;
    for (let range = 0; range < 16; range++) {
      if (!(ranges & (0x8000 >> range))) continue;
      const members = yield* this.bits.read(16);
      for (let i = 0; i < 16; i++) if (members & (0x8000 >> i)) this.recent[count++] = range * 16 + i;
    }
    if (count === 0) throw this.input.corrupt('bad-data', 'an empty alphabet');
    // Two digits for runs, and the end; the first of the alphabet is always a run.
    this.symbolCount = count + 2;
  }

  /** Which code each group uses, as places in a list of the last used. */
  private *readSelectors(codeCount: number): Generator<null, void> {
    const { bits, input, selectors } = this;
    const count = yield* bits.read(15);
    if (count === 0) throw input.corrupt('bad-data', 'no groups');
    const recent = Uint8Array.from({ length: codeCount }, (_, i) => i);
    for (let i = 0; i < count; i++) {
      let place = 0;
      while (yield* bits.read(1)) if (++place === codeCount) throw input.corrupt('bad-data', 'no such code');
      const code = toFront(recent, place);
      if (i < SELECTORS) selectors[i] = code;
    }
    this.selectorCount = Math.min(count, SELECTORS);
  }

  /** The length of each symbol's code, as steps from the one before. */
  private *readCode(): Generator<null, PrefixCode> {
    const { bits, input } = this;
    const lengths = new Uint8Array(this.symbolCount);
    let length = yield* bits.read(5);
    for (let symbol = 0; symbol < lengths.length; symbol++) {
      for (;;) {
        if (length < 1 || length > LONGEST_CODE) throw input.corrupt('bad-data', 'length of a code');
        if (!(yield* bits.read(1))) break;
        length += (yield* bits.read(1)) ? -1 : 1;
      }
      lengths[symbol] = length;
    }
    return new PrefixCode(lengths, LONGEST_CODE);
  }

  /** Reads symbols to the end of the block (true) or of the piece (false). */
  private readSymbols(): boolean {
    const { bits, input, recent, text } = this;
    const end = this.symbolCount - 1;
    while (bits.has(LONGEST_CODE)) {
      if (this.leftInGroup === 0) this.nextGroup();
      const code = this.codes[this.selectors[this.group - 1] ?? 0];
      const found = code?.find(bits.peek(LONGEST_CODE)) ?? 0;
      if (found === 0) throw input.corrupt('bad-data', 'no such symbol');
      bits.skip(found & 31);
      this.leftInGroup--;
      const symbol = found >> 5;
      if (symbol < 2) {
        this.runLength += this.runDigit << symbol;
        this.runDigit *= 2;
        if (this.runLength > text.room) throw input.corrupt('bad-data', 'more than the block holds');
        continue;
      }
      if (this.runLength > 0) {
        text.repeat(recent[0] ?? 0, this.runLength);
        this.runLength = 0;
        this.runDigit = 1;
      }
      if (symbol === end) return true;
      if (text.room === 0) throw input.corrupt('bad-data', 'more than the block holds');
      text.add(toFront(recent, symbol - 1));
    }
    return false;
  }

  private nextGroup(): void {
    if (this.group === this.selectorCount) throw this.input.corrupt('bad-data', 'more groups than said');
    this.group++;
    this.leftInGroup = GROUP_SIZE;
  }
}

/** Moves an item to the front of a list, and returns it. */
function toFront(list: Uint8Array, place: number): number {
  const item = list[place] ?? 0;
  list.copyWithin(1, 0, place);
  list[0] = item;
  return item;
}
