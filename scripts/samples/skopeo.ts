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
  return copied(
    dockerArchive,
    ['--dest-compress-format', compression],
    (layout) => `oci:${layout}:${tag}`,
    (layout) => {
      const packed = `${layout}.tar`;
      execFileSync('tar', [
        ...REPACK,
        `--file=${packed}`,
        `--directory=${layout}`,
        'blobs',
        'index.json',
        'oci-layout',
      ]);
      return new Uint8Array(readFileSync(packed));
    },
  );
}

/** The command line of {@link toSchema1}, for the provenance page. */
export const SCHEMA1_COMMAND = 'skopeo copy --format v2s1 --dest-compress docker-archive:hello-docker.tar dir:…';

/** The schema 1 manifest that real skopeo makes of a docker archive, signed with a key that is another each time. */
export function toSchema1(dockerArchive: Uint8Array): string {
  return copied(
    dockerArchive,
    ['--format', 'v2s1', '--dest-compress'],
    (folder) => `dir:${folder}`,
    (folder) => readFileSync(join(folder, 'manifest.json'), 'utf8'),
  );
}

/** What `read` finds where skopeo put the image. */
function copied<T>(
  dockerArchive: Uint8Array,
  options: readonly string[],
  to: (path: string) => string,
  read: (path: string) => T,
): T {
  const folder = mkdtempSync(join(tmpdir(), 'samples-'));
  try {
    const source = join(folder, 'source.tar');
    const path = join(folder, 'copy');
    writeFileSync(source, dockerArchive);
    execFileSync('skopeo', ['--insecure-policy', 'copy', '--quiet', ...options, `docker-archive:${source}`, to(path)]);
    return read(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export function skopeoVersion(): string {
  return execFileSync('skopeo', ['--version'], { encoding: 'utf8' }).trim();
}
