import type { ImageFiles } from '../../app/state';
import { FILE_CHANGES, pathOfNode, type FileChange } from '../../core/model/fileTree';
import { MEMBER_TYPES, memberAt, textAt, type Member, type MemberType } from '../../core/model/members';

/** What one layer did to a path. */
export interface FileStep {
  readonly event: number;
  /** From 0. */
  readonly layer: number;
  readonly change: FileChange;
  readonly type: MemberType;
  /** Bytes that the layer stores for it. */
  readonly size: number;
  /** Null for a folder without an entry, and for a removal. */
  readonly entry: Member | null;
  /** Of a removal: the stored name of what did it. */
  readonly by: string | null;
  /** Of a hard link: the path whose bytes it has; null when there is none. */
  readonly linked: string | null;
}

export interface FileHistory {
  readonly steps: readonly FileStep[];
  /** From 0; null when it is not in the final image. */
  readonly finalLayer: number | null;
  /** How often its bytes are stored, and how many bytes that is; of them, those that no final path has. */
  readonly times: number;
  readonly bytes: number;
  readonly hidden: number;
}

/** Everything that the layers did to a path, the base first. */
export function historyOf({ tree, layers }: ImageFiles, node: number): FileHistory {
  const { nodes, events } = tree;
  const steps: FileStep[] = [];
  for (let event = nodes.first[node] ?? -1; event >= 0; event = events.next[event] ?? -1) {
    const layer = events.layer[event] ?? 0;
    const change = FILE_CHANGES[events.change[event] ?? 0] ?? 'added';
    const row = events.row[event] ?? -1;
    const entries = row >= 0 ? layers[layer]?.entries : undefined;
    const target = events.target[event] ?? -1;
    const isRemoved = change === 'removed';
    steps.push({
      event,
      layer,
      change,
      type: MEMBER_TYPES[events.type[event] ?? 0] ?? 'other',
      size: events.size[event] ?? 0,
      entry: entries && !isRemoved ? memberAt(entries, row) : null,
      by: entries && isRemoved ? textAt(entries.names, row) : null,
      linked: target >= 0 ? pathOfNode(nodes, events.node[target] ?? 0) : null,
    });
  }
  const last = steps.at(-1);
  const isThere = last !== undefined && last.change !== 'removed';
  const stored = steps.filter(({ size }) => size > 0);
  const bytes = stored.reduce((sum, { size }) => sum + size, 0);
  const isKept = (event: number): boolean => (isThere && event === last.event) || isLinked(tree, event);
  const hidden = stored.reduce((sum, { size, event }) => sum + (isKept(event) ? 0 : size), 0);
  return { steps, finalLayer: isThere ? last.layer : null, times: stored.length, bytes, hidden };
}

/** Whether a hard link that is there in the end has the bytes of an event. */
function isLinked({ nodes, events }: ImageFiles['tree'], event: number): boolean {
  for (let link = events.target.indexOf(event); link >= 0; link = events.target.indexOf(event, link + 1)) {
    const isLast = nodes.last[events.node[link] ?? 0] === link;
    if (isLast && FILE_CHANGES[events.change[link] ?? 0] !== 'removed') return true;
  }
  return false;
}
