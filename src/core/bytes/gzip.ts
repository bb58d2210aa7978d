import type { DecoderState } from '../model/fileBytes';
import {
  CorruptData,
  PIECE_SIZE,
  type CorruptReason,
  type Decoder,
  type Ending,
  type ResumableDecoder,
} from './decoder';
import { loadZlib, OUTPUT_SIZE, Z_BUF_ERROR, Z_OK, Z_STREAM_END, type Zlib } from './zlib';

const MAGIC = Uint8Array.of(0x1f, 0x8b);
/** Where `z_stream` has its `msg`, with 32-bit pointers. */
const MESSAGE_FIELD = 24;
/** Where this module keeps the end of its heap (the pointer that `sbrk` moves). */
const HEAP_END = 5008;

/** zlib's own words for what it found. */
const REASONS: ReadonlyMap<string, CorruptReason> = new Map([
  ['incorrect data check', 'bad-checksum'],
  ['incorrect length check', 'bad-size'],
  ['incorrect header check', 'bad-header'],
  ['unknown compression method', 'bad-header'],
  ['unknown header flags set', 'bad-header'],
  ['header crc mismatch', 'bad-header'],
]);

let loading: Promise<Zlib> | undefined;

/** A gzip decoder that reads what GNU gzip reads: many members, empty ones, zero padding (RFC 1952); checksums are checked. */
export async function gzipDecoder(): Promise<Decoder> {
  loading ??= loadZlib();
  return new GzipDecoder(await loading);
}

/**
 * The same, in a module of its own, so that its memory is its state. `from` is what another one saved: the pieces go on from there.
 * Not to be used for what comes after `free`.
 */
export async function resumableGzipDecoder(from: DecoderState | null): Promise<ResumableDecoder> {
  return new GzipDecoder(await loadZlib(), from);
}

/** Inside a member; or after one, having seen nothing more, the first magic byte, only zeros, or something else. */
type Place = 'member' | 'between' | 'magic' | 'padding' | 'trailing';

class GzipDecoder implements ResumableDecoder {
  private place: Place = 'member';
  private stream: number;
  private readonly input: number;
  private readonly output: number;
  /** Stored bytes read, and how many of them belong to whole members. */
  private offset = 0;
  private memberEnd = 0;

  constructor(
    private readonly zlib: Zlib,
    from: DecoderState | null = null,
  ) {
    this.offset = from?.stored ?? 0;
    if (from?.memory) {
      ({ input: this.input, output: this.output, stream: this.stream, memberEnd: this.memberEnd } = from.memory);
      if (from.memory.isBetween) this.place = 'between';
      const memory = new Uint8Array(zlib.memory.buffer);
      for (const { at, bytes } of from.memory.runs) memory.set(bytes, at);
      return;
    }
    // The buffers first: what the stream takes, now and later, is then behind them.
    this.input = zlib.malloc(PIECE_SIZE);
    this.output = zlib.malloc(OUTPUT_SIZE);
    this.stream = this.open();
  }

  *decode(piece: Uint8Array): Generator<Uint8Array, void> {
    for (let at = 0; at < piece.length && this.place !== 'trailing';) {
      if (this.place === 'member') at += yield* this.inflate(piece.subarray(at));
      else if (this.place === 'magic' && piece[at] === MAGIC[1]) {
        this.place = 'member';
        // The first byte may have come with an earlier piece.
        this.offset--;
        yield* this.inflate(MAGIC);
        at++;
      } else {
        this.place = after(this.place, piece[at]);
        this.offset++;
        at++;
      }
    }
  }

  save(): DecoderState | null {
    const { zlib, stream, input, output, memberEnd } = this;
    const { buffer } = zlib.memory;
    const end = new DataView(buffer).getUint32(HEAP_END, true);
    const run = (at: number, to: number) => ({ at, bytes: new Uint8Array(buffer.slice(at, to)) });
    // Whatever is not in the two buffers: data, the books of the heap, the stream and its window.
    const runs = [run(0, input), run(input + PIECE_SIZE, output), run(output + OUTPUT_SIZE, end)];
    const isBetween = this.place === 'between';
    return { stored: this.offset, memory: { runs, stream, input, output, memberEnd, isBetween } };
  }

  end(): Ending {
    if (this.place === 'member') throw new CorruptData('truncated', this.offset, 'unexpected end of the gzip stream');
    return { trailingOffset: this.place === 'magic' || this.place === 'trailing' ? this.memberEnd : null };
  }

  free(): void {
    this.zlib.inflate_end(this.stream);
    this.zlib.free(this.input);
    this.zlib.free(this.output);
  }

  /** Feeds the current member; returns how many of the bytes it took. */
  private *inflate(bytes: Uint8Array): Generator<Uint8Array, number> {
    const { zlib, stream, input, output } = this;
    new Uint8Array(zlib.memory.buffer).set(bytes, input);
    for (let taken = 0; ;) {
      const result = zlib.inflate_process(stream, input + taken, bytes.length - taken, output, OUTPUT_SIZE, 0);
      const produced = result & 0xffffff;
      const code = result >> 24;
      const consumed = zlib.inflate_last_consumed(stream);
      taken += consumed;
      this.offset += consumed;
      const isOver = code === Z_STREAM_END;
      if (isOver) this.next();
      if (produced > 0) yield new Uint8Array(zlib.memory.buffer, output, produced);
      if (isOver) return taken;
      if (code !== Z_OK && code !== Z_BUF_ERROR) throw this.corrupt();
      // A full output may hide more; a short one means that the input is used up.
      if (taken === bytes.length && produced < OUTPUT_SIZE) return taken;
    }
  }

  /** Gets ready for what may come after a member. */
  private next(): void {
    this.place = 'between';
    this.memberEnd = this.offset;
    this.zlib.inflate_end(this.stream);
    this.stream = 0;
    this.stream = this.open();
  }

  private open(): number {
    const stream = this.zlib.inflate_new();
    if (stream === 0 || this.zlib.inflate_init_gzip(stream) !== Z_OK) {
      throw new CorruptData('out-of-memory', this.offset, 'zlib has no memory');
    }
    return stream;
  }

  private corrupt(): CorruptData {
    const { buffer } = this.zlib.memory;
    const pointer = new DataView(buffer).getUint32(this.stream + MESSAGE_FIELD, true);
    const text = new Uint8Array(buffer, pointer, 64);
    const message = pointer === 0 ? 'invalid data' : new TextDecoder().decode(text.subarray(0, text.indexOf(0)));
    return new CorruptData(REASONS.get(message) ?? 'bad-data', this.offset, message);
  }
}

/** Like GNU gzip: after zeros there is no further member, whatever it looks like. */
function after(place: Place, byte: number | undefined): Place {
  if (byte === 0 && place !== 'magic') return 'padding';
  return place === 'between' && byte === MAGIC[0] ? 'magic' : 'trailing';
}
