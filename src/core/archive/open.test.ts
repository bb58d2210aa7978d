import { createHash } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { buildReport, measureRequests, measureSpans, openArchive } from '../engine';
import type { DiagnosticCode, EngineError } from '../errors';
import { LIMITS } from '../limits';
import { MEDIA } from '../model/mediaType';
import { tarHeader } from '../tar/write';
import { buildTar, type TarEntry } from '../testing/buildTar';
import { goJson, type Json } from '../testing/goJson';
import { sha256Hex, sha256Of } from '../testing/imageParts';
import { patched, raw } from '../testing/scanned';

const layer = new Uint8Array(1024);
const config = goJson({ architecture: 'amd64', os: 'linux', rootfs: { type: 'layers', diff_ids: [sha256Of(layer)] } });
const blob = (body: Uint8Array | string): TarEntry => ({ name: `blobs/sha256/${sha256Hex(body)}`, body });
const descriptor = (mediaType: string, body: Uint8Array | string) => ({
  mediaType,
  digest: sha256Of(body),
  size: Buffer.byteLength(body),
});
const manifest = (fields: Record<string, Json> = {}): string =>
  goJson({
    schemaVersion: 2,
    config: descriptor(MEDIA.ociConfig, config),
    layers: [descriptor(MEDIA.ociLayer, layer)],
    ...fields,
  });
const entry = (body: string, name: string) => ({
  ...descriptor(MEDIA.ociManifest, body),
  annotations: { 'org.opencontainers.image.ref.name': name },
});
const layout = (manifests: Json, ...blobs: readonly (Uint8Array | string)[]): TarEntry[] => [
  { name: 'oci-layout', body: '{"imageLayoutVersion":"1.0.0"}' },
  { name: 'index.json', body: goJson({ schemaVersion: 2, manifests }) },
  ...[config, layer, ...blobs].map(blob),
];
const open = (entries: readonly TarEntry[]) => openArchive({ blob: new Blob([buildTar(entries)]) }, 'test.tar');
const report = async (entries: readonly TarEntry[]) => {
  const archive = await open(entries);
  return buildReport(archive, await measureSpans(archive.source, measureRequests(archive)));
};

describe('what an index lists', () => {
  it('a manifest that cannot be read gives its names to no other', async () => {
    const good = manifest();
    const bad = goJson({ layers: 5 });
    const { images } = await open(layout([entry(bad, 'bad'), entry(good, 'good'), entry(bad, 'worse')], good, bad));
    expect(images.map((image) => image.names)).toEqual([['good']]);
  });

  it('in its order, an index in it at its place, each manifest once with all its names', async () => {
    const [first, second] = [manifest({ annotations: { n: '1' } }), manifest({ annotations: { n: '2' } })];
    const inner = goJson({ manifests: [entry(second, 'inner'), entry(first, 'again')] });
    const index = [descriptor(MEDIA.ociIndex, inner), entry(first, 'last'), entry(second, 'inner')];
    const { images } = await open(layout(index, first, second, inner));
    expect(images.map((image) => image.names)).toEqual([['inner'], ['again', 'last']]);
  });

  it.each([
    ['an index, said to be a manifest', { layers: null, config: null, manifests: [] }, MEDIA.ociManifest, 'index'],
    ['a manifest, said to be an index', {}, MEDIA.ociIndex, 'manifest'],
    ['both, said to be a manifest', { manifests: [] }, MEDIA.ociManifest, 'manifest'],
    ['both, said to be an index', { manifests: [] }, MEDIA.ociIndex, 'index'],
    [
      'both, of which only it says that it is a manifest',
      { manifests: [], mediaType: MEDIA.ociManifest },
      'x/y',
      'manifest',
    ],
    ['both, of which nothing is said', { manifests: [] }, '', 'index'],
  ] satisfies [string, Record<string, Json>, string, string][])('%s', async (_, fields, mediaType, kind) => {
    const body = manifest(fields);
    const { documents, images } = await open(layout([{ ...entry(body, 'x'), mediaType }], body));
    expect(documents.find(({ digest }) => digest === sha256Of(body))?.kind).toBe(kind);
    expect(images.length).toBe(kind === 'manifest' ? 1 : 0);
  });

  it('whose manifests lie side by side, in few reads of the file', async () => {
    const many = Array.from({ length: 500 }, (_, i) => manifest({ annotations: { n: `${i}` } }));
    const file = new Blob([
      buildTar(
        layout(
          many.map((each, i) => entry(each, `${i}`)),
          ...many,
        ),
      ),
    ]);
    const slice = vi.spyOn(file, 'slice');
    expect((await openArchive({ blob: file }, 'test.tar')).images.length).toBe(many.length);
    expect(slice.mock.calls.length).toBeLessThan(50);
  });

  it('does not end reading, however long it is', async () => {
    const digests = Array.from({ length: 160_000 }, (_, i) => ({ digest: `sha256:${String(i).padStart(64, '0')}` }));
    const inner = goJson({ manifests: digests });
    const { diagnostics } = await open(layout([descriptor(MEDIA.ociIndex, inner)], inner));
    expect(diagnostics.filter(({ code }) => code === 'index-too-deep')).toHaveLength(1);
  });
});

it('hundreds of thousands of missing layers are each reported', async () => {
  const Layers = Array.from({ length: 200_000 }, () => 'absent.tar');
  const { diagnostics } = await open([
    { name: 'config.json', body: config },
    { name: 'manifest.json', body: goJson([{ Config: 'config.json', RepoTags: ['a:1'], Layers }]) },
  ]);
  expect(diagnostics.filter(({ code }) => code === 'layer-missing')).toHaveLength(200_000);
});

it('a document with many names is kept once', async () => {
  const body = manifest();
  const digests = Array.from({ length: 5 }, (_, i) => `sha256:${String(i).padStart(64, '0')}`);
  const links = digests.map((digest): TarEntry => ({
    name: digest.replace('sha256:', 'blobs/sha256/'),
    type: 'hardlink',
    link: `blobs/sha256/${sha256Hex(body)}`,
  }));
  const { documents } = await open([
    ...layout(
      digests.map((digest) => ({ digest })),
      body,
    ),
    ...links,
  ]);
  const manifests = documents.filter(({ kind }) => kind === 'manifest');
  expect(manifests).toHaveLength(5);
  expect(new Set(manifests.map(({ bytes }) => bytes)).size).toBe(1);
});

it('documents that nothing points at are called what they are', async () => {
  const [current, replaced] = [manifest(), manifest({ annotations: { old: 'yes' } })];
  const v1 = goJson({ id: 'a'.repeat(64), created: '1970-01-01T00:00:00Z' });
  const { documents, orphanCount } = await open(
    layout([entry(current, 'a')], current, replaced, v1, goJson({ predicate: {} })),
  );
  expect(orphanCount).toBe(3);
  const kinds = new Map(documents.map(({ path, kind }) => [path, kind]));
  expect([replaced, v1].map((body) => kinds.get(`blobs/sha256/${sha256Hex(body)}`))).toEqual(['manifest', 'v1-json']);
  expect(kinds.size).toBe(6);
});

describe('layers', () => {
  it.each([
    [MEDIA.ociLayerGzip, ['warning']],
    [MEDIA.ociLayer, []],
    ['application/vnd.oci.image.layer.v1.tar+gzip+encrypted', []],
  ])('of type %s that are plain tars', async (mediaType, severities) => {
    const body = manifest({ layers: [descriptor(mediaType, layer)] });
    const { diagnostics } = await open(layout([entry(body, 'a')], body));
    const found = diagnostics.filter(({ code }) => code === 'type-differs-from-bytes');
    expect(found.map(({ severity }) => severity)).toEqual(severities);
  });

  it('whose digest is of an unknown kind are said to be', async () => {
    const body = manifest({ layers: [{ mediaType: MEDIA.ociLayer, digest: 'md4:abc', size: 1024 }] });
    const { diagnostics } = await open([...layout([entry(body, 'a')], body), { name: 'blobs/md4/abc', body: layer }]);
    expect(diagnostics).toMatchObject([{ code: 'digest-unsupported', details: { algorithm: 'md4' } }]);
  });

  it('whose DiffID is the digest of their compressed bytes do not match', async () => {
    const gzip = new Uint8Array(
      await new Response(new Blob([layer]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer(),
    );
    const wrong = config.replace(sha256Of(layer), sha256Of(gzip));
    const Layers = [blob(gzip).name];
    const { verdict } = await report([
      blob(gzip),
      blob(wrong),
      { name: 'manifest.json', body: goJson([{ Config: blob(wrong).name, RepoTags: null, Layers }]) },
    ]);
    expect(verdict).toBe('does-not-match');
  });
});

describe('documents named by sha512', () => {
  const sha512 = (body: string): string => createHash('sha512').update(body).digest('hex');
  const named = (body: string, digest: string) => ({ mediaType: MEDIA.ociManifest, digest, size: body.length });

  it('are measured, and held against that name', async () => {
    const body = manifest();
    const entries = [
      ...layout([named(body, `sha512:${sha512(body)}`)]),
      { name: `blobs/sha512/${sha512(body)}`, body },
    ];
    expect(await report(entries)).toMatchObject({ verdict: 'verified' });
  });

  it('are found not to match when they do not', async () => {
    const body = manifest();
    const other = sha512('other');
    const entries = [...layout([named(body, `sha512:${other}`)]), { name: `blobs/sha512/${other}`, body }];
    expect(await report(entries)).toMatchObject({ verdict: 'does-not-match' });
  });
});

const saysOf = async (entries: readonly TarEntry[]) =>
  (await report(entries)).diagnostics.map(({ code, severity, details }) => ({ code, severity, details }));
const failureOf = (tar: Uint8Array<ArrayBuffer>) =>
  openArchive({ blob: new Blob([tar]) }, 'test.tar').then(
    () => null,
    ({ code, details }: EngineError) => ({ code, details }),
  );

describe('what says nothing of an image', () => {
  it('is a damaged tar when a header before the documents is damaged', async () => {
    const tar = buildTar([{ name: 'manifest.json', body: '[]' }]);
    tar[0] = 0x4d;
    expect(await failureOf(tar)).toMatchObject({
      code: 'tar-damaged',
      details: { why: 'tar-bad-checksum', offset: 0 },
    });
    const size = buildTar([raw(patched(tarHeader({ name: 'manifest.json' }), 124, '-0000000777\0'))]);
    expect(await failureOf(size)).toMatchObject({ code: 'tar-damaged', details: { why: 'tar-bad-size' } });
  });

  it.each([
    ['[', { why: 'json-syntax', line: 1, column: 2 }],
    ['\ufeff'.repeat(2), { why: 'json-syntax' }],
    ['{"name":"an app"}', { why: 'json-shape', pointer: '/', found: 'Object' }],
    ['[{"Config":5}]', { why: 'json-shape', pointer: '/0/Config' }],
    ['['.repeat(1001), { why: 'json-too-deep' }],
  ])('is the document itself when manifest.json is %s', async (body, details) => {
    const tar = buildTar([{ name: 'manifest.json', body }]);
    expect(await failureOf(tar)).toMatchObject({
      code: 'document-unreadable',
      details: { path: 'manifest.json', ...details },
    });
  });

  it('is no unreadable document when it only has that name somewhere', async () => {
    const tar = buildTar([{ name: 'app/manifest.json', body: '{}' }]);
    expect(await failureOf(tar)).toMatchObject({ code: 'not-an-image' });
  });

  it('is no tar when the zeros at its front belong to another format', async () => {
    const iso = new Uint8Array(40 * 1024);
    iso.set(Buffer.from('CD001'), 0x8001);
    expect(await failureOf(iso)).toMatchObject({ code: 'not-a-tar', details: { kind: 'iso' } });
  });

  it('is a stop when it was stopped while documents were read', async () => {
    const stop = new AbortController();
    const opening = openArchive({ blob: new Blob([buildTar(layout([]))]) }, 'test.tar', {
      signal: stop.signal,
      onProgress: ({ stage }) => void (stage === 'reading' && stop.abort()),
    });
    await expect(opening).rejects.toMatchObject({ name: 'EngineError', code: 'cancelled' });
  });
});

describe('what is odd about an image', () => {
  const body = manifest();
  const good = layout([entry(body, 'a')], body);
  const withManifest = (fields: Record<string, Json>) => {
    const other = manifest(fields);
    return layout([entry(other, 'a')], other);
  };
  const withConfig = (fields: Record<string, Json> | string): TarEntry[] => {
    const other =
      typeof fields === 'string' ? fields : goJson({ ...(JSON.parse(config) as Record<string, Json>), ...fields });
    const pointing = manifest({ config: descriptor(MEDIA.ociConfig, other) });
    return layout([entry(pointing, 'a')], pointing, other).filter(({ body: bytes }) => bytes !== config);
  };

  it('is nothing for a good one', async () => expect(await saysOf(good)).toEqual([]));

  it.each([
    ['that it is in a folder', good.map((each) => ({ ...each, name: `x/${each.name}` })), 'image-in-folder', 'info'],
    ['that oci-layout is missing', good.filter(({ name }) => name !== 'oci-layout'), 'mark-missing', 'warning'],
    [
      'a version',
      good.map((each) =>
        each.name === 'index.json'
          ? { ...each, body: goJson({ schemaVersion: 1, manifests: [entry(body, 'a')] }) }
          : each,
      ),
      'version-unknown',
      'warning',
    ],
    [
      'a version that is text',
      good.map((each) =>
        each.name === 'index.json'
          ? { ...each, body: goJson({ schemaVersion: '2', manifests: [entry(body, 'a')] }) }
          : each,
      ),
      'json-shape',
      'warning',
    ],
    [
      'a layer without a size',
      withManifest({ layers: [{ mediaType: MEDIA.ociLayer, digest: sha256Of(layer) }] }),
      'json-shape',
      'warning',
    ],
    ['more history than layers', withConfig({ history: [{}, {}] }), 'history-differs', 'warning'],
    [
      'a changed index without images',
      [
        ...layout([entry(body, 'a'), descriptor(MEDIA.ociIndex, '{"manifests":[]}')], body),
        { ...blob('{"manifests":[]}'), body: '{"manifests":[] }' },
      ],
      'stray-differs',
      'warning',
    ],
    ['a key in another case', withManifest({ Annotations: {} }), 'json-key-case', 'warning'],
    ['a label that is no text', withConfig({ config: { Labels: { a: { b: 1 } } } }), 'json-shape', 'error'],
    ['a large document', withConfig({ comment: 'x'.repeat(LIMITS.registryDocumentBytes) }), 'json-oversize', 'warning'],
    ['a number that is rounded', withConfig('{"a":9007199254740993,' + config.slice(1)), 'json-inexact-number', 'info'],
  ] satisfies [string, TarEntry[], DiagnosticCode, string][])('%s', async (_what, entries, code, severity) => {
    expect(await saysOf(entries)).toMatchObject([{ code, severity }]);
  });

  it('a config that is a list, though no field is asked for', async () => {
    expect(await saysOf(withConfig('[]'))).toMatchObject([
      { code: 'json-shape', details: { pointer: '/', found: 'Array' } },
    ]);
  });

  it('a manifest of a docker archive whose keys are in another case, which is read', async () => {
    const entries = [blob(config), blob(layer)];
    const listing = goJson([{ config: blob(config).name, repotags: ['a:1'], layers: [blob(layer).name] }]);
    const found = await report([...entries, { name: 'manifest.json', body: listing }]);
    expect(found.verdict).toBe('verified');
    expect(found.diagnostics.map(({ details }) => details['meant'])).toEqual(['Config', 'RepoTags', 'Layers']);
  });
});
