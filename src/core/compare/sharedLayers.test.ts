import { openAsBlob } from 'node:fs';
import { expect, it } from 'vitest';
import { openArchive } from '../engine';
import { fixturePath } from '../testing/fixtures';
import { sharedLayers } from './sharedLayers';

// The sibling was built from the first image; podman's third has one empty layer of its own.
it.each([
  ['multi.docker20-save.tar.gz', [7, 7]],
  ['multi.docker28-save.tar.gz', [7, 7]],
  ['multi.podman-docker-archive.tar', [6, 6, 0]],
  ['small.docker28-save.tar', [0]],
])('%s: how many layers each image shares', async (name, expected) => {
  const { images } = await openArchive({ blob: await openAsBlob(fixturePath(name)) }, name);
  expect([...sharedLayers(images).values()]).toEqual(expected);
});
