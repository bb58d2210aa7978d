import { diffStateOf, type DiffQuery, type FileDiff } from '../model/imageDiff';
import { textAt } from '../model/members';
import { textTest } from '../tar/textTest';

/** The rows of a diff's files that a query asks for, in the order of paths. */
export function diffRows(
  files: Pick<FileDiff, 'count' | 'paths' | 'state' | 'aspects' | 'unread'>,
  { state: wanted, aspects, filter }: DiffQuery,
): Int32Array<ArrayBuffer> {
  const test = textTest(filter);
  const rows = new Int32Array(files.count);
  let count = 0;
  for (let row = 0; row < files.count; row++) {
    const state = diffStateOf(files, aspects, row);
    const differs = state !== 'same' || files.unread[row] === 1;
    if (wanted === 'differing' ? !differs : wanted !== 'all' && state !== wanted) continue;
    if (test && !test(textAt(files.paths, row))) continue;
    rows[count++] = row;
  }
  return rows.slice(0, count);
}
