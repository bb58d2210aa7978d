import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { unpackTar } from 'modern-tar';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { openArchive } from '../../src/core/engine';
import { buildImage } from '../../src/core/testing/buildImage';
import { buildTar } from '../../src/core/testing/buildTar';
import { sha256Hex, sha256Of } from '../../src/core/testing/imageParts';
import { hasTool } from '../../src/core/testing/nativeTools';
import { samplePath } from '../../src/core/testing/samples';
import { FLIP, LAYERS } from './content';
import { DOCKER_CONFIG } from './dockerConfig';
import { flip } from './flip';
import { asServed } from './schema1';
import { V1_CREATED, V1_DOCUMENTS } from './v1Config';

const FOLDER = fileURLToPath(new URL('../../public/samples/', import.meta.url));
const Index = v.array(
  v.strictObject({
    name: v.string(),
    file: v.string(),
    size: v.number(),
    sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  }),
);
const index = v.parse(Index, JSON.parse(readFileSync(`${FOLDER}index.json`, 'utf8')));
const Listed = v.object({ fsLayers: v.array(v.object({ blobSum: v.string() })) });
const LARGEST = 60_000;
const hasZstd = hasTool('zstd');

function sample(name: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(samplePath(name)));
}

function unpacked(bytes: Uint8Array): Uint8Array {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return gunzipSync(bytes);
  if (bytes[0] === 0x28 && bytes[1] === 0xb5) return execFileSync('zstd', ['-dcq'], { input: bytes });
  return bytes;
}

/** sha256 of every tar that is a member, unpacked: the layers, whatever the format. */
async function layersIn(tar: Uint8Array): Promise<readonly string[]> {
  const contents = (await unpackTar(tar)).map(({ data }) => unpacked(data ?? new Uint8Array()));
  return contents
    .filter((bytes) => Buffer.from(bytes.subarray(257, 262)).toString() === 'ustar')
    .map(sha256Hex)
    .sort();
}

const expected = LAYERS.map((entries) => sha256Hex(buildTar(entries)));

describe('samples', () => {
  it('are all listed, and nothing else is', () => {
    const files = readdirSync(FOLDER).filter((file) => /\.(?:tar|json)$/.test(file) && file !== 'index.json');
    expect(files.sort()).toEqual(index.map(({ file }) => file).sort());
  });

  it.each(index)('$name is the file that was made', ({ file, size, sha256 }) => {
    const bytes = readFileSync(`${FOLDER}${file}`);
    expect(bytes.length).toBe(size);
    expect(sha256Hex(bytes)).toBe(sha256);
    expect(size).toBeLessThan(LARGEST);
    expect(readFileSync(`${FOLDER}README.md`, 'utf8')).toContain(`${sha256}  ${file}`);
  });

  it('are what the script makes today', () => {
    const common = { layers: LAYERS, config: DOCKER_CONFIG, tags: ['hello:1.0'] };
    const docker25 = buildImage({ ...common, format: 'hybrid' });
    const v1 = buildImage({
      ...common,
      format: 'docker-v1',
      config: { created: V1_CREATED },
      v1Documents: V1_DOCUMENTS,
      v1Seed: 'hello',
    });
    expect(sha256Hex(sample('hello-docker'))).toBe(sha256Hex(buildImage({ ...common, format: 'docker-archive' })));
    expect(sha256Hex(sample('hello-docker25'))).toBe(sha256Hex(docker25));
    expect(sha256Hex(sample('hello-flipped'))).toBe(sha256Hex(flip(docker25)));
    expect(sha256Hex(sample('hello-v1'))).toBe(sha256Hex(v1));
  });

  it.each(
    index.filter(({ name }) => !['hello-flipped', 'hello-s1'].includes(name) && (hasZstd || !name.endsWith('zstd'))),
  )('$name holds the four layers', async ({ name }) => {
    expect(await layersIn(sample(name))).toEqual([...expected].sort());
  });

  it('the flipped one differs in one byte, in layer 2', async () => {
    const [right, wrong] = [sample('hello-docker25'), sample('hello-flipped')];
    expect([...right].filter((byte, at) => byte !== wrong[at])).toHaveLength(1);
    const others = expected.filter((_, at) => at !== 1);
    expect((await layersIn(wrong)).filter((digest) => expected.includes(digest))).toEqual([...others].sort());
    expect(FLIP.from).toHaveLength(FLIP.to.length);
  });

  it('the OCI one has the config that real skopeo made, which buildImage makes too', async () => {
    const common = { layers: LAYERS, config: DOCKER_CONFIG, tags: ['hello:1.0'] };
    const real = await unpackTar(sample('hello-oci'));
    const built = await unpackTar(buildImage({ ...common, format: 'oci-layout' }));
    const configs = (entries: typeof real): readonly string[] =>
      entries
        .filter(({ data }) =>
          Buffer.from(data ?? [])
            .toString('latin1')
            .startsWith('{"created"'),
        )
        .map(({ header }) => header.name);
    expect(configs(real)).toHaveLength(1);
    expect(configs(built)).toEqual(configs(real));
  });

  it('the schema 1 manifest names the layers of the OCI one, under a signature that fits', async () => {
    const text = Buffer.from(sample('hello-s1')).toString();
    const { fsLayers } = v.parse(Listed, JSON.parse(text));
    const stored = new Map(
      (await unpackTar(sample('hello-oci'))).map(({ data = new Uint8Array() }) => [sha256Of(data), data]),
    );
    const named = fsLayers.map(({ blobSum }) => stored.get(blobSum)).filter((data) => data !== undefined);
    // Newest first, where the layers are counted from the base.
    expect(named.map((data) => sha256Hex(gunzipSync(data))).toReversed()).toEqual(expected);
    expect(fsLayers).toHaveLength(9);
    const { schema1 } = await openArchive({ blob: new Blob([text]) }, 'hello-s1.json');
    expect(schema1).toMatchObject([{ name: 'hello', tag: '1.0', signatures: [{ outcome: 'valid' }] }]);
    expect(schema1[0]?.signatures[0]?.fingerprint).toBe(schema1[0]?.signatures[0]?.kid);
    // What the script makes of the same manifest, unsigned as skopeo writes it into a folder.
    const written = text.replace('"name":"hello","tag":"1.0"', '"name":"","tag":""');
    expect(await asServed(written, 'hello', '1.0')).toBe(text);
  });
});
