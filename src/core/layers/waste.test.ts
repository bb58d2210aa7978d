import { describe, expect, it } from 'vitest';
import { pathOfNode } from '../model/fileTree';
import type { Waste } from '../model/waste';
import { buildTar, type TarEntry } from '../testing/buildTar';
import { layerFilesOf } from '../testing/layerFiles';
import { stackLayers } from './stack';
import { findWaste } from './waste';

function wasteOf(...layers: (readonly TarEntry[])[]): Omit<Waste, 'rows'> & { rows: string[] } {
  const files = layers.map((entries) => layerFilesOf(buildTar(entries)));
  const tree = stackLayers(files);
  const { rows, ...waste } = findWaste(tree, files);
  return {
    ...waste,
    rows: rows.map(
      ({ node, bytes, copies, reason, hiddenBy }) =>
        `${pathOfNode(tree.nodes, node)} ${bytes} ${copies} ${reason} ${hiddenBy}`,
    ),
  };
}
const base: readonly TarEntry[] = [
  { name: 'a', body: 'x'.repeat(100) },
  { name: 'd/b', body: 'x'.repeat(50) },
  { name: 'd/c', body: 'x'.repeat(7) },
];

describe('findWaste', () => {
  it('is nothing where each byte is shown, for dive too', () => {
    expect(wasteOf(base, [{ name: 'new', body: 'n' }])).toMatchObject({
      stored: 158,
      shown: 158,
      wasted: 0,
      rows: [],
      dive: { wasted: 0, efficiency: 1, paths: 0 },
    });
  });

  it('counts what is replaced; dive counts the copy that is shown, too', () => {
    expect(wasteOf(base, [{ name: 'a', body: 'x'.repeat(30) }])).toMatchObject({
      stored: 187,
      shown: 87,
      wasted: 100,
      hidden: [100, 0],
      hides: [0, 100],
      rows: ['a 100 1 replaced 1'],
      dive: { wasted: 130, paths: 1, efficiency: 87 / 187, shownCopies: 30, folders: 0, unseen: 0 },
    });
  });

  it('counts what is removed, once; dive counts a folder that is removed with all that is in it', () => {
    expect(wasteOf(base, [{ name: '.wh.a' }, { name: '.wh.d' }])).toMatchObject({
      wasted: 157,
      rows: ['a 100 1 removed 1', 'd/b 50 1 removed 1', 'd/c 7 1 removed 1'],
      dive: { wasted: 100, paths: 1, efficiency: 114 / 214, shownCopies: 0, folders: 0, unseen: 57 },
    });
  });

  it('says what is there twice in one layer, and what is written again unchanged', () => {
    expect(
      wasteOf(
        [
          { name: 'a', body: 'xx' },
          { name: 'a', body: 'yyy' },
        ],
        [{ name: 'a', body: 'yyy' }],
      ).rows,
    ).toEqual(['a 5 2 repeated 1']);
    expect(
      wasteOf([
        { name: 'a', body: 'xx' },
        { name: 'a', body: 'yyy' },
      ]).rows,
    ).toEqual(['a 2 1 twice 0']);
  });

  it('does not count bytes that a hard link still shows', () => {
    const layer: TarEntry[] = [...base, { name: 'h', type: 'hardlink', link: 'a' }];
    expect(wasteOf(layer, [{ name: '.wh.a' }])).toMatchObject({ wasted: 0, rows: [] });
    expect(wasteOf(layer, [{ name: '.wh.a' }, { name: '.wh.h' }])).toMatchObject({ wasted: 100 });
  });

  it('counts what an opaque folder hides, which dive does not see', () => {
    expect(wasteOf(base, [{ name: 'd/.wh..wh..opq' }, { name: 'd/new', body: 'n' }])).toMatchObject({
      wasted: 57,
      dive: { wasted: 0, efficiency: 1, unseen: 57 },
    });
  });
});
