import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { layerFilesOf } from '../testing/layerFiles';
import { stackLayers } from '../layers/stack';
import { pathOfNode, type FileTree } from '../model/fileTree';
import type { FileViewQuery } from '../model/fileView';
import type { LayerFiles } from '../model/layerFiles';
import { memberAt } from '../model/members';
import { TarStream } from '../tar/stream';
import { buildTar, type TarEntry } from '../testing/buildTar';
import { packBytes } from '../testing/packBytes';
import { packFile } from './file';
import { packFolder } from './folder';

const LONG = 'x'.repeat(700_000);
const LAYERS: readonly (readonly TarEntry[])[] = [
  [
    { name: 'etc/', type: 'directory', mode: 0o755, uid: 5 },
    { name: 'etc/b', body: 'old', mode: 0o600, uid: 7, gid: 8, mtime: 99 },
    { name: 'etc/empty' },
    { name: 'other/out', body: 'outside' },
    { name: 'etc/gone', body: 'gone' },
    { name: 'etc/deep/long', body: LONG },
    { name: 'etc/link', type: 'symlink', link: '/etc/b' },
    { name: 'etc/same', type: 'hardlink', link: 'etc/deep/long' },
    { name: 'etc/from-out', type: 'hardlink', link: 'other/out' },
    { name: 'etc/again', type: 'hardlink', link: 'other/out' },
    { name: 'etc/fifo', type: 'fifo' },
  ],
  [
    { name: 'etc/.wh.gone' },
    { name: 'etc/b', body: 'new', mode: 0o4755 },
    { name: 'etc/z/', type: 'directory' },
    { name: 'etc/z/end', body: 'e' },
  ],
];

interface Made {
  readonly ref: { readonly blob: Blob };
  readonly layers: readonly LayerFiles[];
  readonly tree: FileTree;
}

function made(pack: (tar: Uint8Array) => Uint8Array): Made {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let offset = 0;
  const layers = LAYERS.map((entries) => {
    const tar = buildTar(entries);
    const stored = Uint8Array.from(pack(tar));
    const span = { offset, length: stored.length };
    parts.push(stored);
    offset += stored.length;
    return { ...layerFilesOf(tar), span };
  });
  return { ref: { blob: new Blob(parts) }, layers, tree: stackLayers(layers) };
}

const FINAL: FileViewQuery = { scope: 'final', layer: 0 };
const nodeOf = ({ tree }: Made, path: string): number =>
  Array.from({ length: tree.nodes.count }, (_, node) => node).find((node) => pathOfNode(tree.nodes, node) === path) ??
  -1;

async function saved(image: Made, path: string, query = FINAL) {
  const { layers, tree } = image;
  const pack = packFolder(image.ref, { layers, tree, query, node: nodeOf(image, path) });
  const bytes = await packBytes(pack);
  expect(bytes.length).toBe(pack.size);
  const bodies = new Map<number, string>();
  const stream = new TarStream(({ index }) => (chunk) => {
    bodies.set(index, (bodies.get(index) ?? '') + Buffer.from(chunk).toString('latin1'));
  });
  stream.take(bytes);
  const { columns, diagnostics, cut } = stream.finish();
  expect({ diagnostics, cut }).toEqual({ diagnostics: [], cut: false });
  const members = Array.from({ length: columns.count }, (_, i) => ({ ...memberAt(columns, i), body: bodies.get(i) }));
  return { bytes, members };
}

describe.each([
  ['none', (tar: Uint8Array) => tar],
  ['gzip', (tar: Uint8Array) => gzipSync(tar)],
])('a folder of layers stored as %s', (_, pack) => {
  const image = made(pack);

  it('is a tar of what is there in the end', async () => {
    const { members } = await saved(image, 'etc');
    const listed = members.map(({ name, type, link, body }) => [name, type, link || (body ?? '').slice(0, 8)]);
    expect(listed).toEqual([
      ['etc/', 'directory', ''],
      ['etc/deep/', 'directory', ''],
      ['etc/z/', 'directory', ''],
      ['etc/empty', 'file', ''],
      ['etc/from-out', 'file', 'outside'],
      ['etc/deep/long', 'file', 'xxxxxxxx'],
      ['etc/b', 'file', 'new'],
      ['etc/z/end', 'file', 'e'],
      ['etc/same', 'hardlink', 'etc/deep/long'],
      ['etc/again', 'hardlink', 'etc/from-out'],
      ['etc/link', 'symlink', '/etc/b'],
    ]);
    expect(members.find(({ name }) => name === 'etc/deep/long')?.body).toBe(LONG);
    expect(members.find(({ name }) => name === 'etc/b')).toMatchObject({ mode: 0o4755, uid: 0 });
    expect(members[0]).toMatchObject({ mode: 0o755, uid: 5 });
  });

  it('is what the view shows', async () => {
    const { members } = await saved(image, 'etc', { scope: 'upto', layer: 0 });
    expect(members.find(({ name }) => name === 'etc/b')).toMatchObject({ body: 'old', mode: 0o600, uid: 7, mtime: 99 });
    expect(members.map(({ name }) => name)).toContain('etc/gone');
    const inner = await saved(image, 'etc/z');
    expect(inner.members.map(({ name }) => name)).toEqual(['z/', 'z/end']);
    const all = await saved(image, '');
    expect(all.members.map(({ name }) => name)).toContain('other/out');
  });

  it('is the same each time', async () => {
    expect((await saved(image, 'etc')).bytes).toEqual((await saved(image, 'etc')).bytes);
  });

  it('gives one file alone', async () => {
    const entries = image.layers[0]?.entries;
    const span = image.layers[0]?.span;
    if (!entries || !span) throw new Error('no layer');
    const { data, size } = memberAt(entries, 5);
    const file = { span, path: 'etc/deep/long', data, size };
    expect(Buffer.from(await packBytes(await packFile(image.ref, file, null))).toString()).toBe(LONG);
    const beyond = { ...file, size: 10_000_000 };
    await expect((async () => packBytes(await packFile(image.ref, beyond, null)))()).rejects.toMatchObject({
      code: 'layer-differs',
      details: { path: 'etc/deep/long', expected: 10_000_000 },
    });
  });
});
