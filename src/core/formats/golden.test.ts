import { describe, expect, it } from 'vitest';
import { readColumn, readFixture } from '../testing/readFixture';
import { dockerSaveLayers, skopeoLayers } from './v1Rules';

/** The v1 documents that a real tool wrote, and the DiffIDs of the config beside them. */
async function stated(file: string) {
  const { archive } = await readFixture(file);
  const [image] = archive.images;
  const config = archive.documents.find((document) => document.id === image?.config);
  const v1 = image?.stated.find((each) => each.format === 'docker-v1');
  const archiveStated = image?.stated.find((each) => each.format === 'docker-archive');
  if (!config || !v1 || !archiveStated) throw new Error(`${file} does not state the image twice`);
  return {
    config,
    ids: v1.layers.map((layer) => layer.v1Id),
    diffIds: archiveStated.layers.map((layer) => layer.diffId ?? ''),
    json: v1.layerDocuments.map((id) => archive.documents.find((document) => document.id === id)?.bytes),
  };
}

describe('what we derive equals, byte for byte, what the real tool wrote', () => {
  it('v1 layers of docker save 20.10', async () => {
    const { config, ids, diffIds, json } = await stated('small.docker20-save.tar');
    const layers = await dockerSaveLayers(config.bytes, diffIds);
    expect(layers.map((layer) => layer.id)).toEqual(ids);
    expect(layers.map((layer) => layer.json)).toEqual(json);
  });

  it('v1 layers of skopeo 1.9', async () => {
    const { config, ids, diffIds, json } = await stated('small.skopeo-docker-archive.tar');
    const layers = await skopeoLayers(config.bytes, diffIds);
    expect(layers.map((layer) => layer.id)).toEqual(ids);
    expect(layers.map((layer) => layer.json)).toEqual(json);
  });

  it('the v1 documents that Docker 28 leaves among the blobs are the ones we derive, so they are found', async () => {
    const { representation, archive } = await readColumn('small.docker28-save.tar', 'v1');
    const layers = representation.facets.filter((facet) => facet.role === 'layer');
    expect(layers).toHaveLength(7);
    for (const layer of layers) expect(layer.document).toMatch(/^blobs\/sha256\//);
    expect(archive.orphans.map((orphan) => orphan.path).sort()).toEqual(
      layers.map((layer) => layer.document ?? '').sort(),
    );
    expect(representation.facets.find((facet) => facet.role === 'pointer')).toMatchObject({
      origin: 'found',
      note: 'names-diff-id',
      v1Id: null,
      digest: 'sha256:fa42f59508ae976b39119d054cc080618aeec15474dc84d4802d83d2b9f0ef89',
    });
  });

  it('OCI config and manifest from a docker archive are those of the OCI archive that skopeo made of the same image', async () => {
    const derived = await readColumn('small.skopeo-docker-archive.tar', 'oci');
    const found = await readColumn('small.skopeo-oci-archive.uncompressed.tar', 'oci');
    expect(derived.facet('config').origin).toBe('derived');
    expect(found.facet('config').origin).toBe('found');
    expect(derived.facet('config').digest).toBe(found.facet('config').digest);
    expect(derived.facet('manifest').digest).toBe(found.facet('manifest').digest);
  });

  it('a manifest with Docker media types in an OCI layout belongs to the Docker column, and the OCI one is derived', async () => {
    const schema2 = await readColumn('small.buildx-docker.tar', 'v2s2');
    const oci = await readColumn('small.buildx-docker.tar', 'oci');
    expect(schema2.facet('manifest')).toMatchObject({ origin: 'found' });
    expect(oci.facet('manifest')).toMatchObject({ origin: 'derived', recipe: 'oci-manifest' });
    expect(oci.facet('pointer')).toMatchObject({ origin: 'found', path: 'index.json' });
    expect(schema2.facet('layer:1').digest).toBe(oci.facet('layer:1').digest);
  });
});

describe('what index.json points at is what it says, not what we derive', () => {
  it.each([
    ['an index', 'multiarch.buildx-oci-attest.tar'],
    ['an OCI manifest', 'small.skopeo-oci-archive.gzip.tar'],
    ['a schema 2 manifest', 'small.buildx-docker.tar'],
  ])('%s', async (_, file) => {
    const { archive, facet } = await readColumn(file, 'oci');
    const index = archive.documents.find(({ path }) => path === 'index.json');
    const { digest } = facet('pointer');
    expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(new TextDecoder().decode(index?.bytes)).toContain(digest);
  });
});

describe('v1 IDs', () => {
  it.each([
    ['small.docker20-save.tar', 'docker-save'],
    ['small.skopeo-docker-archive.tar', 'skopeo'],
    ['multi.podman-docker-archive.tar', 'skopeo'],
    ['small.crane-legacy.tar', 'ggcr-form'],
    ['sibling.docker20-save.by-id.tar.gz', 'docker-save'],
  ])('%s: %s', async (file, kind) => {
    const { representation } = await readColumn(file, 'v1');
    const kinds = representation.facets.filter((facet) => facet.role === 'layer').map((facet) => facet.v1IdKind);
    expect(new Set(kinds)).toEqual(new Set([kind]));
  });
});

describe('what the archive does not have', () => {
  it('a config that is named but absent is found to be missing, and the other forms say why they cannot be made', async () => {
    const oci = await readColumn('broken.config-blob-missing.tar', 'oci');
    expect(oci.representation.cannot).toBeNull();
    expect(oci.facet('config')).toMatchObject({ origin: 'found', note: 'not-in-archive', document: null });
    const schema2 = await readColumn('broken.config-blob-missing.tar', 'v2s2');
    expect(schema2.representation.cannot).toBe('no-config');
    expect(schema2.facet('manifest')).toMatchObject({ origin: 'none', note: 'cannot-derive' });
  });

  it('a layer that is named but absent keeps its place and says so', async () => {
    const { facet } = await readColumn('broken.layer-blob-missing.tar', 'oci');
    expect(facet('layer:2')).toMatchObject({ origin: 'found', note: 'not-in-archive', span: null });
    expect(facet('layer:3').note).toBeNull();
  });
});
