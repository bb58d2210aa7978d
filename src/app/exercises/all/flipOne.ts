import { judgeFlip } from '../flips';
import { judgeSet, remark, verdict } from '../judging';
import { columnsThatName, imageOf, PLAIN } from '../materials';
import type { Exercise } from '../model';
import { seatChoice } from '../seat';

/** Layers with a text to flip a letter in, the one of the default seat first. */
const LAYERS = [2, 1, 3] as const;

const layerOf = (seat: number): number => LAYERS[seatChoice(seat, LAYERS.length)] ?? LAYERS[0];

/** Flip one byte of a layer, having said who will notice. */
export const flipOne: Exercise = {
  predict: { notices: 'set' },
  answer: { noticed: 'set' },
  setting: (seat) => ({ layer: `${layerOf(seat)}` }),
  async prepare(material, seat) {
    const layer = layerOf(seat);
    if ((imageOf(material)?.layers.length ?? 0) < layer) return null;
    const right = columnsThatName(material, layer);
    return {
      ...PLAIN,
      values: { layer: `${layer}` },
      judge(given, now) {
        const predicted = now.hasPredicted ? null : remark('not-predicted');
        return verdict(predicted, judgeFlip(now, layer), judgeSet(given, 'noticed', right));
      },
    };
  },
};
