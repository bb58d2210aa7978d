import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { fixturePath } from '../testing/fixtures';
import { savedAgain } from '../testing/conversions/savedAgain';
import { readFixture } from '../testing/readFixture';

describe('an archive saved again as its own writer does', () => {
  it.each([
    ['small.skopeo-docker-archive.tar', 'equal'],
    ['small.skopeo-docker-archive.untagged.tar.gz', 'equal'],
    ['nolayer.skopeo-docker-archive.tar', 'equal'],
    ['small.docker20-save.tar', 'equal but for owners'],
    ['sibling.docker20-save.by-id.tar.gz', 'equal but for owners'],
    // Docker makes `blobs/sha256/` while it saves.
    ['small.docker28-save.tar', 'equal but for times'],
    ['small.skopeo122-oci-archive.zstdchunked.tar', 'equal but for times'],
    ['small.skopeo-dir-v2s2.tar', 'equal members'],
    ['small.skopeo-dir-v2s1.tar', 'equal members'],
    // An annotation that the image had in containerd's store.
    ['small.ctr-remote-estargz.tar', 'equal but for `index.json`'],
  ])('%s: %s', async (file, expected) => {
    const opened = await readFixture(file);
    const [image] = opened.archive.images;
    const bytes = readFileSync(fixturePath(file));
    const tar = Uint8Array.from(file.endsWith('.gz') ? gunzipSync(bytes) : bytes);
    expect(image && (await savedAgain(opened, image, tar))).toBe(expected);
  });
});
