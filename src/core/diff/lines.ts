import { LIMITS } from '../limits';
import type { DiffLine } from '../model/textDiff';

/** Equal lines that are shown around what differs. */
const CONTEXT = 3;

/** The lines of two texts that differ, with some around them (E. Myers, "An O(ND) Difference Algorithm", 1986); null when more differ than `LIMITS.diffTextEdits`. */
export function diffLines(a: readonly string[], b: readonly string[]): (readonly DiffLine[])[] | null {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const middle = pairsOf(a.slice(start, a.length - end), b.slice(start, b.length - end));
  if (!middle) return null;
  const lines: DiffLine[] = [];
  const same = (atA: number, atB: number): number =>
    lines.push({ state: 'same', text: cut(a[atA]), a: atA + 1, b: atB + 1 });
  for (let at = 0; at < start; at++) same(at, at);
  let [atA, atB] = [start, start];
  for (const [x, y] of [...middle, [a.length - end - start, b.length - end - start] as const]) {
    for (; atA < start + x; atA++) lines.push({ state: 'only-a', text: cut(a[atA]), a: atA + 1, b: null });
    for (; atB < start + y; atB++) lines.push({ state: 'only-b', text: cut(b[atB]), a: null, b: atB + 1 });
    if (atA < a.length - end && atB < b.length - end) same(atA++, atB++);
  }
  for (let at = end; at > 0; at--) same(a.length - at, b.length - at);
  return runsOf(lines);
}

function cut(text = ''): string {
  return text.slice(0, LIMITS.diffTextLineCharacters);
}

type Pair = readonly [a: number, b: number];

/** Lines that are the same, as pairs in order. */
function pairsOf(a: readonly string[], b: readonly string[]): Pair[] | null {
  const most = Math.min(a.length + b.length, LIMITS.diffTextEdits);
  const furthest = new Map([[1, 0]]);
  const trace: Map<number, number>[] = [];
  for (let edits = 0; edits <= most; edits++) {
    const before = new Map<number, number>();
    for (let k = -edits - 1; k <= edits + 1; k++) {
      const x = furthest.get(k);
      if (x !== undefined) before.set(k, x);
    }
    trace.push(before);
    for (let k = -edits; k <= edits; k += 2) {
      let x = stepDown(before, k, edits) ? (furthest.get(k + 1) ?? 0) : (furthest.get(k - 1) ?? 0) + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      furthest.set(k, x);
      if (x >= a.length && x - k >= b.length) return walkedBack(trace, a.length, b.length);
    }
  }
  return null;
}

function stepDown(furthest: ReadonlyMap<number, number>, k: number, edits: number): boolean {
  return k === -edits || (k !== edits && (furthest.get(k - 1) ?? 0) < (furthest.get(k + 1) ?? 0));
}

function walkedBack(trace: readonly ReadonlyMap<number, number>[], endA: number, endB: number): Pair[] {
  const pairs: Pair[] = [];
  let [x, y] = [endA, endB];
  for (let edits = trace.length - 1; edits >= 0; edits--) {
    const furthest = trace[edits] ?? new Map<number, number>();
    const k = x - y;
    const beforeK = stepDown(furthest, k, edits) ? k + 1 : k - 1;
    const beforeX = furthest.get(beforeK) ?? 0;
    const beforeY = beforeX - beforeK;
    while (x > beforeX && y > beforeY && x > 0 && y > 0) pairs.push([--x, --y]);
    if (edits > 0) [x, y] = [beforeX, beforeY];
  }
  return pairs.reverse();
}

function runsOf(lines: readonly DiffLine[]): DiffLine[][] {
  const runs: DiffLine[][] = [];
  let last = -1;
  lines.forEach(({ state }, at) => {
    if (state === 'same') return;
    const from = Math.max(0, at - CONTEXT, last + 1);
    const isNext = runs.length > 0 && at - CONTEXT <= last + 1;
    const run = isNext ? (runs.at(-1) ?? []) : [];
    if (!isNext) runs.push(run);
    const to = Math.min(lines.length, at + CONTEXT + 1);
    run.push(...lines.slice(isNext ? last + 1 : from, to));
    last = Math.max(last, to - 1);
  });
  return runs;
}
