import { execFileSync } from 'node:child_process';

/** Seconds that a shell command takes, from start to exit; its output is thrown away. */
function seconds(command: string, ...args: readonly string[]): number {
  const start = performance.now();
  execFileSync('bash', ['-euo', 'pipefail', '-c', command, 'bash', ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return (performance.now() - start) / 1000;
}

/** `sha256sum FILE`. */
export function hashFile(path: string): number {
  return seconds('sha256sum "$1"', path);
}

/** Each blob's digest, its DiffID and its list of files, as a person would do it in the shell, on every core. */
export const SHELL_LAYER = 'sha256sum "$1"; gzip -dc "$1" | tee >(sha256sum) | tar t';

/** {@link SHELL_LAYER} for each blob, as many at once as there are cores. */
export function shellLayers(blobs: readonly string[], cores: number): number {
  return seconds(
    `printf '%s\\0' "\${@:3}" | xargs -0 -n1 -P"$1" bash -c "$2" bash`,
    String(cores),
    SHELL_LAYER,
    ...blobs,
  );
}

/** Brings a file into the page cache, so that no one pays for the disk. */
export function warm(path: string): void {
  seconds('cat "$1"', path);
}

/** Versions of the native tools and of the machine, for the table's foot. */
export function machine(): readonly string[] {
  const first = (command: string): string =>
    execFileSync('bash', ['-c', `${command} | head -n1`], { encoding: 'utf8' }).trim();
  return [
    first("grep -m1 'model name' /proc/cpuinfo | cut -d: -f2"),
    first('uname -sr'),
    first('sha256sum --version'),
    first('gzip --version'),
    first('tar --version'),
  ];
}
