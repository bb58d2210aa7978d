import { afterEach, describe, expect, it, vi } from 'vitest';
import { EngineError } from '../core/errors';
import { LIMITS, PACE } from '../core/limits';
import { fakeEngine, LAYER_BYTES } from './testing/fakeEngine';
import type { Measuring, Session, SessionState, Workspace } from './state';
import { createSession } from './session';

const engines: { dispose(): void }[] = [];
afterEach(() => engines.splice(0).forEach((engine) => engine.dispose()));

function start(options: Parameters<typeof fakeEngine>[0] = {}) {
  const engine = fakeEngine(options);
  engines.push(engine.pool);
  const session = createSession(engine.pool, async (name) => {
    if (name === 'missing') throw new Error('no sample missing');
    return new File(['sample'], `${name}.tar`);
  });
  const states: SessionState[] = [];
  session.subscribe(() => states.push(session.getState()));
  return { session, states, ...engine };
}

const open = (session: Session, name = 'a.tar', size = 1): void =>
  session.open({ kind: 'file', file: new File(['x'.repeat(size)], name) });
const workspaceOf = (session: Session): Workspace => {
  const state = session.getState();
  if (state.kind !== 'open') throw new Error(`not open but ${state.kind}`);
  return state.workspace;
};
/** The first and the last that were shown. */
const workspacesIn = (states: readonly SessionState[]): [Workspace, Workspace] => {
  const all = states.flatMap((state) => (state.kind === 'open' ? [state.workspace] : []));
  const [first, last] = [all[0], all.at(-1)];
  if (!first || !last) throw new Error('nothing was shown');
  return [first, last];
};
const measuringOf = (session: Session): Measuring => workspaceOf(session).measuring;
const kinds = (measuring: Measuring): string[] => [...measuring.spans.values()].map(({ kind }) => kind);
const until = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 5_000, interval: 5 });
const untilStatus = (session: Session, status: Measuring['status']): Promise<void> =>
  until(() => expect(measuringOf(session).status).toBe(status));
const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('opening', () => {
  it('shows progress, then the image as its documents state it, then every span measured', async () => {
    const { session, states } = start();
    expect(session.getState()).toEqual({ kind: 'empty' });
    open(session, 'a.tar', 7);
    expect(session.getState()).toMatchObject({ kind: 'opening', name: 'a.tar', stage: 'reading', done: 0, total: 7 });
    await untilStatus(session, 'done');
    const [first, last] = workspacesIn(states);
    expect(first.archive.name).toBe('a.tar');
    expect(first.imageKey).toBe('one');
    expect(first.representations).toHaveLength(1);
    expect(first.findings.map(({ verdict }) => verdict)).toEqual(['pending', 'pending', 'pending']);
    expect(first.measuring).toMatchObject({ status: 'running', bytesDone: 0, bytesTotal: 10 * LAYER_BYTES });
    expect(kinds(last.measuring)).toEqual(['measured', 'measured', 'measured', 'measured']);
    expect(last.measuring).toMatchObject({ bytesDone: 10 * LAYER_BYTES, bytesPerSecond: 0 });
    expect(last.findings.map(({ verdict }) => verdict)).toEqual(['matches', 'matches', 'mismatch']);
    expect(states.map(({ kind }) => kind).filter((kind, i, all) => kind !== all[i - 1])).toEqual(['opening', 'open']);
  });

  it('works the forms out anew from what is measured', async () => {
    const { session } = start();
    open(session);
    await until(() => expect(workspaceOf(session).representations[0]?.facets[0]?.values).toEqual(['4 measured']));
  });

  it('fails with what was seen, under the name and size of the file', async () => {
    const details = { kind: 'png' };
    const { session } = start({ openArchive: () => Promise.reject(new EngineError('not-a-tar', 'no', details)) });
    open(session, 'cat.png', 3);
    await until(() => expect(session.getState().kind).toBe('failed'));
    expect(session.getState()).toMatchObject({
      kind: 'failed',
      container: 'tar',
      name: 'cat.png',
      size: 3,
      failure: { code: 'not-a-tar', details, message: 'no' },
    });
  });

  it('opens a sample by name, and fails for one that is not there', async () => {
    const { session } = start();
    session.open({ kind: 'sample', name: 'hello-oci' });
    expect(session.getState()).toMatchObject({ kind: 'opening', name: 'hello-oci' });
    await until(() => expect(workspaceOf(session).archive.name).toBe('hello-oci.tar'));
    session.open({ kind: 'sample', name: 'missing' });
    await until(() => expect(session.getState()).toMatchObject({ kind: 'failed', failure: { code: 'internal' } }));
  });

  it('shows an archive that has no image', async () => {
    const { session } = start({ images: [] });
    open(session);
    await untilStatus(session, 'done');
    expect(workspaceOf(session)).toMatchObject({ imageKey: null, representations: [], findings: [] });
  });

  it('can be cancelled: nothing is open then, and nothing comes after', async () => {
    const { session, states } = start({ openArchive: () => new Promise(() => {}) });
    open(session);
    await sleep(10);
    session.cancel();
    expect(session.getState()).toEqual({ kind: 'empty' });
    const count = states.length;
    await sleep(PACE.stateMilliseconds * 2);
    expect(states).toHaveLength(count);
  });

  it('shows only the second file when it is opened while the first loads, whatever comes late', async () => {
    let release = (): void => {};
    const { session, states } = start({
      async openArchive(archive) {
        if (archive.name === 'first.tar') await new Promise<void>((resolve) => (release = resolve));
        return archive;
      },
    });
    open(session, 'first.tar');
    await sleep(10);
    open(session, 'second.tar');
    release();
    await untilStatus(session, 'done');
    const names = states.flatMap((state) => (state.kind === 'open' ? [state.workspace.archive.name] : []));
    expect(new Set(names)).toEqual(new Set(['second.tar']));
  });

  it('lets go of an open file when another is opened or it is closed', async () => {
    const { session, measuring, states } = start({ measure: () => new Promise(() => {}) });
    open(session, 'first.tar');
    await until(() => expect(measuring).toHaveLength(2));
    open(session, 'second.tar');
    await until(() => expect(workspaceOf(session).archive.name).toBe('second.tar'));
    session.close();
    expect(session.getState()).toEqual({ kind: 'empty' });
    const count = states.length;
    await sleep(PACE.stateMilliseconds * 2);
    expect(states).toHaveLength(count);
    await expect(session.report()).rejects.toMatchObject({ code: 'internal' });
  });
});

describe('measuring', () => {
  it('begins with the spans of the image on screen, the largest first', async () => {
    const { session, measured } = start({ size: 1 });
    open(session);
    await untilStatus(session, 'done');
    expect(measured).toEqual(['layer-3', 'layer-2', 'layer-1', 'other-4']);
  });

  it('turns to the image that is shown now', async () => {
    const { session, measured } = start({ size: 1, measure: () => sleep(20) });
    open(session);
    await until(() => expect(workspaceOf(session).imageKey).toBe('one'));
    session.showImage('two');
    session.showImage('unknown');
    await until(() => expect(workspaceOf(session).imageKey).toBe('two'));
    expect(workspaceOf(session).representations[0]?.claims.map(({ claimed }) => claimed)).toEqual([
      `sha256:${'4'.repeat(64)}`,
    ]);
    await untilStatus(session, 'done');
    expect(measured.slice(0, 2)).toEqual(['layer-3', 'other-4']);
  });

  it('tells how far it is, span by span, but not too often', async () => {
    const { session, states } = start({
      size: 1,
      async measure({ span }, progress) {
        for (let step = 1; step <= 10; step++) {
          progress({ done: (span.length * step) / 10, total: span.length });
          await sleep(15);
        }
      },
    });
    const begin = performance.now();
    open(session);
    await untilStatus(session, 'done');
    const open_ = states.flatMap((state) => (state.kind === 'open' ? [state.workspace.measuring] : []));
    expect(open_.length).toBeLessThanOrEqual((performance.now() - begin) / PACE.stateMilliseconds + 3);
    const running = open_.flatMap(({ spans }) => [...spans.values()]).filter((state) => state.kind === 'running');
    expect(running.some(({ done, total }) => done > 0 && done < total)).toBe(true);
    expect(Math.max(...open_.map(({ bytesPerSecond }) => bytesPerSecond))).toBeGreaterThan(0);
    const done = open_.map(({ bytesDone }) => bytesDone);
    expect(done.every((bytes, i) => bytes >= (done[i - 1] ?? 0))).toBe(true);
  });

  it('keeps what is measured when cancelled, marks the rest stopped, and goes on from there', async () => {
    let isStuck = true;
    const { session, measured } = start({
      size: 1,
      measure: (request) => (isStuck && request.path === 'layer-2' ? new Promise(() => {}) : Promise.resolve()),
    });
    open(session);
    await until(() => expect(kinds(measuringOf(session))).toEqual(['waiting', 'running', 'measured', 'waiting']));
    session.cancel();
    expect(kinds(measuringOf(session))).toEqual(['stopped', 'stopped', 'measured', 'stopped']);
    expect(measuringOf(session)).toMatchObject({ status: 'stopped', bytesDone: 3 * LAYER_BYTES, bytesPerSecond: 0 });
    expect(workspaceOf(session).findings.map(({ verdict }) => verdict)).toEqual(['pending', 'pending', 'mismatch']);
    isStuck = false;
    session.resume();
    await untilStatus(session, 'done');
    expect(kinds(measuringOf(session))).toEqual(['measured', 'measured', 'measured', 'measured']);
    expect(measured.filter((path) => path === 'layer-3')).toHaveLength(1);
  });

  it('does not let a span that fails stop the others, and tries it again when asked', async () => {
    let isGone = true;
    const { session } = start({
      measure: ({ path }) =>
        isGone && path === 'layer-1' ? Promise.reject(new EngineError('file-changed', 'gone')) : Promise.resolve(),
    });
    open(session);
    await untilStatus(session, 'done');
    expect(kinds(measuringOf(session))).toEqual(['failed', 'measured', 'measured', 'measured']);
    expect([...measuringOf(session).spans.values()][0]).toMatchObject({ failure: { code: 'file-changed' } });
    isGone = false;
    session.resume();
    await untilStatus(session, 'running');
    await untilStatus(session, 'done');
    expect(kinds(measuringOf(session))).toEqual(['measured', 'measured', 'measured', 'measured']);
  });

  it('reports a crashed worker at its span, and goes on with another worker', async () => {
    const { session, crash, spawned } = start({
      size: 1,
      measure: ({ path }) => (path === 'layer-3' ? crash() : Promise.resolve()),
    });
    open(session);
    await untilStatus(session, 'done');
    expect(kinds(measuringOf(session))).toEqual(['measured', 'measured', 'failed', 'measured']);
    expect([...measuringOf(session).spans.values()][2]).toMatchObject({ failure: { code: 'internal' } });
    expect(spawned()).toBe(2);
    await until(() => expect(workspaceOf(session)).toMatchObject({ failure: null }));
  });

  it('comes to an end when every worker crashes, and has new ones for the next file', async () => {
    const { session, crash, spawned } = start({
      size: 1,
      measure: ({ path }) => (session.getState().kind === 'open' && path !== 'good' ? crash() : Promise.resolve()),
    });
    open(session);
    await untilStatus(session, 'done');
    expect(kinds(measuringOf(session)).every((kind) => kind === 'failed')).toBe(true);
    expect(spawned()).toBe(1 + LIMITS.workerRestarts);
    open(session, 'next.tar');
    await until(() =>
      expect(session.getState()).toMatchObject({ kind: 'open', workspace: { archive: { name: 'next.tar' } } }),
    );
  });

  it('says when the forms cannot be worked out anew, and keeps those it has', async () => {
    let calls = 0;
    const { session } = start({
      represent: () => (++calls > 1 ? Promise.reject(new Error('oh')) : Promise.resolve()),
    });
    open(session);
    await until(() => expect(workspaceOf(session).failure).toMatchObject({ code: 'internal', message: 'Error: oh' }));
    expect(workspaceOf(session).representations).toHaveLength(1);
  });
});

describe('what is asked of the open file', () => {
  it('reports what is measured so far', async () => {
    const { session } = start({
      measure: ({ path }) => (path === 'layer-1' ? new Promise(() => {}) : Promise.resolve()),
    });
    open(session);
    await until(() => expect(kinds(measuringOf(session)).filter((kind) => kind === 'measured')).toHaveLength(3));
    expect(await session.report()).toBe('report of a.tar: 3 measured\n');
  });

  it('orders the members', async () => {
    const { session } = start();
    open(session);
    await until(() => expect(session.getState().kind).toBe('open'));
    const query = { sort: 'stored', descending: true, filter: '' } as const;
    expect(await session.orderMembers(query)).toEqual(new Uint32Array([2, 1, 0]));
    await expect(session.orderMembers(query, AbortSignal.abort())).rejects.toMatchObject({ code: 'cancelled' });
  });
});
