import { describe, expect, it } from 'vitest';
import { buildReport, integrityTable, openArchive, openContent } from '../engine';
import { tocId } from '../model/toc';
import { report } from '../testing/artifactLayout';
import { buildTar } from '../testing/buildTar';
import { readFixture } from '../testing/readFixture';
import { estargzLayer, tocLayout, zstdChunkedLayer } from '../testing/tocLayers';
import type { Report } from './reportSchema';

const layerOf = ({ images }: Report) => images[0]?.representations.at(-1)?.layers[0];
const noticesOf = ({ diagnostics }: Report) =>
  diagnostics.filter(({ layer }) => layer === null).map(({ code, severity }) => `${severity} ${code}`);
const rowsOf = ({ integrity }: Report) =>
  integrity.rows
    .filter(({ kind }) => /^toc|^tar-split|^unpacked/.test(kind))
    .map(({ kind, verdict, reason }) => [kind, verdict, ...(reason ?? '').split(' ')].filter(Boolean).join(' '))
    .toSorted();
const OTHER = `sha256:${'0'.repeat(64)}`;
const TOC_DIGEST = 'containerd.io/snapshot/stargz/toc.digest';
const CHECKSUM = 'io.github.containers.zstd-chunked.manifest-checksum';

describe('tables of contents of layers', () => {
  it.each([
    ['small.ctr-remote-estargz.tar', 'estargz', 7, 2],
    ['small.skopeo122-oci-archive.zstdchunked.tar', 'zstd-chunked', 7, 4],
    ['small.skopeo19-oci-archive.zstdchunked.tar', 'zstd-chunked', 6, 2],
  ])('%s: each layer has one, and all that is said of it holds', async (file, kind, layers, rows) => {
    const { archive, measurements } = await readFixture(file);
    const made = await buildReport(archive, measurements);
    expect(made.images[0]?.representations.at(-1)?.layers.map(({ toc }) => [toc?.kind, toc?.problem])).toEqual(
      Array.from({ length: layers }, () => [kind, null]),
    );
    expect(layerOf(made)?.kinds).toEqual([kind]);
    expect(noticesOf(made)).toEqual([]);
    expect(rowsOf(made)).toHaveLength(layers * rows);
    expect(rowsOf(made).every((row) => row.endsWith(' matches'))).toBe(true);
    const unmeasured = await integrityTable(archive, []);
    const kinds = unmeasured.rows.filter(({ verdict }) => verdict === 'pending').map((row) => row.kind);
    expect(kinds).toContain(kind === 'estargz' ? 'toc-digest' : 'toc-position');
  });

  it('are found without an annotation, and said to be of little use then', async () => {
    const made = await report(tocLayout(estargzLayer(), {}));
    expect(layerOf(made)).toMatchObject({ kinds: ['estargz'], toc: { entries: 2 } });
    expect(noticesOf(made)).toEqual(['info toc-unannotated']);
    expect(rowsOf(made)).toEqual([]);
    expect(made.verdict).toBe('verified');
  });

  it('are missed where an annotation names one', async () => {
    const plain = { ...estargzLayer(), stored: estargzLayer().stored.slice(0, -51) };
    const made = await report(tocLayout(plain, { [TOC_DIGEST]: OTHER }));
    expect(layerOf(made)).toMatchObject({ kinds: ['estargz'], toc: null });
    expect(noticesOf(made)).toContain('warning toc-missing');
    expect(rowsOf(made)).toEqual(['toc-digest missing']);

    const other = await report(tocLayout(estargzLayer(), { [CHECKSUM]: OTHER }));
    expect(layerOf(other)?.kinds).toEqual(['estargz']);
    expect(noticesOf(other)).toEqual(['warning toc-missing']);
    expect(rowsOf(other)).toEqual(['toc-stored-digest mismatch']);
  });

  it('of zstd:chunked may be named by the digest of the JSON, too', async () => {
    const layer = zstdChunkedLayer();
    const { digest = '' } = layerOf(await report(tocLayout(layer)))?.toc ?? {};
    const made = await report(tocLayout(layer, { ...layer.annotations, [TOC_DIGEST]: digest ?? '' }));
    expect(layerOf(made)?.kinds).toEqual(['zstd-chunked']);
    expect(noticesOf(made)).toEqual([]);
    expect(rowsOf(made)).toContain('toc-digest matches');
    const alone = await report(tocLayout(layer, { [TOC_DIGEST]: OTHER }));
    expect(rowsOf(alone)).toEqual(['tar-split-digest matches', 'toc-digest mismatch']);
    expect(noticesOf(alone)).toEqual([]);
  });

  it('may be in another image', async () => {
    const layer = estargzLayer({ footer: 'estargz-external' });
    const made = await report(tocLayout(layer));
    expect(rowsOf(made)).toEqual(['toc-digest absent', 'unpacked-size matches']);
    expect(noticesOf(made)).toEqual([]);
  });

  it.each([
    ['outside of the layer', { offset: () => 1n << 60n }, 'outside'],
    ['larger than the limit', { json: () => new Uint8Array(33 << 20) }, 'too-large'],
    ['damaged', { stored: (toc: Uint8Array) => toc.slice(0, -9) }, 'corrupt'],
  ] as const)('that cannot be read leave the digest unknown: %s', async (_, change, why) => {
    const layer = estargzLayer(change);
    const made = await report(tocLayout(layer, { [TOC_DIGEST]: layer.annotations[TOC_DIGEST] ?? '' }));
    expect(made.diagnostics.find(({ code }) => code === 'toc-unusable')?.details['why']).toBe(why);
    expect(rowsOf(made)).toEqual(['toc-digest unknown unreadable']);
  });

  it('that are no good are told, whatever their digest', async () => {
    const made = await report(tocLayout(estargzLayer({ json: () => 'no JSON' })));
    expect(made.diagnostics).toMatchObject([{ code: 'toc-unusable', details: { why: 'not-json', version: 'none' } }]);
    expect(rowsOf(made)).toEqual(['toc-digest matches', 'unpacked-size matches']);
  });

  it('are compared by sha256 alone, and without more said of them than there is', async () => {
    const made = await report(
      tocLayout(estargzLayer(), { [TOC_DIGEST]: 'sha512:ab', 'io.containers.zstd-chunked.x': 'y' }),
    );
    expect(rowsOf(made)).toEqual(['toc-digest unknown algorithm']);
    const old = zstdChunkedLayer({ footer: 'zstd-chunked-old' });
    const split = 'io.containers.zstd-chunked.tarsplit-checksum';
    expect(rowsOf(await report(tocLayout(old, { ...old.annotations, [split]: OTHER })))).toContain(
      'tar-split-digest missing',
    );
  });

  it('open as documents', async () => {
    const layer = zstdChunkedLayer();
    const { source, images } = await openArchive({ blob: new Blob([buildTar(tocLayout(layer))]) }, 'x.tar');
    const [found] = images[0]?.layers ?? [];
    if (!found) throw new Error('no layer');
    const { span, path } = found;
    const content = { span, path, mediaType: null, inside: 'toc' } as const;
    const [document, ...more] = await openContent(source, content);
    expect(document).toMatchObject({ id: tocId(path), kind: 'layer-toc', origin: 'derived' });
    expect(JSON.parse(new TextDecoder().decode(document?.bytes))).toMatchObject({ version: 1 });
    expect(more).toEqual([]);
    expect(await openContent(source, { ...content, span: span && { ...span, length: 20 } })).toEqual([]);
    expect(await openContent(source, { ...content, span: null })).toEqual([]);
  });

  it('are not looked for in layers that nobody can read', async () => {
    const members = tocLayout(estargzLayer()).map((member) => ({
      ...member,
      ...(typeof member.body === 'string' && { body: member.body.replace('tar+gzip', 'tar+gzip+encrypted') }),
    }));
    // The index no longer names the manifest by its digest: that is not what this is about.
    const archive = await openArchive({ blob: new Blob([buildTar(members)]) }, 'x.tar');
    expect(archive.images.flatMap(({ layers }) => layers).map(({ encrypted }) => encrypted)).toEqual([true]);
    const made = await report(members);
    expect(layerOf(made)?.toc).toBeNull();
    expect(rowsOf(made)).toEqual(['toc-digest unknown encrypted', 'unpacked-size unknown encrypted']);
  });
});
