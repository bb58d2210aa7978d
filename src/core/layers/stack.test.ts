import { describe, expect, it } from 'vitest';
import { FILE_CHANGES, pathOfNode, type FileTree } from '../model/fileTree';
import type { FileViewQuery } from '../model/fileView';
import { buildTar, type TarEntry } from '../testing/buildTar';
import { layerFilesOf } from '../testing/layerFiles';
import { stackLayers } from './stack';
import { fileView } from './view';

const stack = (...layers: (readonly TarEntry[])[]): FileTree =>
  stackLayers(layers.map((entries) => layerFilesOf(buildTar(entries))));

/** Path, sign of what the layer did, size: of everything in a view but the root. */
function shown(tree: FileTree, query: FileViewQuery): string[] {
  const view = fileView(tree, query);
  const lines: string[] = [];
  for (let node = 1; node < tree.nodes.count; node++) {
    const event = view.shown[node] ?? -1;
    if (event < 0) continue;
    const change = FILE_CHANGES[tree.events.change[event] ?? 0];
    const own = query.scope === 'final' || tree.events.layer[event] === query.layer;
    lines.push(`${pathOfNode(tree.nodes, node)} ${own ? change : 'below'} ${view.size[node]}`);
  }
  return lines.sort();
}
const final = (tree: FileTree): string[] =>
  shown(tree, { scope: 'final', layer: 0 }).map((line) => line.split(' ')[0] ?? '');
const codes = (tree: FileTree): string[] =>
  tree.diagnostics.map(({ code, details }) => [code, details['reason']].filter(Boolean).join('/'));

const base: readonly TarEntry[] = [
  { name: 'a/', type: 'directory' },
  { name: 'a/x', body: '1' },
  { name: 'a/y', body: '22' },
  { name: 'f', body: 'fff' },
];

describe('stackLayers', () => {
  it('says what each layer did', () => {
    const tree = stack(base, [
      { name: 'a/', type: 'directory' },
      { name: 'a/x', body: 'new' },
      { name: 'a/.wh.y' },
      { name: 'f', body: 'fff' },
      { name: 'deep/er/z', body: '4444' },
    ]);
    expect(shown(tree, { scope: 'layer', layer: 1 })).toEqual([
      'a repeated 3',
      'a/x changed 3',
      'a/y removed 0',
      'deep implied 4',
      'deep/er implied 4',
      'deep/er/z added 4',
      'f repeated 3',
    ]);
    expect(shown(tree, { scope: 'layer', layer: 0 })).toEqual(['a added 3', 'a/x added 1', 'a/y added 2', 'f added 3']);
    expect(final(tree)).toEqual(['a', 'a/x', 'deep', 'deep/er', 'deep/er/z', 'f']);
    expect(tree.sums).toEqual([
      { added: 3, changed: 0, repeated: 0, removed: 0, bytes: 6 },
      { added: 1, changed: 1, repeated: 1, removed: 1, bytes: 10 },
    ]);
    expect(tree.diagnostics).toEqual([]);
  });

  it.each([
    ['before', [{ name: 'a/.wh..wh..opq' }, { name: 'a/new', body: 'n' }]],
    ['after', [{ name: 'a/new', body: 'n' }, { name: 'a/.wh..wh..opq' }]],
  ])('an opaque mark %s what stands beside it hides only what is below', (_, layer) => {
    const tree = stack(base, layer);
    expect(final(tree)).toEqual(['a', 'a/new', 'f']);
    expect(shown(tree, { scope: 'upto', layer: 1 })).toEqual([
      'a below 1',
      'a/new added 1',
      'a/x removed 0',
      'a/y removed 0',
      'f below 3',
    ]);
  });

  it('takes everything away with a folder, and what a file stands in the place of', () => {
    expect(final(stack(base, [{ name: '.wh.a' }]))).toEqual(['f']);
    expect(final(stack(base, [{ name: 'a', body: 'x' }]))).toEqual(['a', 'f']);
    expect(final(stack(base, [{ name: 'a', type: 'symlink', link: 'f' }], [{ name: '.wh..wh..opq' }]))).toEqual([]);
    expect(
      final(
        stack(base, [
          { name: 'f/', type: 'directory' },
          { name: 'f/in', body: '1' },
        ]),
      ),
    ).toEqual(['a', 'a/x', 'a/y', 'f', 'f/in']);
  });

  it('lets a path be removed and come again', () => {
    const tree = stack(base, [{ name: '.wh.f' }], [{ name: 'f', body: 'again' }]);
    expect(shown(tree, { scope: 'layer', layer: 2 })).toEqual(['f added 5']);
  });

  it('counts the bytes of hard links once', () => {
    const links = [
      { name: 'h', type: 'hardlink', link: 'a/x' },
      { name: 'h2', type: 'hardlink', link: '/h' },
    ] as const;
    const tree = stack([...base, ...links], [{ name: 'a/.wh.x' }]);
    expect(shown(tree, { scope: 'layer', layer: 0 })).toEqual(
      expect.arrayContaining(['a/x added 1', 'h added 0', 'h2 added 0']),
    );
    expect(shown(tree, { scope: 'final', layer: 0 })).toEqual(expect.arrayContaining(['h added 1', 'h2 added 0']));
    expect(
      codes(
        stack(base, [
          { name: 'l', type: 'hardlink', link: 'nope' },
          { name: 'm', type: 'hardlink', link: '../f' },
        ]),
      ),
    ).toEqual(['tar-link-broken/missing', 'tar-link-broken/outside']);
  });

  it('writes through symbolic links, and stops where they lead in a ring', () => {
    const tree = stack(
      [
        { name: 'real/', type: 'directory' },
        { name: 'link', type: 'symlink', link: '/real' },
      ],
      [{ name: 'link/x', body: '1' }],
    );
    expect(final(tree)).toEqual(['link', 'real', 'real/x']);
    expect(codes(tree)).toEqual(['layer-through-link']);
    const ring = stack(
      [
        { name: 'a', type: 'symlink', link: 'b' },
        { name: 'b', type: 'symlink', link: 'a' },
      ],
      [{ name: 'a/x' }],
    );
    expect(final(ring)).toEqual(['a', 'b']);
    expect(codes(ring)).toContain('tar-link-loop');
  });

  it.each([
    ['nothing to hide', [{ name: '.wh.' }, { name: '.wh..' }, { name: 'a/.wh...' }], ['whiteout-odd/name']],
    [
      'AUFS metadata',
      [{ name: '.wh..wh.plnk/', type: 'directory' }, { name: '.wh..wh.aufs' }, { name: '.wh..wh.plnk/1' }],
      [],
    ],
    [
      'a whiteout and its name in one layer',
      [{ name: 'a/x', body: 'again' }, { name: 'a/.wh.x' }],
      ['whiteout-odd/same-layer'],
    ],
    [
      'a folder of that name',
      [{ name: '.wh.q/', type: 'directory' }, { name: '.wh.q/z' }],
      ['whiteout-odd/type', 'whiteout-odd/folder'],
    ],
    ['a way out', [{ name: '../.wh.f' }], ['whiteout-odd/parent']],
  ] satisfies [string, TarEntry[], string[]][])('%s: everything below stays', (_, layer, said) => {
    const tree = stack(base, layer);
    expect(final(tree)).toEqual(['a', 'a/x', 'a/y', 'f']);
    expect([...new Set(codes(tree))]).toEqual(said);
  });

  it('takes the last of several entries of one layer', () => {
    const tree = stack([
      { name: './a//b', body: 'first' },
      { name: 'a/./b', body: 'second!' },
    ]);
    expect(shown(tree, { scope: 'final', layer: 0 })).toEqual(['a implied 7', 'a/b added 7']);
    expect(codes(tree)).toEqual(['tar-duplicate-member']);
  });
});
