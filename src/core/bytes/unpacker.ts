import { PIECE_SIZE, type Decoder, type Ending } from './decoder';
import type { Pacer } from './pacer';

/** Where unpacked bytes go, in order. */
export interface Sink {
  /** Before the first chunk; again when everything taken is to be forgotten, and comes once more from the start. */
  start(): void;
  /** The chunk is valid during the call only. */
  take(chunk: Uint8Array): void;
}

/** Unpacks stored chunks into a sink, as fast as the sink takes them. */
export interface Unpacker {
  /** Resolves when the next chunk may come and this one is no longer looked at. Rejects when the bytes cannot be unpacked. */
  write(chunk: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Says that there are no more; resolves when the sink has everything. Rejects as `write` does. */
  close(): Promise<Ending>;
  /** Gives everything back, finished or not. */
  free(): void;
}

/** Drives a decoder of our own. */
export class DecoderUnpacker implements Unpacker {
  /** The start of a piece that is not yet whole. */
  private readonly rest = new Uint8Array(PIECE_SIZE);
  private restSize = 0;

  constructor(
    private readonly decoder: Decoder,
    private readonly sink: Sink,
    private readonly pacer: Pacer,
  ) {}

  async write(chunk: Uint8Array): Promise<void> {
    for (let at = 0; at < chunk.length;) {
      const part = chunk.subarray(at, at + PIECE_SIZE - this.restSize);
      at += part.length;
      if (part.length === PIECE_SIZE) await this.decode(part);
      else {
        this.rest.set(part, this.restSize);
        this.restSize += part.length;
        if (this.restSize === PIECE_SIZE) await this.decodeRest();
      }
    }
  }

  async close(): Promise<Ending> {
    if (this.restSize > 0) await this.decodeRest();
    return this.decoder.end();
  }

  free(): void {
    this.decoder.free();
  }

  private async decodeRest(): Promise<void> {
    const piece = this.rest.subarray(0, this.restSize);
    this.restSize = 0;
    await this.decode(piece);
  }

  private async decode(piece: Uint8Array): Promise<void> {
    for (const unpacked of this.decoder.decode(piece)) {
      this.sink.take(unpacked);
      const pause = this.pacer.pause();
      if (pause) await pause;
    }
  }
}
