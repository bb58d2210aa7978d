import { FILE_CHANGES, type FileTree } from '../model/fileTree';
import type { FileView, FileViewQuery } from '../model/fileView';
import { MEMBER_TYPES } from '../model/members';

const NONE = -1;
const REMOVED = FILE_CHANGES.indexOf('removed');
const DIRECTORY = MEMBER_TYPES.indexOf('directory');

/**
 * The tree that a query asks for. Bytes count once: at the path that stores them, or, when hard links are all that is left of them, at the first of these.
 */
export function fileView(tree: FileTree, query: FileViewQuery): FileView {
  const shown = shownEvents(tree, query);
  const size = new Float64Array(shown.length);
  const files = new Uint32Array(shown.length);
  count(tree, query, shown, { size, files });
  return { shown, size, files };
}

function shownEvents({ nodes, events, layers }: FileTree, { scope, layer }: FileViewQuery): Int32Array<ArrayBuffer> {
  const top = scope === 'final' || scope === 'ever' ? layers - 1 : layer;
  const shown = new Int32Array(nodes.count).fill(NONE);
  for (let event = 0; event < events.count; event++) {
    if ((events.layer[event] ?? 0) <= top) shown[events.node[event] ?? 0] = event;
  }
  if (scope === 'ever') return shown;
  const isOf = (event: number): boolean => events.layer[event] === layer;
  if (scope === 'layer') {
    const isShown = new Uint8Array(nodes.count);
    isShown[0] = 1;
    // A folder comes before what is in it.
    for (let node = nodes.count - 1; node > 0; node--) {
      if (isShown[node] === 0 && !isOf(shown[node] ?? NONE)) continue;
      isShown[node] = 1;
      isShown[nodes.parent[node] ?? 0] = 1;
    }
    for (let node = 0; node < nodes.count; node++) if (isShown[node] === 0) shown[node] = NONE;
    return shown;
  }
  for (let node = 0; node < nodes.count; node++) {
    const event = shown[node] ?? NONE;
    const isGone = event !== NONE && events.change[event] === REMOVED;
    if (isGone && (scope === 'final' || !isOf(event))) shown[node] = NONE;
  }
  return shown;
}

function count(
  { nodes, events }: FileTree,
  { scope, layer }: FileViewQuery,
  shown: Int32Array,
  { size, files }: Pick<FileView, 'size' | 'files'>,
): void {
  const counted = new Uint8Array(events.count);
  const isCounted = (event: number): boolean =>
    event !== NONE && events.change[event] !== REMOVED && (scope !== 'layer' || events.layer[event] === layer);
  for (let node = 0; node < nodes.count; node++) {
    const event = shown[node] ?? NONE;
    if (!isCounted(event)) continue;
    counted[event] = 1;
    size[node] = events.size[event] ?? 0;
    if (events.type[event] !== DIRECTORY) files[node] = 1;
  }
  for (let node = 0; node < nodes.count; node++) {
    const event = shown[node] ?? NONE;
    const target = isCounted(event) ? (events.target[event] ?? NONE) : NONE;
    if (target === NONE || counted[target] === 1 || (scope === 'layer' && events.layer[target] !== layer)) continue;
    counted[target] = 1;
    size[node] = events.size[target] ?? 0;
  }
  for (let node = nodes.count - 1; node > 0; node--) {
    const folder = nodes.parent[node] ?? 0;
    size[folder] = (size[folder] ?? 0) + (size[node] ?? 0);
    files[folder] = (files[folder] ?? 0) + (files[node] ?? 0);
  }
}
