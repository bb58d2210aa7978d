import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Options that make GNU tar write the same bytes from the same files, blobs first, as skopeo orders them. */
const REPACK = [
  '--create',
  '--format=ustar',
  '--sort=name',
  '--mtime=@0',
  '--owner=0',
  '--group=0',
  '--numeric-owner',
  '--mode=u=rwX,go=rX',
  '--blocking-factor=2',
];

/** The command line of {@link toOciArchive}, for the provenance page. */
export function ociArchiveCommand(compression: string, tag: string): string {
  return `skopeo copy --dest-compress-format ${compression} docker-archive:hello-docker.tar oci-archive:…:${tag}, then tar ${REPACK.join(' ')}`;
}

/** What real skopeo makes of a docker archive, packed again so that it holds no clock time and no user's name. */
export function toOciArchive(
  dockerArchive: Uint8Array,
  compression: 'gzip' | 'zstd',
  tag: string,
): Uint8Array<ArrayBuffer> {
  const folder = mkdtempSync(join(tmpdir(), 'samples-'));
  try {
    const source = join(folder, 'source.tar');
    const layout = join(folder, 'layout');
    writeFileSync(source, dockerArchive);
    execFileSync('skopeo', [
      '--insecure-policy',
      'copy',
      '--quiet',
      '--dest-compress-format',
      compression,
      `docker-archive:${source}`,
      `oci:${layout}:${tag}`,
    ]);
    const packed = join(folder, 'packed.tar');
    execFileSync('tar', [...REPACK, `--file=${packed}`, `--directory=${layout}`, 'blobs', 'index.json', 'oci-layout']);
    return new Uint8Array(readFileSync(packed));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export function skopeoVersion(): string {
  return execFileSync('skopeo', ['--version'], { encoding: 'utf8' }).trim();
}
