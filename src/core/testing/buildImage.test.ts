import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { unpackTar } from 'modern-tar';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { buildImage, type BuiltFormat } from './buildImage';
import type { JsonObject } from './goJson';
import { sha256Hex } from './imageParts';

function fixture(name: string): Uint8Array<ArrayBuffer> {
  const bytes = readFileSync(fileURLToPath(new URL(`../../../fixtures/${name}`, import.meta.url)));
  return new Uint8Array(name.endsWith('.gz') ? gunzipSync(bytes) : bytes);
}

async function membersOf(tar: Uint8Array): Promise<ReadonlyMap<string, Uint8Array<ArrayBuffer>>> {
  const entries = await unpackTar(tar);
  return new Map(entries.map(({ header, data }) => [header.name, new Uint8Array(data ?? [])]));
}

const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

const Manifest = v.tuple([v.looseObject({ Config: v.string(), Layers: v.array(v.string()) })]);
/** Any JSON object: what Docker's own configs are. */
const Config = v.custom<JsonObject>((value) => typeof value === 'object' && value !== null);
const V1Document = v.looseObject({ id: v.string(), parent: v.optional(v.string()) });

/** The image of a docker archive, built again from its config and its layers alone. */
async function rebuilt(
  tar: Uint8Array,
  format: BuiltFormat,
  tags: readonly string[],
): Promise<Uint8Array<ArrayBuffer>> {
  const members = await membersOf(tar);
  const [manifest] = v.parse(Manifest, JSON.parse(text(members.get('manifest.json'))));
  const { rootfs: _, ...config } = v.parse(Config, JSON.parse(text(members.get(manifest.Config))));
  const layers = manifest.Layers.map((path) => members.get(path) ?? new Uint8Array());
  return buildImage({ format, tags, config, layers });
}

describe('buildImage', () => {
  it.each([
    ['small.docker20-save.tar', ['fx/small:1.0']],
    ['sibling.docker20-save.by-id.tar.gz', []],
  ])('writes what Docker 20 wrote, byte for byte: %s', async (name, tags) => {
    const real = fixture(name);
    expect(sha256Hex(await rebuilt(real, 'docker-archive', tags))).toBe(sha256Hex(real));
  });

  it('writes what Docker 28 wrote, byte for byte but for the time of one folder', async () => {
    const real = fixture('small.docker28-save.tar');
    const built = await rebuilt(real, 'hybrid', ['fx/small:1.0']);
    const secondHeader = [512, 1024] as const;
    expect(text(built.subarray(...secondHeader)).startsWith('blobs/sha256/\0')).toBe(true);
    built.set(real.subarray(...secondHeader), secondHeader[0]);
    expect(sha256Hex(built)).toBe(sha256Hex(real));
  });

  it('links a layer whose content came before', async () => {
    const layer = [{ name: 'a', body: 'the same' }];
    const entries = await unpackTar(buildImage({ format: 'docker-archive', layers: [layer, layer] }));
    const layers = entries.filter(({ header }) => header.name.endsWith('/layer.tar')).map(({ header }) => header);
    expect(layers).toHaveLength(2);
    const [link, file] = [layers.find(({ type }) => type === 'symlink'), layers.find(({ type }) => type === 'file')];
    expect(link?.linkname).toBe(`../${file?.name}`);
  });

  it.each<[BuiltFormat, 'none' | 'gzip']>([
    ['oci-layout', 'none'],
    ['oci-layout', 'gzip'],
    ['hybrid', 'none'],
    ['hybrid', 'gzip'],
  ])('names every blob by its digest: %s, %s', async (format, compress) => {
    const members = await membersOf(buildImage({ format, compress, layers: [[{ name: 'a', body: 'x' }]] }));
    const blobs = [...members].filter(([name]) => /^blobs\/sha256\/./.test(name));
    expect(blobs.length).toBeGreaterThanOrEqual(3);
    for (const [name, bytes] of blobs) expect(name).toBe(`blobs/sha256/${sha256Hex(bytes)}`);
  });

  it('gives a v1 layer its parent and its tag, and no manifest', async () => {
    const members = await membersOf(buildImage({ format: 'docker-v1', layers: [[], [{ name: 'a', body: 'x' }]] }));
    const documents = [...members]
      .filter(([name]) => name.endsWith('/json'))
      .map(([, bytes]) => v.parse(V1Document, JSON.parse(text(bytes))));
    const base = documents.find(({ parent }) => parent === undefined);
    const top = documents.find(({ parent }) => parent !== undefined);
    expect(top?.parent).toBe(base?.id);
    expect(base?.id).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.parse(text(members.get('repositories')))).toEqual({ hello: { '1.0': top?.id } });
    expect(members.has('manifest.json')).toBe(false);
  });
});
