import { FILE_CHANGES, type FileTree, type LayerSum } from '../model/fileTree';
import { MEMBER_TYPES } from '../model/members';

const DIRECTORY = MEMBER_TYPES.indexOf('directory');

/** What each layer did. Of several entries of one layer for a path, the last one counts as a change; the bytes of all are stored. */
export function layerSums(layers: number, events: FileTree['events']): LayerSum[] {
  const sums = Array.from({ length: layers }, () => ({
    added: 0,
    changed: 0,
    repeated: 0,
    removed: 0,
    implied: 0,
    bytes: 0,
  }));
  for (let event = 0; event < events.count; event++) {
    const layer = events.layer[event] ?? 0;
    const sum = sums[layer];
    if (!sum) continue;
    sum.bytes += events.size[event] ?? 0;
    const next = events.next[event] ?? -1;
    const isLast = next < 0 || events.layer[next] !== layer;
    const change = FILE_CHANGES[events.change[event] ?? 0];
    if (isLast && change && events.type[event] !== DIRECTORY) sum[change]++;
  }
  return sums.map(({ added, changed, repeated, removed, bytes }) => ({ added, changed, repeated, removed, bytes }));
}
