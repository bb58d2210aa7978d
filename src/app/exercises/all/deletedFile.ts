import { FILE_CHANGES, pathOfNode, type FileTree } from '../../../core/model/fileTree';
import { judgeChoice, judgeNumber, remark, textOf, verdict } from '../judging';
import { PLAIN } from '../materials';
import type { Exercise } from '../model';
import { seatChoice } from '../seat';

const SAMPLES = ['hello-docker25', 'hello-oci', 'hello-docker'] as const;
const REMOVED = FILE_CHANGES.indexOf('removed');

/** Which file did a layer delete, and is it still in the tar? */
export const deletedFile: Exercise = {
  predict: { gone: 'choice' },
  answer: { path: 'text', still: 'choice', from: 'number' },
  setting: (seat) => ({ sample: SAMPLES[seatChoice(seat, SAMPLES.length)] ?? SAMPLES[0] }),
  async prepare({ session, workspace }) {
    const { tree } = await session.files(workspace.imageKey);
    const deletion = firstDeletion(tree);
    if (!deletion) return null;
    const { path, layer, from } = deletion;
    return {
      ...PLAIN,
      values: { layer: `${layer}`, path, from: `${from}` },
      judge(given) {
        const said = textOf(given, 'path').replace(/^\.?\//, '');
        return verdict(
          said === path ? null : remark('wrong', 'path'),
          judgeChoice(given, 'still', 'yes'),
          judgeNumber(given, 'from', from),
        );
      },
    };
  },
};

/** A path that a layer took away, and the layer that last stored its bytes; both from 1. */
function firstDeletion({ nodes, events }: FileTree): { path: string; layer: number; from: number } | null {
  for (let event = 0; event < events.count; event++) {
    const node = events.node[event] ?? 0;
    if (events.change[event] !== REMOVED) continue;
    let stored = -1;
    for (let at = nodes.first[node] ?? -1; at >= 0 && at !== event; at = events.next[at] ?? -1) {
      if ((events.size[at] ?? 0) > 0) stored = events.layer[at] ?? -1;
    }
    if (stored >= 0) return { path: pathOfNode(nodes, node), layer: (events.layer[event] ?? 0) + 1, from: stored + 1 };
  }
  return null;
}
