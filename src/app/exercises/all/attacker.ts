import { spanKey } from '../../../core/model/source';
import { judgeFlip, tamperingNow } from '../flips';
import { judgeChoice, judgeNumber, remark, verdict } from '../judging';
import { imageOf, PLAIN } from '../materials';
import type { Exercise } from '../model';
import { seatChoice } from '../seat';

/** Layers to change, the one of the default seat first. */
const LAYERS = [2, 4, 1, 3] as const;
const ALL_LEVELS = 9;
/** A digest that nothing has: how many names are rewritten does not depend on the new one. */
const OTHER = `sha256:${'0123456789abcdef'.repeat(4)}`;

const layerOf = (seat: number): number => LAYERS[seatChoice(seat, LAYERS.length)] ?? LAYERS[0];

/** How many names must be rewritten to hide one changed byte, up to the one that the attacker does not have? */
export const attacker: Exercise = {
  predict: { guess: 'number' },
  answer: { names: 'number', left: 'choice' },
  setting: (seat) => ({ layer: `${layerOf(seat)}` }),
  async prepare(material, seat) {
    const { workspace, engine } = material;
    const layer = layerOf(seat);
    const span = imageOf(material)?.layers[layer - 1]?.span;
    const measured = workspace.measurements.find((each) => span && spanKey(each.span) === spanKey(span));
    const stored = measured?.stored['sha256'];
    if (!span || !measured || stored === undefined || measured.diffId === null) return null;
    const { archive } = workspace;
    const changes = [
      { role: 'stored', from: stored, to: OTHER, size: span.length },
      { role: 'diff-id', from: measured.diffId, to: OTHER, size: span.length },
    ] as const;
    const { steps } = await engine.call('repair', [archive, changes, ALL_LEVELS]);
    const names = steps.reduce((sum, step) => sum + step.names, 0);
    return {
      ...PLAIN,
      values: { layer: `${layer}`, names: `${names}`, levels: `${steps.length}` },
      judge(given, now) {
        const isHidden = (tamperingNow(now)?.repaired ?? 0) >= steps.length;
        return verdict(
          judgeFlip(now, layer) ?? (isHidden ? null : remark('not-hidden')),
          judgeNumber(given, 'names', names),
          judgeChoice(given, 'left', 'pinned'),
        );
      },
    };
  },
};
