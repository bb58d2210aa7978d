import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../limits';
import type { ManifestKind } from '../model/manifestForms';
import type { AlignedTable, ManifestView, TableRow } from '../model/manifestTable';
import { MEDIA } from '../model/mediaType';
import { manifestRows } from './manifestRows';
import { meaningDocument } from './meaning';

const hex = (digit: string): string => `sha256:${digit.repeat(64)}`;

function align(view: ManifestView, values: Partial<Record<ManifestKind, unknown>>, own: string[] = []): AlignedTable {
  const of = (kind: ManifestKind) =>
    values[kind] === undefined ? null : meaningDocument(view, kind, JSON.stringify(values[kind]));
  return manifestRows({ schema1: of('schema1'), schema2: of('schema2'), oci: of('oci') }, new Set(own));
}

const row = ({ rows }: AlignedTable, key: string): TableRow => {
  const found = rows.find((each) => each.key === key);
  if (!found) throw new Error(`no row ${key} among ${rows.map((each) => each.key).join(' ')}`);
  return found;
};

/** One form's column as text. */
const printed = ({ rows }: AlignedTable, kind: ManifestKind): string =>
  rows
    .flatMap(({ cells }) => cells[kind] ?? [])
    .map(
      ({ depth, name, text, comma }) =>
        `${'  '.repeat(depth)}${name === null ? '' : `${JSON.stringify(name)}: `}${text}${comma ? ',' : ''}`,
    )
    .join('\n');

const schema2 = {
  schemaVersion: 2,
  mediaType: MEDIA.dockerManifest,
  config: { mediaType: MEDIA.dockerConfig, size: 30, digest: hex('c') },
  layers: [
    { mediaType: MEDIA.dockerLayerGzip, size: 10, digest: hex('1') },
    { mediaType: MEDIA.dockerLayerGzip, size: 20, digest: hex('2') },
  ],
};
const oci = {
  schemaVersion: 2,
  mediaType: MEDIA.ociManifest,
  config: { mediaType: MEDIA.ociConfig, digest: hex('c'), size: 30 },
  layers: [
    { mediaType: MEDIA.ociLayerGzip, digest: hex('1'), size: 10 },
    { mediaType: MEDIA.ociLayerGzip, digest: hex('2'), size: 20 },
  ],
};
const v1 = (value: object): { v1Compatibility: string } => ({ v1Compatibility: JSON.stringify(value) });
const schema1 = {
  name: 'hello',
  tag: '1.0',
  architecture: 'amd64',
  fsLayers: [{ blobSum: hex('2') }, { blobSum: hex('e') }, { blobSum: hex('1') }],
  history: [v1({ id: '3' }), v1({ id: '2', throwaway: true }), v1({ id: '1' })],
  schemaVersion: 1,
};

describe('manifestRows', () => {
  it('tells renaming from everything else, whatever line it is on', () => {
    const table = align('manifest', { schema2, oci });
    expect(table.counts['schema2 oci']).toEqual({ renamed: 4, structure: 0, digest: 0, value: 0, order: 3 });
    expect(table.counts['schema1 schema2']).toEqual({ renamed: 0, structure: 0, digest: 0, value: 0, order: 0 });
    const { cells, states, part, place } = row(table, '/layers/layer:2/mediaType');
    expect(states).toEqual({ 'schema1 schema2': null, 'schema2 oci': 'renamed', 'schema1 oci': null });
    expect([part, place]).toEqual(['layer:2', { kind: 'layer', number: 2 }]);
    expect(cells.schema2?.names).toEqual({ kind: 'media-type', value: MEDIA.dockerLayerGzip });
    expect(cells.oci?.pointer).toBe('/layers/1/mediaType');
    expect(row(table, '/config/digest').states['schema2 oci']).toBe('same');
  });

  it('prints each form whole, in one order for all', () => {
    const table = align('manifest', { schema2, oci });
    expect(printed(table, 'oci')).toBe(JSON.stringify(oci, null, 2));
    expect(JSON.parse(printed(table, 'schema2'))).toEqual(schema2);
  });

  it('meets schema 1 by what later forms call things, its layers by number from the base', () => {
    const table = align('manifest', { schema1, schema2, oci });
    const base = row(table, '/layers/layer:1/digest');
    expect(base.cells.schema1).toMatchObject({ pointer: '/fsLayers/2/blobSum', name: 'blobSum' });
    expect(base.states['schema1 schema2']).toBe('renamed');
    expect(row(table, '/layers').cells.schema1).toMatchObject({ name: 'fsLayers', reversed: true });
    expect(row(table, '/layers/step:2/digest').cells).toMatchObject({ schema2: null, oci: null });
    expect(row(table, '/history/step:1').part).toBe('layer:1');
    expect(row(table, '/history/step:2').part).toBeNull();
    expect(row(table, '/history/step:3').part).toBe('layer:2');
    // fsLayers and two blobSums; name, tag, architecture, the empty step, history; and of later forms mediaType, config, and of each layer type and size
    expect(table.counts['schema1 schema2']).toMatchObject({ renamed: 3, structure: 11, digest: 0, value: 1 });
    expect(JSON.parse(printed(table, 'schema1'))).toEqual({
      ...schema1,
      fsLayers: schema1.fsLayers.toReversed(),
      history: schema1.history.toReversed(),
    });
  });

  it('counts what only one has once, with all that is in it', () => {
    const annotations = { a: '1', 'org/x~y': '2' };
    const table = align('manifest', { schema2, oci: { ...oci, annotations } });
    expect(table.counts['schema2 oci'].structure).toBe(1);
    const inside = row(table, '/annotations/org~1x~0y');
    expect([inside.states['schema2 oci'], inside.place.kind]).toEqual(['structure', 'annotations']);
    expect(row(table, '/annotations~end').states['schema2 oci']).toBe('structure');
  });

  it('tells another content from another name, and from what follows of it', () => {
    const config = { ...oci.config, digest: hex('d'), size: 31 };
    const { counts } = align('manifest', { schema2, oci: { ...oci, config } });
    expect(counts['schema2 oci']).toMatchObject({ renamed: 4, digest: 1, value: 1, structure: 0 });
  });

  it('compares values by their meaning: escapes are the same text, an empty list is not a full one', () => {
    const escaped = meaningDocument('config', 'schema2', '{"a":"\\u0026","b":[],"c":null}');
    const plain = meaningDocument('config', 'oci', '{"a":"&","b":["x"],"c":{"d":1}}');
    const table = manifestRows({ schema1: null, schema2: escaped, oci: plain });
    expect(['/a', '/b', '/b/0', '/c', '/c/d'].map((key) => row(table, key).states['schema2 oci'])).toEqual([
      'same',
      'structure',
      'structure',
      'structure',
      'structure',
    ]);
    expect(table.counts['schema2 oci'].structure).toBe(2);
    expect(row(table, '/a').cells.schema2?.text).toBe('"\\u0026"');
  });

  it('meets the steps and layers of configs by number, other elements by place or by text', () => {
    const history = [{ created_by: 'ADD' }, { created_by: 'ENV', empty_layer: true }, { created_by: 'RUN' }];
    const rootfs = { type: 'layers', diff_ids: [hex('1'), hex('2')] };
    const docker = { config: { Env: ['A=1', 'B=2'], Cmd: ['a', 'b'] }, history, rootfs };
    const table = align('config', {
      schema2: docker,
      oci: { rootfs, history, config: { Env: ['B=2'], Cmd: ['a', 'c'] } },
    });
    expect(row(table, '/history/step:3/created_by').part).toBe('layer:2');
    expect(row(table, '/history/step:2').part).toBeNull();
    expect(row(table, '/rootfs/diff_ids/layer:2').part).toBe('layer:2');
    expect(row(table, '/config').part).toBe('config');
    expect(row(table, '/config/Env/string B=2#1').states['schema2 oci']).toBe('same');
    expect(row(table, '/config/Cmd/1').states['schema2 oci']).toBe('value');
    expect(table.counts['schema2 oci']).toEqual({ renamed: 0, structure: 1, digest: 0, value: 1, order: 2 });
  });

  it('meets the entries of lists by platform, and knows the image on screen', () => {
    const entry = (mediaType: string, digest: string, architecture: string) => ({
      mediaType,
      digest,
      size: 5,
      platform: { architecture, os: 'linux' },
    });
    const list = {
      manifests: [entry(MEDIA.dockerManifest, hex('a'), 'amd64'), entry(MEDIA.dockerManifest, hex('b'), 'arm64')],
    };
    const index = {
      manifests: [entry(MEDIA.ociManifest, hex('d'), 'arm64'), entry(MEDIA.ociManifest, hex('c'), 'amd64')],
    };
    const table = align('list', { schema2: list, oci: index }, [hex('d')]);
    const arm = row(table, '/manifests/entry:linux~1arm64/digest');
    expect([arm.cells.schema2?.pointer, arm.cells.oci?.pointer]).toEqual([
      '/manifests/1/digest',
      '/manifests/0/digest',
    ]);
    expect([arm.part, arm.states['schema2 oci']]).toEqual(['manifest', 'digest']);
    expect(row(table, '/manifests/entry:linux~1amd64').part).toBeNull();
    expect(table.counts['schema2 oci']).toEqual({ renamed: 2, structure: 0, digest: 2, value: 0, order: 1 });
  });

  it('keeps keys apart that are given twice', () => {
    const document = meaningDocument('manifest', 'oci', '{"a":1,"a":2,"":{"":3}}');
    const keys = manifestRows({ schema1: null, schema2: null, oci: document }).rows.map(({ key }) => key);
    expect(keys).toEqual(['', '/a', '/a#2', '/', '//', '/~end', '~end']);
  });

  it('has every value of every document once, at its pointer', () => {
    const object = fc.dictionary(fc.constantFrom('a', 'b', 'layers', 'config', 'fsLayers'), fc.jsonValue(), {
      noNullPrototype: true,
    });
    fc.assert(
      fc.property(object, object, (left, right) => {
        const table = align('manifest', { schema2: left, oci: right });
        expect(new Set(table.rows.map(({ key }) => key)).size).toBe(table.rows.length);
        for (const [kind, value] of [
          ['schema2', left],
          ['oci', right],
        ] as const) {
          const cells = table.rows.flatMap(({ cells: all }) => all[kind] ?? []);
          const pointers = cells.filter(({ type }) => type !== 'close').map(({ pointer }) => pointer);
          expect(new Set(pointers).size).toBe(pointers.length);
          expect(JSON.parse(printed(table, kind))).toEqual(JSON.parse(JSON.stringify(value)));
        }
      }),
    );
  });

  it('gives a bounded part of very many rows, and counts them all', () => {
    const layers = (mediaType: string) =>
      Array.from({ length: LIMITS.layersPerImage }, () => ({ mediaType, size: 1, digest: hex('1') }));
    const table = align('manifest', {
      schema2: { ...schema2, layers: layers(MEDIA.dockerLayer) },
      oci: { ...oci, layers: layers(MEDIA.ociLayer) },
    });
    expect(table.rows).toHaveLength(LIMITS.manifestRows);
    expect(table.rowCount).toBeGreaterThan(5 * LIMITS.layersPerImage);
    expect(table.counts['schema2 oci'].renamed).toBe(LIMITS.layersPerImage + 2);
    expect(align('config', { oci: { a: '😀'.repeat(LIMITS.manifestValue) } }).rows[1]?.cells.oci?.text).not.toMatch(
      /\p{Surrogate}/u,
    );
  });
});
