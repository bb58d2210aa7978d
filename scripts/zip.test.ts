import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { zip, type ZipFile } from './zip';

const folder = mkdtempSync(join(tmpdir(), 'tabaqa-zip-'));
afterAll(() => rmSync(folder, { recursive: true }));
const files: readonly ZipFile[] = [
  { name: 'kit/طبقة.txt', data: Buffer.from('layer '.repeat(1_000)) },
  { name: 'kit/empty', data: Buffer.alloc(0) },
  { name: 'kit/run.sh', data: Buffer.from('#!/bin/sh\n'), isProgram: true },
];
const LIST = `import json, sys, zipfile
z = zipfile.ZipFile(sys.argv[1])
assert z.testzip() is None
z.extractall(sys.argv[2])
print(json.dumps([[i.filename, i.file_size, i.external_attr >> 16, i.date_time[0]] for i in z.infolist()]))`;
const hasPython = spawnSync('python3', ['--version']).status === 0;

describe('a ZIP', () => {
  it('is the same for the same files', () => {
    expect(zip(files).equals(zip(files))).toBe(true);
    expect(zip([]).length).toBe(22);
  });

  it.skipIf(!hasPython)('is read by another program', () => {
    const path = join(folder, 'kit.zip');
    writeFileSync(path, zip(files));
    const listed: unknown = JSON.parse(execFileSync('python3', ['-c', LIST, path, folder], { encoding: 'utf8' }));
    expect(listed).toEqual([
      ['kit/طبقة.txt', 6_000, 0o100644, 1980],
      ['kit/empty', 0, 0o100644, 1980],
      ['kit/run.sh', 10, 0o100755, 1980],
    ]);
    expect(readFileSync(join(folder, 'kit/طبقة.txt'), 'utf8')).toBe('layer '.repeat(1_000));
    expect(statSync(join(folder, 'kit/empty')).size).toBe(0);
  });
});
