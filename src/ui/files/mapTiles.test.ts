import { describe, expect, it } from 'vitest';
import { fileRows, stackLayers } from '../../core/engine';
import { pathOfNode } from '../../core/model/fileTree';
import { buildTar } from '../../core/testing/buildTar';
import { layerFilesOf } from '../../core/testing/layerFiles';
import { mapTiles } from './mapTiles';

const body = (size: number): string => 'x'.repeat(size);
const tree = stackLayers([
  layerFilesOf(
    buildTar([
      { name: 'usr/lib/a', body: body(500) },
      { name: 'usr/lib/b', body: body(100) },
      { name: 'usr/bin', body: body(200) },
      { name: 'etc/x', body: body(199) },
      { name: 'tiny', body: body(1) },
    ]),
  ),
]);
const rows = fileRows(tree, { scope: 'final', layer: 0, shape: 'tree', sort: 'size', descending: true, filter: '' });
const tiles = (top: string | null): string[] =>
  mapTiles(rows, top === null ? -1 : rows.nodes.findIndex((node) => pathOfNode(tree.nodes, node) === top)).map(
    ({ node, depth, start, width }) =>
      `${pathOfNode(tree.nodes, node)} ${depth} ${start.toFixed(1)} ${width.toFixed(1)}`,
  );

describe('mapTiles', () => {
  it('gives each folder and file its share, and leaves out what cannot be seen', () => {
    expect(tiles(null)).toEqual([
      'usr 0 0.0 80.0',
      'usr/lib 1 0.0 60.0',
      'usr/lib/a 2 0.0 50.0',
      'usr/lib/b 2 50.0 10.0',
      'usr/bin 1 60.0 20.0',
      'etc 0 80.0 19.9',
      'etc/x 1 80.0 19.9',
    ]);
  });

  it('begins at a folder', () => {
    expect(tiles('usr/lib')).toEqual(['usr/lib/a 0 0.0 83.3', 'usr/lib/b 0 83.3 16.7']);
  });
});
