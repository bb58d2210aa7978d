import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openSource } from '../bytes/source';
import { integrityTable, measureRequests, measureSpans, openArchive, patchedBlob, tamper } from '../engine';
import { memberAt } from '../model/members';
import type { Tamper } from '../model/tamper';
import type { IntegrityTable } from '../model/integrity';
import { changedBy, measured, measurementOf, namesOf, repairedBy, type Measured } from '../testing/tampered';
import { fixturePath } from '../testing/fixtures';
import { sampleFile } from '../testing/samples';
import { broken } from '../verify/names';

const SAMPLES = ['hello-v1', 'hello-docker', 'hello-docker25', 'hello-oci', 'hello-oci-zstd'] as const;
const sample = (name: string): Promise<Measured> => {
  const file = sampleFile(name);
  return measured(file, file.name);
};
const bytesOf = async (blob: Blob): Promise<Uint8Array> => new Uint8Array(await blob.arrayBuffer());
const tableOf = ({ archive, measurements }: Measured): Promise<IntegrityTable> => integrityTable(archive, measurements);
/** Comparing them element by element takes seconds. */
const isSame = (a: Uint8Array, b: Uint8Array): boolean => Buffer.from(a).equals(b);
const bad = ({ counts }: IntegrityTable): number => counts.mismatch + counts.missing + counts.unknown;
const score = async (...of: Parameters<typeof namesOf>): Promise<Record<string, number>> =>
  Object.fromEntries((await namesOf(...of)).map((each) => [each.column, broken(each)]));

describe('one byte of a layer', () => {
  it.each(SAMPLES)('%s: only that byte is another one, and going back gives the file', async (name) => {
    const before = await sample(name);
    const flip = { kind: 'flip', layer: 2, offset: 40, mask: 0x01 } as const;
    const after = await changedBy(before, flip);
    const [a, b] = [await bytesOf(before.blob), await bytesOf(after.blob)];
    const at = (before.image?.layers[1]?.span?.offset ?? 0) + 40;
    expect(b.length).toBe(a.length);
    expect([...a.keys()].filter((i) => a[i] !== b[i])).toEqual([at]);
    expect(b[at]).toBe((a[at] ?? 0) ^ 0x01);
    expect(isSame(await bytesOf((await changedBy(before, flip, flip)).blob), a)).toBe(true);
  });

  it('is noticed by nobody in a genuine v1 archive, and would be in the others', async () => {
    const before = await sample('hello-v1');
    const after = await changedBy(before, { kind: 'flip', layer: 2, offset: 600, mask: 0x01 });
    expect(bad(await tableOf(after))).toBe(0);
    expect(await score(before, after)).toEqual({ v1: 0, v2s2: 1, oci: 1 });
  });

  it('is noticed once in a plain layer, by each form that names bytes', async () => {
    const before = await sample('hello-docker25');
    const after = await changedBy(before, { kind: 'flip', layer: 2, offset: 600, mask: 0x01 });
    expect(await score(before, after)).toEqual({ v1: 0, v2s2: 1, oci: 1 });
    const { rows } = await tableOf(after);
    const kinds = new Set(rows.filter(({ verdict }) => verdict === 'mismatch').map(({ kind }) => kind));
    expect([...kinds].toSorted()).toEqual(['diff-id', 'digest', 'file-name']);
  });

  it('breaks a gzip layer, which is a verdict of its own', async () => {
    const before = await sample('hello-oci');
    const after = await changedBy(before, { kind: 'flip', layer: 2, offset: 700, mask: 0x10 });
    expect(measurementOf(after, after.follow(before.image?.layers[1]?.span ?? { offset: 0, length: 0 }))?.diffId).toBe(
      null,
    );
    const names = await namesOf(before, after);
    expect(names.at(-1)?.names.filter(({ verdict }) => verdict !== 'matches')).toMatchObject([
      { part: 'layer:2', of: 'stored', verdict: 'mismatch' },
      { part: 'layer:2', of: 'unpacked', verdict: 'unknown', reason: 'unreadable' },
    ]);
  });

  it.each(['hello-oci', 'hello-oci-zstd'])('%s: inside, the layer still unpacks, to other bytes', async (name) => {
    const before = await sample(name);
    const span = before.image?.layers[1]?.span ?? null;
    const after = await changedBy(before, { kind: 'inside', layer: 2, offset: 600, mask: 0x01 });
    const [was, is] = [measurementOf(before, span), measurementOf(after, span && after.follow(span))];
    expect(is?.compression).toBe(was?.compression);
    expect(is?.unpackedSize).toBe(was?.unpackedSize);
    expect(is?.diffId).not.toBe(was?.diffId);
    expect(is?.diffId).not.toBe(null);
    // Twice is as before, but for how it is packed.
    const back = await changedBy(after, { kind: 'inside', layer: 2, offset: 600, mask: 0x01 });
    const there = after.follow(span ?? { offset: 0, length: 0 });
    expect(measurementOf(back, there && back.follow(there))?.diffId).toBe(was?.diffId);
  });
});

describe('other changes', () => {
  it('two layers under the name of the other: v1 does not see it', async () => {
    const before = await sample('hello-docker25');
    const after = await changedBy(before, { kind: 'swap', layers: [1, 3] });
    expect(await score(before, after)).toEqual({ v1: 0, v2s2: 2, oci: 2 });
    expect(after.blob.size).toBe(before.blob.size);
    const v1 = await sample('hello-v1');
    expect(bad(await tableOf(await changedBy(v1, { kind: 'swap', layers: [1, 3] })))).toBe(0);
  });

  it.each(SAMPLES)('%s: a layer that is left out is missing in every form', async (name) => {
    const before = await sample(name);
    const after = await changedBy(before, { kind: 'drop', layer: 2 });
    const names = await namesOf(before, after);
    expect(names.map(({ missing }) => missing)).toEqual([['layer:2'], ['layer:2'], ['layer:2']]);
    const diagnosed = after.archive.diagnostics.some(({ code }) => code.endsWith('missing'));
    expect(bad(await tableOf(after)) > 0 || diagnosed).toBe(true);
  });

  it.each(SAMPLES)('%s: a blob that nothing points at is allowed', async (name) => {
    const before = await sample(name);
    const after = await changedBy(before, { kind: 'orphan' });
    expect(bad(await tableOf(after))).toBe(0);
    expect(Object.values(await score(before, after))).toEqual([0, 0, 0]);
    expect(after.archive.orphanCount).toBe(before.archive.orphanCount + 1);
    const [a, b] = [await bytesOf(before.blob), await bytesOf(after.blob)];
    const last = before.archive.members.count - 1;
    const end = (before.archive.members.data[last] ?? 0) + (before.archive.members.size[last] ?? 0);
    expect(isSame(b.subarray(0, end), a.subarray(0, end))).toBe(true);
  });

  it.each(SAMPLES)('%s: no digest covers the tag', async (name) => {
    const before = await sample(name);
    const after = await changedBy(before, { kind: 'tag', tag: '2.0-rc' });
    expect(after.image?.names).toEqual(before.image?.names.map((each) => each.replace('1.0', '2.0-rc')));
    expect(after.image?.key).toBe(before.image?.key);
    expect(bad(await tableOf(after))).toBe(0);
  });

  it('a tar that is cut lacks what came after', async () => {
    const before = await sample('hello-v1');
    const after = await changedBy(before, { kind: 'cut', size: 33_000 });
    expect(isSame(await bytesOf(after.blob), (await bytesOf(before.blob)).subarray(0, 33_000))).toBe(true);
    expect(after.archive.diagnostics.map(({ code }) => code)).toContain('tar-truncated');
    // The list at the end is what says that it is an image.
    const hybrid = await sample('hello-docker25');
    await expect(changedBy(hybrid, { kind: 'cut', size: 33_000 })).rejects.toMatchObject({ code: 'cut-short' });
  });

  it('says why it cannot be made', async () => {
    const before = await sample('hello-docker25');
    const why = async (change: Tamper): Promise<unknown> => tamper(before, change);
    expect(await why({ kind: 'flip', layer: 5, offset: 0, mask: 1 })).toBe('no-layer');
    expect(await why({ kind: 'flip', layer: 1, offset: 6144, mask: 1 })).toBe('beyond');
    expect(await why({ kind: 'inside', layer: 1, offset: 6144, mask: 1 })).toBe('beyond');
    expect(await why({ kind: 'byte', offset: before.archive.size, mask: 1 })).toBe('beyond');
    expect(await why({ kind: 'swap', layers: [1, 7] })).toBe('no-layer');
    expect(await why({ kind: 'cut', size: before.archive.size })).toBe('beyond');
    expect(await why({ kind: 'tag', tag: '1.0' })).toBe('same');
    const broken = await changedBy(await sample('hello-oci'), { kind: 'flip', layer: 2, offset: 700, mask: 0x10 });
    expect(await tamper(broken, { kind: 'inside', layer: 2, offset: 1, mask: 1 })).toBe('unreadable');
  });
});

describe('any byte', () => {
  it('a patched file reads like one that was really changed', async () => {
    const all = await Promise.all(SAMPLES.map(sample));
    const cases = fc.record({
      of: fc.constantFrom(...all),
      at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      mask: fc.integer({ min: 1, max: 255 }),
      range: fc.tuple(fc.nat(20_000), fc.nat(20_000)),
    });
    await fc.assert(
      fc.asyncProperty(cases, async ({ of, at, mask, range: [a, b] }) => {
        const offset = Math.floor(at * of.blob.size);
        const bytes = await bytesOf(of.blob);
        bytes[offset] = (bytes[offset] ?? 0) ^ mask;
        const patch = await tamper(of, { kind: 'byte', offset, mask });
        if (typeof patch === 'string') throw new Error(patch);
        const blob = patchedBlob(of.archive.source, patch.pieces);
        const from = Math.min(a, b, blob.size);
        const length = Math.min(Math.abs(a - b), blob.size - from);
        expect(isSame(await openSource({ blob }).read(from, length), bytes.slice(from, from + length))).toBe(true);
        expect(isSame(await bytesOf(blob), bytes)).toBe(true);
      }),
      { numRuns: 80 },
    );
  });

  it('a folder becomes a tar that says the same', async () => {
    const { archive } = await sample('hello-oci');
    const folder = await Promise.all(
      Array.from({ length: archive.members.count }, (_, index) => memberAt(archive.members, index))
        .filter(({ type }) => type === 'file')
        .map(async ({ name, data, size }) => ({
          path: name,
          blob: patchedBlob(archive.source, [{ offset: data, length: size }]),
        })),
    );
    const opened = await openArchive({ folder }, 'folder');
    const before = {
      blob: new Blob(),
      archive: opened,
      image: opened.images[0] ?? null,
      measurements: await measureSpans(opened.source, measureRequests(opened)),
    };
    const after = await changedBy(before, { kind: 'inside', layer: 2, offset: 600, mask: 1 });
    expect(await score(before, after)).toEqual({ v1: 0, v2s2: 2, oci: 2 });
    expect(bad(await tableOf(await repairedBy(before, after, 9)))).toBe(0);
  });
});

describe('names rewritten', () => {
  const LEVELS = {
    'hello-docker': ['config', 'image-id', 'list'],
    'hello-docker25': ['layer', 'config', 'image-id', 'manifest', 'list'],
    'hello-oci': ['layer', 'config', 'image-id', 'manifest', 'list'],
    'hello-oci-zstd': ['layer', 'config', 'image-id', 'manifest', 'list'],
  } as const;

  it.each(Object.entries(LEVELS))(
    '%s verifies whole again after the last level, under another ID',
    async (name, levels) => {
      const before = await sample(name);
      const after = await changedBy(before, { kind: 'inside', layer: 2, offset: 600, mask: 0x01 });
      for (let level = 0; level <= levels.length; level++) {
        const repaired = await repairedBy(before, after, level);
        expect(repaired.steps.map((each) => each.level)).toEqual(levels);
        const isWhole = level === levels.length;
        expect(bad(await tableOf(repaired)) === 0, `after ${level} levels`).toBe(isWhole);
        if (!isWhole) continue;
        expect(repaired.image?.key).not.toBe(before.image?.key);
        expect(repaired.image?.names).toEqual(before.image?.names);
        expect(repaired.archive.diagnostics).toEqual(before.archive.diagnostics);
      }
    },
  );

  /** What is left of a fixture when every name that can be rewritten is: rows of these kinds. */
  const LEFT = {
    'multi.podman-docker-archive.tar': [],
    'multiarch.buildah-dir-v2s2-list.tar': [],
    'small.skopeo-docker-archive.tar': [],
    'windows.crane-append.tar': [],
    // What attestations and signatures are about stands inside of them.
    'multiarch-attest.docker28cs-save.tar': ['attached'],
    'small.cosign-tags-oci-dir.gnutar.tar': ['attached'],
    // The table of contents is lost when the layer is packed again.
    'small.ctr-remote-estargz.tar': ['toc-digest'],
  } as const;

  it.each(Object.entries(LEFT))('%s: what cannot be hidden', async (name, left) => {
    const before = await measured(new Blob([readFileSync(fixturePath(name))]), name);
    const layer = (before.image?.layers.findIndex(({ span }) => span) ?? -1) + 1;
    const after = await changedBy(before, { kind: 'inside', layer, offset: 1, mask: 0x01 });
    const { rows } = await tableOf(await repairedBy(before, after, 9));
    const broken = rows.filter(({ verdict }) => ['mismatch', 'missing', 'unknown'].includes(verdict));
    expect([...new Set(broken.map(({ kind }) => kind))]).toEqual(left);
  });

  it('two swapped layers', async () => {
    const before = await sample('hello-docker25');
    const after = await changedBy(before, { kind: 'swap', layers: [1, 3] });
    const repaired = await repairedBy(before, after, 9);
    expect(bad(await tableOf(repaired))).toBe(0);
  });

  it('nothing has to be in a genuine v1 archive', async () => {
    const before = await sample('hello-v1');
    const after = await changedBy(before, { kind: 'flip', layer: 2, offset: 600, mask: 0x01 });
    expect((await repairedBy(before, after, 9)).steps).toEqual([]);
  });

  it('cannot hide a layer that does not unpack', async () => {
    const before = await sample('hello-oci');
    const after = await changedBy(before, { kind: 'flip', layer: 2, offset: 700, mask: 0x10 });
    const table = await tableOf(await repairedBy(before, after, 9));
    expect(table.rows.filter(({ verdict }) => verdict === 'unknown').map(({ kind }) => kind)).toEqual(['diff-id']);
  });
});
