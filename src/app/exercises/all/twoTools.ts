import { FILE_STATES, type ImageDiff } from '../../../core/model/imageDiff';
import { sampleLink } from '../../sourceLink';
import { judgeChoice, judgeNumber, remark, verdict } from '../judging';
import { PLAIN } from '../materials';
import type { Exercise, Now } from '../model';
import { seatChoice } from '../seat';

const OTHERS = ['hello-oci', 'hello-oci-zstd'] as const;
const SAME_FILE = FILE_STATES.indexOf('same');

const otherOf = (seat: number): string => OTHERS[seatChoice(seat, OTHERS.length)] ?? OTHERS[0];

/** `docker save` against `skopeo`: what of one image really differs? Counted on the board of two images. */
export const twoTools: Exercise = {
  predict: { which: 'choice' },
  answer: { layers: 'number', files: 'number', lost: 'choice', packaging: 'number' },
  setting: (seat) => ({ other: otherOf(seat) }),
  async prepare(_, seat) {
    return {
      ...PLAIN,
      values: { other: otherOf(seat) },
      judge(given, now) {
        const diff = comparedWith(now, otherOf(seat));
        if (!diff) return verdict(remark('not-compared', null, { other: otherOf(seat) }));
        const same = diff.layers.filter(({ state }) => state === 'same' || state === 'recompressed').length;
        const differing = diff.files.state.filter((state) => state !== SAME_FILE).length;
        return verdict(
          judgeNumber(given, 'layers', same),
          judgeNumber(given, 'files', differing),
          judgeChoice(given, 'lost', lostOf(diff)),
          judgeNumber(given, 'packaging', diff.counts.packaging),
        );
      },
    };
  },
};

/** The member of the config that changes how a container runs, in small letters. */
function lostOf({ config }: ImageDiff): string {
  const [, member = ''] = config.values.find(({ cause }) => cause === 'execution')?.key ?? [];
  return member.toLowerCase();
}

function comparedWith({ view, compared }: Now, other: string): ImageDiff | null {
  return view.vs === sampleLink(other) && compared?.stage === 'done' ? compared.diff : null;
}
