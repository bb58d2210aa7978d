import { expect, it } from 'vitest';
import { createExporter } from './exporter';
import { createSession } from './session';
import type { Posting, SessionState } from './state';
import { fakeEngine } from './testing/fakeEngine';

function start(posted?: Posting) {
  const { pool } = fakeEngine();
  const session = createSession(pool);
  const left: string[] = [];
  const exporter = createExporter(session, {
    save: (name) => void left.push(name),
    choose: (name) => Promise.resolve(left.push(`choose ${name}`) > 0 ? 'download' : 'cancelled'),
  });
  const opened = new Promise<SessionState>((resolve) => {
    session.subscribe(() => session.getState().kind === 'open' && resolve(session.getState()));
  });
  session.open({ kind: 'file', file: new File(['x'], 'a.tar'), ...(posted && { posted }) });
  return { session, exporter, left, opened, dispose: () => pool.dispose() };
}

it.each([undefined, { title: null, localOnly: false }])('lets what is open out (posted: %o)', async (posted) => {
  const { session, exporter, left, opened, dispose } = start(posted);
  await opened;
  exporter.save('a.csv', '');
  expect(await exporter.choose('b.tar')).toBe('download');
  expect(left).toEqual(['a.csv', 'choose b.tar']);
  // The fake engine has none; it is asked.
  await expect(session.snapshot([], null)).rejects.not.toMatchObject({
    message: expect.stringContaining('kept') as string,
  });
  dispose();
});

it('lets nothing of what is kept out: no file, no place to save it in, no snapshot', async () => {
  const { session, exporter, left, opened, dispose } = start({ title: null, localOnly: true });
  await opened;
  exporter.save('a.csv', '');
  expect(await exporter.choose('b.tar')).toBe('cancelled');
  expect(left).toEqual([]);
  await expect(session.snapshot([], null)).rejects.toMatchObject({
    message: expect.stringContaining('kept') as string,
  });
  dispose();
});
