/** Codes up to this long are found in one look. */
const SHORT = 10;

/** A canonical prefix code: shorter codes come first, and symbols with codes of one length in their order. */
export class PrefixCode {
  private readonly short = new Uint16Array(1 << SHORT);
  private readonly symbols: Uint16Array;
  /** For each length: the first code, filled up to the longest; and the place of its symbol. */
  private readonly firstCode: Int32Array;
  private readonly firstPlace: Int32Array;

  /** `lengths`: of the code of each symbol, in bits, from 1 to `longest`. */
  constructor(
    lengths: Uint8Array,
    private readonly longest: number,
  ) {
    this.symbols = Uint16Array.from(lengths.keys()).sort((a, b) => (lengths[a] ?? 0) - (lengths[b] ?? 0) || a - b);
    this.firstCode = new Int32Array(longest + 2);
    this.firstPlace = new Int32Array(longest + 2);
    let code = 0;
    let place = 0;
    for (let length = 1; length <= longest; length++) {
      this.firstCode[length] = code;
      this.firstPlace[length] = place;
      for (; lengths[this.symbols[place] ?? 0] === length && place < lengths.length; place++) {
        this.fillShort(code, length, this.symbols[place] ?? 0);
        code += 1 << (longest - length);
      }
    }
    this.firstCode[longest + 1] = code;
  }

  /** What the next `longest` bits begin with, as `symbol << 5 | length`; 0 when that is no code. */
  find(bits: number): number {
    const found = this.short[bits >>> (this.longest - SHORT)] ?? 0;
    return found === 0 ? this.findLong(bits) : found;
  }

  private findLong(bits: number): number {
    for (let length = SHORT + 1; length <= this.longest; length++) {
      if (bits >= (this.firstCode[length + 1] ?? 0)) continue;
      const step = (bits - (this.firstCode[length] ?? 0)) >> (this.longest - length);
      return ((this.symbols[(this.firstPlace[length] ?? 0) + step] ?? 0) << 5) | length;
    }
    return 0;
  }

  /** A code that is too long is not entered, and neither are those that damaged lengths leave no room for. */
  private fillShort(code: number, length: number, symbol: number): void {
    if (length > SHORT) return;
    const from = code >> (this.longest - SHORT);
    this.short.fill((symbol << 5) | length, from, from + (1 << (SHORT - length)));
  }
}
