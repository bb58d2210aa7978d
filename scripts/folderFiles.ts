import { readdirSync, readlinkSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { EngineError } from '../src/core/errors';
import { LIMITS } from '../src/core/limits';
import type { FolderFile } from '../src/core/model/source';
import { fileBlob } from './fileBlob';

/**
 * The files below a folder, and its symbolic links as links: the engine follows those that stay inside. Devices, sockets and pipes are
 * left out. Throws EngineError `too-many-files`, or the system's error.
 */
export function folderFiles(folder: string): FolderFile[] {
  const root = resolve(folder);
  const files: FolderFile[] = [];
  const pending = [root];
  let count = 0;
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const entry of readdirSync(next, { withFileTypes: true })) {
      const path = join(next, entry.name);
      const name = relative(root, path).split(sep).join('/');
      if (++count > LIMITS.folderEntries) {
        throw new EngineError('too-many-files', 'the folder has too many files', { limit: LIMITS.folderEntries });
      }
      if (entry.isDirectory()) pending.push(path);
      else if (entry.isSymbolicLink()) files.push({ path: name, blob: new Blob(), link: linkInside(root, path) });
      else if (entry.isFile()) files.push({ path: name, blob: fileBlob(path) });
    }
  }
  return files;
}

/** What a link says, an absolute path into the folder made relative. */
function linkInside(root: string, path: string): string {
  const target = readlinkSync(path);
  if (!target.startsWith(`${root}/`)) return target;
  return relative(dirname(path), target);
}
