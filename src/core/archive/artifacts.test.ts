import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { buildReport } from '../engine';
import { MEDIA } from '../model/mediaType';
import {
  config,
  descriptor,
  empty,
  image,
  imageManifest,
  layer,
  layout,
  manifest,
  named,
  open,
  report,
  type Fields,
} from '../testing/artifactLayout';
import { goJson, type Json } from '../testing/goJson';
import { sha256Of } from '../testing/imageParts';
import { readFixture } from '../testing/readFixture';
import type { Report } from './reportSchema';

async function fixture(file: string): Promise<Report> {
  const { archive, measurements } = await readFixture(file);
  return buildReport(archive, measurements);
}
const told = ({ artifacts, images }: Report) =>
  artifacts.map(({ kind, about, summary }) => [
    kind,
    about?.by ?? null,
    about?.target ?? null,
    about?.images.map((key) => images.findIndex((each) => each.key === key)) ?? [],
    summary.matches === summary.total && summary.total > 0,
  ]);

describe('real archives', () => {
  it.each([
    [
      'small.cosign-tags-oci-dir.gnutar.tar',
      [
        ['cosign-signature', 'cosign-tag', 'image', [0], true],
        ['cosign-attestation', 'cosign-tag', 'image', [0], true],
        ['cosign-sbom', 'cosign-tag', 'image', [0], true],
      ],
    ],
    [
      'small-referrers.oras-backup.tar',
      [
        ['cyclonedx', 'subject', 'image', [0], true],
        ['annotations', 'subject', 'image', [0], true],
      ],
    ],
    ['artifact.oras-backup.tar', [['files', null, null, [], true]]],
    ['small.buildx-oci-attest.tar', [['attestation', 'docker-reference', 'image', [0], true]]],
    [
      'multiarch-attest.docker28cs-save.tar',
      [0, 1, 2].map((index) => ['attestation', 'docker-reference', 'image', [index], true]),
    ],
    [
      'multiarch.buildx-oci-attest.tar',
      [0, 1].map((index) => ['attestation', 'docker-reference', 'image', [index], true]),
    ],
  ])('%s', async (file, expected) => {
    const read = await fixture(file);
    expect(told(read)).toEqual(expected);
    expect(read.images.map(({ platform }) => platform?.os)).not.toContain('unknown');
  });

  it('the encrypted layers say how their key is wrapped, and are not damaged', async () => {
    const { images, diagnostics } = await fixture('small.skopeo-oci-archive.encrypted.tar');
    const layers = images[0]?.representations.find(({ column }) => column === 'oci')?.layers ?? [];
    expect(layers.map(({ kinds, keyWrapping }) => [...kinds, ...keyWrapping])).toEqual([
      [],
      ['encrypted', 'jwe'],
      [],
      [],
      [],
      ['encrypted', 'jwe'],
    ]);
    expect(diagnostics.filter(({ layer }) => layer === null)).toEqual([]);
  });
});

describe('a changed byte of an artifact', () => {
  it('makes the whole not match', async () => {
    const body = manifest({ artifactType: 'text/spdx', layers: [descriptor('text/spdx', 'SPDX')], subject: image });
    const entries = layout([descriptor(MEDIA.ociManifest, body)], body, 'SPDX');
    expect(await report(entries)).toMatchObject({ verdict: 'verified' });
    const changed = entries.map((each) => (each.body === 'SPDX' ? { ...each, body: 'SPDY' } : each));
    const read = await report(changed);
    expect(read).toMatchObject({
      verdict: 'does-not-match',
      artifacts: [{ kind: 'spdx', summary: { mismatches: 1 } }],
    });
  });

  it('of its manifest, too', async () => {
    const body = manifest({ layers: [] });
    const other = body.replace('"schemaVersion":2', '"schemaVersion":3');
    const entries = layout([descriptor(MEDIA.ociManifest, body)], body);
    const changed = entries.map((each) => (each.body === body ? { ...each, body: other } : each));
    expect(await report(changed)).toMatchObject({ verdict: 'does-not-match' });
  });
});

describe('what an artifact is', () => {
  const kindOf = async (fields: Fields, entry: Fields = {}): Promise<string | undefined> => {
    const body = manifest(fields);
    const { artifacts } = await open(layout([descriptor(MEDIA.ociManifest, body, entry)], body, 'x'));
    return artifacts[0]?.kind;
  };
  const of = (type: string) => [descriptor(type, 'x')];

  it.each([
    ['attestation', { artifactType: 'application/vnd.docker.attestation.manifest.v1+json', subject: image }],
    ['in-toto', { layers: of('application/vnd.in-toto+json') }],
    ['in-toto', { layers: of('application/vnd.dsse.envelope.v1+json') }],
    ['cosign-signature', { artifactType: 'application/vnd.dev.cosign.artifact.sig.v1+json' }],
    ['cosign-attestation', { artifactType: 'application/vnd.dev.cosign.artifact.att.v1+json' }],
    ['sigstore-bundle', { artifactType: 'application/vnd.dev.sigstore.bundle.v0.3+json' }],
    ['sigstore-bundle', { layers: of('application/vnd.dev.sigstore.bundle+json;version=0.3') }],
    ['notation-signature', { artifactType: 'application/vnd.cncf.notary.signature', layers: of('application/cose') }],
    ['helm-chart', { config: descriptor('application/vnd.cncf.helm.config.v1+json', 'x') }],
    ['wasm', { config: descriptor(MEDIA.ociConfig, config), layers: of('application/wasm') }],
    ['spdx', { layers: of('text/spdx+json') }],
    ['cyclonedx', { layers: of('application/vnd.cyclonedx+json;version=1.5') }],
    ['buildkit-cache', { config: descriptor('application/vnd.buildkit.cacheconfig.v0', 'x') }],
    [
      'docker-plugin',
      { config: descriptor('application/vnd.docker.plugin.v1+json', 'x'), layers: of(MEDIA.dockerLayerGzip) },
    ],
    ['soci-index', { artifactType: 'application/vnd.amazon.soci.index.v1+json' }],
    ['files', { layers: [descriptor('text/plain', 'x', { annotations: { 'org.opencontainers.image.title': 'x' } })] }],
    ['annotations', { layers: [empty] }],
    ['unknown', { artifactType: 'application/vnd.example', layers: of('text/plain') }],
  ] satisfies [string, Fields][])('%s by its types', async (kind, fields) => {
    expect(await kindOf(fields)).toBe(kind);
  });

  it('blobs that an index lists beside each other are one artifact', async () => {
    const cache = 'application/vnd.buildkit.cacheconfig.v0';
    const index = goJson({ schemaVersion: 2, manifests: [descriptor(MEDIA.ociLayer, layer), descriptor(cache, 'x')] });
    const read = await report(layout([descriptor(MEDIA.ociIndex, index)], index, 'x'));
    expect(told(read)).toEqual([['buildkit-cache', null, null, [], true]]);
    expect(read.artifacts[0]?.parts).toHaveLength(2);
    expect(read).toMatchObject({ verdict: 'verified', diagnostics: [], orphanCount: 1 });
  });

  it('a blob that index.json lists is no damaged manifest', async () => {
    const entries = [descriptor('application/vnd.example', '\0\0'), descriptor('application/wasm', '{}x')];
    const read = await report(layout(entries, '\0\0', '{}x'));
    expect(told(read).map(([kind]) => kind)).toEqual(['unknown', 'wasm']);
    expect(read).toMatchObject({ verdict: 'verified', diagnostics: [] });
  });
});

describe('what an artifact is about', () => {
  const artifact = manifest({ artifactType: 'text/spdx', layers: [empty] });
  const about = async (entries: Json[], ...bodies: string[]) =>
    (await open(layout(entries, artifact, ...bodies))).artifacts.map((each) => each.about);
  const entry = descriptor(MEDIA.ociManifest, artifact);

  it.each([
    ['containerd-subject', { ...entry, annotations: { 'io.containerd.manifest.subject': image.digest } }],
    ['cosign-tag', named(artifact, `registry.example.com:5000/a/b:${image.digest.replace(':', '-')}.att`)],
    ['referrers-tag', named(artifact, image.digest.replace(':', '-'))],
  ])('said by %s', async (by, listed) => {
    expect(await about([listed])).toMatchObject([{ by, target: 'image', digest: image.digest }]);
  });

  it('said by the tag, or by the subject, of the index that lists it', async () => {
    const [plain, own] = [goJson({ manifests: [entry] }), goJson({ manifests: [entry], subject: image })];
    const tag = { 'org.opencontainers.image.ref.name': image.digest.replace(':', '-') };
    const tagged = descriptor(MEDIA.ociIndex, plain, { annotations: tag });
    expect(await about([tagged], plain)).toMatchObject([{ by: 'referrers-tag', target: 'image' }]);
    const subject = descriptor(MEDIA.ociIndex, own);
    expect(await about([subject], own)).toMatchObject([{ by: 'index-subject', target: 'image' }]);
  });

  it('an index, another artifact, itself, something absent or nothing', async () => {
    const index = goJson({ manifests: [image] });
    const listed = descriptor(MEDIA.ociIndex, index);
    const ofIndex = manifest({ subject: listed, layers: [] });
    const ofArtifact = manifest({ subject: descriptor(MEDIA.ociManifest, ofIndex), layers: [] });
    const ofAbsent = manifest({ subject: { ...image, digest: sha256Of('absent') }, layers: [] });
    const bodies = [ofIndex, ofArtifact, ofAbsent];
    const { artifacts } = await open([
      ...layout([], artifact, index, ...bodies).filter(({ name }) => name !== 'index.json'),
      {
        name: 'index.json',
        body: goJson({ manifests: [listed, entry, ...bodies.map((each) => descriptor(MEDIA.ociManifest, each))] }),
      },
    ]);
    expect(artifacts.map((each) => [each.about?.target ?? null, each.about?.images.length ?? 0])).toEqual([
      [null, 0],
      ['index', 1],
      ['artifact', 1],
      ['absent', 0],
    ]);
  });

  it('each other: that ends', async () => {
    const [a, b] = ['a', 'b'].map((name) => manifest({ annotations: { name }, layers: [] }));
    const to = (body = '') => ({ 'io.containerd.manifest.subject': sha256Of(body) });
    const entries = [
      descriptor(MEDIA.ociManifest, a ?? '', { annotations: to(b) }),
      descriptor(MEDIA.ociManifest, b ?? '', { annotations: to(a) }),
    ];
    expect(await about(entries, a ?? '', b ?? '')).toMatchObject([
      { target: 'artifact', images: [] },
      { target: 'artifact', images: [] },
    ]);
  });

  it('a digest that a tag had to cut is found again', async () => {
    const hex = createHash('sha512').update(imageManifest).digest('hex');
    const long = { ...image, digest: `sha512:${hex}` };
    const { artifacts } = await open([
      ...layout([], artifact).filter(({ name }) => name !== 'index.json'),
      { name: `blobs/sha512/${hex}`, body: imageManifest },
      { name: 'index.json', body: goJson({ manifests: [long, named(artifact, `sha512-${hex.slice(0, 64)}`)] }) },
    ]);
    expect(artifacts).toMatchObject([{ about: { digest: `sha512:${hex}`, target: 'image' } }]);
  });

  it('the one image of a layout that cosign saved', async () => {
    const kind = (name: string) => ({ annotations: { kind: `dev.cosignproject.cosign/${name}` } });
    const { artifacts } = await open([
      ...layout([], artifact).filter(({ name }) => name !== 'index.json'),
      {
        name: 'index.json',
        body: goJson({
          manifests: [
            { ...image, ...kind('image') },
            { ...entry, ...kind('sigs') },
          ],
        }),
      },
    ]);
    expect(artifacts).toMatchObject([{ about: { by: 'cosign-layout', target: 'image' } }]);
  });
});
