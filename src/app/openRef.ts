import type { FolderFile } from '../core/model/source';
import type { OpenSource } from './state';

/** Gives the file of a built-in sample. */
export type LoadSample = (name: string) => Promise<File>;

/** The bytes of what is opened; of a folder, `onCount` is told how many files are listed so far. Rejects as {@link OpenSource}'s `list` does. */
export async function openRef(
  source: OpenSource,
  loadSample: LoadSample,
  signal: AbortSignal,
  onCount: (count: number) => void,
): Promise<{ blob: File } | { folder: readonly FolderFile[] }> {
  switch (source.kind) {
    case 'file':
      return { blob: source.file };
    case 'sample':
      return { blob: await loadSample(source.name) };
    case 'folder':
      return { folder: await source.list(signal, onCount) };
  }
}
