import { describe, expect, it } from 'vitest';
import { blobSource, type ByteSource } from '../bytes/source';
import { LIMITS } from '../limits';
import type { LayerToc, TocProblem } from '../model/toc';
import { sha256Of } from '../testing/imageParts';
import { estargzLayer, zstdChunkedLayer } from '../testing/tocLayers';
import { zstdFrame } from '../testing/zstdFrames';
import { readToc } from './toc';

const BEFORE = 100;

/** What is read of a layer that lies among other bytes. */
async function read(layer: Uint8Array): Promise<{ toc: LayerToc | null; json: Uint8Array | null; bytes: number }> {
  const around = new Uint8Array(BEFORE);
  const whole = blobSource(new Blob([around, new Uint8Array(layer), around]));
  let bytes = 0;
  const counted = <T>(length: number, value: T): T => {
    bytes += length;
    return value;
  };
  const source: ByteSource = {
    size: whole.size,
    read: (offset, length) => counted(length, whole.read(offset, length)),
    stream: (offset, length) => counted(length, whole.stream(offset, length)),
  };
  const found = await readToc(source, { offset: BEFORE, length: layer.length });
  return { toc: found?.toc ?? null, json: found?.json ?? null, bytes };
}

const problemOf = async (layer: { stored: Uint8Array }): Promise<TocProblem | null | undefined> =>
  (await read(layer.stored)).toc?.problem;

describe('readToc', () => {
  it.each(['estargz', 'stargz'] as const)('finds the table by the last bytes: %s', async (footer) => {
    const layer = estargzLayer({ footer });
    const { toc, json, bytes } = await read(layer.stored);
    expect(toc).toMatchObject({
      kind: 'estargz',
      footer,
      position: null,
      digest: layer.annotations['containerd.io/snapshot/stargz/toc.digest'],
      version: 1,
      entries: 2,
      types: [{ type: 'reg', count: 2 }],
      tarSplit: null,
      problem: null,
    });
    expect(toc?.digest).toBe(sha256Of(json ?? ''));
    expect(toc?.storedDigest).toBe(
      sha256Of(layer.stored.subarray(toc?.at?.offset, (toc?.at?.offset ?? 0) + (toc?.at?.length ?? 0))),
    );
    // The first bytes, the last ones, and the table.
    expect(bytes).toBe(8 + 72 + (toc?.at?.length ?? 0));
  });

  it.each(['zstd-chunked', 'zstd-chunked-old'] as const)('and so %s', async (footer) => {
    const layer = zstdChunkedLayer({ footer });
    const { toc, json } = await read(layer.stored);
    const stated = Object.values(layer.annotations);
    expect(toc).toMatchObject({ kind: 'zstd-chunked', footer, version: 1, entries: 2, problem: null });
    expect([toc?.storedDigest, toc?.position]).toEqual(stated.slice(0, 2));
    expect(toc?.tarSplit?.position).toBe(stated[2]);
    expect(toc?.tarSplit?.digest).toBe(toc?.tarSplit?.claimed);
    expect(toc?.digest).toBe(sha256Of(json ?? ''));
  });

  it('says so when the table is in another image', async () => {
    const { toc } = await read(estargzLayer({ footer: 'estargz-external' }).stored);
    expect(toc).toMatchObject({ footer: 'estargz-external', at: null, digest: null, entries: null, problem: null });
  });

  it.each([
    ['nothing', new Uint8Array(0)],
    ['a footer alone that is no layer', new Uint8Array(zstdChunkedLayer().stored.slice(-72))],
    ['a footer after other bytes', Uint8Array.from([1, 2, 3, ...estargzLayer().stored.slice(-51)])],
    ['eStargz without its last byte', estargzLayer().stored.slice(0, -1)],
    ['a cut footer', zstdChunkedLayer().stored.slice(0, -20)],
    ['a zstd frame', zstdFrame(new Uint8Array(600))],
  ])('finds none in %s', async (_, bytes) => {
    const found = await read(bytes);
    // A skippable frame is zstd, too: its numbers then lead nowhere.
    expect(found.toc === null || found.toc.problem === 'outside').toBe(true);
  });

  const json = (text: string | Uint8Array) => ({ json: () => text });
  it.each([
    ['outside', { offset: (offset) => BigInt(offset) + 1_000_000n }],
    ['outside', { offset: () => 0xffff_ffff_ffff_ffffn }],
    ['corrupt', { stored: (toc) => toc.slice(0, -3) }],
    ['corrupt', { stored: () => Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8) }],
    ['not-json', json('{"version":1,"entries":[}')],
    ['not-json', json('')],
    ['not-json', json(Uint8Array.of(0x22, 0xff, 0x22))],
    ['not-json', json('['.repeat(LIMITS.jsonDepth + 1))],
    ['shape', json('[{"version":1,"entries":[]}]')],
    ['shape', json('{"version":1,"entries":{"type":"reg"}}')],
    ['shape', json('{"version":1}')],
    ['version', json('{"entries":[]}')],
    ['version', json('{"version":"1","entries":[]}')],
    ['version', json('{"version":2,"entries":[]}')],
    ['entry-outside', json('{"version":1,"entries":[{"type":"reg","offset":999999}]}')],
    ['entry-outside', json('{"version":1,"entries":[{"type":"reg","offset":1e999}]}')],
    [null, json('{"version":1,"entries":null}')],
    [null, json('{"version":1,"entries":[{"xattrs":{"offset":999999,"type":"?"}},7,[8]],"other":{"entries":[1]}}')],
  ] as const satisfies readonly (readonly [TocProblem | null, Parameters<typeof problemCases>[0]])[])(
    'tells what is wrong: %s %#',
    async (problem, change) => {
      for (const each of problemCases(change)) expect(await problemOf(each)).toBe(problem);
    },
  );

  it('reads no other file of the tar for it', async () => {
    expect(await problemOf(estargzLayer({ name: 'a.json' }))).toBe('no-index');
  });

  it('unpacks no more than the limit, whatever the footer or the compression says', async () => {
    const zeros = new Uint8Array(LIMITS.tocBytes + 1);
    expect(await problemOf(estargzLayer({ json: () => zeros }))).toBe('too-large');
    // A layer whose footer says that nearly all of it is the table.
    const { stored } = zstdChunkedLayer();
    const footer = stored.slice(-72);
    new DataView(footer.buffer).setBigUint64(8, 0n, true);
    new DataView(footer.buffer).setBigUint64(16, BigInt(zeros.length), true);
    const { toc, bytes } = await read(new Uint8Array(Buffer.concat([stored, zeros, footer])));
    expect(toc?.problem).toBe('too-large');
    expect(bytes).toBeLessThan(1000);
  });

  it('walks no more of the JSON than the limit', async () => {
    const entries = `[${'1,'.repeat(LIMITS.tocTokens / 2)}1]`;
    const { toc } = await read(estargzLayer(json(`{"version":1,"entries":${entries}}`)).stored);
    expect(toc).toMatchObject({ problem: 'too-large', entries: null });
    expect(toc?.digest).toMatch(/^sha256:/);
  });

  it('counts types, those it does not know together', async () => {
    const types = ['reg', 'chunk', 'chunk', 'x', 'y', 'z', 'dir'];
    const text = JSON.stringify({ version: 1, entries: types.map((type) => ({ type })) });
    const { toc } = await read(estargzLayer(json(text)).stored);
    expect(toc?.types.slice(0, 2)).toEqual([
      { type: '?', count: 3 },
      { type: 'chunk', count: 2 },
    ]);
    expect(toc?.entries).toBe(7);
  });
});

/** The same change made to both formats. */
function problemCases(change: {
  readonly json?: () => string | Uint8Array;
  readonly offset?: (offset: number) => bigint;
  readonly stored?: (toc: Uint8Array) => Uint8Array;
}): readonly { stored: Uint8Array }[] {
  return [estargzLayer(change), zstdChunkedLayer(change)];
}
