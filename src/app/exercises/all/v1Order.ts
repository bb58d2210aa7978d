import { judgeOrder, verdict } from '../judging';
import { imageOf, option, PLAIN } from '../materials';
import type { Exercise } from '../model';
import { shuffled } from '../seat';

/** Put the layers of a v1 layout in order: only `parent` says it. */
export const v1Order: Exercise = {
  predict: { parent: 'choice' },
  answer: { layers: 'order' },
  setting: () => ({}),
  async prepare(material, seat) {
    const stated = imageOf(material)?.stated.find(({ format }) => format === 'docker-v1');
    const ids = stated?.layers.flatMap(({ v1Id }) => v1Id ?? []) ?? [];
    const [base] = ids;
    const top = ids.at(-1);
    if (base === undefined || top === undefined) return null;
    return {
      ...PLAIN,
      values: { base: base.slice(0, 12), top: top.slice(0, 12) },
      options: { layers: shuffled(ids, seat, 'v1Order').map((id) => option(id, id.slice(0, 12))) },
      judge: (given) => verdict(judgeOrder(given, 'layers', ids)),
    };
  },
};
