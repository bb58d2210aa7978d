import { createHash } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import { END_OF_ARCHIVE, paddingFor, tarHeader } from '../src/core/tar/write';

const FILES_A_FOLDER = 40;

/**
 * Writes a docker archive with `count` small files in `layers` layers. The last layer is made of whiteouts, one for each eighth file of the
 * base.
 */
export function writeManyFiles(path: string, count: number, layers: number): void {
  const file = openSync(path, 'w');
  const write = (...parts: Uint8Array[]): number => parts.reduce((sum, part) => sum + writeSync(file, part), 0);
  const diffIds: string[] = [];
  const names: string[] = [];
  for (let layer = 0; layer <= layers; layer++) {
    const each = Math.ceil(count / layers);
    const parts =
      layer === layers
        ? Array.from({ length: Math.floor(each / 8) }, (_, index) => tarHeader({ name: whiteout(index * 8), size: 0 }))
        : Array.from({ length: each }, (_, index) => member(layer * each + index)).flat();
    const body = Buffer.concat([...parts, END_OF_ARCHIVE]);
    const name = `layer-${layer}.tar`;
    write(tarHeader({ name, size: body.length }), body, paddingFor(body.length));
    diffIds.push(`sha256:${createHash('sha256').update(body).digest('hex')}`);
    names.push(name);
  }
  const config = Buffer.from(
    JSON.stringify({ architecture: 'amd64', os: 'linux', config: {}, rootfs: { type: 'layers', diff_ids: diffIds } }),
  );
  const configName = `${createHash('sha256').update(config).digest('hex')}.json`;
  const manifest = Buffer.from(JSON.stringify([{ Config: configName, RepoTags: ['many:1.0'], Layers: names }]));
  write(tarHeader({ name: configName, size: config.length }), config, paddingFor(config.length));
  write(tarHeader({ name: 'manifest.json', size: manifest.length }), manifest, paddingFor(manifest.length));
  write(END_OF_ARCHIVE);
  closeSync(file);
}

const folderOf = (index: number): string => `srv/app/packages/p-${Math.floor(index / FILES_A_FOLDER)}`;
const whiteout = (index: number): string => `${folderOf(index)}/.wh.file-${index}.js`;

function member(index: number): Uint8Array[] {
  const body = Buffer.from(`export const n${index} = ${index};\n`.repeat(1 + (index % 7)));
  return [tarHeader({ name: `${folderOf(index)}/file-${index}.js`, size: body.length }), body, paddingFor(body.length)];
}
