import { FILE_CHANGES, type FileTree } from '../model/fileTree';
import type { LayerFiles } from '../model/layerFiles';
import { MEMBER_TYPES } from '../model/members';
import type { DiveFigures } from '../model/waste';
import { whiteoutName } from './whiteouts';

const NONE = -1;
const REMOVED = FILE_CHANGES.indexOf('removed');
const IMPLIED = FILE_CHANGES.indexOf('implied');
const DIRECTORY = MEMBER_TYPES.indexOf('directory');
const SLASH = 0x2f;

/**
 * What dive's rule gives (wagoodman/dive, `dive/filetree/efficiency.go`, and the sum over it in `dive/image/analysis.go`). `isShown`: by event,
 * whether the final image shows its bytes. `hiddenCopies` are the bytes that it does not, of those that dive counts.
 */
export function diveFigures(
  tree: FileTree,
  layers: readonly (LayerFiles | null)[],
  isShown: Uint8Array,
): Omit<DiveFigures, 'unseen'> & { readonly hiddenCopies: number } {
  const { nodes, events } = tree;
  const times = new Uint32Array(nodes.count);
  const total = new Float64Array(nodes.count);
  const least = new Float64Array(nodes.count).fill(Infinity);
  const shown = new Float64Array(nodes.count);
  const folders = new Float64Array(nodes.count);
  const see = (node: number, size: number): void => {
    times[node] = (times[node] ?? 0) + 1;
    total[node] = (total[node] ?? 0) + size;
    least[node] = Math.min(least[node] ?? Infinity, size);
  };
  /** Size of what is at each path, as the layers below have it. */
  const current = new Float64Array(nodes.count);
  const currentEvent = new Int32Array(nodes.count).fill(NONE);
  /** By node: the last layer, plus one, in whose tree something is in it. */
  const holds = new Uint32Array(nodes.count);
  for (let from = 0; from < events.count;) {
    const layer = events.layer[from] ?? 0;
    let to = from;
    const leaves = new Set<number>();
    /** By row of a whiteout: the node that it names, and the size of all that it takes away. */
    const gone = new Map<number, { node: number; size: number }>();
    for (; to < events.count && events.layer[to] === layer; to++) {
      const node = events.node[to] ?? 0;
      const row = events.row[to] ?? NONE;
      if (events.change[to] === REMOVED) {
        if (isWhiteout(layers[layer], row)) {
          // What a whiteout names is removed first, what is in it after that.
          const first = gone.get(row) ?? { node, size: 0 };
          gone.set(row, { ...first, size: first.size + (current[node] ?? 0) });
          holdUp(tree, holds, node, layer);
        }
        current[node] = 0;
      } else {
        current[node] = events.size[to] ?? 0;
        currentEvent[node] = to;
        if (events.change[to] !== IMPLIED && node !== 0) leaves.add(node);
        holdUp(tree, holds, node, layer);
      }
    }
    for (const node of leaves) {
      if (holds[node] === layer + 1) continue;
      const size = current[node] ?? 0;
      see(node, size);
      if (isShown[currentEvent[node] ?? NONE] === 1) shown[node] = (shown[node] ?? 0) + size;
    }
    for (const { node, size } of gone.values()) {
      const counted = wasFolder(tree, node, from) ? size : 0;
      see(node, counted);
      folders[node] = (folders[node] ?? 0) + counted;
    }
    from = to;
  }
  let wasted = 0;
  let shownCopies = 0;
  let removedFolders = 0;
  let paths = 0;
  let smallest = 0;
  let all = 0;
  for (let node = 0; node < nodes.count; node++) {
    if (times[node] === 0) continue;
    smallest += least[node] ?? 0;
    all += total[node] ?? 0;
    if ((times[node] ?? 0) < 2) continue;
    paths++;
    wasted += total[node] ?? 0;
    shownCopies += shown[node] ?? 0;
    removedFolders += folders[node] ?? 0;
  }
  const efficiency = all === 0 ? 1 : smallest / all;
  const hiddenCopies = wasted - shownCopies - removedFolders;
  return { wasted, paths, efficiency, shownCopies, folders: removedFolders, hiddenCopies };
}

/** Marks the folders that a node is in: in this layer's tree they are no leaves. */
function holdUp({ nodes }: FileTree, holds: Uint32Array, node: number, layer: number): void {
  for (
    let folder = nodes.parent[node] ?? NONE;
    folder >= 0 && holds[folder] !== layer + 1;
    folder = nodes.parent[folder] ?? NONE
  )
    holds[folder] = layer + 1;
}

/** Whether what was there before the events from `from` on was a folder. */
function wasFolder({ nodes, events }: FileTree, node: number, from: number): boolean {
  let before = NONE;
  for (let event = nodes.first[node] ?? NONE; event !== NONE && event < from; event = events.next[event] ?? NONE)
    before = event;
  return before !== NONE && events.type[before] === DIRECTORY;
}

/** An opaque mark is none: dive leaves out what begins with `.wh..wh.`. */
function isWhiteout(files: LayerFiles | null | undefined, row: number): boolean {
  if (!files || row < 0) return false;
  const { text, starts } = files.entries.names;
  const to = starts[row + 1] ?? 0;
  const at = text.lastIndexOf(SLASH, to - 1);
  return whiteoutName(text, Math.max(at + 1, starts[row] ?? 0), to).kind === 'file';
}
