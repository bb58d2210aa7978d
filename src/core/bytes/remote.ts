import { EngineError } from '../errors';
import { LIMITS } from '../limits';
import type { Span, UrlRef } from '../model/source';
import { fileChanged, type ByteSource } from './byteSource';

/** What a host answers to a question for a part of a file. */
export interface RemoteAnswer {
  /** HTTP: 206 for the part, 200 for the whole file instead. */
  readonly status: number;
  /** Of the whole file, where the host lets a page see it; as {@link UrlRef.version}. */
  readonly size: number | null;
  readonly version: string | null;
  /** As the host calls what it sends; null when it does not say. */
  readonly mediaType?: string | null;
  readonly body: ReadableStream<Uint8Array<ArrayBuffer>>;
}

/** Asks a host for a part of a file, or with null for all of it, in one of the media types of `accept`. Rejects when there is no answer, and with `registry-token`. */
export type Reach = (url: string, part: Span | null, accept?: string) => Promise<RemoteAnswer>;

let reach: Reach | null = null;

/** Gives the engine a way to the network, which by itself it has not. */
export function setReach(next: Reach | null): void {
  reach = next;
}

/** Asks for a part of a file. Throws `url-unreachable`, whose cause nobody is told, `url-refused` with the status, and what the way itself throws. */
export async function ask(url: string, part: Span | null, accept?: string): Promise<RemoteAnswer> {
  const host = hostOf(url);
  let answer: RemoteAnswer;
  try {
    if (!reach) throw new Error('no network here');
    answer = await (accept === undefined ? reach(url, part) : reach(url, part, accept));
  } catch (cause) {
    if (cause instanceof EngineError) throw cause;
    throw new EngineError('url-unreachable', `${host} gave no answer`, { host }, { cause });
  }
  const { status } = answer;
  if (status === 200 || status === 206) return answer;
  await answer.body.cancel();
  throw new EngineError('url-refused', `${host} answered ${status}`, { host, status });
}

/** The host in an address, with its port; the address itself where there is none. */
export function hostOf(url: string): string {
  return /^[a-z]+:\/\/([^/?#]+)/i.exec(url)?.[1] ?? url;
}

/**
 * A file at an address, read in parts. Small parts come out of blocks, of which the last ones are kept; runs of bytes are streamed. Throws
 * `file-changed` when the host has another file there by now.
 */
export function rangeSource(ref: UrlRef): ByteSource {
  const { url, size } = ref;
  const blocks = blocksOf(ref);
  const check = ({ offset, length }: Span): void => {
    if (offset >= 0 && length >= 0 && offset + length <= size) return;
    throw new EngineError('out-of-bounds', `bytes ${offset}+${length} of ${size}`, { offset, length, size });
  };
  const open = async (span: Span): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> => {
    const answer = await ask(url, span);
    const isSame =
      (answer.size ?? size) === size && (ref.version === null || (answer.version ?? ref.version) === ref.version);
    if (answer.status === 206 && isSame) return answer.body;
    await answer.body.cancel();
    throw fileChanged(new Error(`status ${answer.status}, ${answer.size} bytes`));
  };
  const fetchSpan = async (span: Span): Promise<Uint8Array<ArrayBuffer>> => {
    const bytes = new Uint8Array(span.length);
    let at = 0;
    const reader = (await open(span)).getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      if (at + next.value.length > bytes.length) throw fileChanged(new Error('more bytes than asked for'));
      bytes.set(next.value, at);
      at += next.value.length;
    }
    if (at !== bytes.length) throw fileChanged(new Error(`${bytes.length - at} bytes too few`));
    return bytes;
  };
  const block = (number: number): Promise<Uint8Array<ArrayBuffer>> => {
    const offset = number * LIMITS.remoteBlock;
    const known = blocks.get(number);
    blocks.delete(number);
    const bytes = known ?? fetchSpan({ offset, length: Math.min(LIMITS.remoteBlock, size - offset) });
    blocks.set(number, bytes);
    bytes.catch(() => blocks.delete(number));
    if (blocks.size > LIMITS.remoteBlocks) blocks.delete(blocks.keys().next().value ?? 0);
    return bytes;
  };
  return {
    size,
    async read(offset, length) {
      check({ offset, length });
      if (length > LIMITS.remoteBlock) return fetchSpan({ offset, length });
      const first = Math.floor(offset / LIMITS.remoteBlock);
      const last = Math.floor(Math.max(offset, offset + length - 1) / LIMITS.remoteBlock);
      if (length === 0) return new Uint8Array(0);
      const start = offset - first * LIMITS.remoteBlock;
      const head = await block(first);
      if (first === last) return head.slice(start, start + length);
      const bytes = new Uint8Array(length);
      bytes.set(head.subarray(start));
      bytes.set((await block(last)).subarray(0, length - (head.length - start)), head.length - start);
      return bytes;
    },
    stream(offset, length) {
      check({ offset, length });
      if (length === 0) return new ReadableStream({ start: (controller) => controller.close() });
      // Not the host's own stream: that one would be filled into memory of ours, whose clock takes a slow host for a dead stream.
      let reader: Promise<ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>> | null = null;
      return new ReadableStream<Uint8Array<ArrayBuffer>>({
        async pull(controller) {
          reader ??= open({ offset, length }).then((stream) => stream.getReader());
          const next = await (await reader).read();
          if (next.done) controller.close();
          else controller.enqueue(next.value);
        },
        async cancel() {
          await (await reader?.catch(() => null))?.cancel();
        },
      });
    },
  };
}

type Blocks = Map<number, Promise<Uint8Array<ArrayBuffer>>>;

/** By reference: whatever one call reads with it reads the same blocks, and the next call begins anew. */
const kept = new WeakMap<UrlRef, Blocks>();

function blocksOf(ref: UrlRef): Blocks {
  let blocks = kept.get(ref);
  if (!blocks) kept.set(ref, (blocks = new Map()));
  return blocks;
}
