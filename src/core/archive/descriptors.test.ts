import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openContent } from '../engine';
import { MEDIA } from '../model/mediaType';
import {
  config,
  descriptor,
  empty,
  image,
  layer,
  layout,
  manifest,
  named,
  open,
  report,
  type Fields,
} from '../testing/artifactLayout';
import { goJson } from '../testing/goJson';
import { sha256Of } from '../testing/imageParts';
import type { Report } from './reportSchema';

describe('content inside a descriptor', () => {
  const base64 = (text: string): string => Buffer.from(text).toString('base64');

  it.each([
    ['matches', base64('{}'), [], ['/config/data matches']],
    ['differs', base64('[]'), ['digest'], ['/config/data mismatch']],
    ['differs', base64('{ }'), ['size'], ['/config/data mismatch', '/config/size mismatch']],
    ['differs', '*', ['base64'], ['/config/data mismatch']],
    ['differs', base64('{}').replace('=', ''), ['base64'], ['/config/data mismatch']],
  ])('%s', async (embedded, data, why, rows) => {
    const body = manifest({ config: { ...empty, data }, layers: [] });
    const read = await report(layout([descriptor(MEDIA.ociManifest, body)], body));
    expect(read.artifacts[0]?.parts).toMatchObject([{ role: 'config', empty: true, embedded }]);
    expect(read.diagnostics.map(({ code, details }) => [code, details['why']])).toEqual(
      why.map((each) => ['embedded-data-differs', each]),
    );
    const of = read.integrity.rows.filter(({ kind }) => kind === 'embedded');
    expect(of.map(({ pointer, verdict }) => `${pointer} ${verdict}`)).toEqual(rows);
    expect(read.verdict).toBe(why.length > 0 ? 'does-not-match' : 'verified');
  });

  it('of an entry of an index and of a layer is checked, too', async () => {
    const body = goJson({
      schemaVersion: 2,
      config: descriptor(MEDIA.ociConfig, config),
      layers: [{ ...descriptor(MEDIA.ociLayer, layer), data: base64('?') }],
    });
    const entry = descriptor(MEDIA.ociManifest, body, { data: base64('?') });
    const { diagnostics } = await open(layout([entry], body));
    expect(diagnostics.map(({ details }) => details['pointer'])).toEqual(['/manifests/1/data', '/layers/0/data']);
  });

  it('need not be in a file', async () => {
    const body = manifest({ config: { ...empty, data: base64('{}') }, layers: [] });
    const entries = layout([descriptor(MEDIA.ociManifest, body)], body).filter((each) => each.body !== '{}');
    expect(await report(entries)).toMatchObject({ verdict: 'verified', diagnostics: [] });
  });
});

describe('layers', () => {
  const withLayer = (fields: Fields) => {
    const body = goJson({ schemaVersion: 2, config: descriptor(MEDIA.ociConfig, config), layers: [fields] });
    return layout([named(body, 'a')], body).map((each) =>
      each.name === 'index.json' ? { ...each, body: goJson({ manifests: [named(body, 'a')] }) } : each,
    );
  };
  const ociLayers = ({ images }: Report) => images[0]?.representations.find(({ column }) => column === 'oci')?.layers;

  it('that may not be redistributed may be absent; their addresses are text', async () => {
    const urls = ['https://example.com/layer.tar'];
    const absent = withLayer({ ...descriptor(MEDIA.ociForeignGzip, 'absent'), urls });
    const read = await report(absent);
    expect(read).toMatchObject({ verdict: 'verified', images: [{ summary: { missing: 0 } }] });
    expect(read.diagnostics).toMatchObject([{ code: 'layer-elsewhere', severity: 'info' }]);
    expect(ociLayers(read)).toMatchObject([{ kinds: ['foreign'], urls }]);
  });

  it.each([
    ['https://example.com/layer.tar', false],
    ['http://example.com:5000/layer.tar?of=1', false],
    ['javascript:alert(1)', true],
    ['file:///etc/passwd', true],
    ['data:text/html,x', true],
    ['//example.com/x', true],
    ['http://192.0.2.1/latest/meta-data/', true],
    ['http://0x7f000001/', true],
    ['http://[::1]:80/', true],
    ['https://localhost:5000/x', true],
    ['https://user:secret@example.com/x', true],
  ])('at %s: to be warned of is %s', async (url, unsafe) => {
    const { diagnostics } = await open(withLayer({ ...descriptor(MEDIA.ociForeignGzip, 'absent'), urls: [url] }));
    const warnings = diagnostics.filter(({ severity }) => severity === 'warning');
    expect(warnings.map(({ code, details }) => [code, details['url']])).toEqual(
      unsafe ? [['layer-url-unsafe', url]] : [],
    );
  });

  it('of nydus are layers', async () => {
    const type = 'application/vnd.oci.image.layer.nydus.blob.v1';
    const read = await report(withLayer(descriptor(type, layer)));
    expect(ociLayers(read)).toMatchObject([{ kinds: ['nydus'] }]);
    expect(read).toMatchObject({ verdict: 'verified', artifacts: [] });
  });

  /** The input of BLAKE3's own test vector of this length. */
  const pattern = Uint8Array.from({ length: 1024 }, (_, i) => i % 251);
  it.each([
    ['sha512', createHash('sha512').update(pattern).digest('hex')],
    ['blake3', '42214739f095a406f3fc83deb889744ac00df831c10daa55189b5d121c855af7'],
  ])('named by %s are measured by it', async (algorithm, hex) => {
    const own = goJson({
      architecture: 'amd64',
      os: 'linux',
      rootfs: { type: 'layers', diff_ids: [sha256Of(pattern)] },
    });
    const verdictOf = async (digest: string) => {
      const body = goJson({
        schemaVersion: 2,
        config: descriptor(MEDIA.ociConfig, own),
        layers: [{ ...descriptor(MEDIA.ociLayer, pattern), digest: `${algorithm}:${digest}` }],
      });
      const blob = { name: `blobs/${algorithm}/${digest}`, body: pattern };
      const { images } = await report([...layout([named(body, 'a')], body, own), blob]);
      return images[1]?.findings.flatMap(({ pointer, verdict }) => (pointer === '/layers/0/digest' ? [verdict] : []));
    };
    expect(await verdictOf(hex)).toEqual(['matches']);
    expect(await verdictOf(hex.replace(/^./, '0'))).toEqual(['mismatch']);
  });
});

describe('documents inside artifacts', () => {
  const payload = (digest: string) =>
    goJson({ critical: { identity: {}, image: { 'docker-manifest-digest': digest }, type: '' }, optional: null });
  const type = 'application/vnd.dev.cosign.simplesigning.v1+json';
  const signed = (digest: string) => {
    const body = manifest({ layers: [descriptor(type, payload(digest))], subject: image });
    return layout([descriptor(MEDIA.ociManifest, body)], body, payload(digest));
  };

  it('about something else than what they are attached to are said to be', async () => {
    expect((await open(signed(image.digest))).diagnostics).toEqual([]);
    const { diagnostics, artifacts } = await open(signed(sha256Of('other')));
    expect(diagnostics).toMatchObject([{ code: 'attached-to-other', details: { says: sha256Of('other') } }]);
    expect(artifacts[0]?.parts[1]?.contents?.signed?.meant).toBe('differs');
  });

  it('are read as documents, and the payload of an envelope as another', async () => {
    const envelope = goJson({
      payloadType: 'text/x',
      payload: Buffer.from('{"a":1}').toString('base64'),
      signatures: [],
    });
    const body = manifest({ layers: [descriptor('application/vnd.dsse.envelope.v1+json', envelope)] });
    const { artifacts, source } = await open(layout([descriptor(MEDIA.ociManifest, body)], body, envelope));
    const part = artifacts[0]?.parts[1];
    if (!part) throw new Error('no part');
    const [stored, payloadOf, ...more] = await openContent(source, part);
    expect(stored).toMatchObject({ id: part.path, origin: 'found', digest: sha256Of(envelope) });
    expect(payloadOf).toMatchObject({ origin: 'derived', digest: sha256Of('{"a":1}'), recipe: { from: [part.path] } });
    expect(more).toEqual([]);
    expect(await openContent(source, { ...part, span: null })).toEqual([]);
  });
});
