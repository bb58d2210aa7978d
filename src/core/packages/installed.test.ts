import { describe, expect, it } from 'vitest';
import type { Installed } from '../model/packages';
import type { TarEntry } from '../testing/buildTar';
import { imageReadings } from '../testing/imageReadings';
import { findInstalled } from './installed';

const of = (...layers: (readonly TarEntry[])[]): Installed => {
  const { tree, readings } = imageReadings(...layers);
  return findInstalled(tree, readings);
};
/** Each package with what the layers did: number of the layer, sign, versions. */
const SIGN = { installed: '+', changed: '~', removed: '-', unlisted: '?' } as const;
const lines = ({ packages }: Installed): string[] =>
  packages.map(({ kind, name, there, versions, steps }) => {
    const story = steps.map((step) => `${step.layer}${SIGN[step.change]}${step.versions.join(',')}`);
    return `${kind} ${name} ${there ? 'is' : 'was'} ${versions.join(',')}: ${story.join(' ')}`;
  });
const status = (...packages: string[]): string =>
  packages
    .map((each) => {
      const [name, version] = each.split('=');
      return `Package: ${name}\nStatus: install ok installed\nVersion: ${version}\n\n`;
    })
    .join('');
const DPKG = 'var/lib/dpkg/status';
const SITE = 'usr/lib/python3/site-packages';
const python = (name: string, version: string): TarEntry => ({
  name: `${SITE}/${name}-${version}.dist-info/METADATA`,
  body: `Name: ${name}\nVersion: ${version}\n`,
});

describe('findInstalled', () => {
  it('compares the versions of a database layer by layer', () => {
    const found = of(
      [{ name: DPKG, body: status('a=1', 'b=1') }],
      [{ name: 'x', body: 'other' }],
      [{ name: DPKG, body: status('a=2', 'c=1') }],
      [{ name: DPKG, body: status('a=2', 'c=1') }],
    );
    expect(lines(found)).toEqual(['deb a is 2: 0+1 2~2', 'deb b was 1: 0+1 2-', 'deb c is 1: 2+1']);
    expect(found.databases).toEqual([
      { kind: 'deb', path: DPKG, layers: [0, 2, 3], goneIn: null, count: 2, problem: null },
    ]);
    expect(found.unknownLayers).toEqual([]);
  });

  it('says that a database was removed, and not that its packages were', () => {
    const found = of([{ name: DPKG, body: status('a=1') }], [{ name: 'var/lib/.wh.dpkg' }]);
    expect(lines(found)).toEqual(['deb a was 1: 0+1 1?']);
    expect(found.databases).toMatchObject([{ goneIn: 1, layers: [0], count: 1 }]);
    expect(lines(of([{ name: DPKG, body: status('a=1') }], [{ name: DPKG, body: '' }]))).toEqual([
      'deb a was 1: 0+1 1-',
    ]);
    expect(lines(of([{ name: DPKG, body: status('a=1') }], [{ name: DPKG, body: 'damaged' }]))).toEqual([
      'deb a was 1: 0+1 1?',
    ]);
  });

  it('takes a new metadata file beside the removed one for another version', () => {
    const found = of(
      [python('requests', '1.0'), python('six', '1.16')],
      [python('requests', '2.0'), { name: `${SITE}/.wh.requests-1.0.dist-info` }],
      [{ name: `${SITE}/.wh.six-1.16.dist-info` }],
    );
    expect(lines(found)).toEqual(['python requests is 2.0: 0+1.0 1~2.0', 'python six was 1.16: 0+1.16 2-']);
    expect(found.packages[0]?.path).toBe(`${SITE}/requests-2.0.dist-info/METADATA`);
    expect(found.databases).toEqual([]);
  });

  it('says when several versions are there', () => {
    const jar = (version: string): TarEntry => ({ name: `opt/lib/a-${version}.jar`, body: 'PK' });
    expect(lines(of([jar('1.0')], [jar('1.1')]))).toEqual(['jar a is 1.0,1.1: 0+1.0 1~1.0,1.1']);
  });

  it('knows a package by its name and its folder', () => {
    const npm = (folder: string, version: string): TarEntry => ({
      name: `${folder}node_modules/ms/package.json`,
      body: JSON.stringify({ name: 'ms', version }),
    });
    expect(lines(of([npm('', '2.0.0'), npm('node_modules/debug/', '2.1.3')]))).toEqual([
      'npm ms is 2.1.3: 0+2.1.3',
      'npm ms is 2.0.0: 0+2.0.0',
    ]);
  });

  it('follows a folder that is a symbolic link, a hard link, and an opaque folder', () => {
    const links = of(
      [
        { name: 'usr/lib/sysimage/dpkg/', type: 'directory' },
        { name: 'var/lib/dpkg', type: 'symlink', link: '../../usr/lib/sysimage/dpkg' },
      ],
      [{ name: DPKG, body: status('a=1') }],
    );
    expect(lines(links)).toEqual(['deb a is 1: 1+1']);
    expect(links.databases).toMatchObject([{ path: 'usr/lib/sysimage/dpkg/status' }]);
    const hard: TarEntry[] = [
      { name: DPKG, body: status('a=1') },
      { name: 'copy/var/lib/dpkg/status', type: 'hardlink', link: DPKG },
    ];
    expect(lines(of(hard, [{ name: 'var/.wh..wh..opq' }]))).toEqual(['deb a is 1: 0+1', 'deb a was 1: 0+1 1?']);
  });

  it('lists which system each layer says it is, the one that counts last', () => {
    const release = (name: string): string => `ID=x\nPRETTY_NAME="${name}"\n`;
    const found = of(
      [
        { name: 'etc/os-release', body: release('one') },
        { name: 'usr/lib/os-release', body: release('two') },
      ],
      [{ name: 'usr/lib/os-release', body: release('three') }],
      [{ name: 'opt/etc/os-release', body: release('none') }],
    );
    expect(
      found.systems.map(({ path, layer, there, release: { prettyName } }) => [path, layer, there, prettyName]),
    ).toEqual([
      ['usr/lib/os-release', 0, false, 'two'],
      ['usr/lib/os-release', 1, true, 'three'],
      ['etc/os-release', 0, true, 'one'],
    ]);
  });

  it('says of which files and layers it does not know', () => {
    const { tree, readings } = imageReadings([{ name: 'node_modules/a/package.json', body: '{' }], []);
    const found = findInstalled(tree, [...readings.slice(0, 1), null]);
    expect(found.unknownLayers).toEqual([1]);
    expect(found.unread).toEqual([{ path: 'node_modules/a/package.json', kind: 'npm', problem: 'malformed' }]);
    expect(found.unreadCount).toBe(1);
  });
});
