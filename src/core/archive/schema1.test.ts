import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { buildReport, measureRequests, measureSpans, openArchive, represent } from '../engine';
import { MEDIA } from '../model/mediaType';
import { buildTar, type TarEntry } from '../testing/buildTar';
import { goJson, type Json, type JsonObject } from '../testing/goJson';
import { sha256Hex, sha256Of } from '../testing/imageParts';
import { readColumn, readFixture } from '../testing/readFixture';
import { newSigner, signDocument } from '../testing/signSchema1';

const FIXTURE = 'small.skopeo-dir-v2s1.tar';

describe('a schema 1 dir: that skopeo wrote', () => {
  it('has the layers of the schema 2 one, and the schema 2 documents are those that skopeo converts to', async () => {
    const [old, now] = await Promise.all(
      [FIXTURE, 'small.skopeo-dir-v2s2.tar'].map((file) => readColumn(file, 'v2s2')),
    );
    for (const n of [1, 2, 3, 4, 5, 6]) {
      const { digest, diffId } = now?.facet(`layer:${n}`) ?? {};
      expect(old?.facet(`layer:${n}`)).toMatchObject({ origin: 'found', statedBy: 'manifest.json', digest, diffId });
    }
    expect(old?.facet('config')).toMatchObject({ origin: 'derived', recipe: 'config-from-schema1' });
    // What `skopeo copy --format v2s2` makes of this dir:.
    expect(old?.facet('config').digest).toBe('sha256:af9c773266d5ec76f150b56bc99558f43b6f34fc84bad4500941c54aa1f392e2');
    expect(old?.facet('manifest')).toMatchObject({
      origin: 'derived',
      digest: 'sha256:a45bfcc8a666cef0befb68340880ae5104ca8d7513855839745fd784847c9fbe',
    });
    expect(old?.facet('pointer')).toMatchObject({ document: 'manifest.json', mediaType: MEDIA.dockerManifestV1Signed });
  });

  it('has a signature that fits, by a key of that name, over bytes that name the manifest', async () => {
    const { archive } = await readFixture(FIXTURE);
    const [facts] = archive.schema1;
    expect(archive.schema1).toHaveLength(1);
    expect(facts).toMatchObject({ document: 'manifest.json', name: null, tag: null, architecture: 'amd64' });
    const [check] = facts?.signatures ?? [];
    expect(check).toMatchObject({ outcome: 'valid', reason: null, algorithm: 'ES256', keyFrom: 'jwk' });
    expect(check?.fingerprint).toBe(check?.kid);
    // skopeo writes it compact, so that here the document without its signatures is the payload.
    const manifest = new TextDecoder().decode(archive.documents.find(({ id }) => id === 'manifest.json')?.bytes);
    expect(facts?.payloadDigest).toBe(sha256Of(manifest.replace(/,"signatures":.*$/, '}')));
  });

  it('has 19 steps, six with a layer, and their IDs are computed again', async () => {
    const { archive } = await readFixture(FIXTURE);
    const entries = archive.schema1[0]?.entries ?? [];
    expect(entries.map(({ throwaway }) => throwaway).filter((empty) => !empty)).toHaveLength(6);
    const empty = entries.slice(0, -1).filter(({ throwaway }) => throwaway);
    expect(empty.map(({ idKind }) => idKind)).toEqual(Array.from({ length: 12 }, () => 'schema1'));
    // Those of layers are of the DiffIDs, because skopeo compressed while it converted.
    const { facet } = await readColumn(FIXTURE, 'v2s2');
    const kinds = [1, 2, 3, 4, 5, 6].map((n) => facet(`layer:${n}`).v1IdKind);
    expect(kinds).toEqual(Array.from({ length: 6 }, () => 'schema1'));
    const inner = archive.documents.filter(({ within }) => within === 'manifest.json');
    expect(inner.map(({ id }) => id)).toEqual(entries.map(({ document }) => document));
    const top = JSON.parse(new TextDecoder().decode(inner.at(-1)?.bytes)) as JsonObject;
    expect(top['id']).toBe(entries.at(-1)?.id);
  });
});

const EMPTY = Buffer.from('H4sIAAAJbogA/2IYBaNgFIxYAAgAAP//Lq+17wAEAAA=', 'base64');
const base = gzipSync(buildTar([{ name: 'a', body: 'a' }]));
const top = gzipSync(buildTar([{ name: 'b', body: 'b' }]));
const [ID_TOP, ID_EMPTY, ID_BASE] = ['c', 'b', 'a'].map((digit) => digit.repeat(64));
const step = (fields: JsonObject): JsonObject => ({ v1Compatibility: goJson(fields) });
const fsLayers = [{ blobSum: sha256Of(top) }, { blobSum: sha256Of(EMPTY) }, { blobSum: sha256Of(base) }];
const history = [
  step({ id: ID_TOP ?? '', parent: ID_EMPTY ?? '', os: 'linux', architecture: 'arm64', config: { Cmd: ['b'] } }),
  step({ id: ID_EMPTY ?? '', parent: ID_BASE ?? '', throwaway: true, container_config: { Cmd: ['ENV', 'x'] } }),
  step({ id: ID_BASE ?? '' }),
];
const manifest = (fields: JsonObject = {}): string =>
  JSON.stringify(
    { schemaVersion: 1, name: 'old/app', tag: '1', architecture: 'arm64', fsLayers, history, ...fields },
    null,
    3,
  );
const blobs: readonly TarEntry[] = [base, top, EMPTY].map((body) => ({ name: sha256Hex(body), body }));

async function read(document: string, files = blobs) {
  const version = { name: 'version', body: 'Directory Transport Version: 1.1\n' };
  const tar = buildTar([{ name: 'manifest.json', body: document }, version, ...files]);
  const archive = await openArchive({ blob: new Blob([tar]) }, 'test.tar');
  const measurements = await measureSpans(archive.source, measureRequests(archive));
  const report = await buildReport(archive, measurements);
  return {
    archive,
    report,
    measurements,
    codes: report.diagnostics.map(({ code, severity }) => `${severity}: ${code}`),
  };
}
const DEPRECATED = 'warning: schema1-deprecated';

describe('a schema 1 manifest', () => {
  it('not signed is an image whose blobs match, named by itself', async () => {
    const { archive, report, codes } = await read(manifest());
    expect(codes).toEqual([DEPRECATED]);
    expect(report).toMatchObject({ verdict: 'verified' });
    expect(archive.images).toMatchObject([
      { names: ['old/app:1'], platform: { os: 'linux', architecture: 'arm64' }, layers: [{}, {}] },
    ]);
    expect(archive.schema1).toMatchObject([{ signatures: [], payloadDigest: sha256Of(manifest()) }]);
    expect(archive.schema1[0]?.entries.map(({ id, idKind }) => [id, idKind])).toEqual([
      [ID_BASE, null],
      [ID_EMPTY, null],
      [ID_TOP, null],
    ]);
    const docker = report.images[0]?.representations.find(({ column }) => column === 'v2s2');
    expect(docker?.layers.map(({ v1Id, v1IdKind }) => [v1Id, v1IdKind])).toEqual([
      [ID_BASE, 'random'],
      [ID_TOP, 'random'],
    ]);
  });

  it('signed by two keys is named by the bytes that both cover', async () => {
    const signers = await Promise.all([newSigner('ES256'), newSigner('RS256')]);
    const { archive, report, codes } = await read(await signDocument(manifest(), signers));
    expect(codes).toEqual([DEPRECATED]);
    expect(report.verdict).toBe('verified');
    expect(archive.schema1[0]?.payloadDigest).toBe(sha256Of(manifest()));
    expect(archive.schema1[0]?.signatures.map(({ outcome }) => outcome)).toEqual(['valid', 'valid']);
  });

  it('changed after signing says so', async () => {
    const signed = await signDocument(manifest(), [await newSigner('ES256')]);
    const { report, codes } = await read(signed.replace('"tag": "1"', '"tag": "2"'));
    expect(codes).toEqual([DEPRECATED, 'error: schema1-signature-invalid']);
    expect(report.verdict).toBe('does-not-match');
  });

  it('whose key has another’s name says so, though the signature fits', async () => {
    const { jwk, ...signer } = await newSigner('ES256');
    const named = { ...signer, jwk: { ...jwk, kid: 'AAAA:BBBB' } };
    const { archive, codes } = await read(await signDocument(manifest(), [named]));
    expect(codes).toEqual([DEPRECATED, 'warning: schema1-key-name-differs']);
    expect(archive.schema1[0]?.signatures).toMatchObject([{ outcome: 'valid', kid: 'AAAA:BBBB' }]);
  });

  it('that says more than was signed says so', async () => {
    const signed = await signDocument(manifest(), [await newSigner('ES256')]);
    const { codes } = await read(signed.replace('"signatures":', '"tag":"evil","signatures":'));
    expect(codes).toContain('error: schema1-outside-payload');
  });

  it('whose layer is absent, or is changed, does not hold', async () => {
    const missing = await read(manifest(), blobs.slice(1));
    expect(missing.codes).toContain('error: layer-missing');
    const changed = blobs.map((each) => (each.body === top ? { ...each, body: base } : each));
    expect((await read(manifest(), changed)).report.verdict).toBe('does-not-match');
  });

  it('has the blob of its empty steps verified, too', async () => {
    const changed = blobs.map((each) => (each.body === EMPTY ? { ...each, body: base } : each));
    const { archive, report } = await read(manifest(), changed);
    expect(report.verdict).toBe('does-not-match');
    expect(archive.orphanCount).toBe(0);
  });

  it('gives a config with all steps, those without a layer marked', async () => {
    const { archive, measurements } = await read(manifest());
    const [image] = archive.images;
    const forms = image ? await represent(archive, image, measurements) : [];
    const derived = forms.find(({ column }) => column === 'v2s2')?.derived.find(({ kind }) => kind === 'config');
    // As skopeo writes a time that is not given.
    const created = '0001-01-01T00:00:00Z';
    expect(JSON.parse(new TextDecoder().decode(derived?.bytes))).toEqual({
      architecture: 'arm64',
      config: { Cmd: ['b'] },
      history: [{ created }, { created, created_by: 'ENV x', empty_layer: true }, { created }],
      os: 'linux',
      rootfs: { type: 'layers', diff_ids: [base, top].map((layer) => sha256Of(gunzipSync(layer))) },
    });
  });

  it.each<[string, JsonObject]>([
    ['schema1-counts-differ', { history: history.slice(0, 2) }],
    ['schema1-id-invalid', { history: [step({ id: '../../x', parent: ID_EMPTY ?? '' }), ...history.slice(1)] }],
    ['schema1-id-repeated', { history: [step({ id: ID_BASE ?? '', parent: ID_EMPTY ?? '' }), ...history.slice(1)] }],
    ['schema1-parent-broken', { history: [...history.slice(0, 2), step({ id: ID_BASE ?? '', parent: ID_TOP ?? '' })] }],
    ['schema1-throwaway-blob', { fsLayers: [fsLayers[0] ?? {}, fsLayers[0] ?? {}, fsLayers[2] ?? {}] }],
    ['digest-invalid', { fsLayers: [{ blobSum: 'x' }, ...fsLayers.slice(1)] }],
    ['json-syntax', { history: [{ v1Compatibility: '{' }, ...history.slice(1)] }],
    ['json-shape', { history: [{ v1Compatibility: 5 }, ...history.slice(1)] }],
    ['json-shape', { fsLayers: 'no list' }],
    ['schema1-signature-malformed', { signatures: [{ signature: '' }] }],
  ])('says %s', async (code, fields) => {
    expect((await read(manifest(fields))).codes.map((each) => each.split(': ')[1])).toContain(code);
  });

  it.each<Json>([null, 5, 'x', {}, [], [null], [5], [[]], [{ v1Compatibility: null }], [{ blobSum: {} }]])(
    'is read without throwing where a list is %j',
    async (value) => {
      for (const key of ['fsLayers', 'history', 'signatures']) {
        expect((await read(manifest({ [key]: value }))).archive.schema1).toHaveLength(1);
      }
    },
  );
});
