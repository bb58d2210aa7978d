import { listDropped } from '../../app/folder';
import type { OwnSource } from '../../app/state';

/** What was dropped or pasted: the first file or folder, and how many things there were. */
export interface Dropped {
  readonly source: OwnSource;
  readonly name: string;
  readonly count: number;
  /** The second file or folder of just two. */
  readonly second: Dropped['source'] | null;
}

/** Must be called inside the event: afterwards the items are empty. Null when there are neither files nor folders. */
export function readDrop(items: Iterable<DataTransferItem> | ArrayLike<DataTransferItem>): Dropped | null {
  const things = Array.from(items).filter((item) => item.kind === 'file');
  const [first, second] = things;
  if (!first) return null;
  const source = sourceOf(first);
  if (!source) return null;
  const name = source.kind === 'file' ? source.file.name : source.name;
  const count = things.length;
  return { source, name, count, second: second && count === 2 ? sourceOf(second) : null };
}

function sourceOf(item: DataTransferItem): Dropped['source'] | null {
  const entry = item.webkitGetAsEntry();
  if (entry && isFolder(entry)) return { kind: 'folder', name: entry.name, list: listDropped(entry) };
  const file = item.getAsFile();
  return file && { kind: 'file', file };
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
