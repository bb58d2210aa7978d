import { EngineError } from '../errors';
import type { Span } from '../model/source';
import { CorruptData } from './decoder';
import { readThrough, type PassOptions } from './pass';
import type { ByteSource } from './source';
import type { Sink } from './unpacker';

/** What is handed over at once: enough that a write to a file is worth its message. */
const PIECE_SIZE = 1024 * 1024;

/**
 * The unpacked bytes of a span in order, in pieces that are the taker's to keep; reading goes on only as fast as they are taken.
 * Nothing for a span that is not compressed. Throws CorruptData, and EngineError as `readThrough` does.
 */
export async function* unpackedPieces(
  source: ByteSource,
  span: Span,
  options: PassOptions = {},
): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  const handover = new Handover();
  const takers = { stored: () => {}, unpacked: handover };
  const pass = readThrough(source, span, takers, { ...options, wait: () => handover.taken() });
  void pass.then(
    () => handover.end(),
    () => handover.end(),
  );
  try {
    for (let piece = await handover.next(); piece; piece = await handover.next()) yield piece;
    const { ending } = await pass;
    if (ending instanceof CorruptData) throw ending;
  } finally {
    handover.leave();
  }
}

/** Between one that pushes bytes and one that takes them. */
class Handover implements Sink {
  private filling = new Uint8Array(PIECE_SIZE);
  private filled = 0;
  private ready: Uint8Array<ArrayBuffer>[] = [];
  /** Bytes pushed so far, and how many of those come a second time. */
  private pushed = 0;
  private repeated = 0;
  private isOver = false;
  private isLeft = false;
  private wake: () => void = () => {};
  /** What those who push wait for: reading and unpacking each may. */
  private room: Promise<void> | null = null;
  private makeRoom: () => void = () => {};

  start(): void {
    this.repeated = this.pushed;
  }

  take(chunk: Uint8Array): void {
    const known = Math.min(this.repeated, chunk.length);
    this.repeated -= known;
    this.pushed += chunk.length - known;
    for (let at = known; at < chunk.length;) {
      const part = chunk.subarray(at, at + PIECE_SIZE - this.filled);
      this.filling.set(part, this.filled);
      this.filled += part.length;
      at += part.length;
      if (this.filled === PIECE_SIZE) this.flush();
    }
  }

  /** Null while nothing waits to be taken. */
  taken(): Promise<void> | null {
    if (this.isLeft) throw new EngineError('cancelled', 'nobody takes the bytes');
    if (this.ready.length === 0) return null;
    return (this.room ??= new Promise((resolve) => (this.makeRoom = resolve)));
  }

  end(): void {
    if (this.filled > 0) this.flush();
    this.isOver = true;
    this.wake();
  }

  /** The next piece; null after the last. */
  async next(): Promise<Uint8Array<ArrayBuffer> | null> {
    if (this.ready.length === 0 && !this.isOver) {
      this.resume();
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
    return this.ready.shift() ?? null;
  }

  leave(): void {
    this.isLeft = true;
    this.resume();
  }

  private resume(): void {
    this.room = null;
    this.makeRoom();
  }

  private flush(): void {
    this.ready.push(this.filling.subarray(0, this.filled));
    this.filling = new Uint8Array(PIECE_SIZE);
    this.filled = 0;
    this.wake();
  }
}
