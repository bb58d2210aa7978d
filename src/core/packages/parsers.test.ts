import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixturePath } from '../testing/fixtures';
import { inFolder, missingTools } from '../testing/nativeTools';
import { ndbDatabase, rpmHeader } from '../testing/rpmDatabase';
import { readOsRelease } from './osRelease';
import { packageReader } from './readers';
import type { Read } from './read';

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** What is read of a file of that path. */
function read(path: string, content: string | Uint8Array): Read | null {
  const reader = packageReader(path);
  const bytes = typeof content === 'string' ? bytesOf(content) : content;
  return reader && reader.read(bytes, path);
}
function lines(path: string, content: string | Uint8Array): string[] | undefined {
  return read(path, content)?.packages.map(({ name, version, arch }) =>
    [name, version, arch].filter(Boolean).join(' '),
  );
}

describe('dpkg', () => {
  const status = [
    'Package: libc6\nStatus: install ok installed\nArchitecture: amd64\nVersion: 2.36-9\nDescription: GNU C\n Package: no\n',
    'Package: gone\nStatus: deinstall ok config-files\nVersion: 1\n',
    'Package: odd\nStatus: install ok unpacked\nVersion: 1:2~3\n\n\n',
  ].join('\n');

  it('lists what is there, half-done too, and not what left its configuration', () => {
    expect(lines('var/lib/dpkg/status', status)).toEqual(['libc6 2.36-9 amd64', 'odd 1:2~3']);
  });

  it('reads a package of status.d, without a status, and not the checksums beside it', () => {
    expect(lines('./var/lib/dpkg/status.d/base', 'Package: base-files\nVersion: 12\nArchitecture: all\n')).toEqual([
      'base-files 12 all',
    ]);
    expect(packageReader('var/lib/dpkg/status.d/base.md5sums')).toBeNull();
  });

  it('says when it is something else', () => {
    expect(read('var/lib/dpkg/status', 'hello')).toEqual({ packages: [], problem: 'malformed' });
    expect(read('var/lib/dpkg/status', '')).toEqual({ packages: [], problem: null });
  });

  const STATUS = '/var/lib/dpkg/status';
  const none = missingTools(['dpkg-query']);
  it.skipIf(none.length > 0 || !existsSync(STATUS))('agrees with dpkg-query of this machine', () => {
    const format = '${Package} ${Version} ${Architecture}|${db:Status-Status}\n';
    const said = execFileSync('dpkg-query', ['-W', '-f', format], { encoding: 'utf8', maxBuffer: 1 << 26 });
    const there = said.split('\n').flatMap((line) => {
      const [what = '', state = ''] = line.split('|');
      return what === '' || state === 'config-files' || state === 'not-installed' ? [] : [what];
    });
    expect(there.length).toBeGreaterThan(10);
    expect(lines(STATUS, readFileSync(STATUS))?.sort()).toEqual(there.sort());
  });
});

it('apk: the package, not the fields of its files', () => {
  const installed = 'C:Q1\nP:musl\nV:1.2.4-r2\nA:x86_64\nF:lib\nR:ld.so\na:0:0:755\n\nP:zlib\nV:1.3-r2\nA:x86_64\n';
  expect(lines('lib/apk/db/installed', installed)).toEqual(['musl 1.2.4-r2 x86_64', 'zlib 1.3-r2 x86_64']);
  expect(lines('usr/lib/apk/db/installed', installed)).toHaveLength(2);
});

describe('rpm', () => {
  const made = ['tabaqa-alpha 1.6-2 noarch', 'tabaqa-beta 3:1.5-2 noarch', 'tabaqa-gamma 1.6-2 x86_64'];
  const database = gunzipSync(readFileSync(fixturePath('packages/rpmdb.sqlite.gz')));

  it('reads a database that rpm made in SQLite, with a header over several pages', () => {
    expect(lines('var/lib/rpm/rpmdb.sqlite', database)?.sort()).toEqual(made);
  });

  it('says when a database is cut or damaged, and gives what can be read', () => {
    for (const size of [99, 4096, database.length - 4096 * 5]) {
      const { problem } = read('var/lib/rpm/rpmdb.sqlite', database.subarray(0, size)) ?? {};
      expect(problem).toBe('malformed');
    }
  });

  it('reads ndb', () => {
    const beta = rpmHeader({ name: 'b', version: '1', release: '2.el9', epoch: 0, arch: 'x86_64' });
    const alpha = rpmHeader({ name: 'a', version: '3', release: '4', arch: 'noarch', description: 'x'.repeat(9_000) });
    const file = ndbDatabase([beta, null, alpha]);
    expect(lines('usr/lib/sysimage/rpm/Packages.db', file)).toEqual(['b 0:1-2.el9 x86_64', 'a 3-4 noarch']);
    expect(read('usr/lib/sysimage/rpm/Packages.db', file.subarray(0, 5_000))?.problem).toBe('malformed');
  });

  const tools = missingTools(['sqlite3']);
  it.skipIf(tools.length > 0).each([512, 1024, 4096, 65536])(
    'reads what sqlite3 wrote in pages of %i bytes',
    async (page) => {
      const names = Array.from({ length: 700 }, (_, i) => `package-${i}`);
      const rows = names.map((name, i) => {
        const description = 'd'.repeat((i * 37) % 3_000);
        const blob = rpmHeader({ name, version: `${i}`, release: '1', arch: 'x86_64', description });
        return `(${i + 1}, x'${blob.toString('hex')}')`;
      });
      const sql = `PRAGMA page_size=${page}; CREATE TABLE other(a,b);
      CREATE TABLE Packages (hnum INTEGER PRIMARY KEY AUTOINCREMENT, blob BLOB NOT NULL);
      INSERT INTO Packages VALUES ${rows.join(',')}; DELETE FROM Packages WHERE hnum % 7 = 0;`;
      const database = await inFolder((folder) => {
        const file = join(folder, 'rpmdb.sqlite');
        execFileSync('sqlite3', [file], { input: sql });
        return readFileSync(file);
      });
      const expected = names.flatMap((name, i) => ((i + 1) % 7 === 0 ? [] : [`${name} ${i}-1 x86_64`]));
      expect(lines('var/lib/rpm/rpmdb.sqlite', database)).toEqual(expected);
    },
  );
});

describe('languages', () => {
  it.each([
    ['usr/lib/node_modules/npm/package.json', '{"name":"npm","version":"10.1.0"}', ['npm 10.1.0']],
    ['app/node_modules/@a/b/package.json', '{"name":"@a/b","version":"1.0.0"}', ['@a/b 1.0.0']],
    ['app/package.json', '{"name":"app","version":"0.1.0","_token":"x"}', ['app 0.1.0']],
    ['package.json', '{"name":"app","version":"0.1.0"}', ['app 0.1.0']],
    ['app/node_modules/a/esm/package.json', '{"name":"a","version":"1"}', undefined],
    ['app/node_modules/a/package.json', '{"type":"module"}', []],
    [
      'usr/lib/python3/site-packages/requests-2.31.0.dist-info/METADATA',
      'Name: requests\r\nVersion: 2.31.0\r\n\r\nName: no\n',
      ['requests 2.31.0'],
    ],
    [
      'usr/lib/python3/dist-packages/six-1.16.0.egg-info',
      'Metadata-Version: 1.1\nName: six\nVersion: 1.16.0\n',
      ['six 1.16.0'],
    ],
    ['x/foo.egg-info/PKG-INFO', 'Name: foo\nVersion: 1\n', ['foo 1']],
    ['x/METADATA', 'Name: foo\nVersion: 1\n', undefined],
    ['usr/lib/ruby/gems/3.1.0/specifications/default/net-imap-0.3.4.gemspec', '', ['net-imap 0.3.4']],
    ['gems/specifications/nokogiri-1.15.0-x86_64-linux.gemspec', '', ['nokogiri 1.15.0 x86_64-linux']],
    ['gems/specifications/aws-2bar-1.0.pre1.gemspec', '', ['aws-2bar 1.0.pre1']],
    ['opt/lib/log4j-1.2-api-2.17.1.jar', '', ['log4j-1.2-api 2.17.1']],
    ['opt/lib/guava-31.1-jre.jar', '', ['guava 31.1-jre']],
    ['opt/lib/netty-tcnative-2.0.61.Final-linux-x86_64.jar', '', ['netty-tcnative 2.0.61.Final-linux-x86_64']],
    ['opt/lib/a-1.0-20240101.120000-1.jar', '', ['a 1.0-20240101.120000-1']],
    ['opt/app.jar', '', []],
  ])('%s', (path, content, expected) => {
    expect(lines(path, content)).toEqual(expected);
  });

  it('says when a metadata file is something else', () => {
    expect(read('node_modules/a/package.json', '{')?.problem).toBe('malformed');
    expect(read('a.dist-info/METADATA', '\n')?.problem).toBe('malformed');
  });
});

it('os-release: quotes, escapes, the last of two', () => {
  const text = '# a\nID=x\nID=debian\nPRETTY_NAME="Debian \\"12\\" \\$"\nNAME=\'a b\'\nVERSION_ID="12"\nURL=a=b\n';
  expect(readOsRelease(bytesOf(text))).toMatchObject({
    id: 'debian',
    prettyName: 'Debian "12" $',
    name: 'a b',
    versionId: '12',
    codename: null,
  });
});

describe('any bytes', () => {
  const paths = [
    'var/lib/dpkg/status',
    'lib/apk/db/installed',
    'var/lib/rpm/rpmdb.sqlite',
    'var/lib/rpm/Packages.db',
    'var/lib/rpm/Packages',
    'node_modules/a/package.json',
    'a.dist-info/METADATA',
  ];
  it.each(paths)('%s is read without an error', (path) => {
    const reader = packageReader(path);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
        const { packages, problem } = reader?.read(bytes, path) ?? { packages: [], problem: null };
        for (const { name } of packages) expect(name.length).toBeGreaterThan(0);
        expect([null, 'cut', 'malformed', 'berkeley']).toContain(problem);
        readOsRelease(bytes);
      }),
    );
  });

  const real = gunzipSync(readFileSync(fixturePath('packages/rpmdb.sqlite.gz')));
  const ndb = ndbDatabase([rpmHeader({ name: 'a', version: '1', release: '1', arch: 'b' })]);
  it.each([
    ['var/lib/rpm/rpmdb.sqlite', real],
    ['var/lib/rpm/Packages.db', ndb],
  ])('nor one of %s with bytes changed', (path, file) => {
    const change = fc.record({ at: fc.nat(file.length - 1), to: fc.integer({ min: 0, max: 255 }) });
    // Most of what leads from page to page is in the first bytes of pages.
    const near = fc.record({
      at: fc.nat(240).map((n) => (Math.floor(n / 24) * 4096 + (n % 24)) % file.length),
      to: fc.nat(255),
    });
    fc.assert(
      fc.property(fc.array(fc.oneof(change, near), { minLength: 1, maxLength: 8 }), (changes) => {
        const bytes = Uint8Array.from(file);
        for (const { at, to } of changes) bytes[at] = to;
        expect(read(path, bytes)?.packages.length).toBeLessThan(100);
      }),
      { numRuns: 60 },
    );
  });
});
