import { Pacer } from '../bytes/pacer';
import { EngineError, type Diagnostic } from '../errors';
import { LIMITS } from '../limits';
import { MEMBER_TYPES } from '../model/members';
import type { FolderFile, UrlRef } from '../model/source';
import { ColumnBuilder } from '../tar/columns';
import { unsafeName } from '../tar/names';
import type { Contents, OpenOptions } from './contents';

const FILE = MEMBER_TYPES.indexOf('file');
const SYMLINK = MEMBER_TYPES.indexOf('symlink');
const NONE = new Uint8Array(0);

/**
 * The files of a folder, in the order of their paths, as members. No bytes are read, only sizes. Symbolic links are listed as such and
 * followed like those of a tar: inside the folder. Throws `too-many-files`, `cancelled`.
 */
export async function openFolder(files: readonly FolderFile[], options: OpenOptions): Promise<Contents> {
  if (files.length > LIMITS.folderEntries) throw tooManyFiles();
  return listFiles([...files].sort(byPath), options);
}

/** Files as members, in the order given. */
export async function listFiles(files: readonly FolderFile[], { signal, onProgress }: OpenOptions): Promise<Contents> {
  const pacer = new Pacer(files.length, {
    ...(signal && { signal }),
    onProgress: ({ done, total }) => onProgress?.({ stage: 'listing', done, total }),
  });
  const columns = new ColumnBuilder();
  const diagnostics: Diagnostic[] = [];
  const utf8 = new TextEncoder();
  const blobs: (Blob | UrlRef)[] = [];
  const starts: number[] = [];
  let start = 0;
  let total = 0;
  for (const { path, blob, link } of files) {
    const pause = pacer.pause();
    if (pause) await pause;
    pacer.done++;
    // A browser may ask the disk each time.
    const size = link === undefined ? blob.size : 0;
    const name = utf8.encode(path);
    const unsafe = unsafeName(NONE, name);
    if (unsafe) diagnostics.push({ code: 'tar-unsafe-name', severity: 'warning', details: { reason: unsafe }, path });
    const place = {
      header: start,
      firstHeader: start,
      data: start,
      size,
      mtime: 0,
      mode: 0,
      uid: 0,
      gid: 0,
      devices: 0,
    };
    columns.add({ ...place, type: link === undefined ? FILE : SYMLINK }, NONE, name, utf8.encode(link ?? ''));
    if (link !== undefined) continue;
    blobs.push(blob);
    starts.push(start);
    // One byte of nothing between files: an empty one, too, has a place of its own.
    start += size + 1;
    total += size;
  }
  pacer.finish();
  return {
    container: 'folder',
    source: { files: blobs, starts: Float64Array.from(starts) },
    size: total,
    fileSize: total,
    wrappers: [],
    members: columns.finish(),
    diagnostics,
  };
}

/** The error for a folder with more in it than is read. */
function tooManyFiles(): EngineError {
  return new EngineError('too-many-files', 'the folder has too many files', { limit: LIMITS.folderEntries });
}

function byPath(a: FolderFile, b: FolderFile): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
