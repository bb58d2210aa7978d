/** Cases whose outcome is known not to be as prescribed, and why. `class/name`; a star stands for the rest of a name. */
export interface Known {
  readonly why: string;
  readonly cases: readonly string[];
}

/** What the cases are about is not looked at yet: nothing is compared but that they end well and within their limits. */
export const LATER: readonly Known[] = [];

/** What we say is, in our judgement, right; or a fault that is still to be mended. */
export const OTHERWISE: readonly Known[] = [
  {
    why: 'The document is whole, only padding is missing after it: it is read, and says which parts are missing.',
    cases: ['truncation/trunc-manifest-no-padding'],
  },
  {
    why: 'sha384 and blake3 are algorithms that we compute: we say that there is no blob of that name.',
    cases: ['digests/dig-alg-sha384', 'digests/dig-alg-blake3'],
  },
  {
    why: 'The files say 10,000 times that an image has no layers and one DiffID, which we say as well.',
    cases: ['index/index-10000'],
  },
  {
    why: 'xz and bzip2 are unpacked: what only begins like them is damaged.',
    cases: ['compression/outer-xz', 'compression/outer-bz2'],
  },
  {
    why: 'The map ends in the zero block after it, as GNU tar reads it, and another one ends the tar: nothing is cut.',
    cases: ['pax/gnu-sparse-ext-loop'],
  },
];

/** The entry that a case is in, if any. */
export function knownIn(list: readonly Known[], id: string): Known | undefined {
  return list.find(({ cases }) => cases.some((each) => covers(each, id)));
}

/** Whether an entry's pattern names the case. */
export function covers(pattern: string, id: string): boolean {
  return pattern.endsWith('*') ? id.startsWith(pattern.slice(0, -1)) : pattern === id;
}
