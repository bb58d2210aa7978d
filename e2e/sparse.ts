import { createHash } from 'node:crypto';
import { closeSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { END_OF_ARCHIVE, paddingFor, tarHeader } from '../src/core/tar/write';

/**
 * Writes a docker archive of `layers` layers of `layerBytes` zero bytes each, with true digests. The layers are holes in the file:
 * it takes no room on disk, and any program that reads it reads all of it.
 */
export function writeSparseArchive(path: string, layers: number, layerBytes: number): void {
  const diffId = digestOfZeros(layerBytes);
  const names = Array.from({ length: layers }, (_, index) => `layer-${index + 1}.tar`);
  const config = JSON.stringify({
    architecture: 'amd64',
    os: 'linux',
    config: {},
    rootfs: { type: 'layers', diff_ids: names.map(() => `sha256:${diffId}`) },
    history: names.map((name) => ({ created: '2026-01-01T00:00:00Z', created_by: `ADD ${name}` })),
  });
  const configName = `${createHash('sha256').update(config).digest('hex')}.json`;
  const manifest = JSON.stringify([{ Config: configName, RepoTags: ['sparse:1.0'], Layers: names }]);

  const file = openSync(path, 'w');
  let offset = 0;
  const write = (bytes: Uint8Array): void => {
    writeSync(file, bytes, 0, bytes.length, offset);
    offset += bytes.length;
  };
  for (const name of names) {
    write(tarHeader({ name, size: layerBytes }));
    offset += layerBytes + paddingFor(layerBytes).length;
  }
  for (const [name, text] of [
    [configName, config],
    ['manifest.json', manifest],
  ] as const) {
    const bytes = Buffer.from(text);
    write(tarHeader({ name, size: bytes.length }));
    write(bytes);
    offset += paddingFor(bytes.length).length;
  }
  ftruncateSync(file, offset + END_OF_ARCHIVE.length);
  closeSync(file);
}

function digestOfZeros(length: number): string {
  const hash = createHash('sha256');
  const block = Buffer.alloc(1024 * 1024);
  for (let left = length; left > 0; left -= block.length)
    hash.update(left < block.length ? block.subarray(0, left) : block);
  return hash.digest('hex');
}
