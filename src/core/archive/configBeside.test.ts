import { describe, expect, it } from 'vitest';
import { configView } from '../engine';
import { sha256Of } from '../testing/imageParts';
import { readFixture } from '../testing/readFixture';

describe('the base image', () => {
  it('is an image of another opened file, when all of its layers are the first ones', async () => {
    const own = await readFixture('sibling.docker20-save.by-id.tar.gz');
    const other = await readFixture('small.docker20-save.tar');
    const image = own.archive.images[0] ?? expect.fail();
    const beside = { ...other.archive, name: 'base.tar', measurements: other.measurements };
    const sign = {
      kind: 'layers',
      name: 'fx/small:1.0',
      beside: 'base.tar',
      image: beside.images[0]?.key,
      layers: 7,
      steps: 18,
    };
    const alone = await configView(own.archive, image, own.measurements);
    expect(alone.base).toEqual([]);
    const view = await configView(own.archive, image, own.measurements, beside);
    expect(view.base).toMatchObject([sign]);
    // What is measured counts, whatever is stated.
    const measurements = other.measurements.map((each) => ({
      ...each,
      diffId: each.diffId && sha256Of('other'),
      stored: { sha256: sha256Of('other') },
    }));
    const damaged = await configView(own.archive, image, own.measurements, { ...beside, measurements });
    expect(damaged.base).toEqual([]);
    // It is no base of itself.
    const twin = { ...own.archive, name: 'same.tar', measurements: own.measurements };
    expect((await configView(own.archive, image, own.measurements, twin)).base).toEqual([]);
  });
});
