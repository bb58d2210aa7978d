import { describe, expect, it } from 'vitest';
import { textAt } from '../model/members';
import type { DiffQuery, ImageDiff } from '../model/imageDiff';
import { compareSides, openSide } from '../testing/diffSides';
import { plainLayout } from '../testing/plainLayout';
import { diffRows } from './rows';

const a = plainLayout({
  layers: [
    [
      { name: 'etc/name', body: 'one\n' },
      { name: 'lib/a.so', body: 'x' },
      { name: 'lib/old.so', body: 'x' },
    ],
  ],
});
const b = plainLayout({
  layers: [
    [
      { name: 'etc/name', body: 'two\n' },
      { name: 'lib/a.so', body: 'x', uid: 5 },
      { name: 'lib/new.SO.1', body: 'x' },
    ],
  ],
});

async function diffOf(): Promise<ImageDiff> {
  return compareSides(await openSide(a), await openSide(b));
}

async function pathsOf(query: Partial<DiffQuery>): Promise<string[]> {
  const { files } = await diffOf();
  const rows = diffRows(files, { state: 'differing', aspects: 0xffff, filter: '', ...query });
  return [...rows].map((row) => textAt(files.paths, row));
}

describe('diffRows', () => {
  it('lists what differs, or what is in a state', async () => {
    expect(await pathsOf({})).toEqual(['etc/name', 'lib/a.so', 'lib/new.SO.1', 'lib/old.so']);
    expect(await pathsOf({ state: 'only-b' })).toEqual(['lib/new.SO.1']);
    expect(await pathsOf({ aspects: 0 })).toEqual(['lib/new.SO.1', 'lib/old.so']);
  });

  it('takes part of a path in any case, or a regular expression', async () => {
    expect(await pathsOf({ filter: '.So' })).toEqual(['lib/a.so', 'lib/new.SO.1', 'lib/old.so']);
    expect(await pathsOf({ filter: '/[.]so$/' })).toEqual(['lib/a.so', 'lib/old.so']);
    expect(await pathsOf({ filter: '/^etc/' })).toEqual(['etc/name']);
    expect(await pathsOf({ filter: '/[/' })).toEqual([]);
  });
});
