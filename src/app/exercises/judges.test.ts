import { afterEach, describe, expect, it, vi } from 'vitest';
import { sampleFile } from '../../core/testing/samples';
import { loopback } from '../../worker/loopback';
import { methods } from '../../worker/methods';
import { createPool, type EnginePool } from '../../worker/pool';
import { createComparison, type Compared } from '../comparison';
import { createSession } from '../session';
import type { Session } from '../state';
import { DEFAULT_VIEW, type ViewState } from '../viewState';
import { EXERCISES } from './index';
import type { Given, Task } from './model';

const engines: EnginePool[] = [];
afterEach(() => engines.splice(0).forEach((engine) => engine.dispose()));

const loadSample = (name: string): Promise<File> => Promise.resolve(sampleFile(name));

interface Prepared {
  readonly session: Session;
  readonly engine: EnginePool;
  readonly task: Task;
}

async function prepare(number: number, sample: string, seat = 0): Promise<Prepared> {
  const engine = createPool({ size: 2, spawn: async () => loopback(methods) });
  engines.push(engine);
  const session = createSession(engine);
  session.open({ kind: 'file', file: await loadSample(sample) });
  const workspace = await vi.waitFor(
    () => {
      const state = session.getState();
      if (state.kind !== 'open') throw new Error(state.kind);
      expect(state.workspace.measuring.status).toBe('done');
      expect(state.workspace.representations.map(({ cannot }) => cannot)).toEqual([null, null, null]);
      return state.workspace;
    },
    { timeout: 20_000, interval: 10 },
  );
  const task = await EXERCISES[number - 1]?.prepare({ workspace, session, engine, loadSample }, seat);
  if (!task) throw new Error('nothing to ask');
  return { session, engine, task };
}

interface Situation {
  readonly view?: Partial<ViewState>;
  readonly compared?: Compared | null;
  readonly hasPredicted?: boolean;
}

/** What an answer lacks: nothing where it is right. */
function lacks(task: Task, given: Given, { view, compared = null, hasPredicted = true }: Situation = {}): string[] {
  const now = { view: { ...DEFAULT_VIEW, ...view }, compared, hasPredicted };
  return task
    .judge(given, now)
    .remarks.map(({ code, field, values }) =>
      [code, field, ...Object.values(values)].filter((each) => each !== null).join(' '),
    );
}

const config = 'blobs/sha256/dae33227dab33f0c0c0d5f20757e0e3aad44fbf50675b9a3f52d0ae8765db6a8';
const manifest = 'blobs/sha256/7b13e3d58ab8723ccac494ba8f7adb2d2063c3e2acc1d66be01812cc2eb06882';

describe('each exercise knows the right answer and a wrong one', () => {
  it('1: the size in a header, in octal', async () => {
    const { task } = await prepare(1, 'hello-docker25');
    expect(task.values).toMatchObject({ octal: '00000000621', size: '401' });
    expect(lacks(task, { size: '401' })).toEqual([]);
    expect(lacks(task, { size: '0x191' })).toEqual([]);
    expect(lacks(task, { size: '621' })).toEqual(['octal size']);
    expect(lacks(task, { size: '400' })).toEqual(['wrong size']);
    expect(lacks(task, { size: 'many' })).toEqual(['not-a-number size']);
    const neighbour = await prepare(1, 'hello-docker25', 1);
    expect(lacks(neighbour.task, { size: '477' })).toEqual([]);
    expect(lacks(neighbour.task, { size: '401' })).toEqual(['wrong size']);
  });

  it('2: members that are no blobs', async () => {
    const { task } = await prepare(2, 'hello-docker25');
    const members = ['oci-layout', 'index.json', 'repositories', 'manifest.json'];
    expect(lacks(task, { members })).toEqual([]);
    expect(lacks(task, { members: ['index.json', config] })).toEqual(['set members 3 1']);
    const neighbour = await prepare(2, 'hello-oci', 1);
    expect(lacks(neighbour.task, { members: ['index.json', 'oci-layout'] })).toEqual([]);
    expect(lacks(neighbour.task, { members })).toEqual(['set members 0 2']);
  });

  it('3: layers of a v1 layout in order', async () => {
    const { task } = await prepare(3, 'hello-v1');
    const byStart = (start: string): string => task.options['layers']?.find(({ id }) => id.startsWith(start))?.id ?? '';
    const right = ['bca6e386', '50db240d', 'bf949020', '1c037165'].map(byStart);
    expect(lacks(task, { layers: right })).toEqual([]);
    expect(lacks(task, { layers: right.toReversed() })).toEqual(['order layers 0']);
    const [base, second, third, top] = right;
    expect(lacks(task, { layers: [base ?? '', third ?? '', second ?? '', top ?? ''] })).toEqual(['order layers 1']);
    expect(task.options['layers']?.map(({ id }) => id)).not.toEqual(right);
  });

  it('4: a flip that was predicted', async () => {
    const { task } = await prepare(4, 'hello-docker25');
    const right = { noticed: ['oci', 'v2s2'] };
    const flipped = { view: { flip: 'layer:2@a1b^0e' } };
    expect(lacks(task, right, flipped)).toEqual([]);
    expect(lacks(task, right, { view: { flip: 'orphan;inside:2@a1b^0e' } })).toEqual([]);
    expect(lacks(task, right)).toEqual(['not-flipped 2']);
    expect(lacks(task, right, { view: { flip: 'layer:1@a1b^0e' } })).toEqual(['not-flipped 2']);
    expect(lacks(task, right, { ...flipped, hasPredicted: false })).toEqual(['not-predicted']);
    expect(lacks(task, { noticed: ['v1', 'v2s2', 'oci'] }, flipped)).toEqual(['set noticed 0 1']);
  });

  it('5: the image ID in three places', async () => {
    const { task } = await prepare(5, 'hello-docker25');
    const right = ['part:config', 'value:manifest.json#/0/Config', `value:${manifest}#/config/digest`];
    expect(lacks(task, { places: right })).toEqual([]);
    expect(lacks(task, { places: [`value:${config}`, 'value:manifest.json', `value:${manifest}`] })).toEqual([]);
    expect(lacks(task, { places: [...right.slice(1), 'value:index.json'] })).toContain('place places 3');
    expect(
      lacks(task, { places: ['part:config', `value:${config}#/os`, 'value:index.json#/manifests/0/digest'] }),
    ).toEqual(['place-twice places 2', 'place places 3', 'place-missing places 2']);
    expect(lacks(task, { places: ['part:layer:1', 'value:nothing#/a', 'oops'] })).toHaveLength(4);
  });

  it('6: steps that made no layer', async () => {
    const { task } = await prepare(6, 'hello-docker25');
    const empty = ['2', '3', '7', '8', '9'];
    expect(lacks(task, { empty, maker: '5' })).toEqual([]);
    expect(lacks(task, { empty: ['2', '6'], maker: '4' })).toEqual(['set empty 4 1', 'wrong maker']);
    const neighbour = await prepare(6, 'hello-docker25', 1);
    expect(lacks(neighbour.task, { empty, maker: '4' })).toEqual([]);
  });

  it('7: a deleted file that is still there', async () => {
    const { task } = await prepare(7, 'hello-docker25');
    expect(lacks(task, { path: '/app/draft.txt', still: 'yes', from: '2' })).toEqual([]);
    expect(lacks(task, { path: 'app/.wh.draft.txt', still: 'no', from: '4' })).toEqual([
      'wrong path',
      'wrong still',
      'wrong from',
    ]);
    const neighbour = await prepare(7, 'hello-oci', 1);
    expect(lacks(neighbour.task, { path: 'app/draft.txt', still: 'yes', from: '2' })).toEqual([]);
  });

  it('8: a schema 2 manifest made into an OCI one', async () => {
    const { task } = await prepare(8, 'hello-docker25');
    const start = task.start['manifest'] ?? '';
    const renamed = start
      .replace('vnd.docker.distribution.manifest.v2+json', 'vnd.oci.image.manifest.v1+json')
      .replace('vnd.docker.container.image.v1+json', 'vnd.oci.image.config.v1+json')
      .replaceAll('vnd.docker.image.rootfs.diff.tar', 'vnd.oci.image.layer.v1.tar');
    const judge = (text: string): string[] => lacks(task, { manifest: text });
    expect(judge(renamed)).toEqual([]);
    expect(judge(JSON.stringify(JSON.parse(renamed)))).toEqual([]);
    expect(judge(start)).toEqual([
      'still-named manifest /mediaType',
      'still-named manifest /config/mediaType',
      'still-named manifest /layers/0/mediaType',
      'still-named manifest /layers/1/mediaType',
      'still-named manifest /layers/2/mediaType',
    ]);
    expect(judge(renamed.replace('sha256:dae3', 'sha256:eae3'))).toEqual(['digest-changed manifest /config/digest']);
    expect(judge(renamed.replace('"size": 3657', '"size": 3658'))).toEqual(['other-change manifest /config/size']);
    expect(judge(renamed.replace('"schemaVersion": 2,', ''))).toEqual(['other-change manifest /schemaVersion']);
    expect(judge('{')).toEqual(['not-json manifest']);
  });

  it('9: the digest of a renamed manifest', async () => {
    const { task } = await prepare(9, 'hello-docker25');
    expect(lacks(task, { digest: 'sha256:7b13e3d5', same: 'different', reason: 'bytes' })).toEqual([]);
    expect(lacks(task, { digest: '7b1', same: 'same', reason: 'content' })).toEqual([
      'wrong digest',
      'wrong same',
      'wrong reason',
    ]);
    const neighbour = await prepare(9, 'hello-docker25', 1);
    expect(lacks(neighbour.task, { digest: '7b13e3d5', same: 'different', reason: 'bytes' })).toEqual(['wrong digest']);
  });

  it('10: where a byte was flipped', async () => {
    const { task } = await prepare(10, 'hello-flipped');
    expect(lacks(task, { layer: '2', file: 'app/README.md', infile: '27' })).toEqual([]);
    expect(lacks(task, { layer: '3', file: 'README.md', infile: '0x1c' })).toEqual([
      'wrong layer',
      'wrong file',
      'wrong infile',
    ]);
    const inLayer = await prepare(10, 'hello-flipped', 1);
    expect(inLayer.task.asked).toEqual(['layer', 'file', 'inlayer']);
    expect(lacks(inLayer.task, { layer: '2', file: '/app/README.md', inlayer: '0xa1b' })).toEqual([]);
    const inTar = await prepare(10, 'hello-flipped', 2);
    expect(lacks(inTar.task, { layer: '2', file: 'app/README.md', intar: '21019' })).toEqual([]);
  });

  it('11: one image by two tools', async () => {
    const { session, engine, task } = await prepare(11, 'hello-docker25');
    const comparison = createComparison(engine, session, loadSample);
    comparison.withSource({ kind: 'sample', name: 'hello-oci' });
    const compared = await vi.waitFor(
      () => {
        const state = comparison.getState();
        if (state.kind !== 'open') throw new Error(state.kind);
        expect(state.comparison.stage).toBe('done');
        return state.comparison;
      },
      { timeout: 20_000, interval: 10 },
    );
    const packaging = `${compared.diff?.counts.packaging ?? ''}`;
    const right = { layers: '4', files: '0', lost: 'healthcheck', packaging };
    const now = { view: { vs: 'sample:hello-oci' }, compared };
    expect(Number(packaging)).toBeGreaterThan(0);
    expect(lacks(task, right, now)).toEqual([]);
    expect(lacks(task, { layers: '0', files: '1', lost: 'env', packaging: '0' }, now)).toEqual([
      'wrong layers',
      'wrong files',
      'wrong lost',
      'wrong packaging',
    ]);
    expect(lacks(task, right)).toEqual(['not-compared hello-oci']);
    expect(lacks(task, right, { ...now, view: { vs: 'sample:hello-v1' } })).toEqual(['not-compared hello-oci']);
  });

  it('12: names that an attacker rewrites', async () => {
    const { task } = await prepare(12, 'hello-docker25');
    const right = { names: '11', left: 'pinned' };
    const hidden = { view: { flip: 'inside:2@a1b^0e;fix:5' } };
    expect(lacks(task, right, hidden)).toEqual([]);
    expect(lacks(task, { names: '1', left: 'config' }, hidden)).toEqual(['wrong names', 'wrong left']);
    expect(lacks(task, right, { view: { flip: 'inside:2@a1b^0e;fix:4' } })).toEqual(['not-hidden']);
    expect(lacks(task, right, { view: { flip: 'inside:3@a1b^0e;fix:5' } })).toEqual(['not-flipped 2']);
    expect(lacks(task, right)).toEqual(['not-flipped 2']);
    // `repositories` names the last layer, too.
    const neighbour = await prepare(12, 'hello-docker25', 1);
    const other = { view: { flip: 'layer:4@0^01;fix:5' } };
    expect(lacks(neighbour.task, { names: '12', left: 'pinned' }, other)).toEqual([]);
  });
});
