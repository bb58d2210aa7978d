import { listDropped } from '../../app/folder';
import type { OpenSource } from '../../app/state';

/** What was dropped or pasted: the first file or folder, and how many things there were. */
export interface Dropped {
  readonly source: Exclude<OpenSource, { kind: 'sample' }>;
  readonly name: string;
  readonly count: number;
}

/** Must be called inside the event: afterwards the items are empty. Null when there are neither files nor folders. */
export function readDrop(items: Iterable<DataTransferItem> | ArrayLike<DataTransferItem>): Dropped | null {
  const things = Array.from(items).filter((item) => item.kind === 'file');
  const [first] = things;
  if (!first) return null;
  const entry = first.webkitGetAsEntry();
  const count = things.length;
  if (entry && isFolder(entry)) {
    const { name } = entry;
    return { source: { kind: 'folder', name, list: listDropped(entry) }, name, count };
  }
  const file = first.getAsFile();
  return file && { source: { kind: 'file', file }, name: file.name, count };
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
