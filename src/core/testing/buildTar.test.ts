import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { tarHeader } from '../tar/write';
import { buildTar } from './buildTar';
import { gnuTar, hasGnuTar } from './gnuTar';

const LONG = `${'d'.repeat(90)}/${'e'.repeat(90)}/${'f'.repeat(90)}.txt`;
const PREFIXED = `${'p'.repeat(80)}/${'q'.repeat(60)}.txt`;

describe('buildTar', () => {
  it('gives the same bytes every time', () => {
    const entries = [{ name: 'a', body: 'x' }];
    expect(buildTar(entries)).toEqual(buildTar(entries));
  });

  it('pads bodies to blocks and ends with two zero blocks', () => {
    expect(buildTar([{ name: 'a', body: 'x' }]).length).toBe(512 + 512 + 1024);
    expect(buildTar([{ name: 'a' }], { end: false }).length).toBe(512);
  });

  it('writes one block for what ustar can say, and an extension for what it cannot', () => {
    expect(tarHeader({ name: PREFIXED, size: 8 ** 11 - 1 }).length).toBe(512);
    expect(tarHeader({ name: 'a', size: 8 ** 11 }).length).toBe(3 * 512);
  });

  it('refuses what no tar can hold', () => {
    expect(() => tarHeader({ name: 'a\0b' })).toThrow(RangeError);
    expect(() => tarHeader({ name: 'a', size: -1 })).toThrow(RangeError);
  });
});

describe.skipIf(!hasGnuTar)('GNU tar reading what we write', () => {
  it('finds names, types, links, sizes, modes and times', () => {
    const tar = buildTar([
      { name: 'dir/', type: 'directory', mtime: 86_400 },
      { name: 'dir/file', body: 'hello', mode: 0o4755, uid: 1000, gid: 2 ** 31 },
      { name: LONG, body: 'long' },
      { name: PREFIXED, body: 'prefix' },
      { name: 'طبقة/文.txt', body: 'unicode', mtime: 1.5 },
      { name: 'sym', type: 'symlink', link: `../${LONG}` },
      { name: 'hard', type: 'hardlink', link: 'dir/file' },
      { name: 'old', mtime: -1 },
    ]);
    expect(gnuTar(tar)).toEqual([
      'drwxr-xr-x 0/0 0 1970-01-02 00:00:00 dir/',
      '-rwsr-xr-x 1000/2147483648 5 1970-01-01 00:00:00 dir/file',
      `-rw-r--r-- 0/0 4 1970-01-01 00:00:00 ${LONG}`,
      `-rw-r--r-- 0/0 6 1970-01-01 00:00:00 ${PREFIXED}`,
      '-rw-r--r-- 0/0 7 1970-01-01 00:00:01.5 طبقة/文.txt',
      `lrwxrwxrwx 0/0 0 1970-01-01 00:00:00 sym -> ../${LONG}`,
      'hrw-r--r-- 0/0 0 1970-01-01 00:00:00 hard link to dir/file',
      '-rw-r--r-- 0/0 0 1969-12-31 23:59:59 old',
    ]);
  });

  it('finds the bodies', () => {
    const tar = buildTar([
      { name: 'a', body: 'first' },
      { name: LONG, body: 'second' },
    ]);
    expect(execFileSync('tar', ['-xOf', '-', LONG], { input: tar }).toString()).toBe('second');
  });
});
