import { execFileSync, spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Compression } from '../model/mediaType';

/*
 * Other people's tools, as judges of ours. They only ever see archives that real tools wrote.
 */

/** Whether a command of this machine runs. */
export function hasTool(name: string): boolean {
  return spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0;
}

/** The tools among these that are missing. */
export function missingTools(names: readonly string[]): readonly string[] {
  return names.filter((name) => !hasTool(name));
}

/** Does some work in an empty folder that is removed afterwards. */
export async function inFolder<T>(work: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'judge-'));
  try {
    return await work(folder);
  } finally {
    // umoci unpacks folders that may not be entered.
    spawnSync('chmod', ['-R', 'u+rwX', folder]);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a tool writes for the bytes it is given, and whether it is content with them. */
export function pipe(
  tool: string,
  args: readonly string[],
  input: Uint8Array,
): { readonly output: Uint8Array<ArrayBuffer>; readonly ok: boolean } {
  const { stdout, status } = spawnSync(tool, args, { input, maxBuffer: 1 << 28 });
  return { output: Uint8Array.from(stdout), ok: status === 0 };
}

function shell(command: string, ...args: readonly string[]): string {
  return execFileSync('bash', ['-o', 'pipefail', '-c', command, 'bash', ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
}

/** `sha256:…` of a file, or of what unpacks from it, by `sha256sum`. */
export function sha256sum(path: string, unpack: Compression = 'none'): string {
  const decoder = { none: 'cat', gzip: 'gzip -dc', zstd: 'zstd -dcq', xz: 'xz -dc', bzip2: 'bzip2 -dc' }[unpack];
  return `sha256:${shell(`${decoder} < "$1" | sha256sum`, path).slice(0, 64)}`;
}

/** `sha256:…` of a text, by `sha256sum`. */
export function sha256sumOf(text: string): string {
  return `sha256:${shell('printf %s "$1" | sha256sum', text).slice(0, 64)}`;
}

/** The archive without what is around it (gzip, zstd, xz or bzip2), as a file in `folder`. */
export function unwrapped(archive: string, folder: string): string {
  const plain = join(folder, 'plain.tar');
  const decoder = /\.(gz|zst|xz|bz2)$/.exec(archive)?.[1];
  const command = { gz: 'gzip -dc', zst: 'zstd -dcq', xz: 'xz -dc', bz2: 'bzip2 -dc' }[decoder ?? ''] ?? 'cat';
  shell(`${command} < "$1" > "$2"`, archive, plain);
  return plain;
}

/** All members of a tar as files, by GNU tar. */
export function extract(archive: string, folder: string): string {
  const out = join(folder, 'members');
  mkdirSync(out);
  execFileSync('tar', ['--extract', '--no-same-owner', '--no-same-permissions', '--file', archive, '--directory', out]);
  execFileSync('chmod', ['-R', 'u+rwX', out]);
  return out;
}

/** The folder that holds the layout, for an archive whose members are all inside one folder. */
export function layoutRoot(members: string): string {
  const [only, ...others] = readdirSync(members);
  const marked = ['index.json', 'manifest.json', 'repositories'].some((name) => existsSync(join(members, name)));
  return !marked && only !== undefined && others.length === 0 ? join(members, only) : members;
}

/** What `skopeo inspect` prints of one image. */
export function skopeo(image: string, ...options: readonly string[]): string {
  return execFileSync('skopeo', ['inspect', ...options, image], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Lets skopeo copy an image; null, or its own words when it refuses. */
export function skopeoCopy(from: string, to: string, ...options: readonly string[]): string | null {
  const args = ['--insecure-policy', 'copy', '--quiet', ...options, from, to];
  const { status, stderr } = spawnSync('skopeo', args, { encoding: 'utf8' });
  return status === 0 ? null : stderr;
}

/** Unpacks an image of an OCI layout by umoci, which checks every digest and DiffID on the way; throws when it refuses. Returns the manifest's digest, as umoci names its record of the bundle. */
export function umociUnpack(layout: string, name: string, folder: string): string {
  const bundle = join(folder, 'bundle');
  execFileSync('umoci', ['unpack', '--rootless', '--image', `${layout}:${name}`, bundle], { stdio: 'pipe' });
  const record = readdirSync(bundle).find((file) => file.endsWith('.mtree')) ?? '';
  return record.replace(/\.mtree$/, '').replace('_', ':');
}

/** umoci's account of an image's history and layers, as JSON text. */
export function umociStat(layout: string, name: string): string {
  return execFileSync('umoci', ['stat', '--json', '--image', `${layout}:${name}`], { encoding: 'utf8' });
}

/** Loads an archive into an empty store of podman's in `folder`. IDs of the images as hex, or podman's own words when it refuses. */
export function podmanLoad(archive: string, folder: string): readonly string[] | string {
  const store = ['--root', join(folder, 'root'), '--runroot', join(folder, 'run'), '--storage-driver', 'vfs'];
  const podman = (...args: readonly string[]): SpawnSyncReturns<string> =>
    spawnSync('podman', [...store, '--events-backend', 'none', ...args], { encoding: 'utf8' });
  const loaded = podman('load', '--quiet', '--input', archive);
  if (loaded.status !== 0) return loaded.stderr;
  return podman('images', '--all', '--quiet', '--no-trunc')
    .stdout.trim()
    .split('\n')
    .map((id) => id.replace('sha256:', ''));
}

/** Lets skopeo convert an image into a folder (`dir:`) and returns the digests of the manifest and the config that it wrote. */
export function skopeoConvert(
  image: string,
  format: 'v2s2' | 'oci',
  folder: string,
): { manifest: string; config: string } {
  const out = join(folder, `converted-${format}`);
  const said = skopeoCopy(image, `dir:${out}`, '--format', format);
  if (said !== null) throw new Error(said);
  return {
    manifest: sha256sum(join(out, 'manifest.json')),
    config: sha256sumOf(skopeo(`dir:${out}`, '--config', '--raw')),
  };
}
