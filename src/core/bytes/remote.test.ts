import { afterEach, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { joined } from './joined';
import { LIMITS } from '../limits';
import { reachUrl } from './fetchUrl';
import { rangeSource, setReach, type Reach } from './remote';
import { openSource } from './source';

const URL = 'https://host.example/x.tar';
const streamOf = (bytes: Uint8Array<ArrayBuffer>) => new Blob([bytes]).stream();

/** A host with one file, and what it was asked for. */
function host(bytes: Uint8Array<ArrayBuffer>, { ranges = true, version = 'v1' } = {}) {
  const asked: string[] = [];
  const state = { version, bytes };
  const reach: Reach = (_, part) => {
    asked.push(part ? `${part.offset}+${part.length}` : 'all');
    const { bytes: all, version: now } = state;
    const body = streamOf(part && ranges ? all.subarray(part.offset, part.offset + part.length) : all);
    return Promise.resolve({ status: part && ranges ? 206 : 200, size: all.length, version: now, body });
  };
  setReach(reach);
  return { asked, state };
}

const numbered = (size: number) => Uint8Array.from({ length: size }, (_, i) => (i * 7 + (i >> 8)) & 0xff);

afterEach(() => setReach(null));

async function streamed(stream: ReturnType<ReturnType<typeof rangeSource>['stream']>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) parts.push(next.value);
  return joined(parts);
}

describe('a file at an address', () => {
  it('gives the same bytes as the file itself, wherever it is read', async () => {
    const bytes = numbered(3 * LIMITS.remoteBlock + 17);
    host(bytes);
    const source = openSource({ url: URL, size: bytes.length, version: 'v1' });
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length), fc.nat(2 * LIMITS.remoteBlock), async (offset, most) => {
        const length = Math.min(most, bytes.length - offset);
        const expected = bytes.slice(offset, offset + length);
        expect(await source.read(offset, length)).toEqual(expected);
        expect(await streamed(source.stream(offset, length))).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });

  it('asks once for what is close together, and keeps no more than so many blocks', async () => {
    const bytes = numbered((LIMITS.remoteBlocks + 4) * LIMITS.remoteBlock);
    const { asked } = host(bytes);
    const source = rangeSource({ url: URL, size: bytes.length, version: 'v1' });
    for (let i = 0; i < 10; i++) await source.read(i * 512, 512);
    expect(asked).toEqual([`0+${LIMITS.remoteBlock}`]);
    for (let i = 1; i < LIMITS.remoteBlocks + 2; i++) await source.read(i * LIMITS.remoteBlock, 1);
    asked.length = 0;
    await source.read(0, 1);
    expect(asked.length).toBe(1);
  });

  it('that is another one by now is not read on', async () => {
    const { state } = host(numbered(LIMITS.remoteBlock * 3));
    const source = rangeSource({ url: URL, size: LIMITS.remoteBlock * 3, version: 'v1' });
    await source.read(0, 10);
    state.version = 'v2';
    await expect(source.read(LIMITS.remoteBlock, 10)).rejects.toMatchObject({ code: 'file-changed' });
    state.version = 'v1';
    state.bytes = numbered(LIMITS.remoteBlock * 2);
    await expect(streamed(source.stream(LIMITS.remoteBlock, 10))).rejects.toMatchObject({ code: 'file-changed' });
    await expect(source.read(LIMITS.remoteBlock * 3 - 1, 2)).rejects.toMatchObject({ code: 'out-of-bounds' });
  });

  it('is read in parts where the host gives them, else fetched whole', async () => {
    const bytes = numbered(100_000);
    host(bytes);
    expect(await reachUrl(URL)).toEqual({ url: URL, size: bytes.length, version: 'v1' });
    host(bytes, { ranges: false });
    const told: number[] = [];
    const whole = await reachUrl(URL, { onProgress: ({ done }) => told.push(done) });
    expect('blob' in whole && new Uint8Array(await whole.blob.arrayBuffer())).toEqual(bytes);
    expect(told.at(-1)).toBe(bytes.length);
  });

  it('that cannot be had says only what is known', async () => {
    setReach(() => Promise.reject(new TypeError('Failed to fetch')));
    await expect(reachUrl(URL)).rejects.toMatchObject({ code: 'url-unreachable', details: { host: 'host.example' } });
    setReach(() => Promise.resolve({ status: 404, size: null, version: null, body: streamOf(numbered(1)) }));
    await expect(reachUrl(URL)).rejects.toMatchObject({ code: 'url-refused', details: { status: 404 } });
    setReach(null);
    await expect(reachUrl(URL)).rejects.toMatchObject({ code: 'url-unreachable' });
  });
});
