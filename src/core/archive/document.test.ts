import { gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reasonMessage } from '../../i18n/reasons';
import { buildReport, openArchive, represent } from '../engine';
import { EngineError } from '../errors';
import { LIMITS } from '../limits';
import { MEDIA } from '../model/mediaType';
import { fixturePath } from '../testing/fixtures';
import { goJson, type Json } from '../testing/goJson';
import { sha256Of } from '../testing/imageParts';
import { readFixture } from '../testing/readFixture';
import type { Report } from './reportSchema';

const open = (text: string | Uint8Array<ArrayBuffer>, name = 'x.json') => openArchive({ blob: new Blob([text]) }, name);
const report = async (text: string, name?: string): Promise<Report> => buildReport(await open(text, name), []);
const columnsOf = ({ images }: Report) => images[0]?.representations.map((each) => each) ?? [];

/** A document of a real archive, as text. */
async function stored(fixture: string, path: string): Promise<string> {
  const { archive } = await readFixture(fixture);
  const found = archive.documents.find((document) => document.path === path);
  return new TextDecoder().decode(found?.bytes);
}
const schema2 = await stored('small.skopeo-dir-v2s2.tar', 'manifest.json');
const index = await stored('multiarch.skopeo-dir-oci-index.tar', 'manifest.json');
const CONFIG = '4f97d31f1b094b48133b57dfa7d0b5f245bbd105d4b97baa4eb59daa39a6bc9f';
const config = await stored('small.skopeo-dir-v2s2.tar', CONFIG);

describe('a document alone', () => {
  it('a schema 2 manifest: found as it is, its layers as stated, nothing claimed to be checked', async () => {
    const found = await report(schema2);
    expect(found).toMatchObject({
      verdict: 'incomplete',
      file: { container: 'document', name: 'x.json', tarSize: null, members: 1 },
      formats: [{ format: 'document', evidence: [{ code: 'is-manifest' }] }],
      images: [{ summary: { total: 7, missing: 7 } }],
      diagnostics: [],
    });
    const [v1, docker, oci] = columnsOf(found);
    expect([v1?.cannot, docker?.cannot, oci?.cannot]).toEqual(['no-config', null, 'no-config']);
    expect(docker?.documents).toMatchObject([
      { part: 'manifest', origin: 'found', digest: sha256Of(schema2), mediaType: MEDIA.dockerManifest },
      { part: 'mark' },
    ]);
    expect(docker?.layers[0]).toMatchObject({ origin: 'found', mediaType: MEDIA.dockerLayerGzip, size: 97_724 });
  });

  it('its digest is of these very bytes, however they are laid out', async () => {
    const pretty = JSON.stringify(JSON.parse(schema2), null, 2);
    const { documents } = await open(pretty);
    expect(documents.map(({ digest }) => digest)).toEqual([sha256Of(pretty)]);
    expect(sha256Of(pretty)).not.toBe(sha256Of(schema2));
  });

  it('white space around it is remarked, with the digest without it', async () => {
    const found = await report(`\n${schema2}\r\n`);
    expect(found.diagnostics).toMatchObject([
      { code: 'json-outer-space', severity: 'info', path: 'x.json', details: { digest: sha256Of(schema2) } },
    ]);
    expect(found.verdict).toBe('incomplete');
  });

  it('an OCI manifest belongs to the OCI column', async () => {
    const manifest = goJson({
      schemaVersion: 2,
      config: { mediaType: MEDIA.ociConfig, digest: sha256Of('c'), size: 1 },
    });
    const [, docker, oci] = columnsOf(await report(manifest));
    expect(oci?.documents[0]).toMatchObject({ part: 'pointer', origin: 'derived' });
    expect(oci?.documents[1]).toMatchObject({ part: 'manifest', origin: 'found', mediaType: MEDIA.ociManifest });
    expect(docker?.cannot).toBe('no-config');
  });

  it('an index: no image, no complaint', async () => {
    const found = await report(index);
    expect(found).toMatchObject({ verdict: 'incomplete', images: [], diagnostics: [] });
    expect(found.formats[0]?.evidence).toMatchObject([{ code: 'is-index' }]);
  });

  it('a config: DiffIDs, ChainIDs, history and v1 IDs', async () => {
    const archive = await open(config);
    const [image] = archive.images;
    if (!image) throw new Error('no image');
    expect(image.key).toBe(sha256Of(config));
    expect(image.platform).toMatchObject({ os: 'linux', architecture: 'amd64' });
    expect(image.layers).toHaveLength(6);
    expect(image.layers.every(({ createdBy }) => createdBy !== null)).toBe(true);
    const representations = await represent(archive, image, []);
    const whole = await readFixture('small.skopeo-dir-v2s2.tar');
    const [real] = whole.archive.images;
    const same = real ? await represent(whole.archive, real, whole.measurements) : [];
    for (const [i, { facets }] of representations.entries()) {
      const known = ['diffId', 'chainId', 'v1Id'] as const;
      const layers = facets.filter(({ role }) => role === 'layer');
      const others = same[i]?.facets.filter(({ role }) => role === 'layer') ?? [];
      expect(layers.map((facet) => known.map((key) => facet[key]))).toEqual(
        others.map((facet) => known.map((key) => facet[key])),
      );
      expect(layers.map(({ note }) => note)).toEqual(layers.map(() => 'not-in-archive'));
      expect(layers.map(({ recipe }) => recipe)).not.toContain('layer-reused');
    }
    expect(representations.map(({ cannot }) => cannot)).toEqual([null, 'layers-missing', 'layers-missing']);
  });

  it('a schema 1 manifest opens with what each step says, and its signature is checked', async () => {
    const { archive } = await readFixture('small.skopeo-dir-v2s1.tar');
    const manifest = archive.documents.find(({ kind }) => kind === 'schema1-manifest');
    const { documents, diagnostics, images, schema1 } = await open(manifest?.bytes ?? new Uint8Array());
    expect(documents[0]).toMatchObject({ kind: 'schema1-manifest', mediaType: MEDIA.dockerManifestV1Signed });
    expect(documents).toHaveLength(1 + 19);
    expect(images).toMatchObject([{ layers: { length: 6 }, config: null }]);
    expect(schema1).toMatchObject([{ signatures: [{ outcome: 'valid' }], entries: { length: 19 } }]);
    expect(diagnostics.map(({ code }) => code)).toEqual(['schema1-deprecated']);
  });

  it('inside gzip, and with a name that is no path, all the same', async () => {
    const packed = new Uint8Array(gzipSync(schema2));
    const archive = await open(packed, String.raw`..\x`);
    expect(archive).toMatchObject({ container: 'document', wrappers: ['gzip'], name: String.raw`..\x` });
    expect(archive.documents).toHaveLength(1);
    for (const name of ['', '.', '..', '/', 'a/b', 'a\0b']) {
      expect((await open(schema2, name)).documents).toHaveLength(1);
    }
  });

  it('keeps what is odd about it as notices', async () => {
    const { diagnostics } = await open('{"schemaVersion":2,"schemaVersion":2,"layers":5}');
    expect(diagnostics.map(({ code }) => code).sort()).toEqual(['json-duplicate-key', 'json-shape']);
  });

  it('that is a member of a tar is not a format of the tar', async () => {
    const tar = new Uint8Array(readFileSync(fixturePath('small.skopeo-dir-v2s2.tar')));
    expect((await open(tar)).evidence.map(({ format }) => format)).toEqual(['dir-transport']);
  });
});

describe('what docker manifest inspect -v prints', () => {
  const platform = { os: 'linux', architecture: 'arm64' };
  const descriptor = (body: string) => ({
    mediaType: MEDIA.dockerManifest,
    digest: sha256Of(body),
    size: Buffer.byteLength(body),
    platform,
  });
  const manifest = JSON.parse(schema2) as Json;
  const print = (value: unknown): string => JSON.stringify(value, null, '\t');

  it.each([
    ['with the manifest’s bytes', { Raw: Buffer.from(schema2).toString('base64'), SchemaV2Manifest: manifest }],
    ['with the manifest printed', { SchemaV2Manifest: manifest }],
  ])('%s: its digest is checked', async (_, fields) => {
    const entry = { Ref: 'docker.io/fx/small:1.0', Descriptor: descriptor(schema2), ...fields };
    for (const value of [entry, [entry]]) {
      const { images, diagnostics } = await report(`${print(value)}\n`);
      expect(diagnostics).toEqual([]);
      expect(images).toMatchObject([{ platform, summary: { matches: 1, mismatches: 0, missing: 7 } }]);
      const [finding] = images[0]?.findings ?? [];
      expect(finding).toMatchObject({
        pointer: Array.isArray(value) ? '/0/Descriptor/digest' : '/Descriptor/digest',
        verdict: 'matches',
      });
    }
  });

  it('indented by the registry: found again, because its digest says how it was written', async () => {
    const indented = JSON.stringify(manifest, null, 3);
    const { images } = await report(print({ Descriptor: descriptor(indented), SchemaV2Manifest: manifest }));
    expect(images[0]?.summary).toMatchObject({ matches: 1, mismatches: 0 });
  });

  it('whose bytes cannot be had is shown as printed, and no claim is made of it', async () => {
    const text = print([{ Descriptor: descriptor('other'), OCIManifest: manifest }]);
    const archive = await open(text);
    expect(archive.images).toMatchObject([{ platform }]);
    const printed = archive.documents.find(({ path }) => path === 'printed-1.manifest.json');
    expect(text).toContain(new TextDecoder().decode(printed?.bytes));
    expect((await buildReport(archive, [])).images[0]?.summary).toMatchObject({ matches: 0, mismatches: 0 });
  });

  it('has a row for what each descriptor says of its manifest, and says where that cannot be told', async () => {
    const Raw = Buffer.from(schema2).toString('base64');
    const printed = JSON.stringify(manifest, null, 3);
    const { integrity } = await report(
      print([
        { Descriptor: descriptor(schema2), Raw },
        { Descriptor: descriptor(printed), SchemaV2Manifest: manifest },
        { Descriptor: { ...descriptor('other'), size: 7 }, SchemaV2Manifest: manifest },
        { Descriptor: descriptor('wrong'), Raw },
        { Descriptor: descriptor('gone') },
        { Descriptor: { ...descriptor('typed'), mediaType: MEDIA.ociManifest }, OCIManifest: manifest },
      ]),
    );
    const rows = integrity.rows.filter(({ document }) => document === 'x.json');
    const said = (at: number) =>
      rows
        .filter(({ pointer }) => pointer.startsWith(`/${at}/Descriptor/`))
        .map(({ kind, verdict, reason }) => `${kind} ${reason ?? verdict}`);
    const sound = ['digest matches', 'size matches', 'media-type matches'];
    expect(said(0)).toEqual(sound);
    expect(said(1)).toEqual(sound);
    expect(said(2)).toEqual(['digest reprinted', 'size reprinted', 'media-type matches']);
    expect(said(3)).toEqual(['digest mismatch', 'size mismatch', 'media-type matches']);
    expect(said(4)).toEqual(['digest absent', 'size absent']);
    expect(said(5)).toEqual(['media-type mismatch', 'digest reprinted', 'size reprinted']);
    expect(rows.every(({ about, shell }) => about === 'manifest' && shell === null)).toBe(true);
    expect(rows.find(({ kind, pointer }) => kind === 'digest' && pointer.startsWith('/2'))).toMatchObject({
      verdict: 'unknown',
      actual: null,
      formula: null,
      target: 'printed-3.manifest.json',
    });
    // Nobody gave these names, and nothing of it is there twice.
    expect(integrity.rows.filter(({ kind }) => kind === 'file-name' || kind === 'duplicate')).toEqual([]);
  });

  it('alone, has rows that point at its one descriptor', async () => {
    const { integrity } = await report(print({ Descriptor: descriptor(schema2), SchemaV2Manifest: manifest }));
    const places = integrity.rows.flatMap(({ document, pointer }) => (document === 'x.json' ? [pointer] : []));
    expect(places).toEqual(['/Descriptor/digest', '/Descriptor/size', '/Descriptor/mediaType']);
  });

  it('with bytes that are not of that digest does not match', async () => {
    const Raw = Buffer.from(schema2).toString('base64');
    expect(await report(print({ Descriptor: descriptor('other'), Raw }))).toMatchObject({ verdict: 'does-not-match' });
  });
});

describe('JSON that is no document of an image', () => {
  it.each<[string, string | Uint8Array<ArrayBuffer>]>([
    ['skopeo-inspect', '{"Name":"x","Digest":"sha256:0","RepoTags":[],"Layers":["sha256:0"],"LayersData":[]}'],
    ['skopeo-inspect', '{"Created":null,"Architecture":"amd64","Os":"linux","Layers":[]}'],
    ['docker-inspect', '[{"Id":"sha256:0","RepoTags":[],"RootFS":{"Type":"layers"}}]'],
    ['archive-manifest', '[{"Config":"a.json","RepoTags":null,"Layers":[]}]'],
    ['layout-mark', '{"imageLayoutVersion":"1.0.0"}'],
    ['registry-error', '{"errors":[{"code":"MANIFEST_UNKNOWN"}]}'],
    ['statement', '{"_type":"https://in-toto.io/Statement/v1"}'],
    ['statement', '{"spdxVersion":"SPDX-2.3"}'],
    ['v1-json', '{"id":"0","created":"1970-01-01T00:00:00Z"}'],
    ['no-schema-version', '{"manifests":[]}'],
    ['other', '{"a":1}'],
    ['other', '[]'],
    ['other', '{"rootfs":{}}'],
    ['syntax', '{"schemaVersion":2,'],
    ['encoding', Uint8Array.of(0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xff, 0x22, 0x7d)],
    ['too-deep', `{"a":${'['.repeat(LIMITS.jsonDepth + 1)}`],
  ])('%s', async (why, text) => {
    const error: unknown = await open(text).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'not-a-document', details: { why, kind: 'json' } });
    if (error instanceof EngineError) expect(reasonMessage(error.code, error.details)).toBe(`notDocument.${why}`);
  });

  it('or larger than any is refused before it is read', async () => {
    const large = new Blob(['{"a":"', 'x'.repeat(LIMITS.documentBytes), '"}']);
    await expect(openArchive({ blob: large }, 'x')).rejects.toMatchObject({
      code: 'not-a-document',
      details: { why: 'too-large', limit: LIMITS.documentBytes },
    });
  });

  it('whatever it is, opens or gives a typed error', async () => {
    const field = fc.constantFrom(
      'schemaVersion',
      'mediaType',
      'manifests',
      'layers',
      'config',
      'rootfs',
      'Descriptor',
      'Raw',
    );
    const value = fc.oneof(fc.jsonValue(), fc.constantFrom(1, 2, MEDIA.ociIndex), fc.constant({ diff_ids: [1] }));
    await fc.assert(
      fc.asyncProperty(fc.dictionary(field, value), fc.boolean(), async (fields, isList) => {
        const text = JSON.stringify(isList ? [fields] : fields);
        const opened = await open(text).then(
          (archive) => buildReport(archive, []),
          (error: unknown) => error,
        );
        if (opened instanceof Error) expect(opened).toBeInstanceOf(EngineError);
      }),
      { numRuns: 200 },
    );
  });
});
