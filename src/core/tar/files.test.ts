import { describe, expect, it } from 'vitest';
import { LIMITS } from '../limits';
import { buildTar, type TarEntry } from '../testing/buildTar';
import { memorySource, patched, raw, scanBytes } from '../testing/scanned';
import { archiveFiles, commonRoot, type ArchiveFiles } from './files';
import { tarHeader } from './write';
import type { Diagnostic } from '../errors';

async function open(
  entries: readonly TarEntry[],
  root?: string,
): Promise<{ files: ArchiveFiles; diagnostics: Diagnostic[] }> {
  const tar = buildTar(entries);
  return archiveFiles(memorySource(tar), (await scanBytes(tar)).columns, root);
}
async function text(files: ArchiveFiles, path: string): Promise<string | null> {
  const result = await files.readDocument(path);
  return result?.ok ? new TextDecoder().decode(result.bytes) : null;
}
const symlink = (name: string, link: string): TarEntry => ({ name, type: 'symlink', link });
const hardlink = (name: string, link: string): TarEntry => ({ name, type: 'hardlink', link });
const directory = (name: string): TarEntry => ({ name, type: 'directory' });

describe('archiveFiles', () => {
  it('finds and reads files by normalised names', async () => {
    const { files, diagnostics } = await open([
      directory('./'),
      directory('./d/'),
      { name: './d//f', body: 'body' },
      { name: 'top', body: '' },
    ]);
    expect([...files.names()]).toEqual(['d/f', 'top']);
    expect(files.find('./d/./f')).toEqual({ path: 'd/f', member: 2, span: { offset: 1536, length: 4 }, via: [] });
    expect(await text(files, 'd/f')).toBe('body');
    expect(await text(files, 'top')).toBe('');
    for (const path of ['d', 'd/', '', '.', 'nothing', '/d/f', 'd/../top', '__proto__', 'd\\f'])
      expect(files.find(path), path).toBeNull();
    expect(await files.readDocument('nothing')).toBeNull();
    expect(diagnostics).toEqual([]);
  });

  it('never finds names that leave the archive or are not UTF-8, nor what has no plain bytes', async () => {
    const { files } = await open([
      { name: 'x/../manifest.json', body: '1' },
      { name: '/manifest.json', body: '2' },
      { name: 'sparse', body: '3', pax: { 'GNU.sparse.major': '1' } },
      { name: 'fifo', type: 'fifo' },
      raw(patched(tarHeader({ name: 'a?' }), 1, '\xff')),
    ]);
    expect([...files.names()]).toEqual([]);
    expect(files.find('manifest.json')).toBeNull();
    expect(files.find('a\ufffd')).toBeNull();
  });

  it('lists what is in a folder, with or without members for the folders', async () => {
    const { files } = await open([
      { name: 'a', body: '' },
      { name: 'd/e/f' },
      directory('d/'),
      { name: './d/g' },
      symlink('s', 'd/g'),
      { name: 'a/under-a-file' },
    ]);
    expect(files.children('')).toEqual(['a', 'd', 's']);
    expect(files.children('./d/')).toEqual(['e', 'g']);
    expect(files.children('d/e')).toEqual(['f']);
    expect(files.children('d/g')).toEqual([]);
    expect(files.children('nothing')).toEqual([]);
    expect(files.children('..')).toEqual([]);
  });

  it('sees the archive from a root', async () => {
    const { files } = await open(
      [
        { name: 'i/manifest.json', body: 'm' },
        { name: 'i/l/layer.tar', body: 'l' },
        symlink('i/up', '../out'),
        { name: 'out', body: 'o' },
      ],
      'i',
    );
    expect(files.root).toBe('i');
    expect([...files.names()]).toEqual(['manifest.json', 'l/layer.tar', 'up']);
    expect(files.children('')).toEqual(['manifest.json', 'l', 'up']);
    expect(files.children('l')).toEqual(['layer.tar']);
    expect(files.find('manifest.json')?.path).toBe('manifest.json');
    expect(await text(files, 'up')).toBe('o');
    expect(files.find('out')).toBeNull();
  });

  it('refuses documents that are too large, without reading them', async () => {
    const size = LIMITS.documentBytes + 1;
    const tar = buildTar([raw(tarHeader({ name: 'big.json', size }), new Uint8Array(size + 511))]);
    const { columns } = await scanBytes(tar);
    const source = { ...memorySource(tar), read: () => Promise.reject(new Error('read')) };
    expect(await archiveFiles(source, columns).files.readDocument('big.json')).toMatchObject({
      ok: false,
      diagnostic: {
        code: 'json-too-large',
        path: 'big.json',
        offset: 512,
        details: { size, limit: LIMITS.documentBytes },
      },
    });
  });
});

describe('links', () => {
  it('follows symbolic links from their own folder, and hard links from the top', async () => {
    const { files, diagnostics } = await open([
      { name: 'blob.tar', body: 'bytes' },
      symlink('id/layer.tar', '../blob.tar'),
      hardlink('id/hard', './blob.tar'),
      symlink('chain', 'id/layer.tar'),
      symlink('folder', 'id'),
      symlink('top/up', '..'),
      symlink('top/self', '../top'),
    ]);
    expect(files.find('id/layer.tar')).toEqual({
      path: 'id/layer.tar',
      member: 0,
      span: { offset: 512, length: 5 },
      via: ['id/layer.tar'],
    });
    expect(files.find('chain')?.via).toEqual(['chain', 'id/layer.tar']);
    expect([...files.names()]).toEqual(['blob.tar', 'id/layer.tar', 'id/hard', 'chain']);
    expect(await text(files, 'folder/hard')).toBe('bytes');
    expect(await text(files, 'top/up/folder/layer.tar')).toBe('bytes');
    expect(await text(files, 'top/self/up/blob.tar')).toBe('bytes');
    expect(files.find('folder/none')).toBeNull();
    expect(diagnostics).toEqual([]);
  });

  it.each([
    ['a loop of two', [symlink('a', 'b'), symlink('b', 'a')], 'tar-link-loop', 'loop'],
    ['a link to itself', [symlink('a', 'a')], 'tar-link-loop', 'loop'],
    ['a loop of folders', [symlink('a', 'a/b')], 'tar-link-loop', 'loop'],
    ['a link to nothing', [symlink('a', 'none')], 'tar-link-broken', 'missing'],
    ['a hard link to nothing', [hardlink('a', 'none')], 'tar-link-broken', 'missing'],
    ['a hard link to a later member', [hardlink('a', 'b'), { name: 'b', body: 'x' }], 'tar-link-broken', 'missing'],
    ['a link out of the archive', [symlink('a', '../../etc/passwd')], 'tar-link-broken', 'outside'],
    ['an absolute link', [symlink('a', '/etc/passwd')], 'tar-link-broken', 'outside'],
    ['an absolute hard link', [hardlink('a', '/etc/passwd')], 'tar-link-broken', 'outside'],
    ['a hard link with a ..', [hardlink('a', 'x/../b'), { name: 'b' }], 'tar-link-broken', 'outside'],
  ])('does not follow %s', async (_, entries, code, reason) => {
    const { files, diagnostics } = await open(entries);
    expect(files.find('a')).toBeNull();
    expect(diagnostics[0]).toMatchObject({ code, severity: 'warning', path: 'a', offset: 0, details: { reason } });
  });

  it('follows so many links and no more', async () => {
    const chain = (length: number): TarEntry[] => [...Array(length).keys()].map((n) => symlink(`${n}`, `${n + 1}`));
    const end = { name: `${LIMITS.linkHops}`, body: 'x' };
    expect(await text((await open([...chain(LIMITS.linkHops), end])).files, '0')).toBe('x');
    const { files, diagnostics } = await open([symlink('start', '0'), ...chain(LIMITS.linkHops), end]);
    expect(files.find('start')).toBeNull();
    expect(diagnostics).toMatchObject([{ code: 'tar-link-loop', path: 'start' }]);
  });
});

describe('repeated members', () => {
  it('takes the last and says that tools differ', async () => {
    const { files, diagnostics } = await open([
      { name: 'a', body: 'one' },
      hardlink('h', 'a'),
      { name: './a', body: 'two' },
      { name: 'a', body: 'three' },
    ]);
    expect(await text(files, 'a')).toBe('three');
    expect(await text(files, 'h')).toBe('one');
    expect([...files.names()]).toEqual(['a', 'h']);
    expect(files.children('')).toEqual(['a', 'h']);
    expect(diagnostics).toEqual([
      { code: 'tar-duplicate-member', severity: 'warning', path: 'a', offset: 2560, details: { count: 3, first: 0 } },
    ]);
  });

  it.each([
    ['folders', [directory('d/'), directory('d')], false],
    ['links to one place', [{ name: 'a', body: 'x' }, symlink('l', 'a'), symlink('l', './a')], false],
    ['empty files', [{ name: 'a' }, { name: 'a' }], false],
    ['broken links alike', [symlink('l', 'none'), symlink('l', 'none')], false],
    ['a file and a folder', [{ name: 'a', body: 'x' }, directory('a/')], true],
    ['a file and a link to another', [{ name: 'b', body: 'y' }, { name: 'a', body: 'x' }, symlink('a', 'b')], true],
    [
      'a link that led elsewhere',
      [{ name: 'b', body: 'y' }, { name: 'c', body: 'z' }, symlink('a', 'b'), symlink('a', 'c')],
      true,
    ],
  ])('%s: told %s', async (_, entries, told) => {
    const { diagnostics } = await open(entries);
    expect(diagnostics.some(({ code }) => code === 'tar-duplicate-member')).toBe(told);
  });
});

describe('commonRoot', () => {
  it.each([
    [['manifest.json', 'x/index.json'], ''],
    [['./index.json', 'x/a'], ''],
    [['img/oci-layout', 'img/index.json', 'img/blobs/sha256/a'], 'img'],
    [['./img/repositories', './img/1/json', './README', './._img'], 'img'],
    [['build/img/index.json', 'build/img/blobs/a', 'build/notes'], 'build/img'],
    [['a/manifest.json', 'b/manifest.json'], ''],
    [['app/manifest.json', 'etc/passwd', 'usr/bin/x'], ''],
    [['a/b/index.json', 'a/c/file'], ''],
    [['/img/index.json'], ''],
    [['x', 'y/z'], ''],
    [[], ''],
  ])('%j: %j', async (names, root) => {
    const tar = buildTar(names.map((name) => ({ name, body: 'x' })));
    expect(commonRoot((await scanBytes(tar)).columns)).toBe(root);
  });
});
