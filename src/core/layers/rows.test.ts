import { describe, expect, it } from 'vitest';
import { pathOfNode } from '../model/fileTree';
import type { FileQuery } from '../model/fileView';
import { buildTar, type TarEntry } from '../testing/buildTar';
import { layerFilesOf } from '../testing/layerFiles';
import { fileListing } from './listing';
import { fileRows } from './rows';
import { stackLayers } from './stack';

const layers = (
  [
    [
      { name: 'z/', type: 'directory', mtime: 9 },
      { name: 'z/big', body: 'x'.repeat(900), mtime: 1 },
      { name: 'z/q/small', body: 'x', mtime: 5 },
      { name: 'a', body: 'xx', mtime: 3 },
      { name: 'm/n/o', body: 'yyy', mtime: 2 },
    ],
    [{ name: 'z/.wh.big' }, { name: 'z/new', body: 'n', mtime: 7 }],
  ] satisfies TarEntry[][]
).map((entries) => layerFilesOf(buildTar(entries)));
const tree = stackLayers(layers);
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
    expect(rows({ scope: 'ever', shape: 'list', filter: 'big' }).paths).toEqual(['z/big']);
    expect(rows({ scope: 'ever', shape: 'list', changes: ['removed'] }).paths).toEqual(['z/big']);
    expect(rows({ scope: 'upto', layer: 1, changes: ['removed'] })).toMatchObject({
      paths: ['z', 'z/big'],
      passing: 1,
    });
  });

  it('counts what is listed, whatever is looked for', () => {
    const listed = (query: Partial<FileQuery>): number => fileRows(tree, { ...ALL, ...query }).listed;
    expect(listed({})).toBe(4);
    expect(listed({ filter: 'nowhere', types: ['file'] })).toBe(4);
    expect(listed({ types: ['directory'] })).toBe(8);
    expect(listed({ scope: 'upto', layer: 1, changes: ['removed'] })).toBe(5);
    expect(listed({ scope: 'layer', layer: 1 })).toBe(2);
  });
});

describe('fileListing', () => {
  const odd = [
    layerFilesOf(
      buildTar([
        {
          name: '=1+1',
          body: 'x',
          mode: 0o4755,
          uid: 7,
          gid: 8,
          mtime: 1.5,
          pax: { 'SCHILY.xattr.user.a': 'b', mtime: '1.5' },
        },
        { name: 'a "b", c', type: 'symlink', link: '-x' },
      ]),
    ),
  ];
  const query: FileQuery = { ...ALL, shape: 'list' };

  it('gives CSV that no spreadsheet runs', async () => {
    const text = await fileListing(stackLayers(odd), odd, query, 'csv').text();
    expect(text.split('\r\n')).toEqual([
      'path,type,change,layer,size,mode,uid,gid,mtime,link,pax',
      './=1+1,file,,1,1,4755,7,8,1.5,,SCHILY.xattr.user.a=b',
      `"a ""b"", c",symlink,,1,0,0777,0,0,0,'-x,`,
      '',
    ]);
  });

  it('gives JSON with everything that the entry says', async () => {
    const listed: unknown = JSON.parse(
      await fileListing(tree, layers, { ...ALL, scope: 'layer', layer: 1 }, 'json').text(),
    );
    expect(listed).toMatchObject([
      { path: 'z', type: 'directory', change: null },
      { path: 'z/big', change: 'removed', mode: null },
      { path: 'z/new', type: 'file', change: 'added', layer: 2, size: 1, mtime: 7 },
    ]);
  });
});
