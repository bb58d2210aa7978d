import { afterEach, describe, expect, it } from 'vitest';
import { EngineError } from '../core/errors';
import { PACE } from '../core/limits';
import { connect, type Connection } from './rpc';
import { serve, Transferring, type Call, type MethodTable } from './serve';

const closers: (() => void)[] = [];
afterEach(() => closers.splice(0).forEach((close) => close()));

function link<M extends MethodTable>(
  methods: M,
): { connection: Connection<M>; inside: MessagePort; outside: MessagePort } {
  const { port1, port2 } = new MessageChannel();
  closers.push(serve(port2, methods), () => port1.close());
  return { connection: connect<M>(port1), inside: port2, outside: port1 };
}

const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('calls over a port', () => {
  it('carries arguments there and the result back, for several calls at once', async () => {
    const { connection } = link({
      async later(_: Call<never>, milliseconds: number, text: string) {
        await sleep(milliseconds);
        return { text };
      },
    });
    const slow = connection.call('later', [20, 'slow']).result;
    const fast = connection.call('later', [0, 'fast']).result;
    expect(await Promise.race([slow, fast])).toEqual({ text: 'fast' });
    expect(await slow).toEqual({ text: 'slow' });
  });

  it('rebuilds an EngineError with code, details and the text of its cause', async () => {
    const { connection } = link({
      fail(): never {
        throw new EngineError('not-a-tar', 'no', { kind: 'png' }, { cause: new TypeError('deep') });
      },
    });
    const error = await connection.call('fail', []).result.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(EngineError);
    expect(error).toMatchObject({
      code: 'not-a-tar',
      message: 'no',
      details: { kind: 'png' },
      cause: 'TypeError: deep',
    });
  });

  it('makes any other exception `internal`, with what it said', async () => {
    const { connection } = link({
      fail(): never {
        throw new RangeError('out of luck');
      },
    });
    await expect(connection.call('fail', []).result).rejects.toMatchObject({
      code: 'internal',
      message: 'RangeError: out of luck',
    });
  });

  it('says so when a result or an argument cannot be sent, and when there is no such method', async () => {
    const { connection } = link({
      odd:
        (...args: [call: Call<never>, value?: unknown]) =>
        () =>
          args,
    });
    await expect(connection.call('odd', []).result).rejects.toMatchObject({ code: 'internal' });
    const sent = connection.call('odd', [() => {}]);
    await expect(sent.result).rejects.toMatchObject({ code: 'internal' });
    await sent.settled;
    const other = connect<Record<string, () => void>>(link({}).outside);
    await expect(other.call('toString', []).result).rejects.toMatchObject({ message: 'Error: no method toString' });
  });

  it('hands buffers over instead of copying them', async () => {
    let kept: Uint8Array | undefined;
    const { connection } = link({
      bytes() {
        kept = new Uint8Array([1, 2, 3]);
        return new Transferring(kept, [kept.buffer as ArrayBuffer]);
      },
    });
    expect(await connection.call('bytes', []).result).toEqual(new Uint8Array([1, 2, 3]));
    expect(kept?.byteLength).toBe(0);
  });

  it('passes progress on, but not all of it', async () => {
    const { connection } = link({
      async count({ progress }: Call<number>) {
        const end = performance.now() + 3 * PACE.progressMilliseconds;
        for (let i = 0; performance.now() < end; i++) {
          progress(i);
          if (i % 1000 === 0) await sleep(0);
        }
      },
    });
    const seen: number[] = [];
    await connection.call('count', [], { onProgress: (value) => seen.push(value) }).result;
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.length).toBeLessThanOrEqual(4);
    expect(seen.every((value, i) => i === 0 || value > (seen[i - 1] ?? 0))).toBe(true);
  });

  it('passes no progress of a call that is over at once', async () => {
    const { connection } = link({ short: ({ progress }: Call<number>) => progress(1) });
    const seen: number[] = [];
    await connection.call('short', [], { onProgress: (value) => seen.push(value) }).result;
    expect(seen).toEqual([]);
  });

  it('rejects a cancelled call at once, aborts it inside, and drops what it still says', async () => {
    let aborted = false;
    const { connection } = link({
      async stubborn({ signal, progress }: Call<string>) {
        signal.addEventListener('abort', () => (aborted = true));
        await sleep(30);
        progress('late');
        return 'late';
      },
    });
    const controller = new AbortController();
    const seen: string[] = [];
    const running = connection.call('stubborn', [], {
      signal: controller.signal,
      onProgress: (value) => seen.push(value),
    });
    await sleep(5);
    controller.abort();
    await expect(running.result).rejects.toMatchObject({ code: 'cancelled' });
    expect(aborted).toBe(false);
    await running.settled;
    expect(aborted).toBe(true);
    expect(seen).toEqual([]);
  });

  it('does not begin a call that is cancelled already', async () => {
    let began = false;
    const { connection } = link({ begin: () => void (began = true), next: () => 1 });
    const running = connection.call('begin', [], { signal: AbortSignal.abort() });
    await expect(running.result).rejects.toMatchObject({ code: 'cancelled' });
    await running.settled;
    await connection.call('next', []).result;
    expect(began).toBe(false);
  });

  it('ignores messages that are not of this protocol, in both directions', async () => {
    const { connection, inside, outside } = link({ one: () => 1 });
    for (const message of [null, 7, 'call', {}, { kind: 'hello' }, { kind: 'result', id: 99, value: 0 }]) {
      inside.postMessage(message);
      outside.postMessage(message);
    }
    expect(await connection.call('one', []).result).toBe(1);
  });

  it('rejects what is under way when the connection fails', async () => {
    const { connection } = link({ never: () => new Promise<void>(() => {}) });
    const running = connection.call('never', []);
    connection.fail(new EngineError('internal', 'gone'));
    await expect(running.result).rejects.toMatchObject({ message: 'gone' });
    await running.settled;
  });
});
