import { openAsBlob } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ImageDiff } from '../model/imageDiff';
import { compareSides, openSide, told } from '../testing/diffSides';
import { fixturePath } from '../testing/fixtures';

/** Images that tools wrote of the same source, and what their digests differ by. */
const PAIRS: readonly (readonly [a: string, b: string, told: readonly string[]])[] = [
  ['small.skopeo-oci-archive.gzip.tar', 'small.skopeo-oci-archive.zstd.tar', ['same', 'compression 6']],
  ['small.skopeo-oci-archive.gzip.tar', 'small.skopeo-oci-archive.uncompressed.tar', ['same', 'compression 6']],
  ['small.buildx-oci-gzip.tar', 'small.buildx-oci-zstd.tar', ['same', 'compression 7']],
  [
    'small.buildx-docker.tar',
    'small.buildx-oci-gzip.tar',
    ['same', 'media-types 9', 'layer-annotations 7', 'layout 1'],
  ],
  [
    'small.skopeo-oci-archive.gzip.tar',
    'small.skopeo-oci-archive.encrypted.tar',
    ['metadata', 'history 18', 'annotations 1', 'encryption 2', 'media-types 2', 'layer-annotations 2'],
  ],
  ['small.podman-oci-archive.tar', 'small.skopeo-oci-archive.gzip.tar', ['metadata', 'history 18', 'annotations 1']],
  ['small.skopeo-docker-archive.tar', 'small.skopeo-docker-archive.untagged.tar.gz', ['identical']],
  [
    // skopeo drops what OCI has no place for: health check, shell and build triggers.
    'small.skopeo-dir-v2s2.tar',
    'small.skopeo-oci-archive.gzip.tar',
    ['different', 'execution 3', 'builder-fields 4', 'config-empty 8', 'key-order 2', 'media-types 8', 'layout 1'],
  ],
  [
    // Docker's own store writes opaque folders into a layer where containerd's whites out file by file.
    'small.docker28-save.tar',
    'small.docker28cs-save.tar',
    ['metadata', 'entries-removed 5', 'file-times 54', 'whiteouts 14', 'hard-links 1', 'compression 1', 'whitespace 1'],
  ],
  [
    'small.docker20-save.tar',
    'sibling.docker20-save.by-id.tar.gz',
    [
      'different',
      'layers-added 2',
      'execution 3',
      'config-created 1',
      'history 2',
      'builder-fields 5',
      'config-empty 8',
      'key-order 1',
    ],
  ],
];

const open = async (file: string, at = 0) => openSide(await openAsBlob(fixturePath(file)), file, at);
const states = ({ layers }: ImageDiff): string => layers.map(({ state }) => state).join(' ');

describe('real pairs', () => {
  it.each(PAIRS)('%s and %s', async (a, b, expected) => {
    expect(told(await compareSides(await open(a), await open(b)))).toEqual(expected);
  });

  it('tells layers that one image has on top of those of the other', async () => {
    const diff = await compareSides(
      await open('small.docker20-save.tar'),
      await open('sibling.docker20-save.by-id.tar.gz'),
    );
    expect(states(diff)).toBe(`${'same '.repeat(7)}only-b only-b`);
  });

  it('compares two images of one archive', async () => {
    const file = 'multi.podman-docker-archive.tar';
    const diff = await compareSides(await open(file, 0), await open(file, 1));
    expect(diff.identity.a.imageId).not.toBe(diff.identity.b.imageId);
    expect(diff.sharedBytes).toBeGreaterThan(0);
    expect(diff.verdict).toBe('different');
  });

  it('says of a squashed image that its layers are regrouped', async () => {
    const diff = await compareSides(
      await open('small.skopeo-oci-archive.gzip.tar'),
      await open('small-squashed.skopeo-oci-archive.tar'),
    );
    expect(states(diff)).toBe('only-a only-a only-a only-a only-a only-a only-b');
    expect(diff.causes.find(({ code }) => code === 'layers-regrouped')).toMatchObject({ from: '6', to: '1', count: 7 });
  });
});
