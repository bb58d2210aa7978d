import { describe, expect, it } from 'vitest';
import { manifestForms } from '../engine';
import { readSchema1 } from '../formats/schema1';
import { readFixture } from '../testing/readFixture';

async function formsOf(file: string, isMeasured = true) {
  const { archive, measurements } = await readFixture(file);
  const [image] = archive.images;
  if (!image) throw new Error(`${file} has no image`);
  return { archive, ...(await manifestForms(archive, image, isMeasured ? measurements : [])) };
}

const pointers = (form: { dropped: readonly { pointer: string }[] }): string[] =>
  form.dropped.map((each) => each.pointer);

describe('the manifests of one image side by side', () => {
  it('one is found, the others are derived, and each says from what', async () => {
    const { manifests } = await formsOf('small.skopeo-dir-v2s2.tar');
    const { schema1, schema2, oci } = manifests;
    expect([schema1, schema2, oci].map(({ manifest }) => manifest?.origin)).toEqual(['derived', 'found', 'derived']);
    expect(oci.manifest?.recipe).toEqual({ code: 'oci-manifest', from: ['manifest.json'] });
    expect(schema1.manifest?.recipe).toEqual({
      code: 'schema1-manifest',
      from: ['manifest.json', schema2.config?.id],
    });
    expect(schema1.config).toBeNull();
    expect(schema1.compatibility).toHaveLength(19);
    expect(schema1.compatibility[0]).toMatchObject({
      origin: 'derived',
      within: schema1.manifest?.id,
      id: `${schema1.manifest?.id ?? ''}#/history/18/v1Compatibility`,
    });
    const { steps, diagnostics } = readSchema1(schema1.manifest ?? { bytes: new Uint8Array(), path: '' });
    expect(diagnostics).toEqual([]);
    expect(steps.filter(({ throwaway }) => !throwaway)).toHaveLength(6);
  });

  it('the blobs of the schema 1 manifest are those of the one that skopeo wrote of the same image', async () => {
    const derived = (await formsOf('small.skopeo-dir-v2s2.tar')).manifests.schema1.manifest;
    const found = (await formsOf('small.skopeo-dir-v2s1.tar')).manifests.schema1.manifest;
    if (!derived || !found) throw new Error('no schema 1 manifest');
    expect(found.origin).toBe('found');
    const blobs = (document: typeof found) => readSchema1(document).steps.map(({ blobSum }) => blobSum);
    expect(blobs(derived)).toEqual(blobs(found));
  });

  it('what a conversion drops is listed', async () => {
    const { manifests } = await formsOf('small.skopeo-dir-v2s2.tar');
    expect(pointers(manifests.schema2)).toEqual([]);
    expect(pointers(manifests.oci)).toEqual([
      '/container',
      '/container_config',
      '/config/Hostname',
      '/config/Healthcheck',
      '/config/OnBuild',
      '/config/Shell',
      '/parent',
    ]);
    expect(pointers(manifests.schema1)).toEqual(['/parent', '/history/18/comment']);
    const { schema2 } = (await formsOf('multiarch.buildah-oci-archive.tar')).manifests;
    expect(pointers(schema2)).toEqual(['/annotations']);
  });

  it('what needs no unpacking is there before the layers are measured', async () => {
    const { manifests } = await formsOf('small.skopeo-oci-archive.gzip.tar', false);
    expect(manifests.schema2.manifest).not.toBeNull();
    expect(manifests.schema1.manifest).not.toBeNull();
  });

  it.each([
    ['small.buildx-oci-zstd.tar', 'compression-unknown-to-docker', null],
    ['small.skopeo-oci-archive.encrypted.tar', 'layers-encrypted', 'layers-encrypted'],
    ['broken.config-blob-missing.tar', 'no-config', 'no-config'],
  ])('%s: why there is no schema 1 (%s) and no schema 2 manifest (%s)', async (file, schema1, schema2) => {
    const { manifests } = await formsOf(file);
    expect([manifests.schema1.cannot, manifests.schema2.cannot, manifests.oci.cannot]).toEqual([
      schema1,
      schema2,
      null,
    ]);
  });
});

describe('what lists the platforms', () => {
  it('an image that no index leads to has none', async () => {
    expect((await formsOf('small.skopeo-oci-archive.gzip.tar')).lists).toBeNull();
  });

  it('a list becomes an index entry by entry', async () => {
    const { lists } = await formsOf('multiarch.buildah-dir-v2s2-list.tar');
    expect(lists?.list.document?.origin).toBe('found');
    expect(lists?.index.document?.recipe).toEqual({ code: 'platform-index', from: ['manifest.json'] });
    expect(lists?.index.dropped).toEqual([]);
  });

  it('an index becomes a list, and what it drops is listed', async () => {
    const { lists } = await formsOf('multiarch.skopeo-dir-oci-index.tar');
    expect(lists?.index.document?.origin).toBe('found');
    // What `skopeo copy --all --format v2s2` writes.
    expect(lists?.list.document?.digest).toBe(
      'sha256:4820cf028866576fe91411afcab32e254b3e50ebf06cf2502bf9b881718237eb',
    );
    expect(lists && pointers(lists.list)).toEqual(['/manifests/1/annotations']);
  });

  it.each([
    ['multiarch-attest.docker28cs-save.tar', ['/manifests/3', '/manifests/4', '/manifests/5']],
    // Its attestation was not exported.
    ['small.ctr21-export-oci-only.tar', ['/manifests/1']],
  ])('%s: a list has no place for attestations', async (file, leftOut) => {
    const { lists } = await formsOf(file);
    expect(lists?.list).toMatchObject({ leftOut, cannot: null, dropped: [] });
  });

  it('a platform that is not in the archive has no manifest to name', async () => {
    const { archive } = await formsOf('multiarch.skopeo-dir-oci-index.tar');
    const [image, ...others] = archive.images;
    if (!image) throw new Error('no image');
    const gone = new Set(others.flatMap(({ stated }) => stated.flatMap(({ manifest }) => manifest ?? [])));
    const documents = archive.documents.filter(({ id }) => !gone.has(id));
    const { lists } = await manifestForms({ documents, images: [image] }, image, []);
    expect(lists?.list).toMatchObject({ document: null, cannot: 'manifests-missing' });
  });
});
