import { judgeSet, verdict } from '../judging';
import { filesOf, option, PLAIN } from '../materials';
import type { Exercise } from '../model';
import { seatChoice, shuffled } from '../seat';

/** A blob of an OCI layout is named by its digest (image-spec image-layout.md, "Blobs"). */
const BLOB = /^(?:\.\/)?blobs\/[^/]+\/[^/]+$/;
const SAMPLES = ['hello-docker25', 'hello-oci'] as const;

/** Which members are no blobs? Names alone tell. */
export const notBlobs: Exercise = {
  predict: { count: 'number' },
  answer: { members: 'set' },
  setting: (seat) => ({ sample: SAMPLES[seatChoice(seat, SAMPLES.length)] ?? SAMPLES[0] }),
  async prepare(material, seat) {
    const names = filesOf(material).map(({ name }) => name);
    const right = new Set(names.filter((name) => !BLOB.test(name)));
    return {
      ...PLAIN,
      values: { count: `${right.size}`, members: [...right].join(', ') },
      options: { members: shuffled(names, seat, 'notBlobs').map((name) => option(name)) },
      judge: (given) => verdict(judgeSet(given, 'members', right)),
    };
  },
};
