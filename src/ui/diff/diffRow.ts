import {
  FILE_ASPECTS,
  FILE_STATES,
  aspectBit,
  type FileAspect,
  type FileDiff,
  type FileState,
} from '../../core/model/imageDiff';
import { textAt } from '../../core/model/members';

/** Which paths a list shows. */
export type ShownState = FileState | 'all' | 'differing';

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

/** The state of a row when only some aspects count. */
function stateOf({ state, aspects }: FileDiff, counted: number, row: number): FileState {
  const own = FILE_STATES[state[row] ?? 0] ?? 'same';
  return own === 'changed' && ((aspects[row] ?? 0) & counted) === 0 ? 'same' : own;
}

/** Rows that pass: of a state, and with the text in their path in any case. */
export function diffRows(files: FileDiff, counted: number, wanted: ShownState, text: string): Int32Array {
  const rows = new Int32Array(files.count);
  const part = text.toLowerCase();
  let count = 0;
  for (let row = 0; row < files.count; row++) {
    const state = stateOf(files, counted, row);
    const differs = state !== 'same' || files.unread[row] === 1;
    if (wanted === 'differing' ? !differs : wanted !== 'all' && state !== wanted) continue;
    if (part !== '' && !textAt(files.paths, row).toLowerCase().includes(part)) continue;
    rows[count++] = row;
  }
  return rows.slice(0, count);
}

export function diffRowAt(files: FileDiff, counted: number, row: number): DiffRow {
  const state = stateOf(files, counted, row);
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
