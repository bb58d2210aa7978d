import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SIGNS } from '../testing/hostile/codes';
import { keepOutcomes } from '../testing/hostile/outcomes';
import { runHostileCase, type Outcome } from '../testing/hostile/run';
import { canMakeHostileSet, caseId, makeHostileSet } from '../testing/hostile/set';
import { hostileTable, judge, staleEntries, type Judged } from '../testing/hostile/table';
import { DIAGNOSTIC_CODES, ERROR_CODES } from '../errors';
import { fixturePath } from '../testing/fixtures';

const MINUTES = 60_000;
/** The set's limits are for a machine that has nothing else to do, and none whose every page of memory is dear. */
const SLOWEST_MACHINE = 3;

describe('the table of codes', () => {
  it('names only signs that there are', () => {
    const known = new Set<string>([...DIAGNOSTIC_CODES, ...ERROR_CODES.map((code) => `error:${code}`)]);
    const other =
      /^(?:orphan|artifact|file:active-text|(?:digest|size|diff-id|file-name|media-type) (?:mismatch|missing|encrypted))$/;
    const signs: readonly string[] = Object.values(SIGNS).flat();
    expect(signs.filter((sign) => !known.has(sign.split('/')[0] ?? '') && !other.test(sign))).toEqual([]);
  });
});

describe.skipIf(!canMakeHostileSet)('the generated hostile set', () => {
  it('is answered as this table says, within its limits', { timeout: 10 * MINUTES }, async () => {
    const set = makeHostileSet();
    const { folder, cases, limits } = set;
    const outcomes = new Map<string, Outcome>();
    const judged: Judged[] = [];
    const beyond: string[] = [];
    for (const each of cases) {
      const { seen, outcome, cost } = await runHostileCase(join(folder, each.file), each.class === 'preview');
      judged.push(judge(each, seen));
      outcomes.set(caseId(each), outcome);
      const time = each.limits.time_ms ?? limits.time_ms;
      const memory = each.limits.worker_heap_mb ?? limits.worker_heap_mb;
      if (cost.milliseconds > time * SLOWEST_MACHINE)
        beyond.push(`${each.name} takes ${Math.round(cost.milliseconds)} ms`);
      if (cost.megabytes > memory) beyond.push(`${each.name} takes ${Math.round(cost.megabytes)} MB`);
    }
    keepOutcomes(set, outcomes);
    expect(judged.filter(({ standing }) => standing === 'wrong').map(({ id }) => id)).toEqual([]);
    expect(staleEntries(judged)).toEqual([]);
    expect(beyond).toEqual([]);
    await expect(hostileTable(judged)).toMatchFileSnapshot(fixturePath('HOSTILE.md'));
  });
});
