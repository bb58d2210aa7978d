import { EngineError } from '../core/errors';
import { LIMITS } from '../core/limits';
import type { FolderFile } from '../core/model/source';
import type { ListFolder } from './state';

/** What is asked of a folder that was dropped: the part of the File and Directory Entries API that is used. */
export type FolderEntry = Pick<FileSystemDirectoryEntry, 'createReader' | 'fullPath'>;

/** The files below a dropped folder, folder by folder. The browser leaves out symbolic links. */
export function listDropped(folder: FolderEntry): ListFolder {
  return async (signal, onCount) => {
    const files: FolderFile[] = [];
    const pending: FolderEntry[] = [folder];
    let entries = 0;
    for (let next = pending.pop(); next; next = pending.pop()) {
      const reader = next.createReader();
      for (let batch = await readSome(reader); batch.length > 0; batch = await readSome(reader)) {
        if (signal.aborted) throw new EngineError('cancelled', 'cancelled');
        entries += batch.length;
        refuseMoreThan(entries);
        pending.push(...batch.filter(isFolder));
        files.push(...(await Promise.all(batch.filter(isFile).map((entry) => fileOf(entry, folder.fullPath)))));
        onCount(files.length);
      }
    }
    return files;
  };
}

/** The files of a folder that was chosen with an input: the browser has listed them. */
export function listChosen(files: readonly File[]): ListFolder {
  return async (_, onCount) => {
    refuseMoreThan(files.length);
    onCount(files.length);
    return files.map((file) => ({ path: belowFirst(file.webkitRelativePath), blob: file }));
  };
}

/** The name of the folder that chosen files are in. */
export function folderName(files: readonly File[]): string {
  return files[0]?.webkitRelativePath.split('/', 1)[0] ?? '';
}

function belowFirst(path: string): string {
  return path.slice(path.indexOf('/') + 1);
}

function refuseMoreThan(count: number): void {
  if (count <= LIMITS.folderEntries) return;
  throw new EngineError('too-many-files', 'the folder has too many files', { limit: LIMITS.folderEntries });
}

function readSome(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  return new Promise((resolve, reject) => reader.readEntries(resolve, (cause) => reject(unreadable(cause))));
}

async function fileOf(entry: FileSystemFileEntry, root: string): Promise<FolderFile> {
  const blob = await new Promise<File>((resolve, reject) => entry.file(resolve, (cause) => reject(unreadable(cause))));
  return { path: entry.fullPath.slice(root.length).replace(/^\//, ''), blob };
}

function unreadable(cause: unknown): EngineError {
  return new EngineError('file-changed', 'the folder cannot be read', {}, { cause });
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}
