import { describe, expect, it } from 'vitest';
import { pathOfNode } from '../model/fileTree';
import type { FileQuery } from '../model/fileView';
import { buildTar } from '../testing/buildTar';
import { layerFilesOf } from '../testing/layerFiles';
import { fileRows } from './rows';
import { stackLayers } from './stack';

const tree = stackLayers(
  [
    [
      { name: 'z/', type: 'directory' as const, mtime: 9 },
      { name: 'z/big', body: 'x'.repeat(900), mtime: 1 },
      { name: 'z/q/small', body: 'x', mtime: 5 },
      { name: 'a', body: 'xx', mtime: 3 },
      { name: 'm/n/o', body: 'yyy', mtime: 2 },
    ],
    [{ name: 'z/.wh.big' }, { name: 'z/new', body: 'n', mtime: 7 }],
  ].map((entries) => layerFilesOf(buildTar(entries))),
);
const ALL: FileQuery = { scope: 'final', layer: 0, shape: 'tree', sort: 'name', descending: false, filter: '' };
const rows = (query: Partial<FileQuery>): { paths: string[]; after: number[]; passing: number } => {
  const { nodes, after, passing } = fileRows(tree, { ...ALL, ...query });
  return { paths: [...nodes].map((node) => pathOfNode(tree.nodes, node)), after: [...after], passing };
};

describe('fileRows', () => {
  it('lists a tree, and where each folder ends', () => {
    expect(rows({})).toEqual({
      paths: ['a', 'm', 'm/n', 'm/n/o', 'z', 'z/new', 'z/q', 'z/q/small'],
      after: [1, 4, 4, 4, 8, 6, 8, 8],
      passing: 4,
    });
  });

  it('sorts within folders', () => {
    expect(rows({ sort: 'size', descending: true }).paths).toEqual([
      'm',
      'm/n',
      'm/n/o',
      'a',
      'z',
      'z/new',
      'z/q',
      'z/q/small',
    ]);
    expect(rows({ scope: 'upto', layer: 0, sort: 'size', descending: true }).paths[0]).toBe('z');
  });

  it('lists files in one order', () => {
    expect(rows({ shape: 'list', sort: 'time' }).paths).toEqual(['m/n/o', 'a', 'z/q/small', 'z/new']);
    expect(rows({ shape: 'list', descending: true }).paths).toEqual(['z/q/small', 'z/new', 'm/n/o', 'a']);
  });

  it('keeps the folders of what passes a filter', () => {
    expect(rows({ filter: '/^M.*O$/' })).toEqual({ paths: ['m', 'm/n', 'm/n/o'], after: [3, 3, 3], passing: 1 });
    expect(rows({ filter: 'nowhere' })).toEqual({ paths: [], after: [], passing: 0 });
    expect(rows({ types: ['directory'], shape: 'list' }).paths).toEqual(['m', 'm/n', 'z', 'z/q']);
  });

  it('lists what one layer did', () => {
    expect(rows({ scope: 'layer', layer: 1 }).paths).toEqual(['z', 'z/big', 'z/new']);
    expect(rows({ scope: 'upto', layer: 1, changes: ['removed'] })).toMatchObject({
      paths: ['z', 'z/big'],
      passing: 1,
    });
  });
});
