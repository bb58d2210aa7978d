/**
 * The web-standard globals that a browser page, a worker and Node 20 all have. `core` is compiled with these
 * and without the DOM or worker libraries, so anything else (`document`, `self`, `fetch`) does not compile there.
 */

interface AbortSignal {
  readonly aborted: boolean;
  readonly reason: unknown;
  throwIfAborted(): void;
  addEventListener(type: 'abort', listener: () => void, options?: { once?: boolean }): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

interface ReadableStreamDefaultReader<T> {
  read(): Promise<{ done: false; value: T } | { done: true; value: T | undefined }>;
  cancel(reason?: unknown): Promise<void>;
  releaseLock(): void;
}
interface ReadableStreamBYOBReader {
  /** Detaches the view's memory; what comes back is a view of the same memory. */
  read(view: Uint8Array<ArrayBuffer>): Promise<{ done: boolean; value?: Uint8Array<ArrayBuffer> }>;
  cancel(reason?: unknown): Promise<void>;
}
interface ReadableStreamDefaultController<T> {
  enqueue(chunk: T): void;
  close(): void;
  error(reason?: unknown): void;
}
interface UnderlyingSource<T> {
  start?(controller: ReadableStreamDefaultController<T>): void | Promise<void>;
  pull?(controller: ReadableStreamDefaultController<T>): void | Promise<void>;
  cancel?(reason?: unknown): void | Promise<void>;
}
interface ReadableStream<T = unknown> {
  getReader(): ReadableStreamDefaultReader<T>;
  /** Throws TypeError when the stream is not one of bytes. */
  getReader(options: { mode: 'byob' }): ReadableStreamBYOBReader;
  pipeThrough<U>(transform: { readable: ReadableStream<U>; writable: WritableStream<T> }): ReadableStream<U>;
  cancel(reason?: unknown): Promise<void>;
}
declare const ReadableStream: { new <T>(source?: UnderlyingSource<T>): ReadableStream<T> };

interface WritableStreamDefaultWriter<T> {
  readonly ready: Promise<unknown>;
  readonly closed: Promise<unknown>;
  write(chunk: T): Promise<void>;
  close(): Promise<void>;
  abort(reason?: unknown): Promise<void>;
}
interface WritableStream<T = unknown> {
  getWriter(): WritableStreamDefaultWriter<T>;
}

interface ByteTransform {
  readable: ReadableStream<Uint8Array<ArrayBuffer>>;
  writable: WritableStream<Uint8Array<ArrayBuffer>>;
}
declare const DecompressionStream: { new (format: 'gzip' | 'deflate-raw'): ByteTransform };
declare const CompressionStream: { new (format: 'deflate-raw'): ByteTransform };

interface Blob {
  readonly size: number;
  slice(start?: number, end?: number): Blob;
  arrayBuffer(): Promise<ArrayBuffer>;
  stream(): ReadableStream<Uint8Array<ArrayBuffer>>;
}
declare const Blob: { new (parts?: readonly (Blob | Uint8Array<ArrayBuffer> | string)[]): Blob };

interface TextDecoder {
  decode(input?: Uint8Array, options?: { stream?: boolean }): string;
}
declare const TextDecoder: { new (label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean }): TextDecoder };
interface TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>;
}
declare const TextEncoder: { new (): TextEncoder };

declare function setTimeout(callback: () => void, milliseconds?: number): unknown;
declare function clearTimeout(timer: unknown): void;
declare const performance: { now(): number };
declare function atob(data: string): string;

interface CryptoKey {
  readonly extractable: boolean;
}
interface SubtleCrypto {
  importKey(
    format: 'jwk',
    key: Readonly<Record<string, string>>,
    algorithm: object,
    extractable: boolean,
    usages: 'verify'[],
  ): Promise<CryptoKey>;
  importKey(
    format: 'spki',
    key: Uint8Array<ArrayBuffer>,
    algorithm: object,
    extractable: boolean,
    usages: 'verify'[],
  ): Promise<CryptoKey>;
  exportKey(format: 'spki', key: CryptoKey): Promise<ArrayBuffer>;
  verify(
    algorithm: { readonly name: string },
    key: CryptoKey,
    signature: Uint8Array<ArrayBuffer>,
    data: Uint8Array<ArrayBuffer>,
  ): Promise<boolean>;
}
/** `subtle` is there in secure contexts only. */
declare const crypto: { readonly subtle?: SubtleCrypto };

interface MessagePort {
  onmessage: ((event: never) => void) | null;
  postMessage(message: unknown, transfer?: readonly ArrayBuffer[]): void;
  close(): void;
}
declare const MessageChannel: { new (): { readonly port1: MessagePort; readonly port2: MessagePort } };

declare const WebAssembly: {
  instantiate(
    bytes: Uint8Array<ArrayBuffer>,
    imports?: Record<string, never>,
  ): Promise<{ readonly instance: { readonly exports: unknown } }>;
};
