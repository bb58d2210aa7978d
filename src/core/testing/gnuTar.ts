import { execFileSync, spawnSync } from 'node:child_process';

/** Whether the machine's `tar` is GNU tar; tests against it are skipped otherwise. */
export const hasGnuTar = spawnSync('tar', ['--version'], { encoding: 'utf8' }).stdout?.includes('GNU tar') === true;

const LIST = [
  '--list',
  '--verbose',
  '--numeric-owner',
  '--full-time',
  '--utc',
  '--quoting-style=literal',
  '--show-transformed',
];

/** GNU tar's verbose listing of a tar, a line per member, runs of spaces made one. Its complaints and exit code are not looked at. */
export function gnuTar(tar: Uint8Array, ...options: readonly string[]): string[] {
  const { stdout } = spawnSync('tar', [...LIST, ...options, '--file=-'], {
    input: tar,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
    maxBuffer: 1 << 28,
  });
  return stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => line.replace(/ +/g, ' '));
}

/** A tar that GNU tar makes of the files in `folder`. */
export function makeWithGnuTar(folder: string, args: readonly string[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(
    execFileSync('tar', ['--create', '--file=-', '--directory', folder, ...args], {
      maxBuffer: 1 << 28,
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  );
}
