import { describe, expect, it } from 'vitest';
import type { Pack } from '../core/engine';
import { EngineError } from '../core/errors';
import { PACE } from '../core/limits';
import type { Progress } from '../core/model/facts';
import { packedBlob, writePack } from './saving';

const bytes = (length: number, value: number): Uint8Array<ArrayBuffer> => new Uint8Array(length).fill(value);
const STORED = new Blob([bytes(PACE.writeBytes * 2 + 5, 2)]);

/** Bytes, a stored layer, and one that is unpacked in three pieces, after which it may fail. */
function pack(failure: Error | null = null, size = 30): Pack {
  const streamed = {
    size,
    async *open() {
      for (let i = 0; i < 3; i++) yield bytes(10, 3);
      if (failure) throw failure;
    },
  };
  return { size: 7 + STORED.size + size, parts: [bytes(7, 1), STORED, streamed] };
}

function fakeCall() {
  const cancel = new AbortController();
  const told: Progress[] = [];
  return { signal: cancel.signal, cancel, told, progress: (value: Progress) => void told.push(value) };
}

/** A file as the chooser gives it: empty, and with its bytes only after it is closed. */
function fakeFile(onWrite: (count: number) => void = () => {}) {
  const state = { written: [] as (Uint8Array | Blob)[], content: null as Blob | null, aborted: 0, removed: 0 };
  const file = {
    createWritable: () =>
      Promise.resolve({
        async write(piece: Uint8Array<ArrayBuffer> | Blob) {
          state.written.push(piece);
          onWrite(state.written.length);
        },
        async close() {
          state.content = new Blob(state.written as BlobPart[]);
        },
        async abort() {
          state.aborted++;
        },
      }),
    getFile: () => Promise.resolve(state.content ?? new Blob()),
    async remove() {
      state.removed++;
    },
  };
  return { state, file: file as unknown as FileSystemFileHandle };
}

const whole = Buffer.concat([bytes(7, 1), bytes(STORED.size, 2), bytes(30, 3)]);
const same = async (blob: Blob | null): Promise<number> =>
  Buffer.compare(whole, Buffer.from((await blob?.arrayBuffer()) ?? new ArrayBuffer(0)));

describe('a pack into a file', () => {
  it('is written in order, stored bytes by reference and in steps', async () => {
    const { file, state } = fakeFile();
    const call = fakeCall();
    await writePack(pack(), file, call);
    expect(await same(state.content)).toBe(0);
    expect(state.written.map((piece) => (piece instanceof Blob ? piece.size : 'bytes'))).toEqual([
      'bytes',
      PACE.writeBytes,
      PACE.writeBytes,
      5,
      'bytes',
      'bytes',
      'bytes',
    ]);
    expect(call.told.at(-1)).toEqual({ done: whole.length, total: whole.length });
    expect(state).toMatchObject({ aborted: 0, removed: 0 });
  });

  it('leaves nothing when a layer is not what it should be', async () => {
    const { file, state } = fakeFile();
    const damage = new EngineError('layer-differs', 'x', { path: 'layer.tar' });
    await expect(writePack(pack(damage), file, fakeCall())).rejects.toBe(damage);
    expect(state).toMatchObject({ content: null, aborted: 1, removed: 1 });
  });

  it('stops between two steps when it is cancelled', async () => {
    const call = fakeCall();
    const { file, state } = fakeFile((count) => {
      if (count === 2) call.cancel.abort();
    });
    await expect(writePack(pack(), file, call)).rejects.toMatchObject({ code: 'cancelled' });
    expect(state.written.length).toBe(2);
    expect(state).toMatchObject({ content: null, aborted: 1, removed: 1 });
  });

  it.each([
    ['QuotaExceededError', 'cannot-write', { why: 'QuotaExceededError' }],
    ['NotReadableError', 'file-changed', {}],
  ])('says what the browser says: %s', async (name, code, details) => {
    const { file, state } = fakeFile((count) => {
      if (count === 3) throw new DOMException('no', name);
    });
    await expect(writePack(pack(), file, fakeCall())).rejects.toMatchObject({ code, details });
    expect(state).toMatchObject({ content: null, aborted: 1, removed: 1 });
  });
});

describe('a pack as a Blob', () => {
  it('has the same bytes', async () => {
    const call = fakeCall();
    expect(await same(await packedBlob(pack(), call))).toBe(0);
    expect(call.told.map(({ done }) => done)).toEqual(call.told.map(({ done }) => done).toSorted((a, b) => a - b));
    expect(call.told.at(-1)).toEqual({ done: whole.length, total: whole.length });
  });

  it('is refused when a layer is not what it should be, or when not all of it was kept', async () => {
    const damage = new EngineError('layer-differs', 'x', { path: 'layer.tar' });
    await expect(packedBlob(pack(damage), fakeCall())).rejects.toBe(damage);
    await expect(packedBlob(pack(null, 31), fakeCall())).rejects.toMatchObject({ code: 'cannot-write' });
  });
});
