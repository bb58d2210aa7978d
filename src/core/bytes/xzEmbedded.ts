import type { CorruptReason } from './decoder';
import type { Input, Run } from './run';
import { startWasm } from './wasm';
import { XZ_WASM } from './xzWasm';

/** XZ Embedded as xz-decompress compiles it. Its own stream loses errors and waits for ever at a cut, so the functions are called directly. */
interface XzEmbedded {
  readonly memory: { readonly buffer: ArrayBuffer };
  /** Its dictionary is as large as a block asks for, up to 64 MiB. */
  create_context(): number;
  destroy_context(context: number): void;
  supply_input(context: number, size: number): void;
  /** An `enum xz_ret`. */
  get_next_output(context: number): number;
}

/** Where the context has the size of its two buffers, and its `struct xz_buf`, in 32-bit words. */
const FIELD = { bufferSize: 0, input: 1, inputPosition: 2, inputSize: 3, output: 4, outputPosition: 5 };
const XZ_OK = 0;
/** By `enum xz_ret`. */
const REASONS: ReadonlyMap<number, CorruptReason> = new Map([
  [3, 'out-of-memory'],
  [4, 'window-too-large'],
  [6, 'unsupported-feature'],
]);
/** A stream without checks: magic, flags, CRC-32 of the flags (xz file format §2.1.1). */
const STREAM_HEADER = Uint8Array.of(0xfd, 0x37, 0x7a, 0x58, 0x5a, 0, 0, 0, 0xff, 0x12, 0xd9, 0x41);

let loading: Promise<XzEmbedded> | undefined;

/**
 * Unpacks the blocks of xz streams, without their checks: to XZ Embedded they are blocks of one endless stream that has none.
 * So it needs no check that it does not know, and streams after each other need no new memory.
 */
export class XzBlocks {
  private readonly context: number;

  private constructor(
    private readonly xz: XzEmbedded,
    private readonly input: Input,
  ) {
    this.context = xz.create_context();
    this.supply(STREAM_HEADER);
    xz.get_next_output(this.context);
  }

  static async open(input: Input): Promise<XzBlocks> {
    loading ??= load();
    return new XzBlocks(await loading, input);
  }

  /** What comes out of the next bytes, at most 64 KiB of them; `otherwise` is the reason when they are merely wrong. Throws CorruptData. */
  *feed(bytes: Uint8Array, otherwise: CorruptReason): Run<void> {
    // No bytes would mean the end of all.
    if (bytes.length === 0) return;
    const { xz, context } = this;
    this.supply(bytes);
    for (let isFull = false, isUsed = false; isFull || !isUsed;) {
      const result = xz.get_next_output(context);
      if (result !== XZ_OK) throw this.input.corrupt(REASONS.get(result) ?? otherwise, `XZ Embedded error ${result}`);
      // The call may have moved the memory.
      const fields = this.fields();
      const produced = fields[FIELD.outputPosition] ?? 0;
      isUsed = fields[FIELD.inputPosition] === fields[FIELD.inputSize];
      isFull = produced === fields[FIELD.bufferSize];
      fields[FIELD.outputPosition] = 0;
      if (produced > 0) yield new Uint8Array(xz.memory.buffer, fields[FIELD.output], produced);
    }
  }

  free(): void {
    this.xz.destroy_context(this.context);
  }

  private supply(bytes: Uint8Array): void {
    new Uint8Array(this.xz.memory.buffer).set(bytes, this.fields()[FIELD.input]);
    this.xz.supply_input(this.context, bytes.length);
  }

  private fields(): Uint32Array {
    return new Uint32Array(this.xz.memory.buffer, this.context);
  }
}

async function load(): Promise<XzEmbedded> {
  // The module is part of this program: its exports are known.
  return (await startWasm(XZ_WASM)) as XzEmbedded;
}
