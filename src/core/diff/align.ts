import { LIMITS } from '../limits';
import type { DiffLayer } from '../model/imageDiff';

/** Layers that stand side by side: places in both lists; -1 for none. */
export type Pairing = readonly [a: number, b: number];

/** How much two layers have in common, from 0 to 1. */
export type Likeness = (a: number, b: number) => number;

/** What has less in common than this is another layer. Where both images have nearly the same files in the end, it may be that these are in other layers. */
const ALIKE = { apart: 0.5, regrouped: 0.9 } as const;

/**
 * Aligns layers by DiffID (a longest common subsequence), so that an inserted one shifts those above it. Between equal neighbours as many as there are on both
 * sides correspond, in their order; else those that have most files in common. `mayRegroup`: both images have nearly the same files.
 */
export function alignLayers(
  a: readonly DiffLayer[],
  b: readonly DiffLayer[],
  likeness: Likeness,
  mayRegroup: boolean,
): Pairing[] {
  const anchors = commonPairs(a.map(identityOf), b.map(identityOf));
  const pairs: Pairing[] = [];
  let [fromA, fromB] = [0, 0];
  for (const [endA, endB] of [...anchors, [a.length, b.length] as const]) {
    pairs.push(...gapPairs([fromA, endA], [fromB, endB], likeness, mayRegroup));
    if (endA < a.length || endB < b.length) pairs.push([endA, endB]);
    [fromA, fromB] = [endA + 1, endB + 1];
  }
  return pairs;
}

/** What is known of a layer's unpacked bytes. Two without anything are not the same. */
function identityOf({ diffId, digest, number }: DiffLayer): string | number {
  return diffId ?? digest ?? number;
}

type Range = readonly [from: number, to: number];

function gapPairs(a: Range, b: Range, likeness: Likeness, mayRegroup: boolean): Pairing[] {
  const [countA, countB] = [a[1] - a[0], b[1] - b[0]];
  if (countA === 0 || countB === 0) return apart(a, b);
  if (countA === countB) return Array.from({ length: countA }, (_, at): Pairing => [a[0] + at, b[0] + at]);
  const least = mayRegroup ? ALIKE.regrouped : ALIKE.apart;
  const alike = countA * countB > LIMITS.diffLayers ** 2 ? [] : bestPairs(a, b, likeness, least);
  if (alike.length === 0) return apart(a, b);
  const pairs: Pairing[] = [];
  let [fromA, fromB] = [a[0], b[0]];
  for (const [endA, endB] of [...alike, [a[1], b[1]] as const]) {
    const [restA, restB] = [
      [fromA, endA],
      [fromB, endB],
    ] as const;
    pairs.push(...(endA - fromA === endB - fromB ? gapPairs(restA, restB, likeness, false) : apart(restA, restB)));
    if (endA < a[1] || endB < b[1]) pairs.push([endA, endB]);
    [fromA, fromB] = [endA + 1, endB + 1];
  }
  return pairs;
}

function apart(a: Range, b: Range): Pairing[] {
  const ofA = Array.from({ length: a[1] - a[0] }, (_, at): Pairing => [a[0] + at, -1]);
  const ofB = Array.from({ length: b[1] - b[0] }, (_, at): Pairing => [-1, b[0] + at]);
  return [...ofA, ...ofB];
}

/** Pairs in order whose likeness is greatest in sum, none below `least`. */
function bestPairs(a: Range, b: Range, likeness: Likeness, least: number): Pairing[] {
  const gain = (i: number, j: number): number => {
    const value = likeness(a[0] + i, b[0] + j);
    return value >= least ? value : 0;
  };
  return walked(a[1] - a[0], b[1] - b[0], gain).map(([i, j]) => [a[0] + i, b[0] + j]);
}

/** A longest common subsequence, as pairs of places. */
export function commonPairs(a: readonly (string | number)[], b: readonly (string | number)[]): Pairing[] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const [countA, countB] = [a.length - start - end, b.length - start - end];
  const isTooMany = countA * countB > LIMITS.diffLayers ** 2;
  const middle = isTooMany ? [] : walked(countA, countB, (i, j) => (a[start + i] === b[start + j] ? 1 : 0));
  return [
    ...Array.from({ length: start }, (_, at): Pairing => [at, at]),
    ...middle.map(([i, j]): Pairing => [start + i, start + j]),
    ...Array.from({ length: end }, (_, at): Pairing => [a.length - end + at, b.length - end + at]),
  ];
}

/** The pairs in order of greatest gain; those without any are left out. */
function walked(countA: number, countB: number, gain: (i: number, j: number) => number): Pairing[] {
  const width = countB + 1;
  const best = new Float64Array((countA + 1) * width);
  const gains = new Float64Array(countA * countB);
  const at = (i: number, j: number): number => best[i * width + j] ?? 0;
  for (let i = countA - 1; i >= 0; i--) {
    for (let j = countB - 1; j >= 0; j--) {
      const own = gain(i, j);
      gains[i * countB + j] = own;
      best[i * width + j] = Math.max(at(i + 1, j), at(i, j + 1), own > 0 ? own + at(i + 1, j + 1) : 0);
    }
  }
  const pairs: Pairing[] = [];
  for (let i = 0, j = 0; i < countA && j < countB;) {
    const own = gains[i * countB + j] ?? 0;
    if (own > 0 && at(i, j) === own + at(i + 1, j + 1)) pairs.push([i++, j++]);
    else if (at(i, j) === at(i + 1, j)) i++;
    else j++;
  }
  return pairs;
}
