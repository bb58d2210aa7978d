import { describe, expect, it } from 'vitest';
import { buildReport, measureRequests, measureSpans, openArchive } from '../engine';
import type { JsonObject } from '../testing/goJson';
import { layout, plainManifest, type Parts } from '../testing/situationParts';
import type { Report } from './reportSchema';

async function report(parts: Parts): Promise<Report> {
  const archive = await openArchive({ blob: new Blob([layout(parts)]) }, 'x.tar');
  return buildReport(archive, await measureSpans(archive.source, measureRequests(archive)));
}

const STEP = { created_by: 'made by hand' };
const withConfig = (fields: JsonObject): Parts => ({ config: (config) => ({ ...config, ...fields }) });
const said = ({ diagnostics }: Report) =>
  diagnostics.map(({ code, severity, details }) => [code, severity, details['pointer'], details['value'] ?? '']);

describe('what is odd about sizes and dates', () => {
  it.each<[string, Parts, (string | number)[]]>([
    ['a date that is no date', withConfig({ created: 'yesterday' }), ['/created', '"yesterday"']],
    ['a date without a time', withConfig({ created: '2024-01-02' }), ['/created', '"2024-01-02"']],
    ['a date that is a number', withConfig({ created: 1_700_000_000 }), ['/created', '1700000000']],
    ['the date of a step', withConfig({ history: [{ ...STEP, created: {} }] }), ['/history/0/created', '{}']],
  ])('%s', async (_, parts, place) => {
    const found = await report(parts);
    expect(said(found)).toEqual([['created-invalid', 'warning', ...place]]);
    expect(found.verdict).toBe('verified');
  });

  it.each<[string, JsonObject]>([
    ['none', {}],
    ['null', { created: null, history: [{ ...STEP, created: null }] }],
    ['the year 1', { created: '0001-01-01T00:00:00Z' }],
  ])('nothing of a date that is %s', async (_, fields) => {
    expect(said(await report(withConfig(fields)))).toEqual([]);
  });

  it('sizes that are no numbers, each, though all else is shown and checked', async () => {
    const found = await report({
      manifest: (config, layers) =>
        plainManifest(
          { ...config, size: null },
          layers.map((each) => ({ ...each, size: true })),
        ),
      entry: (entry) => ({ ...entry, size: '9' }),
    });
    expect(found.images[0]?.names).toEqual(['x']);
    expect(found.images[0]?.findings.map(({ kind, verdict }) => `${kind} ${verdict}`)).toEqual(
      expect.arrayContaining(['digest matches', 'diff-id matches']),
    );
    expect(found.integrity.rows.filter(({ kind }) => kind === 'size')).toEqual([]);
    expect(new Set(said(found))).toEqual(
      new Set([
        ['json-shape', 'warning', '/config/size', ''],
        ['json-shape', 'warning', '/layers/0/size', ''],
        ['json-shape', 'warning', '/manifests/0/size', ''],
      ]),
    );
  });
});
