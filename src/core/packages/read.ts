import type { PackageEntry, PackageProblem } from '../model/packages';

/** What a file lists. */
export interface Read {
  readonly packages: readonly PackageEntry[];
  readonly problem: PackageProblem | null;
}

/** Reads a file whose bytes, or their beginning, are given. Never throws. */
export type PackageParser = (bytes: Uint8Array, path: string) => Read;

export const MALFORMED: Read = { packages: [], problem: 'malformed' };

/** One package, or none where there is no name. */
export function one(name: string | null, version: string | null, arch: string | null = null): Read {
  return name === null ? MALFORMED : { packages: [{ name, version, arch }], problem: null };
}
