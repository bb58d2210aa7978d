import {
  FILE_ASPECTS,
  aspectBit,
  diffStateOf,
  type FileAspect,
  type FileDiff,
  type FileState,
} from '../../core/model/imageDiff';
import { textAt } from '../../core/model/members';

/** A path of both images. */
export interface DiffRow {
  readonly row: number;
  readonly path: string;
  readonly state: FileState;
  readonly aspects: readonly FileAspect[];
  readonly isUnread: boolean;
  /** Null where the image has nothing there. */
  readonly sizeA: number | null;
  readonly sizeB: number | null;
}

export function diffRowAt(files: FileDiff, counted: number, row: number): DiffRow {
  const state = diffStateOf(files, counted, row);
  const bits = (files.aspects[row] ?? 0) & counted;
  return {
    row,
    path: textAt(files.paths, row),
    state,
    aspects: FILE_ASPECTS.filter((aspect) => (bits & aspectBit(aspect)) !== 0),
    isUnread: files.unread[row] === 1,
    sizeA: state === 'only-b' ? null : (files.a.size[row] ?? 0),
    sizeB: state === 'only-a' ? null : (files.b.size[row] ?? 0),
  };
}

/** Paths are in order of UTF-16 code units; -1 for one that neither has. */
export function rowOfPath({ count, paths }: FileDiff, path: string): number {
  let [from, to] = [0, count];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (textAt(paths, middle) < path) from = middle + 1;
    else to = middle;
  }
  return from < count && textAt(paths, from) === path ? from : -1;
}
