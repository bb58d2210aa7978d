import { describe, expect, it } from 'vitest';
import { sha256 } from '../bytes/hash';
import { measureRequests, measureSpans, openArchive, represent } from '../engine';
import type { Document } from '../model/archive';
import { buildTar, type TarEntry } from '../testing/buildTar';
import { readColumn, readFixture } from '../testing/readFixture';
import { EPOCHS } from './epochs';
import { chainIds } from './facets';
import { epochOfId, v1IdOrigins, type V1Ids } from './v1Ids';
import { dockerSaveLayers, schema1Id, skopeoLayers, type V1Layer } from './v1Rules';

const utf8 = new TextEncoder();
const config = utf8.encode('{"architecture":"amd64","config":{},"created":"2024-05-01T10:00:00Z","os":"linux"}');
const hexes = ['11', '22', '33'].map((pair) => pair.repeat(32));
const diffIds = hexes.map((hex) => `sha256:${hex}`);
const NEW_YORK = '1969-12-31T19:00:00-05:00';
const LONDON = '1970-01-01T01:00:00+01:00';

async function asked(ids: readonly string[], rest: Partial<V1Ids> = {}): Promise<(string | undefined)[]> {
  const chain = await chainIds(diffIds);
  const of: V1Ids = { ids, chainIds: chain, diffIds, blobs: [], documents: [], config, ...rest };
  return (await v1IdOrigins(of, true)).map((origin) => origin?.kind + (origin?.zone ? ` ${origin.zone}` : ''));
}

function documents(layers: readonly V1Layer[]): Promise<Document[]> {
  return Promise.all(
    layers.map(async ({ id, json }): Promise<Document> => {
      const path = `${id}/json`;
      const digest = await sha256(json);
      return {
        id: path,
        kind: 'v1-json',
        origin: 'found',
        path,
        mediaType: null,
        bytes: json,
        digest,
        span: null,
        recipe: null,
      };
    }),
  );
}

const idsOf = (layers: readonly V1Layer[]): string[] => layers.map(({ id }) => id);

describe('the epoch in every zone', () => {
  it('is a time that says the epoch, to the minute, and has the zones that clocks stood at', () => {
    for (const epoch of EPOCHS) expect(Math.abs(Date.parse(epoch)), epoch).toBeLessThan(60_000);
    expect(new Set(EPOCHS).size).toBe(EPOCHS.length);
    expect(EPOCHS).toEqual(
      expect.arrayContaining([
        '1970-01-01T00:00:00Z',
        NEW_YORK,
        LONDON,
        '1970-01-01T05:45:00+05:45',
        '1969-12-31T23:15:30-00:44',
        '1969-12-31T13:20:00-10:40',
        '1970-01-01T14:00:00+14:00',
        '1969-12-31T12:00:00-12:00',
      ]),
    );
  });

  it.each(EPOCHS)('%s is found from the ID of the base layer', async (epoch) => {
    const [base] = await dockerSaveLayers(config, diffIds, epoch);
    expect(await epochOfId(base?.id ?? '', diffIds[0] ?? '')).toBe(epoch);
  });
});

describe('how v1 IDs came about', () => {
  it.each([
    ['UTC', '1970-01-01T00:00:00Z', 'Z'],
    ['New York', NEW_YORK, '-05:00'],
    ['London', LONDON, '+01:00'],
  ])('docker save in %s, with the documents and without them', async (_, epoch, zone) => {
    const layers = await dockerSaveLayers(config, diffIds, epoch);
    const expected = layers.map(() => `docker-save ${zone}`);
    expect(await asked(idsOf(layers))).toEqual(expected);
    expect(await asked(idsOf(layers), { documents: await documents(layers) })).toEqual(expected);
  });

  it('docker save, told from the documents alone when there is no config', async () => {
    const layers = await dockerSaveLayers(config, diffIds, NEW_YORK);
    const own = await documents(layers);
    expect(await asked(idsOf(layers), { documents: own, config: null })).toEqual(
      layers.map(() => 'docker-save -05:00'),
    );
  });

  it('docker save of an image of one layer depends on no zone', async () => {
    const [top] = await dockerSaveLayers(config, diffIds.slice(0, 1), NEW_YORK);
    expect(await asked([top?.id ?? ''])).toEqual(['docker-save']);
  });

  it('skopeo', async () => {
    expect(await asked(idsOf(await skopeoLayers(config, diffIds)))).toEqual(['skopeo', 'skopeo', 'skopeo']);
  });

  it('the conversion to schema 1', async () => {
    const ids: string[] = [];
    for (const [i, blob] of diffIds.entries()) {
      ids.push(await schema1Id(blob, ids.at(-1), i === diffIds.length - 1 ? config : null));
    }
    const blobs = diffIds.map((digest) => [`sha256:${'00'.repeat(32)}`, digest]);
    expect(await asked(ids, { blobs })).toEqual(['schema1', 'schema1', 'schema1']);
    expect(await asked(ids)).toEqual(['unmatched', 'unmatched', 'unmatched']);
  });

  it('bare ChainIDs and DiffIDs', async () => {
    const chain = (await chainIds(diffIds)).map((digest) => digest?.slice(7) ?? '');
    expect(await asked(chain)).toEqual(['chain-id', 'chain-id', 'chain-id']);
    expect(await asked(hexes)).toEqual(['diff-id', 'diff-id', 'diff-id']);
  });

  it('a strange ID makes no other one strange', async () => {
    const layers = idsOf(await skopeoLayers(config, diffIds));
    const strange = 'ab'.repeat(32);
    expect(await asked([layers[0] ?? '', strange, layers[2] ?? ''])).toEqual(['skopeo', 'unmatched', 'unmatched']);
    expect((await asked([strange, layers[1] ?? '', layers[2] ?? '']))[2]).toBe('skopeo');
  });

  it('random: no rule gives them, and there is no config; before measuring nobody can tell', async () => {
    const ids = ['ab', 'cd', 'ef'].map((pair) => pair.repeat(32));
    expect(await asked(ids, { config: null })).toEqual(['random', 'random', 'random']);
    const unknown = [null, null, null];
    const of = { ids, chainIds: unknown, diffIds: unknown, blobs: [], documents: [], config: null };
    expect(await v1IdOrigins(of, false)).toEqual([null, null, null]);
  });
});

describe('go-containerregistry', () => {
  const kindsOf = async (file: string): Promise<(string | null)[]> => {
    const { representation } = await readColumn(file, 'v1');
    return representation.facets.filter(({ role }) => role === 'layer').map(({ v1IdKind }) => v1IdKind);
  };

  it('alone, its archive lacks the digests that its IDs are made of', async () => {
    expect(new Set(await kindsOf('small.crane-legacy.tar'))).toEqual(new Set(['ggcr-form']));
  });

  it('with the digests of the compressed layers, which its other archive of the image has, every ID is computed', async () => {
    const legacy = await readFixture('small.crane-legacy.tar');
    const { archive, measurements } = await readFixture('small.crane-tarball.tar');
    const [image] = legacy.archive.images;
    const v1 = image?.stated.find(({ format }) => format === 'docker-v1');
    const layers = archive.images[0]?.layers ?? [];
    const measured = layers.map(({ span }) => measurements.find((each) => each.span.offset === span?.offset));
    const find = (id: string | null | undefined) => legacy.archive.documents.find((each) => each.id === id) ?? null;
    const diffs = measured.map((each) => each?.diffId ?? null);
    const origins = await v1IdOrigins(
      {
        ids: v1?.layers.map(({ v1Id }) => v1Id) ?? [],
        chainIds: await chainIds(diffs),
        diffIds: diffs,
        blobs: measured.map((each) => [each?.stored['sha256'] ?? '']),
        documents: v1?.layerDocuments.map(find) ?? [],
        config: find(image?.config)?.bytes ?? null,
      },
      true,
    );
    expect(origins).toEqual(Array.from({ length: 7 }, () => ({ kind: 'ggcr', zone: null })));
  });
});

it('folders named by docker save in New York are known by their names when their documents are gone', async () => {
  const tars = ['one', 'two'].map((name) => buildTar([{ name, body: name }]));
  const own = await Promise.all(tars.map(sha256));
  const full = utf8.encode(
    JSON.stringify({ created: '2024-05-01T10:00:00Z', os: 'linux', rootfs: { type: 'layers', diff_ids: own } }),
  );
  const ids = idsOf(await dockerSaveLayers(full, own, NEW_YORK));
  const layers = ids.map((id) => `${id}/layer.tar`);
  const entries: TarEntry[] = [
    ...layers.map((name, i) => ({ name, body: tars[i] ?? '' })),
    { name: 'c.json', body: full },
    { name: 'manifest.json', body: JSON.stringify([{ Config: 'c.json', RepoTags: ['a:1'], Layers: layers }]) },
  ];
  const archive = await openArchive({ blob: new Blob([buildTar(entries)]) }, 'a.tar');
  const [image] = archive.images;
  if (!image) throw new Error('no image');
  const measurements = await measureSpans(archive.source, measureRequests(archive));
  const [v1] = await represent(archive, image, measurements);
  expect(
    v1?.facets.filter(({ role }) => role === 'layer').map(({ v1Id, v1IdKind, v1IdZone }) => [v1Id, v1IdKind, v1IdZone]),
  ).toEqual(ids.map((id) => [id, 'docker-save', '-05:00']));
});
