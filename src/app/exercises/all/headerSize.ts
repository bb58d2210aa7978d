import { readNumber } from '../../lesson/check';
import { judgeNumber, remark, textOf, verdict } from '../judging';
import { filesOf, PLAIN, shortName } from '../materials';
import type { Exercise } from '../model';
import { seatChoice } from '../seat';

/** Digits of the size in a tar header (POSIX ustar), without the end. */
const SIZE_DIGITS = 11;

/** How many bytes does a tar header say that its file has? The header says it in octal. */
export const headerSize: Exercise = {
  predict: { base: 'choice' },
  answer: { size: 'number' },
  setting: () => ({}),
  async prepare(material, seat) {
    const files = filesOf(material);
    const member = files[seatChoice(seat, files.length)];
    if (!member) return null;
    const { size } = member;
    const octal = size.toString(8).padStart(SIZE_DIGITS, '0');
    return {
      ...PLAIN,
      values: { member: shortName(member.name), octal, size: `${size}` },
      judge(given) {
        const typed = readNumber(textOf(given, 'size'));
        if (typed !== size && typed === Number(octal)) return verdict(remark('octal', 'size'));
        return verdict(judgeNumber(given, 'size', size));
      },
    };
  },
};
