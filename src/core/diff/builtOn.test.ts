import { describe, expect, it } from 'vitest';
import type { BuiltOn } from '../model/imageDiff';
import { compareSides, openSide } from '../testing/diffSides';
import { plainLayout, type PlainLayout } from '../testing/plainLayout';

const [one, two, three] = ['one', 'two', 'three'].map((name) => [{ name, body: name }]);

async function built(a: PlainLayout['layers'], b: PlainLayout['layers'], gzip = 0): Promise<BuiltOn | null> {
  const diff = await compareSides(
    await openSide(plainLayout({ layers: a })),
    await openSide(plainLayout({ layers: b, gzip })),
  );
  return diff.built;
}

describe('an image on top of the other', () => {
  it('has all of its layers, as the first ones', async () => {
    const [x, y, z] = [one ?? [], two ?? [], three ?? []];
    expect(await built([x], [x, y])).toEqual({ base: 'a', layers: 1 });
    expect(await built([x, y, z], [x, y], 6)).toEqual({ base: 'b', layers: 2 });
    expect(await built([x, y], [x, y])).toBeNull();
    expect(await built([x, y], [x, z, y])).toBeNull();
    expect(await built([y], [x, y])).toBeNull();
    expect(await built([], [x])).toBeNull();
  });
});
