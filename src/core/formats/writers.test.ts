import { openAsBlob } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openArchive } from '../engine';
import type { WriterId } from '../model/archive';
import { FIXTURES, fixturePath } from '../testing/fixtures';
import { buildTar, type TarEntry } from '../testing/buildTar';
import { goJson } from '../testing/goJson';
import { sha256Hex, sha256Of } from '../testing/imageParts';

/** Fixtures are named for what made them. */
const BY_NAME: readonly (readonly [RegExp, WriterId | null])[] = [
  [/in-a-folder/, null],
  [/docker20-save/, 'docker-1.10'],
  [/docker28-save/, 'docker-25'],
  [/docker28cs|ctr/, 'containerd'],
  [/buildx/, 'buildkit'],
  [/(skopeo|podman)-docker-archive/, 'containers-archive'],
  [/(skopeo|buildah)-dir/, 'containers-dir'],
  [/(skopeo|buildah|podman)-oci-archive/, 'containers-oci-old'],
  [/skopeo122-oci-archive/, 'containers-oci'],
  [/crane-(tarball|append)/, 'ggcr-tarball'],
  [/crane-legacy/, 'ggcr-legacy'],
  [/umoci/, 'umoci'],
  [/oras/, 'oras'],
];

const writerOf = async (entries: readonly TarEntry[]) =>
  (await openArchive({ blob: new Blob([buildTar(entries)]) }, 'test.tar')).writer;

const layer = new Uint8Array(1024);
const config = goJson({ architecture: 'amd64', os: 'linux', rootfs: { type: 'layers', diff_ids: [sha256Of(layer)] } });
const hex = sha256Hex(layer);
const archive = (Config: string, path: string, ...others: readonly TarEntry[]): TarEntry[] => [
  { name: path, body: layer },
  ...others,
  { name: Config, body: config },
  { name: 'manifest.json', body: goJson([{ Config, RepoTags: ['a:1'], Layers: [path] }]) },
];

describe('who made an archive', () => {
  const readable = Object.entries(FIXTURES).flatMap(([name, outcome]) => ('error' in outcome ? [] : [name]));
  const judged = readable.flatMap((name) => {
    const known = BY_NAME.find(([pattern]) => pattern.test(name));
    return known ? [[name, known[1]] as const] : [];
  });

  it('is known of most fixtures', () => expect(judged.length).toBeGreaterThan(30));

  it.each(judged)('%s: %s', async (name, expected) => {
    const { writer } = await openArchive({ blob: await openAsBlob(fixturePath(name)) }, name);
    expect(writer?.writer ?? null).toBe(expected);
  });

  it.each<readonly [WriterId, TarEntry[]]>([
    ['jib', archive('config.json', `${hex}.tar.gz`)],
    ['rules-oci', archive(`blobs/sha256/${sha256Hex(config)}`, `blobs/sha256/${hex}.tar.gz`)],
    ['nix', archive(`${sha256Hex(config)}.json`, `${hex}/layer.tar`)],
  ])('%s, by the form that its source shows', async (expected, entries) => {
    expect((await writerOf(entries))?.writer).toBe(expected);
  });

  it('is nobody known when the names are of no habit', async () => {
    expect(await writerOf(archive('config', 'layer'))).toBeNull();
    expect(await writerOf(archive('config', `${hex}/layer.tar`, { name: `${hex}/VERSION`, body: '1.0' }))).toBeNull();
  });
});
