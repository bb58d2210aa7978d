import { afterEach, describe, expect, it, vi } from 'vitest';
import { LIMITS } from '../core/limits';
import type { MeasureRequest } from '../core/model/facts';
import { loopback } from './loopback';
import type { Spawn } from './poolWorker';
import { createPool, type EnginePool, type PoolOptions } from './pool';
import type { Call, MethodTable } from './serve';

const SOURCE = { blob: new Blob([]) };
const QUERY = { sort: 'stored', descending: false, filter: '' } as const;
const until = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 5_000, interval: 2 });
const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A span's path says what the fake measuring does. */
function request(path: string): MeasureRequest {
  return { span: { offset: 0, length: 1 }, algorithms: [], path, unpack: true };
}

/** A pool over threads that can be made to crash; heavy calls end when released, light ones at once. */
function fakePool({ thread, ...options }: Partial<PoolOptions> & { readonly thread?: Spawn } = {}) {
  const running: string[] = [];
  const releases: (() => void)[] = [];
  const crashes: ((reason: string) => void)[] = [];
  let spawned = 0;
  let ended = 0;
  const methods: MethodTable = {
    async measureSpans({ signal }: Call<unknown>, _: unknown, [request]: readonly MeasureRequest[]) {
      const path = request?.path ?? '';
      running.push(path);
      await new Promise<void>((resolve) => {
        releases.push(resolve);
        if (path !== 'deaf') signal.addEventListener('abort', () => resolve());
      });
      running.splice(running.indexOf(path), 1);
      return path;
    },
    orderMembers: () => new Uint32Array([1]),
  };
  const counted: Spawn = () => {
    spawned++;
    const thread = loopback(methods)();
    return {
      port: thread.port,
      onCrash: (listener) => crashes.push(listener),
      terminate() {
        ended++;
        thread.terminate();
      },
    };
  };
  const pool = createPool({ size: 2, spawn: async () => thread ?? counted, ...options });
  pools.push(pool);
  const measure = (path: string, signal?: AbortSignal) =>
    pool.call('measureSpans', [SOURCE, [request(path)]], { signal });
  const light = () => pool.call('orderMembers', [{} as never, QUERY]);
  return { pool, measure, light, running, releases, crashes, counts: () => ({ spawned, ended }) };
}
const pools: EnginePool[] = [];
afterEach(() => pools.splice(0).forEach((pool) => pool.dispose()));

describe('the pool', () => {
  it('runs as many heavy calls as it has room for, the others in turn, and keeps idle workers', async () => {
    const { measure, running, releases, counts } = fakePool();
    const calls = ['a', 'b', 'c'].map((path) => measure(path));
    await until(() => expect(running).toEqual(['a', 'b']));
    releases.shift()?.();
    expect(await calls[0]).toBe('a');
    await until(() => expect(running).toEqual(['b', 'c']));
    releases.splice(0).forEach((release) => release());
    await Promise.all(calls);
    void measure('d').catch(() => {});
    await until(() => expect(running).toEqual(['d']));
    expect(counts()).toEqual({ spawned: 2, ended: 0 });
  });

  it('starts every worker at once when asked to, and no more later', async () => {
    const { pool, light, counts } = fakePool();
    expect(counts().spawned).toBe(0);
    await pool.warm();
    expect(counts().spawned).toBe(2);
    await pool.warm();
    await Promise.all([light(), light(), light()]);
    expect(counts().spawned).toBe(2);
  });

  it('asks for the code of its workers with the first call, and again after it could not be read', async () => {
    let asked = 0;
    const { light } = fakePool({
      spawn: async () => {
        asked++;
        if (asked === 1) throw new Error('gone');
        return loopback({ orderMembers: () => new Uint32Array([1]) });
      },
    });
    expect(asked).toBe(0);
    await expect(light()).rejects.toThrow('their code cannot be read: Error: gone');
    expect(await Promise.all([light(), light()])).toHaveLength(2);
    expect(asked).toBe(2);
  });

  it('answers light calls while every worker has a heavy one', async () => {
    const { measure, light, counts } = fakePool();
    void measure('a').catch(() => {});
    void measure('b').catch(() => {});
    expect(await light()).toEqual(new Uint32Array([1]));
    expect(counts().spawned).toBe(2);
  });

  it('takes a cancelled call out of the queue at once, and frees the worker of a running one', async () => {
    const { measure, running, counts } = fakePool({ size: 1 });
    const [first, second] = [new AbortController(), new AbortController()];
    const calls = [measure('a', first.signal), measure('b', second.signal), measure('c')];
    second.abort();
    await expect(calls[1]).rejects.toMatchObject({ code: 'cancelled' });
    first.abort();
    await expect(calls[0]).rejects.toMatchObject({ code: 'cancelled' });
    await until(() => expect(running).toEqual(['c']));
    calls[2]?.catch(() => {});
    expect(counts()).toEqual({ spawned: 1, ended: 0 });
  });

  it('ends a worker that does not let go of a cancelled call, and starts another', async () => {
    const { measure, running, counts } = fakePool({ size: 1, patience: { cancelMilliseconds: 20 } });
    const controller = new AbortController();
    const deaf = measure('deaf', controller.signal);
    await until(() => expect(running).toEqual(['deaf']));
    controller.abort();
    await expect(deaf).rejects.toMatchObject({ code: 'cancelled' });
    void measure('next').catch(() => {});
    await until(() => expect(running).toContain('next'));
    expect(counts()).toEqual({ spawned: 2, ended: 1 });
  });

  it('rejects the calls of a crashed worker with `internal` and replaces it; the others go on', async () => {
    const { measure, running, releases, crashes, counts } = fakePool();
    const calls = ['a', 'b', 'c'].map((path) => measure(path));
    await until(() => expect(running).toEqual(['a', 'b']));
    crashes[0]?.('out of memory');
    await expect(calls[0]).rejects.toMatchObject({ code: 'internal', message: 'a worker stopped: out of memory' });
    await until(() => expect(running).toContain('c'));
    expect(counts()).toEqual({ spawned: 3, ended: 1 });
    releases.splice(0).forEach((release) => release());
    expect(await Promise.all(calls.slice(1))).toEqual(['b', 'c']);
  });

  it('stops replacing after so many crashes, until another file is opened', async () => {
    const { pool, measure, crashes } = fakePool({ size: 1 });
    for (let i = 0; i <= LIMITS.workerRestarts; i++) {
      const call = measure('a');
      await sleep(2);
      crashes.at(-1)?.(`crash ${i}`);
      await expect(call).rejects.toMatchObject({ code: 'internal' });
    }
    await expect(measure('a')).rejects.toMatchObject({
      code: 'internal',
      message: `no worker runs: crash ${LIMITS.workerRestarts}`,
    });
    pool.renew();
    const call = measure('a');
    await sleep(2);
    crashes.at(-1)?.('again');
    await expect(call).rejects.toMatchObject({ message: 'a worker stopped: again' });
  });

  it('says so when no worker can be started at all', async () => {
    const thread = (): never => {
      throw new Error('forbidden');
    };
    const { measure } = fakePool({ thread });
    await expect(measure('a')).rejects.toMatchObject({ code: 'internal', message: 'no worker runs: Error: forbidden' });
  });

  it('takes silence for a crash, but not slowness: a worker that answers is alive', async () => {
    const silent = new MessageChannel();
    const thread: Spawn = () => ({ port: silent.port1, onCrash() {}, terminate: () => silent.port1.close() });
    const dead = fakePool({ size: 1, thread, patience: { silenceMilliseconds: 20 } });
    await expect(dead.measure('a')).rejects.toMatchObject({ message: 'a worker stopped: silent' });

    const slow = fakePool({ size: 1, patience: { silenceMilliseconds: 20 } });
    const call = slow.measure('a');
    await sleep(80);
    slow.releases.shift()?.();
    expect(await call).toBe('a');
  });

  it('rejects everything when it is closed', async () => {
    const { pool, measure } = fakePool({ size: 1 });
    const calls = [measure('a'), measure('b')];
    pool.dispose();
    for (const call of calls) await expect(call).rejects.toMatchObject({ code: 'internal', message: 'closed' });
    await expect(measure('c')).rejects.toMatchObject({ code: 'internal' });
  });
});
