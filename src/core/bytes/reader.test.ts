import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PACE } from '../limits';
import type { ByteReader } from './reader';
import type { ByteSource } from './source';

/** Compared as a whole: deep equality takes seconds for so many. */
const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
const bytes = Uint8Array.from({ length: 2_000_000 }, (_, i) => (i * 7919) >> 3);

/** What a byte stream's source sees of a reader that brings memory. */
interface ByteController {
  readonly byobRequest: { readonly view: Uint8Array; respond(written: number): void } | null;
  enqueue(chunk: Uint8Array): void;
  close(): void;
}

/** Fills the reader's memory where it brings some; after `stallAt` bytes such a reader gets no answer. */
function fillingSource(stallAt = Infinity) {
  const opened: { offset: number; length: number; filled: number; given: number; cancelled: boolean }[] = [];
  const source: ByteSource = {
    size: bytes.length,
    read: (offset, length) => Promise.resolve(bytes.slice(offset, offset + length)),
    stream(offset, length) {
      const log = { offset, length, filled: 0, given: 0, cancelled: false };
      opened.push(log);
      let at = offset;
      const pull = (controller: ByteController): Promise<void> | void => {
        const request = controller.byobRequest;
        if (request && at >= stallAt) return new Promise(() => {});
        const part = bytes.subarray(
          at,
          Math.min(at + 100_000, offset + length, request ? at + request.view.length : at + 100_000),
        );
        at += part.length;
        if (part.length === 0) {
          controller.close();
          request?.respond(0);
        } else if (request) {
          request.view.set(part);
          request.respond(part.length);
          log.filled += part.length;
        } else {
          controller.enqueue(part.slice());
          log.given += part.length;
        }
      };
      const stream = { type: 'bytes', pull, cancel: () => void (log.cancelled = true) };
      return new ReadableStream(stream as never);
    },
  };
  return { source, opened };
}

async function readAll(reader: ByteReader): Promise<Uint8Array> {
  const all = new Uint8Array(bytes.length);
  let size = 0;
  for (let chunk = await reader.next(); chunk; chunk = await reader.next()) {
    all.set(chunk, size);
    size += chunk.length;
  }
  return all.subarray(0, size);
}

describe('a reader', () => {
  // What it learns about streams it keeps, so each test has its own.
  beforeEach(() => void vi.resetModules());
  afterEach(() => void vi.useRealTimers());
  const open = async (...args: [ByteSource, number, number]): Promise<ByteReader> =>
    (await import('./reader')).openReader(...args);

  it('brings its own memory where the stream takes it', async () => {
    const { source, opened } = fillingSource();
    expect(same(await readAll(await open(source, 1000, 1_500_000)), bytes.subarray(1000, 1_501_000))).toBe(true);
    expect(opened).toMatchObject([{ filled: 1_500_000, given: 0 }]);
  });

  it('reads a few bytes at once, without a stream', async () => {
    const { source, opened } = fillingSource();
    expect(same(await readAll(await open(source, 7, 1000)), bytes.subarray(7, 1007))).toBe(true);
    expect(opened).toEqual([]);
  });

  it('goes on with a plain reader where the stream fell silent, and trusts no other stream then', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { source, opened } = fillingSource(700_000);
    const reading = open(source, 0, bytes.length).then(readAll);
    await vi.waitFor(async () => {
      await vi.advanceTimersByTimeAsync(PACE.stallMilliseconds);
      expect(opened.length).toBe(2);
    });
    expect(same(await reading, bytes)).toBe(true);
    expect(opened).toMatchObject([
      { filled: 700_000, cancelled: true },
      { offset: 700_000, length: 1_300_000, filled: 0, given: 1_300_000 },
    ]);
    expect(same(await readAll(await open(source, 0, 100_000)), bytes.subarray(0, 100_000))).toBe(true);
    expect(opened[2]).toMatchObject({ filled: 0 });
  });

  it.each([10, 100_000])('ends a read of %i bytes that waits when it is cancelled', async (length) => {
    const { source } = fillingSource(0);
    const reader = await open(source, 0, length);
    const read = reader.next();
    reader.cancel();
    expect(await read).toBeNull();
  });
});
