import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where a built-in sample is on disk. */
export function samplePath(name: string): string {
  return fileURLToPath(new URL(`../../../public/samples/${name}.tar`, import.meta.url));
}

/** The same as a file to open. */
export function sampleFile(name: string): File {
  return new File([readFileSync(samplePath(name))], `${name}.tar`);
}
