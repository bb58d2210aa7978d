import { accessSync, constants, lstatSync, opendirSync, type Dir } from 'node:fs';

/** A real file and how much of it there is. */
export interface SourceFile {
  readonly path: string;
  readonly size: number;
  readonly mode: number;
}

const SMALLEST = 1;
/** A file larger than this is left out: no layer should be one file. */
const LARGEST = 24 * 1024 * 1024;

/** Readable regular files under a folder, in the order of their names, until they add up to `total` bytes. */
export function sourceFiles(folder: string, total: number): readonly SourceFile[] {
  const found: SourceFile[] = [];
  let sum = 0;
  for (const file of walk(folder)) {
    found.push(file);
    sum += file.size;
    if (sum >= total) return found;
  }
  throw new Error(`${folder} holds ${sum} bytes in files that fit; ${total} are needed`);
}

function* walk(folder: string): Generator<SourceFile> {
  for (const name of namesIn(folder)) {
    const path = `${folder}/${name}`;
    const stat = lstatSync(path);
    if (stat.isDirectory()) yield* walk(path);
    else if (stat.isFile() && stat.size >= SMALLEST && stat.size <= LARGEST && readable(path)) {
      yield { path, size: stat.size, mode: stat.mode & 0o7777 };
    }
  }
}

function namesIn(folder: string): readonly string[] {
  let dir: Dir;
  try {
    dir = opendirSync(folder);
  } catch {
    return [];
  }
  const names: string[] = [];
  for (let entry = dir.readSync(); entry; entry = dir.readSync()) names.push(entry.name);
  dir.closeSync();
  return names.sort();
}

function readable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}
