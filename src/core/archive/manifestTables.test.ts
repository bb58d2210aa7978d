import { describe, expect, it } from 'vitest';
import { manifestTables, measureRequests, measureSpans, openArchive } from '../engine';
import type { ManifestTables } from '../model/manifestTable';
import { readFixture } from '../testing/readFixture';
import { sampleFile } from '../testing/samples';

async function tablesOf(file: string): Promise<ManifestTables> {
  const { archive, measurements } = await readFixture(file);
  return manifestTables(archive, archive.images[0] ?? null, measurements);
}

async function sampleTables(name: string): Promise<ManifestTables> {
  const archive = await openArchive({ blob: sampleFile(name) }, name);
  const measurements = await measureSpans(archive.source, measureRequests(archive));
  return manifestTables(archive, archive.images[0] ?? null, measurements);
}

async function loneTables(text: string): Promise<ManifestTables> {
  const archive = await openArchive({ blob: new Blob([text]) }, 'lone.json');
  return manifestTables(archive, archive.images[0] ?? null, []);
}

const pointers = ({ views }: ManifestTables, view: 'manifest' | 'config'): string[] =>
  views[view]?.columns.oci?.dropped.map(({ pointer }) => pointer) ?? [];

describe('the manifests of an image side by side', () => {
  it.each(['hello-docker25', 'hello-oci'])('%s: six names differ, nothing else', async (name) => {
    const { views } = await sampleTables(name);
    const { columns, table } = views.manifest ?? expect.fail();
    expect(table.counts['schema2 oci']).toEqual({ renamed: 6, structure: 0, digest: 0, value: 0, order: 5 });
    expect(columns.schema2?.document?.digest).not.toBe(columns.oci?.document?.digest);
    expect([columns.schema2?.document?.origin, columns.oci?.document?.origin]).toEqual(['derived', 'found']);
    expect(table.counts['schema1 schema2']).toMatchObject({ renamed: 5, digest: 0 });
    expect(views.list).toBeNull();
  });

  it('says what making the config OCI’s own drops, before and after it is done', async () => {
    const lost = ['/config/Healthcheck', '/config/Image', '/container', '/container_config', '/docker_version'];
    const [docker25, docker] = [await sampleTables('hello-docker25'), await sampleTables('hello-docker')];
    expect(pointers(docker25, 'config')).toEqual(lost);
    expect(pointers(docker, 'manifest')).toEqual(lost);
    expect(docker.views.manifest?.table.counts['schema2 oci']).toMatchObject({ renamed: 6, digest: 1, value: 1 });
  });

  it('lays the list beside the index, platform by platform', async () => {
    const docker = await tablesOf('multiarch.buildah-dir-v2s2-list.tar');
    const { columns, table } = docker.views.list ?? expect.fail();
    expect([columns.schema2?.document?.origin, columns.oci?.document?.origin]).toEqual(['found', 'derived']);
    expect(table.counts['schema2 oci']).toMatchObject({ renamed: 5, structure: 0, digest: 4 });
    expect(docker.derived.map(({ id }) => id)).toContain(columns.oci?.document?.id);
    const oci = await tablesOf('multiarch.buildx-oci-attest.tar');
    expect(oci.views.list?.columns.schema2?.leftOut).toEqual(['/manifests/2', '/manifests/3']);
    const own = oci.views.list?.table.rows.filter(({ part }) => part === 'manifest') ?? [];
    expect(new Set(own.map(({ place }) => 'platform' in place && place.platform))).toEqual(new Set(['linux/amd64']));
  });

  it('names a signed schema 1 manifest as a registry does, and finds its config in the newest step', async () => {
    const { views } = await tablesOf('small.skopeo-dir-v2s1.tar');
    const document = views.manifest?.columns.schema1?.document;
    expect(document?.origin).toBe('found');
    expect(document?.registryDigest).not.toBe(document?.digest);
    expect(views.config?.columns.schema1?.document?.id).toBe('manifest.json#/history/0/v1Compatibility');
    expect(views.config?.table.counts['schema1 schema2']).toMatchObject({ renamed: 0, digest: 0, value: 0 });
  });

  it('says why a form cannot be made', async () => {
    const { views } = await tablesOf('small.skopeo-oci-archive.encrypted.tar');
    expect(views.manifest?.columns.schema2).toMatchObject({ document: null, cannot: 'layers-encrypted' });
    expect(views.manifest?.columns.oci?.document?.origin).toBe('found');
  });

  it('shows what there is of documents alone', async () => {
    const entry = {
      mediaType: 'application/vnd.docker.distribution.manifest.v2+json',
      size: 7,
      digest: `sha256:${'a'.repeat(64)}`,
      platform: { architecture: 'amd64', os: 'linux' },
    };
    const mediaType = 'application/vnd.docker.distribution.manifest.list.v2+json';
    const list = await loneTables(JSON.stringify({ schemaVersion: 2, mediaType, manifests: [entry] }));
    expect(list.views.list?.columns.schema2?.document?.origin).toBe('found');
    expect(list.views.list?.table.rows.some(({ place }) => place.kind === 'entry')).toBe(true);
    expect(list.views.manifest).toBeNull();
    expect((await loneTables('{"Config":{}}').catch(() => null))?.views.manifest ?? null).toBeNull();
  });
});
