import { afterEach, describe, expect, it, vi } from 'vitest';
import { buildImage } from '../core/testing/buildImage';
import { plainLayout } from '../core/testing/plainLayout';
import { loopback } from '../worker/loopback';
import { methods } from '../worker/methods';
import { createPool, type EnginePool } from '../worker/pool';
import { createComparison, type Compared, type Comparison } from './comparison';
import { createSession } from './session';
import type { Session } from './state';

const engines: EnginePool[] = [];
afterEach(() => engines.splice(0).forEach((engine) => engine.dispose()));

function start(): { session: Session; comparison: Comparison } {
  const engine = createPool({ size: 2, spawn: async () => loopback(methods) });
  engines.push(engine);
  const session = createSession(engine);
  return { session, comparison: createComparison(engine, session) };
}

const layers = (text: string) => [
  [{ name: 'etc/name', body: `${text}\n`, mtime: 1 }],
  [{ name: 'app', body: 'run\n' }],
];
const file = (text: string, gzip = 0): { kind: 'file'; file: File } => ({
  kind: 'file',
  file: new File([plainLayout({ layers: layers(text), gzip })], `${text}.tar`),
});

function opened(session: Session): Promise<void> {
  return vi.waitFor(() => expect(session.getState().kind).toBe('open'), { timeout: 20_000 });
}

function done(comparison: Comparison): Promise<Compared> {
  return vi.waitFor(
    () => {
      const state = comparison.getState();
      if (state.kind !== 'open') throw new Error(state.kind);
      expect(state.comparison.failure).toBeNull();
      expect(state.comparison.stage).toBe('done');
      return state.comparison;
    },
    { timeout: 20_000, interval: 10 },
  );
}

describe('comparison', () => {
  it('opens a second file beside the first and says why they differ', async () => {
    const { session, comparison } = start();
    session.open(file('one'));
    await opened(session);
    comparison.withSource(file('two', 6));
    const { diff, archive, isOwn } = await done(comparison);
    expect(diff?.verdict).toBe('different');
    expect(diff?.causes.map(({ code }) => code)).toEqual(['files-changed', 'compression']);
    expect([archive.name, isOwn]).toEqual(['two.tar', false]);
    const state = session.getState();
    expect(state.kind === 'open' && state.workspace.archive.name).toBe('one.tar');
    const at = diff?.files.state.findIndex((each) => each !== 0) ?? -1;
    expect(await comparison.diffFiles(at)).toEqual({
      kind: 'lines',
      runs: [
        [
          { state: 'only-a', text: 'one\n', a: 1, b: null },
          { state: 'only-b', text: 'two\n', a: null, b: 1 },
        ],
      ],
    });
  });

  it('gives the second file as what the first may be built on, as it is measured', async () => {
    const { session, comparison } = start();
    session.open(file('one'));
    await opened(session);
    const base = plainLayout({ layers: layers('one').slice(0, 1), gzip: 6 });
    comparison.withSource({ kind: 'file', file: new File([base], 'base.tar') });
    const { beside } = await done(comparison);
    expect([beside?.name, beside?.measurements.length]).toEqual(['base.tar', 1]);
    const state = session.getState();
    const key = state.kind === 'open' ? state.workspace.imageKey : null;
    const view = await session.configView(key, beside);
    expect(view?.base).toMatchObject([{ kind: 'layers', beside: 'base.tar', layers: 1 }]);
    const own = state.kind === 'open' ? (state.workspace.archive.images[0]?.key ?? '') : '';
    comparison.withImage(own);
    expect((await done(comparison)).beside).toBeNull();
  });

  it('claims nothing of what is not measured, until it is', async () => {
    const { session, comparison } = start();
    const leave = session.subscribe(() => {
      if (session.getState().kind !== 'open') return;
      leave();
      session.cancel();
    });
    session.open(file('one'));
    const { measuring } = await vi.waitFor(
      () => {
        const state = session.getState();
        if (state.kind !== 'open') throw new Error(state.kind);
        expect(state.workspace.measuring.status).toBe('stopped');
        return state.workspace;
      },
      { timeout: 20_000 },
    );
    expect([...measuring.spans.values()].some(({ kind }) => kind === 'stopped')).toBe(true);
    comparison.withSource(file('one'));
    expect((await done(comparison)).diff?.verdict).toBe('unchecked');
    comparison.measure();
    const after = comparison.getState();
    expect(after.kind === 'open' && after.comparison).toMatchObject({ stage: 'measuring', diff: null });
    expect((await done(comparison)).diff?.verdict).toBe('identical');
  });

  it('waits for the first when two are dropped at once', async () => {
    const { session, comparison } = start();
    comparison.withSource(file('one', 6));
    session.open(file('one'));
    const { diff } = await done(comparison);
    expect(diff?.causes.map(({ code, count }) => `${code} ${count}`)).toEqual(['compression 2']);
  });

  it('ends when something else is opened', async () => {
    const { session, comparison } = start();
    session.open(file('one'));
    await opened(session);
    comparison.withSource(file('two'));
    await done(comparison);
    session.open(file('three'));
    expect(comparison.getState().kind).toBe('none');
  });

  it('says why a second file cannot be opened, and keeps the first', async () => {
    const { session, comparison } = start();
    session.open(file('one'));
    await opened(session);
    comparison.withSource({ kind: 'file', file: new File(['hello'], 'no.tar') });
    await vi.waitFor(() => expect(comparison.getState().kind).toBe('failed'), { timeout: 20_000 });
    expect(session.getState().kind).toBe('open');
  });

  it('takes another image of the second archive, and of the first', async () => {
    const { session, comparison } = start();
    session.open(file('one'));
    await opened(session);
    comparison.withSource({
      kind: 'file',
      file: new File([buildImage({ format: 'docker-archive', layers: layers('two') })], 'b.tar'),
    });
    const { archive } = await done(comparison);
    comparison.showImage(archive.images[0]?.key ?? '');
    expect((await done(comparison)).diff?.identity.b.layouts).toEqual(['docker-v1', 'docker-archive']);
    const own = session.getState();
    comparison.withImage(own.kind === 'open' ? (own.workspace.imageKey ?? '') : '');
    const same = await done(comparison);
    expect([same.isOwn, same.diff?.verdict]).toEqual([true, 'identical']);
  });
});
