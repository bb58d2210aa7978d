import { ZSTDDecoder } from 'zstddec/stream';
import type { DecoderState } from '../model/fileBytes';
import { CorruptData, PIECE_SIZE, type CorruptReason, type Ending, type ResumableDecoder } from './decoder';

/** The streaming functions of libzstd that zstddec carries. Its own loop ignores error codes, so they are called directly. */
interface Zstd {
  readonly memory: { readonly buffer: ArrayBuffer };
  malloc(size: number): number;
  free(pointer: number): void;
  ZSTD_createDCtx(): number;
  ZSTD_freeDCtx(context: number): void;
  /** A hint of how much more is needed, 0 at the end of a frame, or a negated ZSTD_ErrorCode. */
  ZSTD_decompressStream(context: number, output: number, input: number): number;
}

const OUTPUT_SIZE = 256 * 1024;
/** `ZSTD_inBuffer` and `ZSTD_outBuffer`: pointer, size, position. */
const BUFFER_STRUCT = 12;
const SIZE_FIELD = 4;
const POSITION_FIELD = 8;
/** Results above this, as unsigned numbers, are errors (`ZSTD_error_maxCode`). */
const HIGHEST_ERROR = 120;

/** By `ZSTD_ErrorCode` (zstd_errors.h). */
const REASONS: ReadonlyMap<number, CorruptReason> = new Map([
  [10, 'bad-header'],
  [12, 'bad-header'],
  [14, 'bad-header'],
  [16, 'window-too-large'],
  [22, 'bad-checksum'],
  [32, 'needs-dictionary'],
  [64, 'out-of-memory'],
]);

let loading: Promise<Zstd> | undefined;

/**
 * A Zstandard decoder (RFC 8878): many frames, skippable frames; content checksums are checked.
 * Windows above `LIMITS.zstdWindow` are refused: that is the library's own limit too. It can be left where a frame ends: inside of one
 * its memory is that of the window, 8 MiB and more, which is too much to keep.
 */
export async function zstdDecoder(from: DecoderState | null = null): Promise<ResumableDecoder> {
  loading ??= loadZstd();
  return new ZstdDecoder(await loading, from?.stored ?? 0);
}

async function loadZstd(): Promise<Zstd> {
  let exports: unknown;
  class Loader extends ZSTDDecoder {
    override _init(result: { readonly instance: { readonly exports: unknown } }): void {
      // The base class lets the module's memory grow.
      super._init(result as Parameters<ZSTDDecoder['_init']>[0]);
      exports = result.instance.exports;
    }
  }
  await new Loader().init();
  // The module is part of the pinned package: its exports are known.
  return exports as Zstd;
}

class ZstdDecoder implements ResumableDecoder {
  private readonly context: number;
  private readonly input: number;
  private readonly output: number;
  private readonly structs: number;
  private atFrameEnd = false;

  constructor(
    private readonly zstd: Zstd,
    private offset: number,
  ) {
    this.context = zstd.ZSTD_createDCtx();
    this.input = zstd.malloc(PIECE_SIZE);
    this.output = zstd.malloc(OUTPUT_SIZE);
    this.structs = zstd.malloc(2 * BUFFER_STRUCT);
  }

  *decode(piece: Uint8Array): Generator<Uint8Array, void> {
    const { zstd, context, input, output, structs } = this;
    const outputStruct = structs + BUFFER_STRUCT;
    new Uint8Array(zstd.memory.buffer).set(piece, input);
    const start = this.offset;
    for (let taken = 0, produced = OUTPUT_SIZE; taken < piece.length || produced === OUTPUT_SIZE;) {
      writeStruct(zstd.memory.buffer, structs, input, piece.length, taken);
      writeStruct(zstd.memory.buffer, outputStruct, output, OUTPUT_SIZE, 0);
      const result = zstd.ZSTD_decompressStream(context, outputStruct, structs);
      // The call may have moved the memory.
      const { buffer } = zstd.memory;
      taken = readPosition(buffer, structs);
      produced = readPosition(buffer, outputStruct);
      this.offset = start + taken;
      if (result < 0 && result > -HIGHEST_ERROR) {
        throw new CorruptData(REASONS.get(-result) ?? 'bad-data', this.offset, `zstd error ${-result}`);
      }
      this.atFrameEnd = result === 0;
      // Where a frame ends it can be left, also when nothing more came out.
      if (produced > 0 || this.atFrameEnd) yield new Uint8Array(buffer, output, produced);
      if (this.atFrameEnd && taken === piece.length) return;
    }
  }

  save(): DecoderState | null {
    return this.atFrameEnd ? { stored: this.offset, memory: null } : null;
  }

  end(): Ending {
    if (!this.atFrameEnd) throw new CorruptData('truncated', this.offset, 'unexpected end of the zstd stream');
    return { trailingOffset: null };
  }

  free(): void {
    this.zstd.ZSTD_freeDCtx(this.context);
    this.zstd.free(this.input);
    this.zstd.free(this.output);
    this.zstd.free(this.structs);
  }
}

function writeStruct(buffer: ArrayBuffer, struct: number, pointer: number, size: number, position: number): void {
  const view = new DataView(buffer);
  view.setUint32(struct, pointer, true);
  view.setUint32(struct + SIZE_FIELD, size, true);
  view.setUint32(struct + POSITION_FIELD, position, true);
}

function readPosition(buffer: ArrayBuffer, struct: number): number {
  return new DataView(buffer).getUint32(struct + POSITION_FIELD, true);
}
