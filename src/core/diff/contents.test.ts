import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { buildTar, type TarEntry } from '../testing/buildTar';
import { layerFilesOf } from '../testing/layerFiles';
import { DIGEST_BYTES, readContents, type ContentRequest } from './contents';
import { HEADER_KIND } from './headers';

/** Many files, so that headers and bodies lie across the chunks in which they are read. */
const entries: readonly TarEntry[] = Array.from({ length: 600 }, (_, at) => ({
  name: `file-${at}`,
  body: new Uint8Array((at * 977) % 3_000).fill(at),
  uname: `user-${at % 7}`,
  gname: 'group',
  ...(at % 5 === 0 ? { pax: { comment: `${at}` } } : {}),
}));
const tar = buildTar(entries);
const files = layerFilesOf(tar);

function request(stored: Uint8Array, rows: readonly number[]): ContentRequest {
  return {
    files: { ...files, span: { offset: 0, length: stored.length } },
    wanted: { layer: 3, rows: Int32Array.from(rows), headers: true },
  };
}
const bodies = entries.map(({ body = '' }) => createHash('sha256').update(body).digest('hex'));
const hexes = (digests: Uint8Array): string[] =>
  Array.from({ length: digests.length / DIGEST_BYTES }, (_, at) =>
    Buffer.from(digests.subarray(at * DIGEST_BYTES, (at + 1) * DIGEST_BYTES)).toString('hex'),
  );

describe('readContents', () => {
  it.each([
    ['plain', tar],
    ['gzip', new Uint8Array(gzipSync(tar))],
  ] as const)('hashes what is wanted of a layer and reads its headers: %s', async (_, stored) => {
    const rows = entries.flatMap(({ body = '' }, at) => (body.length > 0 && at % 3 !== 0 ? [at] : []));
    const progress: number[] = [];
    const [contents] = await readContents({ blob: new Blob([stored]) }, [request(stored, rows)], {
      onProgress: ({ done }) => void progress.push(done),
    });
    expect(contents).toMatchObject({ layer: 3, whole: true });
    expect([...(contents?.rows ?? [])]).toEqual(rows);
    expect(hexes(contents?.digests ?? new Uint8Array())).toEqual(rows.map((row) => bodies[row]));
    const { kinds = new Uint8Array(), owners = new Uint32Array(), names = [] } = contents?.headers ?? {};
    expect([...kinds]).toEqual(entries.map((_entry, at) => HEADER_KIND.ustar | (at % 5 === 0 ? HEADER_KIND.pax : 0)));
    expect([...owners].map((owner) => names[owner])).toEqual(entries.map((_entry, at) => `user-${at % 7}:group`));
    expect(progress.at(-1)).toBe(stored.length);
  });

  it('gives nothing of a layer that cannot be unpacked', async () => {
    const stored = new Uint8Array(gzipSync(tar));
    stored.fill(0, Math.floor(stored.length / 2));
    const [contents] = await readContents({ blob: new Blob([stored]) }, [request(stored, [1, 2])]);
    expect(contents).toMatchObject({ rows: new Int32Array(0), headers: null, whole: false });
  });

  it('gives what is there of a layer whose tar is cut', async () => {
    const cut = tar.slice(0, Math.floor(tar.length / 2));
    const all = entries.flatMap(({ body = '' }, at) => (body.length > 0 ? [at] : []));
    const [contents] = await readContents({ blob: new Blob([cut]) }, [request(cut, all)]);
    const count = contents?.rows.length ?? 0;
    expect(count).toBeGreaterThan(100);
    expect(count).toBeLessThan(all.length);
    expect(hexes(contents?.digests ?? new Uint8Array())).toEqual(all.slice(0, count).map((row) => bodies[row]));
  });

  it('ends at once when it is cancelled', async () => {
    const cancel = new AbortController();
    cancel.abort();
    const reading = readContents({ blob: new Blob([tar]) }, [request(tar, [1])], { signal: cancel.signal });
    await expect(reading).rejects.toMatchObject({ code: 'cancelled' });
  });
});
