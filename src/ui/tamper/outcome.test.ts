import { describe, expect, it } from 'vitest';
import { integrityTable } from '../../core/engine';
import type { Tamper } from '../../core/model/tamper';
import { sampleFile } from '../../core/testing/samples';
import { changedBy, measured, namesOf, repairedBy, type Measured } from '../../core/testing/tampered';
import { outcomeOf } from './outcome';

const tableOf = ({ archive, measurements }: Measured) => integrityTable(archive, measurements);
const damages = ({ measurements }: Measured): number => measurements.flatMap(({ diagnostics }) => diagnostics).length;

/** What tools are asked for of a sample with this change, and so many levels of names rewritten. */
async function outcome(name: string, change: Tamper, levels = 0): Promise<unknown> {
  const before = await measured(sampleFile(name));
  const after = await changedBy(before, change);
  const { steps, ...copy } = await repairedBy(before, after, levels);
  return outcomeOf({
    tampering: { tampers: [change], repaired: Math.min(levels, steps.length) },
    archive: copy.archive,
    image: copy.image,
    names: await namesOf(before, after),
    table: await tableOf(copy),
    before: await tableOf(before),
    isDamaged: damages(copy) > damages(before),
    steps,
    pinned: [],
  });
}

const LETTER = { kind: 'inside', layer: 2, offset: 2587, mask: 0x0e } as const;

describe('what is asked of tools', () => {
  it.each(['hello-docker', 'hello-docker25', 'hello-oci'])(
    '%s: which layer differs, until it is hidden',
    async (name) => {
      expect(await outcome(name, LETTER)).toMatchObject({ kind: 'differs', number: 2 });
      expect(await outcome(name, LETTER, 1)).toBeNull();
      expect(await outcome(name, LETTER, 9)).toEqual({ kind: 'holds' });
    },
  );

  it('other changes', async () => {
    expect(await outcome('hello-v1', LETTER)).toEqual({ kind: 'holds' });
    expect(await outcome('hello-oci', { kind: 'drop', layer: 3 })).toEqual({ kind: 'missing' });
    expect(await outcome('hello-oci', { kind: 'orphan' })).toEqual({ kind: 'holds' });
    expect(await outcome('hello-docker25', { kind: 'byte', offset: 21_019, mask: 1 })).toBeNull();
    expect(await outcome('hello-docker25', { kind: 'swap', layers: [4, 2] })).toMatchObject({
      kind: 'differs',
      number: 2,
    });
  });

  it('a layer that does not unpack, and one that is no good tar', async () => {
    const flip = { kind: 'flip', layer: 2, offset: 700, mask: 0x10 } as const;
    expect(await outcome('hello-oci', flip)).toMatchObject({ kind: 'broken' });
    expect(await outcome('hello-oci', flip, 9)).toEqual({ kind: 'unreadable' });
    // A tar header.
    expect(await outcome('hello-docker25', { ...flip, offset: 3 }, 9)).toBeNull();
  });
});
