import { describe, expect, it } from 'vitest';
import { LIMITS } from '../core/limits';
import { folderName, listChosen, listDropped, type FolderEntry } from './folder';

/** What a browser gives for a tree: a folder is a list of entries, handed out a hundred at a time. */
interface Tree {
  readonly [name: string]: string | Tree | Error;
}
const LARGEST_BATCH = 100;

function entry(fullPath: string, node: string | Tree | Error): unknown {
  const name = fullPath.slice(fullPath.lastIndexOf('/') + 1);
  const isFile = typeof node === 'string' || node instanceof Error;
  const base = { name, fullPath, isFile, isDirectory: !isFile };
  if (isFile) {
    const file = (done: (file: File) => void, failed: (error: Error) => void): void =>
      node instanceof Error ? failed(node) : done(new File([node], name));
    return { ...base, file };
  }
  const createReader = (): unknown => {
    const left = Object.entries(node).map(([child, each]) => entry(`${fullPath}/${child}`, each));
    return { readEntries: (done: (entries: unknown[]) => void): void => done(left.splice(0, LARGEST_BATCH)) };
  };
  return { ...base, createReader };
}
const dropped = (tree: Tree) => listDropped(entry('/image', tree) as FolderEntry);
const never = new AbortController().signal;

describe('a dropped folder', () => {
  it('is listed with all its folders, with paths from itself down', async () => {
    const many = Object.fromEntries(Array.from({ length: 250 }, (_, i) => [`f${i}`, String(i)]));
    const counts: number[] = [];
    const files = await dropped({ 'index.json': '{}', blobs: { sha256: many }, empty: {} })(never, (count) => {
      counts.push(count);
    });
    const sizes = new Map(files.map(({ path, blob }) => [path, blob.size]));
    expect(sizes.size).toBe(251);
    expect(sizes.get('index.json')).toBe(2);
    expect(sizes.get('blobs/sha256/f249')).toBe(3);
    expect(counts.at(-1)).toBe(251);
  });

  it('stops when asked, and at the limit, and says when a file cannot be had', async () => {
    const stop = new AbortController();
    stop.abort();
    await expect(dropped({ a: '' })(stop.signal, () => {})).rejects.toMatchObject({ code: 'cancelled' });
    const folders = Object.fromEntries(Array.from({ length: LIMITS.folderEntries + 1 }, (_, i) => [String(i), {}]));
    await expect(dropped(folders)(never, () => {})).rejects.toMatchObject({ code: 'too-many-files' });
    await expect(dropped({ a: new Error('NotReadableError') })(never, () => {})).rejects.toMatchObject({
      code: 'file-changed',
    });
  });
});

describe('a chosen folder', () => {
  const file = (webkitRelativePath: string): File => Object.assign(new File(['x'], 'x'), { webkitRelativePath });

  it('gives its name, and paths below it', async () => {
    const files = [file('image/blobs/sha256/a'), file('image/index.json')];
    expect(folderName(files)).toBe('image');
    const listed = await listChosen(files)(never, () => {});
    expect(listed.map(({ path }) => path)).toEqual(['blobs/sha256/a', 'index.json']);
  });

  it('is refused beyond the limit', async () => {
    const files = Array.from({ length: LIMITS.folderEntries + 1 }, () => file('a/b'));
    await expect(listChosen(files)(never, () => {})).rejects.toMatchObject({ code: 'too-many-files' });
  });
});
