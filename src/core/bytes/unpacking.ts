import { EngineError } from '../errors';
import type { Span } from '../model/source';
import { chunksOf } from './chunks';
import type { OpenUnpacker } from './compression';
import { CorruptData, type Ending } from './decoder';
import type { Pacer } from './pacer';
import type { ByteSource } from './source';
import type { Sink, Unpacker } from './unpacker';

/**
 * The unpacking of one span that is being read: tries the ways in turn. When one fails without saying why, the next
 * gets what was read so far a second time and goes on from there, so the reading itself is not disturbed.
 */
export class Unpacking {
  private unpacker: Unpacker | null = null;
  private next = 0;
  private fed = 0;
  private damage: CorruptData | null = null;

  constructor(
    private readonly source: ByteSource,
    private readonly span: Span,
    private readonly sink: Sink,
    private readonly pacer: Pacer,
    private readonly ways: readonly OpenUnpacker[],
  ) {}

  /** Takes the next stored chunk; does nothing after damage. */
  async write(chunk: Uint8Array<ArrayBuffer>): Promise<void> {
    if (this.damage) return;
    await this.attempt((unpacker) => unpacker.write(chunk));
    this.fed += chunk.length;
  }

  /** How it ended: whole, or damaged. */
  async close(): Promise<Ending | CorruptData> {
    const ending = this.damage ?? (await this.attempt((unpacker) => unpacker.close()));
    this.free();
    return ending;
  }

  free(): void {
    this.unpacker?.free();
    this.unpacker = null;
  }

  private async attempt<T>(step: (unpacker: Unpacker) => Promise<T>): Promise<T | CorruptData> {
    for (;;) {
      try {
        return await step(this.unpacker ?? (await this.open()));
      } catch (error) {
        this.free();
        if (error instanceof CorruptData) return (this.damage = error);
        if (error instanceof EngineError || this.next === this.ways.length) throw error;
      }
    }
  }

  private async open(): Promise<Unpacker> {
    const way = this.ways[this.next++];
    if (!way) throw new EngineError('internal', 'no way to unpack');
    this.sink.start();
    const unpacker = await way(this.sink, this.pacer);
    this.unpacker = unpacker;
    if (this.fed > 0) {
      const { offset } = this.span;
      for await (const chunk of chunksOf(this.source, { offset, length: this.fed }, this.pacer))
        await unpacker.write(chunk);
    }
    return unpacker;
  }
}
