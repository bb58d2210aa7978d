import { startWasm, startWasmNow } from './wasm';
import { ZLIB_WASM } from './zlibWasm';

/** zlib compiled by zlib-streams: its own streams stop after the first member, so the functions are called directly. */
export interface Zlib {
  readonly memory: { readonly buffer: ArrayBuffer };
  _initialize(): void;
  malloc(size: number): number;
  free(pointer: number): void;
  inflate_new(): number;
  inflate_init_gzip(stream: number): number;
  inflate_init_raw(stream: number): number;
  /** `produced | code << 24`. Copies the input, so short inputs are faster. */
  inflate_process(
    stream: number,
    input: number,
    inputSize: number,
    output: number,
    outputSize: number,
    flush: number,
  ): number;
  inflate_last_consumed(stream: number): number;
  inflate_end(stream: number): number;
}

/** What `inflate_process` is given room for at once. */
export const OUTPUT_SIZE = 256 * 1024;
export const Z_OK = 0;
export const Z_STREAM_END = 1;
export const Z_BUF_ERROR = -5;

/** A module with memory of its own. */
export async function loadZlib(): Promise<Zlib> {
  return begun(await startWasm(ZLIB_WASM));
}

/** The same at once, as only workers and Node may. */
export function loadZlibNow(): Zlib {
  return begun(startWasmNow(ZLIB_WASM));
}

function begun(exports: unknown): Zlib {
  // The module is part of this program: its exports are known.
  const zlib = exports as Zlib;
  zlib._initialize();
  return zlib;
}
