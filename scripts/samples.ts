/** Makes public/samples from content in this repository: the same bytes on every run. Needs skopeo 1.9.3 and GNU tar. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { buildImage } from '../src/core/testing/buildImage';
import { hexOf, sha256Of } from '../src/core/testing/imageParts';
import { LAYERS } from './samples/content';
import { DOCKER_CONFIG } from './samples/dockerConfig';
import { flip } from './samples/flip';
import { readme, type Sample } from './samples/readme';
import { asServed } from './samples/schema1';
import { ociArchiveCommand, SCHEMA1_COMMAND, skopeoVersion, toOciArchive, toSchema1 } from './samples/skopeo';
import { V1_CREATED, V1_DOCUMENTS } from './samples/v1Config';

const TAG = 'hello:1.0';
const folder = fileURLToPath(new URL('../public/samples/', import.meta.url));

const v1 = buildImage({
  format: 'docker-v1',
  layers: LAYERS,
  config: { created: V1_CREATED },
  tags: [TAG],
  v1Documents: V1_DOCUMENTS,
  v1Seed: 'hello',
});
const docker = buildImage({ format: 'docker-archive', layers: LAYERS, config: DOCKER_CONFIG, tags: [TAG] });
const docker25 = buildImage({ format: 'hybrid', layers: LAYERS, config: DOCKER_CONFIG, tags: [TAG] });
const skopeo = skopeoVersion();

const made: readonly (Omit<Sample, 'file' | 'sha256'> & { readonly name: string; readonly extension?: 'json' })[] = [
  {
    name: 'hello-v1',
    bytes: v1,
    writer: 'written here as Docker 1.3 wrote it',
    command: 'docker save hello:1.0',
  },
  {
    name: 'hello-docker',
    bytes: docker,
    writer: 'written here as Docker 1.10 to 24 write it',
    command: 'docker save hello:1.0',
  },
  {
    name: 'hello-docker25',
    bytes: docker25,
    writer: 'written here as Docker 25 and later write it (classic image store)',
    command: 'docker save hello:1.0',
  },
  {
    name: 'hello-oci',
    bytes: toOciArchive(docker, 'gzip', TAG),
    writer: `${skopeo} and GNU tar`,
    command: ociArchiveCommand('gzip', TAG),
  },
  {
    name: 'hello-oci-zstd',
    bytes: toOciArchive(docker, 'zstd', TAG),
    writer: `${skopeo} and GNU tar`,
    command: ociArchiveCommand('zstd', TAG),
  },
  {
    name: 'hello-flipped',
    bytes: flip(docker25),
    writer: 'hello-docker25.tar with one letter changed in a file of layer 2',
    command: null,
  },
  {
    name: 'hello-s1',
    extension: 'json',
    bytes: new TextEncoder().encode(await asServed(toSchema1(docker), 'hello', '1.0')),
    writer: `${skopeo}, then name, tag and signature as a registry has them`,
    command: SCHEMA1_COMMAND,
  },
];
const samples = made.map(({ extension = 'tar', ...sample }) => ({
  ...sample,
  file: `${sample.name}.${extension}`,
  sha256: hexOf(sha256Of(sample.bytes)),
}));

async function save(name: string, text: string): Promise<void> {
  const path = `${folder}${name}`;
  writeFileSync(path, await format(text, { ...(await resolveConfig(path)), filepath: path }));
}

mkdirSync(folder, { recursive: true });
for (const { file, bytes } of samples) writeFileSync(`${folder}${file}`, bytes);
const index = samples.map(({ name, file, bytes, sha256 }) => ({ name, file, size: bytes.length, sha256 }));
await save('index.json', JSON.stringify(index));
await save('README.md', readme(samples));
