import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { measureRequests, measureSpans, openArchive, planExport, represent } from '../engine';
import type { Archive, Image } from '../model/archive';
import { EXPORT_TARGETS, type ExportPlan, type ExportTarget } from '../model/export';
import type { Measurement } from '../model/facts';
import { MEDIA } from '../model/mediaType';
import { dockerSaveLayers } from '../formats/v1Rules';
import { config, descriptor, layer, type Fields } from '../testing/artifactLayout';
import { buildImage } from '../testing/buildImage';
import { buildTar, type TarEntry } from '../testing/buildTar';
import { goJson, type Json, type JsonObject } from '../testing/goJson';
import { buildLayer, sha256Of } from '../testing/imageParts';
import { packPlan } from '../testing/packPlan';
import { readFixture } from '../testing/readFixture';
import { layout, plainManifest } from '../testing/situationParts';

interface Opened {
  readonly archive: Archive;
  readonly image: Image;
  readonly measurements: readonly Measurement[];
}

async function open(tar: Uint8Array<ArrayBuffer>): Promise<Opened> {
  const archive = await openArchive({ blob: new Blob([tar]) }, 'test.tar');
  const [image] = archive.images;
  if (!image) throw new Error('no image');
  return { archive, image, measurements: await measureSpans(archive.source, measureRequests(archive)) };
}

async function planned({ archive, image, measurements }: Opened, target: ExportTarget): Promise<ExportPlan> {
  const plan = await planExport(archive, image, measurements, target);
  if ('cannot' in plan) throw new Error(`${target}: ${plan.cannot}`);
  return plan;
}

/** Why an image cannot be saved, by target; targets that it can be saved as are left out. */
async function refusals({ archive, image, measurements }: Opened): Promise<Partial<Record<ExportTarget, string>>> {
  const plans = await Promise.all(EXPORT_TARGETS.map((target) => planExport(archive, image, measurements, target)));
  return Object.fromEntries(
    plans.flatMap((plan, i) => ('cannot' in plan ? [[EXPORT_TARGETS[i] ?? '', plan.cannot]] : [])),
  );
}

const all = (code: string): Record<string, string> =>
  Object.fromEntries(EXPORT_TARGETS.map((target) => [target, code]));
const DOCKER = ['docker-archive-skopeo', 'docker-archive-docker20', 'docker-archive-docker25'] as const;
const file = (name: string): TarEntry => ({ name, body: name });
const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);
const documentAt = ({ documents }: ExportPlan, path: string) => documents.find((document) => document.path === path);
const HISTORY = [{ created: '2024-05-01T10:00:00Z', created_by: 'COPY a' }];

describe('what cannot be saved', () => {
  it('an image whose layers are not measured', async () => {
    const opened = await open(buildImage({ format: 'oci-layout', layers: [[file('a')]] }));
    expect(await refusals({ ...opened, measurements: [] })).toEqual(all('not-measured'));
  });

  it.each([
    ['a date that is no date', { created: 'yesterday' }, 'dates-unreadable'],
    ['a step with a date that is a number', { history: [{ created: 5 }] }, 'dates-unreadable'],
  ])('an image with %s', async (_, fields, code) => {
    const opened = await open(layout({ config: (value) => ({ ...value, ...fields }) }));
    expect(await refusals(opened)).toEqual(all(code));
  });

  it('as it is, an image whose manifest has a size that is text', async () => {
    const manifest = (named: JsonObject, layers: readonly JsonObject[]): string =>
      plainManifest(
        named,
        layers.map((each) => ({ ...each, size: `${Number(each['size'])}` })),
      );
    const found = await refusals(await open(layout({ manifest })));
    expect(found).toEqual({
      'oci-archive-skopeo': 'contents-differ',
      'oci-archive-containerd': 'contents-differ',
      'dir-oci': 'contents-differ',
    });
  });

  it('an image whose config is not of its layers', async () => {
    const parts = buildImage({ format: 'docker-archive', layers: [[file('a')]] });
    const other = buildImage({ format: 'docker-archive', layers: [[file('b')]] });
    // The config names a layer that is another one of the same size.
    const members = await openArchive({ blob: new Blob([parts]) }, 'a');
    const span = members.images[0]?.layers[0]?.span;
    const replaced = (await openArchive({ blob: new Blob([other]) }, 'b')).images[0]?.layers[0]?.span;
    if (!span || !replaced) throw new Error('no layer');
    parts.set(other.subarray(replaced.offset, replaced.offset + replaced.length), span.offset);
    expect(await refusals(await open(parts))).toEqual(all('contents-differ'));
  });

  it('as schema 1: an image whose history does not name its layers', async () => {
    const opened = await open(buildImage({ format: 'docker-archive', layers: [[file('a')]] }));
    expect(await refusals(opened)).toEqual({ 'dir-schema1': 'no-history' });
  });

  it('as a docker archive: more layers than v1 documents are made for', async () => {
    const layers = Array.from({ length: 513 }, (_, i) => [file(`f${i}`)]);
    const config = { architecture: 'amd64', os: 'linux', config: {}, history: layers.map(() => ({ created_by: 'x' })) };
    const refused = await refusals(await open(buildImage({ format: 'oci-layout', layers, config })));
    expect(refused).toEqual(Object.fromEntries(DOCKER.map((target) => [target, 'too-many-layers'])));
  });

  it('a schema 1 manifest that readers refuse, in any form', async () => {
    const step = (id: string, parent?: string) => ({
      v1Compatibility: goJson({ id, os: 'linux', ...(parent && { parent }) }),
    });
    const fsLayers = [layer, layer].map((each) => ({ blobSum: sha256Of(each) }));
    const opened = (history: Json) => {
      const manifest = goJson({ schemaVersion: 1, name: 'x', tag: '1', architecture: 'amd64', fsLayers, history });
      return open(
        buildTar([
          { name: 'manifest.json', body: manifest },
          { name: sha256Of(layer).slice(7), body: layer },
        ]),
      );
    };
    const [a = '', b = ''] = ['1', '2'].map((digit) => digit.repeat(64));
    expect(await refusals(await opened([step(b, a), step(a)]))).toEqual({});
    expect(await refusals(await opened([step(b), step(a)]))).toEqual(all('contents-differ'));
  });

  it('where all layers have to be there: one whose bytes are elsewhere', async () => {
    const digest = `sha256:${'0'.repeat(64)}`;
    const opened = await openLayout({ mediaType: MEDIA.ociForeign, urls: ['https://example.com/l'], digest }, false);
    const { 'oci-archive-skopeo': _, 'dir-oci': __, 'dir-schema2': ___, ...others } = all('layers-missing');
    expect(await refusals(opened)).toEqual(others);
    const plan = await planned(opened, 'dir-schema2');
    expect(text(documentAt(plan, 'manifest.json')?.bytes)).toContain(
      `{"mediaType":"${MEDIA.dockerForeign}","size":1024,"digest":"${digest}","urls":["https://example.com/l"]}`,
    );
  });

  it.each<[string, Fields, string]>([
    ['a digest of an algorithm that is not known', { digest: `blake3:${'0'.repeat(64)}` }, 'contents-differ'],
    ['a size that is not the layer’s', { size: 1 }, 'contents-differ'],
  ])('what names its layer by %s', async (_, fields, code) => {
    const refused = await refusals(await openLayout(fields));
    expect([refused['oci-archive-skopeo'], refused['oci-archive-containerd'], refused['dir-oci']]).toEqual([
      code,
      code,
      code,
    ]);
  });
});

/** An OCI layout of one image with one layer, as its descriptor has it. */
function openLayout(fields: Fields, hasLayer = true): Promise<Opened> {
  const named = { ...descriptor(MEDIA.ociLayer, layer), ...fields };
  const body = goJson({ schemaVersion: 2, config: descriptor(MEDIA.ociConfig, config), layers: [named] });
  const blob = (digest: string, content: string | Uint8Array): TarEntry => ({
    name: `blobs/${digest.replace(':', '/')}`,
    body: content,
  });
  return open(
    buildTar([
      { name: 'oci-layout', body: '{"imageLayoutVersion":"1.0.0"}' },
      { name: 'index.json', body: goJson({ schemaVersion: 2, manifests: [descriptor(MEDIA.ociManifest, body)] }) },
      blob(sha256Of(body), body),
      blob(sha256Of(config), config),
      ...(hasLayer ? [blob(named.digest, layer)] : []),
    ]),
  );
}

describe('a plan', () => {
  it.each(EXPORT_TARGETS)('%s: is the same every time, and packs to the same bytes', async (target) => {
    const [one, two] = await Promise.all([
      readFixture('small.docker20-save.tar'),
      readFixture('small.docker20-save.tar'),
    ]);
    const image = one.archive.images[0];
    if (!image) throw new Error('no image');
    const plan = await planned({ ...one, image }, target);
    expect(await planned({ ...two, image }, target)).toEqual(plan);
    const [a, b] = await Promise.all([one, two].map(({ archive }) => packPlan(plan, archive.source)));
    expect(a && sha256Of(a)).toBe(b && sha256Of(b));
  });

  it('makes every form of an image that only has v1 folders', async () => {
    const opened = await open(buildImage({ format: 'docker-v1', layers: [[file('a')], [file('b')]] }));
    expect(await refusals(opened)).toEqual({});
    const plan = await planned(opened, 'dir-schema2');
    expect(plan.documents.find(({ kind }) => kind === 'config')?.recipe?.code).toBe('config-from-v1');
  });

  it('writes the same layer once, and in v1 folders a link', async () => {
    const tar = buildLayer([file('a')], false).stored;
    const opened = await open(buildImage({ format: 'docker-archive', layers: [tar, tar] }));
    const stored = async (target: ExportTarget): Promise<number> =>
      (await planned(opened, target)).entries.filter(
        (entry) => entry.type === 'file' && entry.content.kind === 'stored',
      ).length;
    for (const target of EXPORT_TARGETS.filter((each) => each !== 'dir-schema1')) expect(await stored(target)).toBe(1);
    const { entries } = await planned(opened, 'docker-archive-docker20');
    const [link] = entries.flatMap((entry) => (entry.type === 'symlink' ? [entry] : []));
    expect(entries.find(({ path }) => link && `../${path}` === link.link)).toBeDefined();
  });

  it('keeps v1 IDs that another time zone made', async () => {
    const layers = [buildLayer([file('a')], false).stored, buildLayer([file('b')], false).stored];
    const diffIds = layers.map((each) => sha256Of(each));
    const json = goJson({ architecture: 'amd64', os: 'linux', rootfs: { type: 'layers', diff_ids: diffIds } });
    const v1 = await dockerSaveLayers(new TextEncoder().encode(json), diffIds, '1969-12-31T19:00:00-05:00');
    const paths = v1.map(({ id }) => `${id}/layer.tar`);
    const manifest = [{ Config: 'c.json', RepoTags: ['x:1'], Layers: paths }];
    const opened = await open(
      buildTar([
        ...paths.map((name, i) => ({ name, body: layers[i] ?? '' })),
        { name: 'c.json', body: json },
        { name: 'manifest.json', body: goJson(manifest) },
      ]),
    );
    const plan = await planned(opened, 'docker-archive-docker20');
    expect(plan.entries.map(({ path }) => path)).toEqual(expect.arrayContaining(paths));
    expect(text(documentAt(plan, `${v1[0]?.id ?? ''}/json`)?.bytes)).toContain('-05:00');
  });

  it.each([
    ['2024-05-01T10:00:00.999999999Z', 1714557600],
    ['2024-05-01T12:00:00+02:00', 1714557600],
    ['1969-12-31T23:59:59Z', 0],
    ['2300-01-01T00:00:00Z', 0],
    [undefined, 0],
  ])('an image made at %s is saved by Docker with the time %i', async (created, mtime) => {
    const config = { architecture: 'amd64', os: 'linux', ...(created !== undefined && { created }) };
    const opened = await open(buildImage({ format: 'docker-archive', layers: [[file('a')]], config }));
    const plan = await planned(opened, 'docker-archive-docker20');
    expect(plan.entries[0]?.mtime).toBe(mtime);
  });

  it('keeps blobs that are named by another algorithm', async () => {
    const digest = `sha512:${createHash('sha512').update(layer).digest('hex')}`;
    const opened = await openLayout({ digest });
    const paths = (await planned(opened, 'oci-archive-skopeo')).entries.map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(['blobs/sha512', `blobs/${digest.replace(':', '/')}`]));
  });

  it('of a legacy-builder image, schema 1 and back gives the config again', async () => {
    const { archive, measurements } = await readFixture('sibling.docker20-save.by-id.tar.gz');
    const image = archive.images[0];
    if (!image) throw new Error('no image');
    const plan = await planned({ archive, image, measurements }, 'dir-schema1');
    expect(plan.dropped).toEqual([]);
    const again = await open(await packPlan(plan, archive.source));
    const forms = await represent(again.archive, again.image, again.measurements);
    const config = forms.flatMap(({ derived }) => derived).find(({ kind }) => kind === 'config');
    expect(config?.digest).toBe(archive.documents.find(({ id }) => id === image.config)?.digest);
  });

  it('says what each document was made from, and what is dropped', async () => {
    const { archive, measurements } = await readFixture('multiarch.buildah-oci-archive.tar');
    const image = archive.images[0];
    if (!image) throw new Error('no image');
    const plan = await planned({ archive, image, measurements }, 'docker-archive-skopeo');
    for (const { origin, recipe } of plan.documents) expect(recipe === null).toBe(origin === 'found');
    expect(plan.dropped.map(({ pointer }) => pointer)).toEqual(['/annotations']);
    expect(documentAt(plan, 'manifest.json')?.recipe?.code).toBe('archive-manifest');
  });

  it('says which names of the image are not written', async () => {
    const { archive, measurements } = await readFixture('small.docker20-save.tar');
    const image = { ...archive.images[0], names: ['fx/a:1', 'Not A Name', 'fx/b:2'] } as Image;
    const lost = async (target: ExportTarget): Promise<readonly string[]> =>
      (await planned({ archive, image, measurements }, target)).droppedNames;
    for (const target of [...DOCKER, 'oci-archive-containerd'] as const)
      expect(await lost(target)).toEqual(['Not A Name']);
    expect(await lost('oci-archive-skopeo')).toEqual(['Not A Name', 'fx/b:2']);
    for (const target of ['dir-schema1', 'dir-schema2', 'dir-oci'] as const)
      expect(await lost(target)).toEqual(image.names);
  });

  it('a schema 1 manifest of the archive keeps the name that is in it', async () => {
    const { archive, measurements } = await readFixture('small.skopeo-dir-v2s1.tar');
    const [first] = archive.images;
    if (!first) throw new Error('no image');
    const image = { ...first, names: [...first.names, 'fx/other:1'] };
    const { droppedNames } = await planned({ archive, image, measurements }, 'dir-schema1');
    expect(droppedNames).toEqual(['fx/other:1']);
  });

  it('leaves out what is no name, and says latest where there is no tag', async () => {
    const { archive, measurements } = await readFixture('small-referrers.oras-backup.tar');
    const image = { ...archive.images[0], names: ['1.0', 'Not A Name', 'fx/y:2'] } as Image;
    const plan = await planned({ archive, image, measurements }, 'docker-archive-skopeo');
    expect(text(documentAt(plan, 'manifest.json')?.bytes)).toContain(
      '"RepoTags":["docker.io/library/1.0:latest","docker.io/fx/y:2"]',
    );
  });
});

describe('history', () => {
  it('of one step for one layer makes a schema 1 manifest', async () => {
    const config = { architecture: 'amd64', os: 'linux', history: HISTORY };
    const opened = await open(buildImage({ format: 'docker-archive', layers: [[file('a')]], config }));
    expect(await refusals(opened)).toEqual({});
  });
});
