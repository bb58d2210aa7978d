import { describe, expect, it } from 'vitest';
import type { ImagePackage } from '../../core/model/packages';
import { kindsOf, packageListing, passing } from './packageRows';

const base: ImagePackage = {
  kind: 'deb',
  name: 'libc6',
  arch: 'amd64',
  there: true,
  versions: ['2.36'],
  path: 'var/lib/dpkg/status',
  inside: null,
  steps: [
    { layer: 0, change: 'installed', versions: ['2.35'] },
    { layer: 2, change: 'changed', versions: ['2.36'] },
  ],
};
const gone: ImagePackage = {
  ...base,
  kind: 'npm',
  name: '@a/b',
  there: false,
  versions: ['1', '2'],
  steps: [...base.steps, { layer: 3, change: 'unlisted', versions: [] }],
};
const names = (filter: Partial<Parameters<typeof passing>[1]>): string[] =>
  passing([base, gone], { text: '', kind: null, state: 'all', ...filter }).map(({ name }) => name);

describe('the rows of packages', () => {
  it('pass by text in name, version or path, by kind and by whether they are there', () => {
    expect(names({ text: 'LIBC' })).toEqual(['libc6']);
    expect(names({ text: '2.36' })).toEqual(['libc6']);
    expect(names({ text: 'dpkg' })).toEqual(['libc6', '@a/b']);
    expect(names({ kind: 'npm' })).toEqual(['@a/b']);
    expect(names({ state: 'there' })).toEqual(['libc6']);
    expect(names({ state: 'gone' })).toEqual(['@a/b']);
    expect(kindsOf([gone, base])).toEqual(['deb', 'npm']);
  });

  it('are taken away with layers counted from 1', () => {
    expect(packageListing([base, gone], 'csv').split('\r\n').slice(1, 3)).toEqual([
      'libc6,2.36,amd64,deb,yes,1,3,,,var/lib/dpkg/status,',
      "'@a/b,1 2,amd64,npm,no,1,3,,4,var/lib/dpkg/status,",
    ]);
    expect(JSON.parse(packageListing([base], 'json'))).toMatchObject([
      { name: 'libc6', versions: ['2.36'], there: true, steps: [{ layer: 1 }, { layer: 3 }] },
    ]);
  });
});
