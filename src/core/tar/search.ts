import type { Pacer } from '../bytes/pacer';
import { checksumAt, isZero } from './header';
import { BLOCK, RECORD } from './layout';
import type { SourceWindow } from './window';

/** Looks for things block by block. All offsets are multiples of a block; `size` is the source's. */
export class BlockSearch {
  constructor(
    private readonly window: SourceWindow,
    private readonly size: number,
    private readonly pacer: Pacer,
  ) {}

  /** The first header from `from`; null when there is none. */
  header(from: number): Promise<number | null> {
    return this.first(from, this.size, (at, length) => length === BLOCK && checksumAt(this.window.bytes, at).valid);
  }

  /** The first block between `from` and `to` with a byte that is not zero, the last one being cut where the source is; null when there is none. */
  nonZero(from: number, to: number): Promise<number | null> {
    return this.first(from, Math.min(to, this.size), (at, length) => !isZero(this.window.bytes, at, length));
  }

  /** Whether a member can end at `offset`: a header is there, or as many zeros as writers end a tar with, or the end of the source. */
  async isBoundary(offset: number): Promise<boolean> {
    if (offset > this.size) return false;
    if (await this.isHeader(offset)) return true;
    return (await this.nonZero(offset, offset + RECORD)) === null;
  }

  async isHeader(offset: number): Promise<boolean> {
    if (offset + BLOCK > this.size) return false;
    const at = await this.window.at(offset, BLOCK);
    return checksumAt(this.window.bytes, at).valid;
  }

  private async first(from: number, to: number, test: (at: number, length: number) => boolean): Promise<number | null> {
    for (let offset = from; offset < to; offset += BLOCK) {
      const length = Math.min(BLOCK, to - offset);
      if (test(await this.window.at(offset, length), length)) return offset;
      this.window.leapt(BLOCK);
      const pause = this.pacer.pause();
      if (pause) await pause;
    }
    return null;
  }
}
