import { describe, expect, it } from 'vitest';
import { represent } from '../engine';
import { readFixture } from '../testing/readFixture';
import { comparisonRow, comparisonRows, type CorrespondenceReason, type Row } from './rows';

async function rowsOf(file: string): Promise<Row[]> {
  const { archive, measurements } = await readFixture(file);
  const [image] = archive.images;
  if (!image) throw new Error('no image');
  return comparisonRows(await represent(archive, image, measurements));
}

const reason = (rows: readonly Row[], part: string, a: string, b: string): CorrespondenceReason | undefined =>
  rows.find((row) => row.part === part)?.correspondence.find((each) => each.a === a && each.b === b)?.reason;

describe('comparisonRows', () => {
  it('aligns the parts of every form, layers base first', async () => {
    const rows = await rowsOf('small.docker20-save.tar');
    expect(rows.map((row) => row.part)).toEqual([
      'pointer',
      'manifest',
      'config',
      ...[1, 2, 3, 4, 5, 6, 7].map((number) => `layer:${number}`),
      'mark',
    ]);
  });

  it('gives one of them alone as the same, and none for a layer that is not there', async () => {
    const { archive, measurements } = await readFixture('small.skopeo-oci-archive.gzip.tar');
    const [image] = archive.images;
    if (!image) throw new Error('no image');
    const forms = await represent(archive, image, measurements);
    const rows = comparisonRows(forms);
    expect(rows.map(({ part }) => comparisonRow(forms, part))).toEqual(rows);
    expect(comparisonRow(forms, 'layer:99')).toBeNull();
  });

  it('says that plain layers are the same bytes in every form', async () => {
    const rows = await rowsOf('small.docker20-save.tar');
    expect(reason(rows, 'layer:1', 'v1', 'v2s2')).toBe('same-digest');
    expect(reason(rows, 'layer:1', 'v1', 'oci')).toBe('same-digest');
  });

  it('never calls a compressed layer and the plain one of v1 the same bytes', async () => {
    const rows = await rowsOf('small.skopeo-oci-archive.gzip.tar');
    expect(reason(rows, 'layer:1', 'v2s2', 'oci')).toBe('same-digest');
    expect(reason(rows, 'layer:1', 'v1', 'oci')).toBe('same-diff-id');
  });

  it('does not link a part that a form has not', async () => {
    const rows = await rowsOf('small.docker20-save.tar');
    expect(reason(rows, 'manifest', 'v1', 'v2s2')).toBeUndefined();
    expect(reason(rows, 'mark', 'v1', 'oci')).toBe('derived-from');
  });
});
