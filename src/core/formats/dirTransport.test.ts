import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { buildReport, measureRequests, measureSpans, openArchive } from '../engine';
import { MEDIA } from '../model/mediaType';
import { buildTar, type TarEntry } from '../testing/buildTar';
import { goJson, type Json } from '../testing/goJson';
import { sha256Hex, sha256Of } from '../testing/imageParts';
import { readColumn, readFixture } from '../testing/readFixture';
import { guessMediaType } from './guess';

const layer = new Uint8Array(1024);
const config = goJson({ architecture: 'amd64', os: 'linux', rootfs: { type: 'layers', diff_ids: [sha256Of(layer)] } });
const descriptor = (mediaType: string, body: Uint8Array | string) => ({
  mediaType,
  digest: sha256Of(body),
  size: Buffer.byteLength(body),
});
const schema2 = (layers: Json = [descriptor(MEDIA.dockerLayer, layer)]): string =>
  goJson({
    schemaVersion: 2,
    mediaType: MEDIA.dockerManifest,
    config: descriptor(MEDIA.dockerConfig, config),
    layers,
  });
const version: TarEntry = { name: 'version', body: 'Directory Transport Version: 1.1\n' };
const root = (body: string): TarEntry => ({ name: 'manifest.json', body });
const blob = (body: Uint8Array | string): TarEntry => ({ name: sha256Hex(body), body });

async function read(entries: readonly TarEntry[]) {
  const archive = await openArchive({ blob: new Blob([buildTar(entries)]) }, 'test.tar');
  const measurements = await measureSpans(archive.source, measureRequests(archive));
  return { archive, report: await buildReport(archive, measurements) };
}
const codes = ({ report }: Awaited<ReturnType<typeof read>>): string[] =>
  report.diagnostics.map(({ code, severity }) => `${severity}: ${code}`);

describe('a dir: that a real tool wrote', () => {
  it('of a schema 2 image is shown as found in the Docker column, and the OCI one is derived', async () => {
    const docker = await readColumn('small.skopeo-dir-v2s2.tar', 'v2s2');
    expect(docker.representation.cannot).toBeNull();
    expect(docker.facet('manifest')).toMatchObject({ origin: 'found', document: 'manifest.json' });
    expect(docker.facet('config')).toMatchObject({ origin: 'found' });
    expect(docker.facet('layer:1')).toMatchObject({ origin: 'found', mediaType: MEDIA.dockerLayerGzip });
    expect(docker.facet('mark')).toMatchObject({ document: 'version', values: ['Directory Transport Version: 1.1'] });
    expect(docker.facet('pointer').origin).toBe('derived');
    const oci = await readColumn('small.skopeo-dir-v2s2.tar', 'oci');
    expect(oci.facet('manifest')).toMatchObject({ origin: 'derived', recipe: 'oci-manifest' });
    expect(oci.facet('mark').origin).toBe('derived');
  });

  it('names the config and layers that the oci: of the same image names', async () => {
    const dir = await readColumn('small.skopeo-dir-v2s2.tar', 'oci');
    const layout = await readColumn('small.skopeo-oci-archive.gzip.tar', 'oci');
    expect(dir.facet('config').digest).toBe(layout.facet('config').digest);
    expect(dir.facet('manifest').digest).toBe(layout.facet('manifest').digest);
  });

  it.each([
    ['multiarch.buildah-dir-v2s2-list.tar', 'v2s2'],
    ['multiarch.skopeo-dir-oci-index.tar', 'oci'],
  ] as const)('%s: the list points at the manifests, by digest', async (file, column) => {
    const { facet, archive } = await readColumn(file, column);
    const [image] = archive.images;
    const manifest = archive.documents.find(({ id }) => id === image?.stated[0]?.manifest);
    expect(facet('pointer')).toMatchObject({ origin: 'found', document: 'manifest.json', digest: manifest?.digest });
    expect(facet('manifest')).toMatchObject({ origin: 'found', digest: manifest?.digest });
    expect(manifest?.path).toMatch(/^[0-9a-f]{64}\.manifest\.json$/);
    const { measurements } = await readFixture(file);
    const { images } = await buildReport(archive, measurements);
    const links = images.flatMap(({ findings }) => findings.filter(({ document }) => document === 'manifest.json'));
    expect(links.filter(({ kind }) => kind === 'digest').map(({ verdict }) => verdict)).toEqual(
      Array.from({ length: 4 }, () => 'matches'),
    );
  });
});

describe('a dir:', () => {
  it('without a version file is one, and one of another version says so', async () => {
    const plain = await read([root(schema2()), blob(config), blob(layer)]);
    expect(plain.report).toMatchObject({ verdict: 'verified', formats: [{ format: 'dir-transport' }] });
    const other = await read([root(schema2()), blob(config), blob(layer), { ...version, body: 'Version: 9' }]);
    expect(codes(other)).toEqual(['warning: version-unknown']);
  });

  it('whose config is absent still shows the manifest as found', async () => {
    const { archive, report } = await read([root(schema2()), version, blob(layer)]);
    expect(report.diagnostics.map(({ code }) => code)).toEqual(['config-missing']);
    const [, docker] = report.images[0]?.representations ?? [];
    expect(docker).toMatchObject({ column: 'v2s2', cannot: null });
    expect(docker?.documents.map(({ part, origin }) => `${part} ${origin}`)).toEqual(['manifest found', 'mark found']);
    expect(archive.images).toHaveLength(1);
  });

  it('whose blob is changed does not match', async () => {
    const wrong = { ...blob(layer), body: new Uint8Array(1024).fill(1) };
    expect((await read([root(schema2()), version, blob(config), wrong])).report.verdict).toBe('does-not-match');
  });

  it('names blobs by the encoded part of any algorithm', async () => {
    const sha512 = createHash('sha512').update(layer).digest('hex');
    const layers = [{ ...descriptor(MEDIA.dockerLayer, layer), digest: `sha512:${sha512}` }];
    const { report } = await read([root(schema2(layers)), version, blob(config), { name: sha512, body: layer }]);
    expect(report.verdict).toBe('verified');
  });

  it('lists blobs that nothing points at, and reads the manifests among them', async () => {
    const old = schema2([]);
    const { archive } = await read([
      root(schema2()),
      version,
      blob(config),
      blob(layer),
      { name: `${sha256Hex(old)}.manifest.json`, body: old },
    ]);
    expect(archive.orphans).toMatchObject([{ document: `${sha256Hex(old)}.manifest.json` }]);
  });

  it.each([
    ['a web extension', { manifest_version: 3, name: 'x' }],
    ['an empty object', {}],
  ])('is not %s', async (_, value) => {
    await expect(read([root(goJson(value)), version])).rejects.toMatchObject({
      code: 'document-unreadable',
      details: { why: 'json-shape', pointer: '/', found: 'Object' },
    });
  });
});

it.each<[string, unknown, string | null]>([
  ['a type it knows wins', { schemaVersion: 1, mediaType: MEDIA.ociIndex }, MEDIA.ociIndex],
  ['one that it does not know is passed over', { schemaVersion: 2, mediaType: 'x', manifests: [{}] }, MEDIA.ociIndex],
  ['schema 1', { schemaVersion: 1 }, MEDIA.dockerManifestV1],
  ['schema 1, not signed', { schemaVersion: 1, signatures: null }, MEDIA.dockerManifestV1],
  ['schema 1, signed', { schemaVersion: 1, signatures: [] }, MEDIA.dockerManifestV1Signed],
  [
    'by the config’s type',
    { schemaVersion: 2, config: { mediaType: MEDIA.ociConfig }, manifests: [1] },
    MEDIA.ociManifest,
  ],
  ['a Docker config', { schemaVersion: 2, config: { mediaType: MEDIA.dockerConfig } }, MEDIA.dockerManifest],
  ['no manifests', { schemaVersion: 2, manifests: [] }, MEDIA.ociManifest],
  ['an artifact', { schemaVersion: 2, config: { mediaType: 'x' } }, MEDIA.ociManifest],
  ['nothing', { schemaVersion: 3 }, null],
  ['a list', [{ schemaVersion: 2 }], null],
  ['null', null, null],
])('guessing a manifest’s type: %s', (_, value, expected) => {
  expect(guessMediaType(value)).toBe(expected);
});
