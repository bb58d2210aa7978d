import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../bytes/hash';
import type { Duplicates } from '../model/duplicates';
import { pathOfNode, type FileTree } from '../model/fileTree';
import { buildTar, type TarEntry } from '../testing/buildTar';
import { layerFilesOf } from '../testing/layerFiles';
import { findDuplicates } from './duplicates';
import { stackLayers } from './stack';

async function duplicatesOf(
  pack: (tar: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>,
  ...layers: (readonly TarEntry[])[]
): Promise<{ tree: FileTree; found: Duplicates }> {
  let offset = 0;
  const stored: Uint8Array<ArrayBuffer>[] = [];
  const files = layers.map((entries) => {
    const tar = buildTar(entries);
    const bytes = pack(tar);
    const span = { offset, length: bytes.length };
    stored.push(bytes);
    offset += bytes.length;
    return { ...layerFilesOf(tar), span };
  });
  const tree = stackLayers(files);
  return { tree, found: await findDuplicates({ blob: new Blob(stored) }, tree, files) };
}
const big = 'x'.repeat(300_000);
const layers: (readonly TarEntry[])[] = [
  [
    { name: 'a', body: big },
    { name: 'b', body: 'yy' },
    { name: 'c', body: 'zz' },
    { name: 'empty' },
    { name: 'nothing' },
  ],
  [
    { name: 'd/copy', body: big },
    { name: 'e', body: 'yy' },
    { name: 'alone', body: 'w' },
  ],
];

describe('findDuplicates', () => {
  it.each([
    ['plain', (tar: Uint8Array<ArrayBuffer>) => tar],
    ['gzip', (tar: Uint8Array<ArrayBuffer>) => new Uint8Array(gzipSync(tar))],
  ])('finds the same bytes under other paths: %s layers', async (_, pack) => {
    const { tree, found } = await duplicatesOf(pack, ...layers);
    expect(found).toMatchObject({ groupCount: 2, bytes: 300_002, unread: [] });
    const paths = found.groups.map(({ events }) =>
      events.map((event) => pathOfNode(tree.nodes, tree.events.node[event] ?? 0)),
    );
    expect(paths).toEqual([
      ['a', 'd/copy'],
      ['b', 'e'],
    ]);
    expect(found.groups[1]?.digest).toBe(await sha256(new TextEncoder().encode('yy')));
  });

  it('says which layers could not be read', async () => {
    const { found } = await duplicatesOf((tar) => new Uint8Array(gzipSync(tar)).slice(0, -300), ...layers);
    expect(found.unread).toContain(0);
  });
});
