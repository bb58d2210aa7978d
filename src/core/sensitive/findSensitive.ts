import { LIMITS } from '../limits';
import { FILE_CHANGES, pathOfNode, type FileTree } from '../model/fileTree';
import type { LayerReadings } from '../model/layerFiles';
import type { Sensitive, SensitiveFile, SensitiveMark } from '../model/sensitive';

const NONE = -1;
const REMOVED = FILE_CHANGES.indexOf('removed');

/** Folders of tests, examples and documentation. */
const EXAMPLE = /(?:^|\/)(?:tests?|test[-_]?data|__tests__|examples?|samples?|fixtures?|demos?|docs?)\//i;

/** The sensitive files that any layer of an image stores, with what became of them. `readings` are by layer; null: not known. */
export function findSensitive(tree: FileTree, readings: readonly (LayerReadings | null)[]): Sensitive {
  const { nodes, events } = tree;
  const marks = readings.map((each) => new Map(each?.sensitive.map((mark) => [mark.row, mark])));
  const files: SensitiveFile[] = [];
  for (let event = 0; event < events.count; event++) {
    if (events.change[event] === REMOVED) continue;
    const layer = events.layer[event] ?? 0;
    const mark = marks[layer]?.get(events.row[event] ?? NONE);
    if (!mark) continue;
    const next = events.next[event] ?? NONE;
    const end = next === NONE ? 'there' : events.change[next] === REMOVED ? 'removed' : 'replaced';
    const path = pathOf(mark, pathOfNode(nodes, events.node[event] ?? 0));
    files.push({
      path,
      kind: mark.kind,
      by: mark.by,
      isExample: EXAMPLE.test(path),
      layer,
      end,
      endedIn: next === NONE ? null : (events.layer[next] ?? layer),
    });
  }
  const rank = ({ end, isExample }: SensitiveFile): number => (isExample ? 2 : 0) + (end === 'there' ? 0 : 1);
  files.sort((a, b) => rank(a) - rank(b) || a.layer - b.layer || (a.path < b.path ? -1 : 1));
  return { files: files.slice(0, LIMITS.sensitiveRows), count: files.length };
}

/** A `.git` folder is known by a file in it. */
function pathOf({ kind }: SensitiveMark, path: string): string {
  return kind === 'git-folder' ? path.slice(0, path.lastIndexOf('/')) : path;
}
