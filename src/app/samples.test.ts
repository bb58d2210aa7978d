import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { loadSamples, openSample, SAMPLE_NAMES, unpackSample } from './samples';

it('unpacks a sample to the bytes it was made of', async () => {
  const tar = Uint8Array.from({ length: 100_000 }, (_, i) => i * 7);
  const gzipBase64 = gzipSync(tar).toString('base64');
  const file = await unpackSample({ name: 'x', file: 'x.tar', size: tar.length, gzipBase64 });
  expect(file.name).toBe('x.tar');
  expect(new Uint8Array(await file.arrayBuffer())).toEqual(tar);
});

it('has no other samples than a link can name, each of the size it says', async () => {
  for (const { name, file, size } of await loadSamples()) {
    expect(SAMPLE_NAMES).toContain(name);
    expect(await openSample(name)).toMatchObject({ name: file, size });
  }
});

it('rejects a name that is none', async () => {
  await expect(openSample('none')).rejects.toThrow('no sample none');
});
