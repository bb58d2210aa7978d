import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { sampleFile, samplePath } from '../core/testing/samples';
import { broken } from '../core/verify/names';
import { loopback } from '../worker/loopback';
import { methods } from '../worker/methods';
import { createPool, type EnginePool } from '../worker/pool';
import { createBench, type Bench, type BenchState, type Tampered } from './bench';
import { createSession } from './session';
import type { Session } from './state';
import { pickLetter, placeOf } from './tamperPick';
import { createViewStore, type ViewStore } from './viewStore';

const engines: EnginePool[] = [];
afterEach(() => engines.splice(0).forEach((engine) => engine.dispose()));

interface Started {
  readonly session: Session;
  readonly bench: Bench;
  readonly views: ViewStore;
  /** Methods that the engine was asked for. */
  readonly asked: string[];
}

function start(name: string, hash = ''): Started {
  const asked: string[] = [];
  const pool = createPool({ size: 2, spawn: async () => loopback(methods) });
  engines.push(pool);
  const engine: EnginePool = {
    ...pool,
    call: (method, ...rest) => {
      asked.push(method);
      return pool.call(method, ...rest);
    },
  };
  const session = createSession(engine);
  const location = { hash };
  const views = createViewStore({
    location,
    history: {
      pushState: (_, __, url) => void (location.hash = String(url)),
      replaceState: (_, __, url) => void (location.hash = String(url)),
      back() {},
      state: null,
    },
    localStorage: { getItem: () => null, setItem() {} },
    addEventListener() {},
    removeEventListener() {},
  });
  const bench = createBench(engine, session, views);
  session.open({ kind: 'file', file: sampleFile(name) });
  return { session, bench, views, asked };
}

const state = (bench: Bench, kind: BenchState['kind']): Promise<BenchState> =>
  vi.waitFor(
    () => {
      const now = bench.getState();
      expect(now.kind).toBe(kind);
      return now;
    },
    { timeout: 20_000, interval: 10 },
  );

/** As soon as the bench shows what the address says. */
function made({ bench, views }: Started): Promise<Tampered> {
  return vi.waitFor(
    () => {
      const now = bench.getState();
      if (now.kind !== 'open') throw new Error(now.kind);
      const { tampers, repaired } = now.bench.tampering;
      const last = (views.getView().flip ?? '').split(';');
      expect(tampers.length + (repaired > 0 ? 1 : 0)).toBe(last.length);
      if (repaired > 0) expect(last.at(-1)).toBe(`fix:${repaired}`);
      return now.bench;
    },
    { timeout: 20_000, interval: 10 },
  );
}

const scores = ({ names }: Tampered): number[] => names.map(broken);
const bad = ({ table: { counts } }: Tampered): number => counts.mismatch + counts.missing + counts.unknown;

describe('the bench', () => {
  it('changes a copy, takes it back, and leaves what is open as it is', async () => {
    const started = start('hello-docker25');
    const { bench, session, views } = started;
    await state(bench, 'none');
    bench.make({ kind: 'flip', layer: 2, offset: 2587, mask: 0x0e });
    const flipped = await made(started);
    expect(scores(flipped)).toEqual([0, 1, 1]);
    expect(flipped.blob.size).toBe(39_424);
    const known = new Uint8Array(await flipped.blob.arrayBuffer());
    expect(Buffer.from(known).equals(readFileSync(samplePath('hello-flipped')))).toBe(true);
    const open = session.getState();
    expect(open.kind === 'open' && open.workspace.findings.every(({ verdict }) => verdict === 'matches')).toBe(true);
    bench.make({ kind: 'orphan' });
    expect((await made(started)).archive.orphanCount).toBe(flipped.archive.orphanCount + 1);
    bench.undo();
    expect((await made(started)).archive.orphanCount).toBe(flipped.archive.orphanCount);
    bench.undo();
    await state(bench, 'none');
    expect(views.getView().flip).toBeNull();
  });

  it('reads again only the bytes that are others', async () => {
    const started = start('hello-oci');
    await vi.waitFor(() => {
      const now = started.session.getState();
      expect(now.kind === 'open' && now.workspace.measuring.status).toBe('done');
    });
    started.asked.length = 0;
    started.bench.make({ kind: 'orphan' });
    await made(started);
    started.bench.undo();
    started.bench.make({ kind: 'orphan' });
    await made(started);
    expect(started.asked.filter((each) => each === 'tamper')).toHaveLength(1);
  });

  it('rewrites names level by level, until all of them hold and none is the one that was known', async () => {
    const started = start('hello-oci', '#/tamper?flip=inside:2@a1b%5E0e;fix:3');
    const third = await made(started);
    expect(third.steps.map(({ level }) => level)).toEqual(['layer', 'config', 'image-id', 'manifest', 'list']);
    expect(bad(third)).toBeGreaterThan(0);
    started.bench.repair(5);
    const last = await made(started);
    expect(bad(last)).toBe(0);
    expect(last.pinned.map(({ role }) => role)).toEqual(['image-id', 'manifest']);
    for (const { before, after } of last.pinned) expect(after).not.toBe(before);
    // Whoever knows the names from before still sees it.
    expect(
      scores(last)
        .slice(1)
        .every((count) => count > 0),
    ).toBe(true);
  });

  it('nothing is noticed in a genuine v1 archive', async () => {
    const started = start('hello-v1', '#/tamper?flip=layer:2@a1b%5E0e');
    const flipped = await made(started);
    expect(bad(flipped)).toBe(0);
    expect(flipped.steps).toEqual([]);
    expect(flipped.pinned).toEqual([]);
    expect(scores(flipped)).toEqual([0, 1, 1]);
  });

  it('says what cannot be made, and of what cannot be opened, why', async () => {
    const { bench } = start('hello-oci', '#/tamper?flip=drop:layer:9');
    expect(await state(bench, 'cannot')).toEqual({ kind: 'cannot', why: 'no-layer' });
    const { bench: other } = start('hello-oci', '#/tamper?flip=cut:700');
    expect(await state(other, 'failed')).toMatchObject({ failure: { code: 'cut-short' } });
  });

  it.each(['hello-docker25', 'hello-oci'])('%s: picks a letter of a text, and shows its line', async (name) => {
    const { session, bench } = start(name);
    await vi.waitFor(() => {
      const now = session.getState();
      expect(now.kind === 'open' && now.workspace.measuring.status).toBe('done');
    });
    await state(bench, 'none');
    const now = session.getState();
    const image = now.kind === 'open' ? now.workspace.archive.images[0] : undefined;
    if (!image) throw new Error('no image');
    const { signal } = new AbortController();
    const picked = await pickLetter(session, image, 2, signal);
    expect(picked).not.toBeNull();
    const place = picked && (await placeOf(session, image, 2, picked, signal));
    expect(place?.isContent).toBe(true);
    expect(place?.line?.number).toBeGreaterThan(0);
    expect(place?.line?.was).toMatch(/[a-z]/i);
    expect(place?.line?.is).toMatch(/[a-z]/i);
    // 'looking' becomes 'booking', as in the sample that is flipped.
    const known = await placeOf(session, image, 2, { offset: 2587, mask: 0x0e }, signal);
    expect(known.line).toMatchObject({ was: 'l', is: 'b' });
    expect(known.line?.end.startsWith('ooking')).toBe(true);
    expect(await placeOf(session, image, 2, { offset: 3, mask: 1 }, signal)).toMatchObject({ isContent: false });
  });
});
