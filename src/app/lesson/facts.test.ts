import { afterAll, describe, expect, it } from 'vitest';
import { loopback } from '../../worker/loopback';
import { methods } from '../../worker/methods';
import { sampleFile } from '../../core/testing/samples';
import { createPool } from '../../worker/pool';
import { createSession } from '../session';
import { openMeasured } from '../testing/openMeasured';
import { factValue } from './facts';

const engine = createPool({ size: 1, spawn: async () => loopback(methods) });
afterAll(() => engine.dispose());

const FACTS = [
  'layers',
  'members',
  'notBlobs',
  'firstFileSize',
  'steps',
  'emptySteps',
  'mismatches',
  'renamed',
  'orphans',
] as const;

/** As the tools of a shell count them: `tar -tvf`, `jq '.history | length'`; names that differ as one reads them off two manifests. */
describe('facts of what is open', () => {
  it.each([
    ['hello-v1', [4, 17, 13, 3, 4, 0, 0, 6, 0]],
    ['hello-docker25', [4, 16, 4, 401, 9, 5, 0, 6, 4]],
    ['hello-flipped', [4, 16, 4, 401, 9, 5, 1, 6, 4]],
    ['hello-oci', [4, 10, 2, 2276, 9, 5, 0, 6, 0]],
    ['hello-s1', [4, 1, 1, 6490, 9, 5, 0, 0, 0]],
  ] as const)('%s', async (name, values) => {
    const session = await openMeasured(engine, sampleFile(name));
    const found = await Promise.all(FACTS.map((fact) => factValue(fact, session)));
    const named = (each: readonly (number | null)[]): object =>
      Object.fromEntries(FACTS.map((fact, index) => [fact, each[index]]));
    expect(named(found)).toEqual(named(values));
  });

  it('are none while nothing is open, and of names that are none', async () => {
    expect(await factValue('layers', createSession(engine))).toBe(null);
    expect(await factValue('toString', await openMeasured(engine, sampleFile('hello-oci')))).toBe(null);
  });
});
