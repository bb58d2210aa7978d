import { describe, expect, it } from 'vitest';
import { manifestRows } from '../../core/compare/manifestRows';
import { meaningDocument } from '../../core/compare/meaning';
import type { TableRow } from '../../core/model/manifestTable';
import { canFold, foldRows } from './fold';

const LAYERS = 3;
const digest = (n: number): string => `sha256:${`${n}`.repeat(64)}`;
const layers = (mediaType: string): object[] =>
  Array.from({ length: LAYERS }, (_, n) => ({ mediaType, digest: digest(n), size: n }));
const manifest = (type: string): string =>
  JSON.stringify({ schemaVersion: 2, mediaType: type, layers: layers(`${type}.layer`) });
const schema1 = JSON.stringify({
  schemaVersion: 1,
  fsLayers: [2, 9, 9, 1, 0].map((n) => ({ blobSum: digest(n) })),
  history: [true, true, false, false, false].map((_, n) => ({
    v1Compatibility: JSON.stringify({ id: `${n}`, throwaway: n === 1 || n === 2 }),
  })),
});

function rows(one?: string): readonly TableRow[] {
  return manifestRows({
    schema1: one === undefined ? null : meaningDocument('manifest', 'schema1', one),
    schema2: meaningDocument('manifest', 'schema2', manifest('docker')),
    oci: meaningDocument('manifest', 'oci', manifest('oci')),
  }).rows;
}
const closed = (): boolean => false;
const named = (all: ReturnType<typeof foldRows>): string[] =>
  all.flatMap(({ fold }) =>
    fold ? [`${fold.from.kind} ${'number' in fold.from ? fold.from.number : ''}×${fold.count}`] : [],
  );

describe('foldRows', () => {
  it('makes one row of the lines of a layer, which says what of it differs', () => {
    const all = rows(schema1);
    expect(canFold(all)).toBe(true);
    const shown = foldRows(all, closed);
    const layer = shown.find(({ place }) => place.kind === 'layer');
    expect(layer?.states['schema2 oci']).toBe('renamed');
    expect(layer?.cells.oci?.names).toEqual({ kind: 'digest', value: digest(0) });
    expect(layer?.cells.schema1?.names).toEqual({ kind: 'digest', value: digest(0) });
    expect(shown.map(({ key }) => key)).toEqual([...new Set(shown.map(({ key }) => key))]);
  });

  it('folds steps in a row that only one form has into one', () => {
    const shown = foldRows(rows(schema1), closed);
    expect(named(shown)).toEqual(['layer 1×1', 'layer 2×1', 'step 3×2', 'layer 3×1', 'step 1×5']);
    const steps = shown.find(({ fold }) => fold?.count === 2);
    expect(steps?.states['schema1 schema2']).toBe('structure');
    expect(steps?.cells.schema1?.names).toBeNull();
  });

  it('loses no line: open, they are the rows themselves', () => {
    const all = rows(schema1);
    const open = foldRows(all, () => true);
    expect(open).toMatchObject(all);
    expect(named(open)).toEqual(named(foldRows(all, closed)));
    const lines = foldRows(all, closed).flatMap((row) => row.fold?.lines ?? [row]);
    expect(lines).toHaveLength(all.length);
  });

  it('opens one alone', () => {
    const all = rows(schema1);
    const key = all.find(({ place }) => place.kind === 'layer')?.key ?? '';
    const shown = foldRows(all, (each) => each === key);
    expect(shown.filter(({ fold }) => fold?.isOpen).map((row) => row.key)).toEqual([key]);
    expect(shown.length).toBe(foldRows(all, closed).length + 4);
  });

  it('folds nothing of what is on a screen whole', () => {
    const few = rows().slice(0, 12);
    expect(canFold(few)).toBe(false);
    expect(foldRows(few, closed)).toEqual(few.map((row) => ({ ...row, fold: null })));
  });
});
