import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../../../public/samples/', import.meta.url));

/** Where a built-in sample is on disk. */
export function samplePath(name: string): string {
  const file = readdirSync(FOLDER).find((each) => each.startsWith(`${name}.`));
  return `${FOLDER}${file ?? name}`;
}

/** The same as a file to open. */
export function sampleFile(name: string): File {
  const path = samplePath(name);
  return new File([readFileSync(path)], basename(path));
}
