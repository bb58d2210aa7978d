import { describe, expect, it } from 'vitest';
import { textOf, type Piece } from '../model/configView';
import { textAt } from '../model/members';
import { FILE_STATES, type ImageDiff } from '../model/imageDiff';
import { buildImage } from '../testing/buildImage';
import type { TarEntry } from '../testing/buildTar';
import { buildTar } from '../testing/buildTar';
import { compareSides, openSide, told } from '../testing/diffSides';
import type { JsonObject } from '../testing/goJson';
import { plainLayout, type PlainLayout } from '../testing/plainLayout';

const base: readonly TarEntry[] = [
  { name: 'etc/', type: 'directory', mtime: 100 },
  { name: 'etc/name', body: 'base\n', mtime: 100, uname: 'root', gname: 'root' },
  { name: 'etc/same', body: 'kept\n', mtime: 100 },
];
const app: readonly TarEntry[] = [{ name: 'app', body: 'run\n', mode: 0o755, mtime: 100 }];
const config: JsonObject = {
  created: '2024-05-01T10:00:00Z',
  architecture: 'amd64',
  os: 'linux',
  config: { Env: ['PATH=/bin', 'LANG=C'], Cmd: ['/app'], Labels: { team: 'blue' } },
};
const plain: PlainLayout = { layers: [base, app], config };

/** Enough that levels of gzip differ. */
const bulk: readonly TarEntry[] = [
  { name: 'bulk', body: Array.from({ length: 3000 }, (_, at) => `${at} ${(at * 7919) % 1013}`).join('\n') },
];

async function compare(a: PlainLayout, b: PlainLayout): Promise<ImageDiff> {
  return compareSides(await openSide(plainLayout(a)), await openSide(plainLayout(b)));
}
const withConfig = (change: JsonObject): PlainLayout => ({ ...plain, config: { ...config, ...change } });
const states = ({ layers }: ImageDiff): string[] =>
  layers.map(({ state, a, b }) => `${a?.number ?? '-'}:${b?.number ?? '-'} ${state}`);
const files = ({ files: { count, paths, state } }: ImageDiff): string[] =>
  Array.from({ length: count }, (_, at) => `${textAt(paths, at)} ${FILE_STATES[state[at] ?? 0]}`).filter(
    (line) => !line.endsWith(' same'),
  );

describe('diffImages', () => {
  it('says that an image is itself', async () => {
    const diff = await compare(plain, plain);
    expect(told(diff)).toEqual(['identical']);
    expect(diff.bytes.a).toBe(diff.sharedBytes);
    expect(files(diff)).toEqual([]);
  });

  const causes: readonly (readonly [name: string, b: PlainLayout, told: readonly string[], a?: PlainLayout])[] = [
    [
      'files with another time',
      { ...plain, layers: [base.map((each) => ({ ...each, mtime: 200 })), app] },
      ['metadata', 'file-times 3'],
    ],
    ['another time in the config', withConfig({ created: '2025-01-01T00:00:00Z' }), ['metadata', 'config-created 1']],
    ['gzip instead of plain tars', { ...plain, gzip: 6 }, ['same', 'compression 2']],
    [
      'another level of gzip',
      { layers: [bulk], config, gzip: 1 },
      ['same', 'compressor 1'],
      { layers: [bulk], config, gzip: 9 },
    ],
    [
      'a file of other bytes and the same size',
      { ...plain, layers: [base, [{ ...app[0], name: 'app', body: 'RUN\n' }]] },
      ['different', 'files-changed 1'],
    ],
    [
      'a file of another size',
      { ...plain, layers: [base, [{ ...app[0], name: 'app', body: 'longer' }]] },
      ['different', 'files-changed 1'],
    ],
    [
      'a file more in a layer',
      { ...plain, layers: [base, [...app, { name: 'new', body: 'x' }]] },
      ['different', 'entries-added 1'],
    ],
    [
      'a layer inserted',
      { ...plain, layers: [base, [{ name: 'between', body: 'x' }], app] },
      ['different', 'layers-added 1'],
    ],
    ['a layer less', { ...plain, layers: [base] }, ['different', 'layers-removed 1']],
    [
      'a layer that changes nothing',
      { ...plain, layers: [base, [{ name: 'etc/', type: 'directory', mtime: 100 }], app] },
      ['same', 'layers-added 1'],
    ],
    ['both layers made one', { ...plain, layers: [[...base, ...app]] }, ['same', 'layers-regrouped 3']],
    [
      'other labels',
      withConfig({ config: { Env: ['PATH=/bin', 'LANG=C'], Cmd: ['/app'], Labels: { team: 'red', 'x/y': '1' } } }),
      ['metadata', 'labels 2'],
    ],
    [
      'another variable of the environment',
      withConfig({ config: { Env: ['LANG=C', 'PATH=/usr/bin'], Cmd: ['/app'], Labels: { team: 'blue' } } }),
      ['different', 'environment 1'],
    ],
    [
      'another command',
      withConfig({ config: { Env: ['PATH=/bin', 'LANG=C'], Cmd: ['/other'], Labels: { team: 'blue' } } }),
      ['different', 'execution 1'],
    ],
    ['another platform', withConfig({ architecture: 'arm64' }), ['different', 'platform 1']],
    [
      'empty members',
      withConfig({ author: '', config: { ...(config['config'] as JsonObject), Volumes: null } }),
      ['same', 'config-empty 2'],
    ],
    ["members of Docker's builder", withConfig({ docker_version: '20.10' }), ['same', 'builder-fields 1']],
    [
      'keys in another order',
      { ...plain, config: Object.fromEntries(Object.entries(config).reverse()) },
      ['same', 'key-order 1'],
    ],
    ['indented documents', { ...plain, write: (value) => JSON.stringify(value, null, 2) }, ['same', 'whitespace 2']],
    [
      'other escapes in documents',
      { ...plain, write: (value) => JSON.stringify(value).replaceAll('/', '\\/') },
      ['same', 'json-spelling 2'],
    ],
    ['media types of Docker', { ...plain, docker: true }, ['same', 'media-types 4']],
    ['annotations', { ...plain, annotations: { note: 'x' } }, ['metadata', 'annotations 1']],
    [
      'entries in another order',
      { ...plain, layers: [[base[0], base[2], base[1]].flatMap((each) => each ?? []), app] },
      ['same', 'entry-order 1'],
    ],
    [
      'names of owners',
      { ...plain, layers: [base.map((each) => (each.uname ? { ...each, uname: 'me' } : each)), app] },
      ['metadata', 'owner-names 1'],
    ],
    [
      'numbers of owners',
      { ...plain, layers: [base, app.map((each) => ({ ...each, uid: 5 }))] },
      ['metadata', 'file-owners 1'],
    ],
    [
      'modes',
      { ...plain, layers: [base, app.map((each) => ({ ...each, mode: 0o700 }))] },
      ['metadata', 'file-modes 1'],
    ],
    [
      'extended attributes',
      { ...plain, layers: [base, app.map((each) => ({ ...each, pax: { 'SCHILY.xattr.user.a': '1' } }))] },
      ['metadata', 'file-xattrs 1'],
    ],
    [
      'records that are no part of a file',
      { ...plain, layers: [base, app.map((each) => ({ ...each, pax: { comment: 'hello' } }))] },
      ['same', 'tar-headers 1'],
    ],
    [
      'names that begin with ./',
      { ...plain, layers: [base, app.map((each) => ({ ...each, name: `./${each.name}` }))] },
      ['same', 'entry-spelling 1'],
    ],
    ['a tar without an end', { ...plain, layers: [base, buildTar(app, { end: false })] }, ['same', 'tar-padding 1']],
    [
      'what a later layer hides',
      { ...plain, layers: [[{ name: 'app', body: 'two' }], app] },
      ['metadata', 'files-changed 1'],
      { ...plain, layers: [[{ name: 'app', body: 'one' }], app] },
    ],
    [
      'whiteouts that hide nothing',
      { ...plain, layers: [base, [...app, { name: '.wh.none' }]] },
      ['same', 'whiteouts 1'],
    ],
    [
      'another name of a hard-linked file stores its bytes',
      {
        ...plain,
        layers: [
          [
            { name: 'b', body: 'x' },
            { name: 'a', type: 'hardlink', link: 'b' },
          ],
        ],
      },
      ['same', 'hard-links 2', 'entry-order 1'],
      {
        ...plain,
        layers: [
          [
            { name: 'a', body: 'x' },
            { name: 'b', type: 'hardlink', link: 'a' },
          ],
        ],
      },
    ],
    [
      'history',
      withConfig({ history: [{ created: '2025-01-01T00:00:00Z', created_by: 'b' }] }),
      ['metadata', 'history-created 1', 'history 1'],
      withConfig({ history: [{ created: '2024-01-01T00:00:00Z', created_by: 'a' }] }),
    ],
  ];
  for (const [name, b, expected, a = plain] of causes) {
    it(`explains ${name} with exactly its cause`, async () => {
      expect(told(await compare(a, b))).toEqual(expected);
    });
  }

  it('explains the step of an inserted layer with the layer', async () => {
    const history = (steps: readonly string[]): JsonObject => ({
      ...config,
      history: steps.map((created_by) => ({ created: '2024-01-01T00:00:00Z', created_by })),
    });
    const diff = await compare(
      { layers: [base, app], config: history(['base', 'app']) },
      { layers: [base, [{ name: 'between', body: 'x' }], app], config: history(['base', 'between', 'app']) },
    );
    expect(told(diff)).toEqual(['different', 'layers-added 1']);
    expect(states(diff)).toEqual(['1:1 same', '-:2 only-b', '2:3 same']);
  });

  it('shifts layers that are rebuilt, too, by what is in them', async () => {
    const rebuilt = (layer: readonly TarEntry[]): TarEntry[] => layer.map((each) => ({ ...each, mtime: 300 }));
    const diff = await compare(plain, {
      ...plain,
      layers: [rebuilt(base), [{ name: 'between', body: 'x' }], rebuilt(app)],
    });
    expect(states(diff)).toEqual(['1:1 changed', '-:2 only-b', '2:3 changed']);
    expect(told(diff)).toEqual(['different', 'layers-added 1', 'file-times 4']);
    expect(files(diff)).toEqual([
      'app changed',
      'between only-b',
      'etc changed',
      'etc/name changed',
      'etc/same changed',
    ]);
  });

  it('lists what differs by key', async () => {
    const { config: documents } = await compare(
      plain,
      withConfig({ config: { Env: ['PATH=/usr/bin', 'LANG=C'], Cmd: ['/app'], Labels: { 'x/y': '1' } } }),
    );
    const whole = (pieces: readonly Piece[] | null): string | null => pieces && textOf(pieces, () => true);
    expect(documents.values.map((each) => ({ ...each, a: whole(each.a), b: whole(each.b) }))).toEqual([
      {
        key: ['config', 'Env', 'PATH'],
        state: 'changed',
        a: '"PATH=/bin"',
        b: '"PATH=/usr/bin"',
        cause: 'environment',
      },
      { key: ['config', 'Labels', 'team'], state: 'only-a', a: '"blue"', b: null, cause: 'labels' },
      { key: ['config', 'Labels', 'x/y'], state: 'only-b', a: null, b: '"1"', cause: 'labels' },
    ]);
  });

  it('does not call files the same that it could not read', async () => {
    const cut = (layer: readonly TarEntry[]): Uint8Array<ArrayBuffer> => buildTar(layer).slice(0, 512 * 2 - 510);
    const diff = await compare(
      { ...plain, layers: [base, cut([{ name: 'app', body: 'one' }])] },
      { ...plain, layers: [base, cut([{ name: 'app', body: 'two' }])] },
    );
    expect(diff.verdict).toBe('unknown');
  });

  it('does not believe the config of a damaged layer', async () => {
    const bytes = new Uint8Array(await plainLayout({ layers: [bulk, app], config, gzip: 9 }).arrayBuffer());
    const at = bytes.findIndex((byte, index) => byte === 0x1f && bytes[index + 1] === 0x8b && bytes[index + 2] === 8);
    bytes.set([(bytes[at + 200] ?? 0) ^ 0xff], at + 200);
    const diff = await compareSides(
      await openSide(plainLayout({ layers: [bulk, app], config, gzip: 9 })),
      await openSide(new Blob([bytes])),
    );
    expect(states(diff)[0]).toBe('1:1 unknown');
    // Both manifests are the same bytes, and name the same digests.
    expect(diff.manifest.same).toBe(true);
    expect(told(diff)).toEqual(['unknown', 'layers-unread 1']);
  });

  it('tells random IDs of v1 from those that follow', async () => {
    const image = (v1Seed: string): Blob =>
      new Blob([buildImage({ format: 'docker-v1', layers: [base, app], v1Seed })]);
    const diff = await compareSides(await openSide(image('one')), await openSide(image('two')));
    expect(told(diff)).toEqual(['same', 'v1-ids 1']);
  });
});
