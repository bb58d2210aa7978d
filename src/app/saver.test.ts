import { describe, expect, it, vi } from 'vitest';
import { EngineError } from '../core/errors';
import type { Saved } from '../worker/methods';
import { createSaver, type SaverOptions } from './saver';
import type { SaveOptions } from './state';

const WHAT = { kind: 'image', target: 'oci-archive-skopeo' } as const;
const FILE = { name: 'chosen.tar' } as FileSystemFileHandle;
const until = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 2_000, interval: 5 });

/** A session whose save is ended by the test. */
function start(choose: SaverOptions['choose']) {
  let end!: { resolve: (saved: Saved) => void; reject: (error: Error) => void };
  let options: SaveOptions = {};
  const downloaded: string[] = [];
  const cut: string[] = [];
  const save = vi.fn((_what: unknown, _file: unknown, given: SaveOptions = {}) => {
    options = given;
    return new Promise<Saved>((resolve, reject) => {
      end = { resolve, reject };
      given.signal?.addEventListener('abort', () => reject(new EngineError('cancelled', 'cancelled')));
    });
  });
  const saver = createSaver({
    session: { save },
    choose,
    download: (name) => downloaded.push(name),
    onCut: (name) => cut.push(name),
  });
  return {
    saver,
    save,
    downloaded,
    cut,
    end: () => end,
    progress: (done: number) => options.onProgress?.({ done, total: 10 }),
  };
}

describe('the saver', () => {
  it('writes into the file that is chosen, and says how far it is', async () => {
    const { saver, save, downloaded, end, progress } = start(() => Promise.resolve(FILE));
    saver.start(WHAT, 'proposed.tar');
    await until(() => expect(saver.getState()).toMatchObject({ kind: 'running', name: 'chosen.tar' }));
    progress(4);
    await until(() => expect(saver.getState()).toMatchObject({ progress: { done: 4, total: 10 } }));
    saver.start(WHAT, 'second.tar');
    expect(save).toHaveBeenCalledExactlyOnceWith(WHAT, FILE, expect.anything());
    end().resolve({ size: 10, blob: null });
    await until(() => expect(saver.getState()).toEqual({ kind: 'saved', name: 'chosen.tar', size: 10, where: 'file' }));
    expect(downloaded).toEqual([]);
    saver.dismiss();
    expect(saver.getState()).toEqual({ kind: 'idle' });
  });

  it('downloads where there is no choice', async () => {
    const { saver, save, downloaded, end } = start(() => Promise.resolve('download'));
    saver.start(WHAT, 'a.tar');
    await until(() => expect(save).toHaveBeenCalledWith(WHAT, null, expect.anything()));
    end().resolve({ size: 3, blob: new Blob(['abc']) });
    await until(() => expect(saver.getState()).toMatchObject({ kind: 'saved', where: 'download', size: 3 }));
    expect(downloaded).toEqual(['a.tar']);
  });

  it('does nothing when no file is chosen, and can be asked again', async () => {
    const choose = vi.fn(() => Promise.resolve('cancelled' as const));
    const { saver, save } = start(choose);
    saver.start(WHAT, 'a.tar');
    await until(() => expect(choose).toHaveBeenCalledTimes(1));
    await until(() => {
      saver.start(WHAT, 'a.tar');
      expect(choose).toHaveBeenCalledTimes(2);
    });
    expect(save).not.toHaveBeenCalled();
    expect(saver.getState()).toEqual({ kind: 'idle' });
  });

  it('is silent after a cancel, and says why it failed', async () => {
    const { saver, save, cut, end } = start(() => Promise.resolve(FILE));
    saver.start(WHAT, 'a.tar');
    await until(() => expect(save).toHaveBeenCalledTimes(1));
    saver.cancel();
    await until(() => expect(saver.getState()).toEqual({ kind: 'idle' }));
    expect(cut).toEqual([]);
    await until(() => {
      saver.start(WHAT, 'a.tar');
      expect(save).toHaveBeenCalledTimes(2);
    });
    end().reject(new EngineError('layer-differs', 'no', { path: 'layer.tar' }));
    await until(() =>
      expect(saver.getState()).toMatchObject({
        kind: 'failed',
        failure: { code: 'layer-differs', details: { path: 'layer.tar' } },
      }),
    );
  });

  it.each([
    [
      'what is open is closed',
      (end: { reject: (error: Error) => void }) => end.reject(new EngineError('cancelled', 'closed')),
    ],
    ['it is left', (_: unknown, leave: () => void) => leave()],
  ])('tells what was cut short when %s', async (_, happen) => {
    const { saver, save, cut, end } = start(() => Promise.resolve(FILE));
    saver.start(WHAT, 'a.tar');
    await until(() => expect(save).toHaveBeenCalledTimes(1));
    happen(end(), saver.leave);
    await until(() => expect(cut).toEqual(['chosen.tar']));
    expect(saver.getState()).toEqual({ kind: 'idle' });
  });
});
