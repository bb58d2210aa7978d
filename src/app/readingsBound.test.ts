import { expect, it } from 'vitest';
import { buildTar } from '../core/testing/buildTar';
import { layerFilesOf } from '../core/testing/layerFiles';
import { createReadingsBound } from './readingsBound';

it('keeps what fits, and says of the rest that there was more', () => {
  const status = (count: number): string => 'Package: a\nVersion: 1\n\n'.repeat(count);
  const layer = (count: number) => layerFilesOf(buildTar([{ name: 'var/lib/dpkg/status', body: status(count) }]));
  const bound = createReadingsBound(10);
  const kept = [layer(5), layer(5), layer(3), layer(0)].map((each) => bound(each).readings);
  expect(kept.map(({ cut, packages }) => [cut, packages.flatMap((each) => each.packages).length])).toEqual([
    [false, 5],
    [true, 0],
    [false, 3],
    [false, 0],
  ]);
});
