import {
  aspectBit,
  causeCounts,
  type Cause,
  type CauseCode,
  type CauseWeight,
  type DiffVerdict,
  type ImageDiff,
} from '../model/imageDiff';

/** What may be left out of account, as diffoci has it; nothing of it changes what runs. */
export const DIFF_IGNORES = ['times', 'owners', 'modes', 'order', 'history'] as const;
export type DiffIgnore = (typeof DIFF_IGNORES)[number];

const CAUSES: Readonly<Record<DiffIgnore, readonly CauseCode[]>> = {
  times: ['file-times', 'config-created', 'history-created'],
  owners: ['file-owners', 'owner-names'],
  modes: ['file-modes'],
  order: ['entry-order', 'key-order'],
  history: ['history', 'history-created'],
};
const ASPECTS: Readonly<Record<DiffIgnore, number>> = {
  times: aspectBit('times'),
  owners: aspectBit('owner') | aspectBit('owner-names'),
  modes: aspectBit('mode'),
  order: 0,
  history: 0,
};

/** A comparison without what is ignored. */
export interface IgnoringDiff {
  readonly verdict: DiffVerdict;
  readonly counts: Readonly<Record<CauseWeight, number>>;
  readonly causes: readonly Cause[];
  /** Bits of FILE_ASPECTS that count. */
  readonly aspects: number;
}

export function ignoringDiff(diff: ImageDiff, ignored: readonly DiffIgnore[]): IgnoringDiff {
  const left = new Set(ignored.flatMap((each) => CAUSES[each]));
  const causes = diff.causes.filter(({ code }) => !left.has(code));
  const counts = causeCounts(causes);
  const verdict = diff.verdict === 'metadata' && counts.metadata === 0 ? 'same' : diff.verdict;
  return { verdict, counts, causes, aspects: ignored.reduce((bits, each) => bits & ~ASPECTS[each], 0xffff) };
}

/** The known ones among names with commas between. */
export function diffIgnores(text: string | null): DiffIgnore[] {
  const names = new Set((text ?? '').split(','));
  return DIFF_IGNORES.filter((each) => names.has(each));
}
