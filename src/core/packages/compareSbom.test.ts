import { describe, expect, it } from 'vitest';
import type { Package } from '../model/contents';
import type { ImagePackage, PackageKind } from '../model/packages';
import { compareSbom } from './compareSbom';

const found = (kind: PackageKind, name: string, ...versions: string[]): ImagePackage => ({
  kind,
  name,
  arch: null,
  there: true,
  versions,
  path: '',
  inside: null,
  steps: [],
});
const listed = (type: string | null, name: string, version: string | null): Package => ({
  type,
  name,
  version,
  licence: null,
});

describe('compareSbom', () => {
  it('says what only one of the two has, and where versions differ, these first', () => {
    const compared = compareSbom(
      [
        listed('npm', 'ms', '2.1.3'),
        listed('npm', 'gone', '1.0.0'),
        listed('deb', 'libc6', '2.36-1'),
        listed('npm', 'two', '1.0.0'),
        listed('oci', 'image', '1'),
      ],
      [
        found('npm', 'ms', '2.1.3'),
        found('deb', 'libc6', '2.36-9'),
        found('npm', 'extra', '1'),
        found('npm', 'two', '1.0.0', '2.0.0'),
        { ...found('npm', 'removed', '1'), there: false },
      ],
    );
    expect(compared.rows.map(({ name, verdict }) => `${name} ${verdict}`)).toEqual([
      'gone only-sbom',
      'extra only-found',
      'libc6 version',
      'two version',
      'ms same',
    ]);
    expect(compared).toMatchObject({
      counts: { 'only-sbom': 1, 'only-found': 1, version: 2, same: 1 },
      listed: 5,
      notLookedFor: 1,
    });
  });

  it.each([
    [listed('pypi', 'Foo_Bar.baz', '1'), found('python', 'foo-bar-baz', '1')],
    [listed('maven', 'org.example/thing', '1.0'), found('jar', 'thing', '1.0')],
    [listed('maven', 'org.example/thing', '1.0'), found('jar', 'org.example:thing', '1.0')],
    [listed(null, 'thing', '1.0'), found('jar', 'org.example:thing', '1.0')],
    [listed('rpm', 'bash', '5.1-2'), found('rpm', 'bash', '0:5.1-2')],
    [listed('deb', 'a', null), found('deb', 'a', '1')],
    [listed('library', 'ms', '1'), found('npm', 'ms', '1')],
    [listed(null, 'ms', '1'), found('npm', 'ms', '1')],
  ])('takes %j for the same', (one, other) => {
    expect(compareSbom([one], [other]).counts).toEqual({ 'only-sbom': 0, 'only-found': 0, version: 0, same: 1 });
  });

  it('does not take one epoch for another', () => {
    expect(compareSbom([listed('deb', 'a', '1:2')], [found('deb', 'a', '2:2')]).counts.version).toBe(1);
  });
});
