import { LIMITS } from '../limits';
import { FILE_CHANGES, type FileTree } from '../model/fileTree';
import type { LayerFiles } from '../model/layerFiles';
import type { Waste, WasteReason, WasteRow } from '../model/waste';
import { diveFigures } from './dive';

const NONE = -1;
const REMOVED = FILE_CHANGES.indexOf('removed');
const REPEATED = FILE_CHANGES.indexOf('repeated');

/** What the layers store for nothing: the bytes of entries that no path, and no hard link, of the final image shows. */
export function findWaste(tree: FileTree, layers: readonly (LayerFiles | null)[]): Waste {
  const { nodes, events } = tree;
  const isShown = shownEvents(tree);
  const hidden = Array.from({ length: tree.layers }, () => 0);
  const hides = Array.from({ length: tree.layers }, () => 0);
  const rows: WasteRow[] = [];
  let stored = 0;
  let wasted = 0;
  for (let node = 0; node < nodes.count; node++) {
    let bytes = 0;
    let copies = 0;
    let last = NONE;
    const of = new Set<number>();
    for (let event = nodes.first[node] ?? NONE; event !== NONE; event = events.next[event] ?? NONE) {
      const size = events.size[event] ?? 0;
      stored += size;
      if (size === 0 || isShown[event] === 1) continue;
      const layer = events.layer[event] ?? 0;
      const next = events.next[event] ?? NONE;
      bytes += size;
      copies++;
      last = event;
      of.add(layer);
      hidden[layer] = (hidden[layer] ?? 0) + size;
      const by = next === NONE ? layer : (events.layer[next] ?? layer);
      hides[by] = (hides[by] ?? 0) + size;
    }
    if (last === NONE) continue;
    wasted += bytes;
    rows.push({ node, bytes, copies, layers: [...of], ...causeOf(tree, last) });
  }
  rows.sort((a, b) => b.bytes - a.bytes || a.node - b.node);
  const largest = rows.slice(0, LIMITS.wasteRows);
  const { hiddenCopies, ...dive } = diveFigures(tree, layers, isShown);
  return {
    stored,
    shown: stored - wasted,
    wasted,
    hidden,
    hides,
    rows: largest,
    rowCount: rows.length,
    dive: { ...dive, unseen: wasted - hiddenCopies },
  };
}

/** Events whose bytes the final image shows: the last one of each path that is there, and what hard links among these lead to. */
function shownEvents({ nodes, events }: FileTree): Uint8Array {
  const shown = new Uint8Array(events.count);
  for (let node = 0; node < nodes.count; node++) {
    const event = nodes.last[node] ?? NONE;
    if (event === NONE || events.change[event] === REMOVED) continue;
    shown[event] = 1;
    const target = events.target[event] ?? NONE;
    if (target !== NONE) shown[target] = 1;
  }
  return shown;
}

function causeOf({ events }: FileTree, event: number): { reason: WasteReason; hiddenBy: number } {
  const layer = events.layer[event] ?? 0;
  const next = events.next[event] ?? NONE;
  const hiddenBy = next === NONE ? layer : (events.layer[next] ?? layer);
  if (next !== NONE && events.change[next] === REMOVED) return { reason: 'removed', hiddenBy };
  if (hiddenBy === layer) return { reason: 'twice', hiddenBy };
  return { reason: events.change[next] === REPEATED ? 'repeated' : 'replaced', hiddenBy };
}
