import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixturePath } from '../testing/fixtures';
import { inFolder, missingTools } from '../testing/nativeTools';
import { rpmHeader } from '../testing/rpmDatabase';
import type { Read } from './read';
import { packageReader } from './readers';

const PATH = 'var/lib/rpm/Packages';
const PAGE = 4096;
const database = Uint8Array.from(gunzipSync(readFileSync(fixturePath('packages/Packages.gz'))));
const MADE = ['tabaqa-alpha 1.6-2 noarch', 'tabaqa-beta 3:1.5-2 noarch', 'tabaqa-gamma 1.6-2 x86_64'];

const read = (bytes: Uint8Array): Read => packageReader(PATH)?.read(bytes, PATH) ?? { packages: [], problem: null };
const lines = (bytes: Uint8Array): string[] =>
  read(bytes)
    .packages.map(({ name, version, arch }) => [name, version, arch].filter(Boolean).join(' '))
    .sort();
/** The database with some bytes changed. */
function changed(...changes: readonly (readonly [at: number, ...bytes: number[]])[]): Uint8Array {
  const copy = database.slice();
  for (const [at, ...bytes] of changes) copy.set(bytes, at);
  return copy;
}
/** Number of a page of a type, from 0. */
function pageOf(type: number): number {
  for (let page = 0; page * PAGE < database.length; page++) if (database[page * PAGE + 25] === type) return page;
  throw new Error('no page of that type');
}

describe('a database of Berkeley DB', () => {
  it('lists what rpm has put in it', () => {
    expect(lines(database)).toEqual(MADE);
    expect(read(database).problem).toBeNull();
  });

  it('gives what can be read where it is cut, and says so', () => {
    for (let pages = 1; pages * PAGE < database.length; pages++) {
      const { packages, problem } = read(database.subarray(0, pages * PAGE));
      expect(packages.length).toBeLessThanOrEqual(MADE.length);
      expect(problem).toBe('malformed');
    }
  });

  it('keeps the others when the overflow pages of one value lead round, elsewhere or nowhere', () => {
    const page = pageOf(7);
    for (const next of [page, 0, 1, 0xff]) {
      const { packages, problem } = read(changed([page * PAGE + 16, next, 0, 0, 0]));
      expect(packages.length).toBeGreaterThan(0);
      expect(packages.length).toBeLessThan(MADE.length);
      expect(problem).toBe('malformed');
    }
    expect(read(changed([page * PAGE + 22, 0, 0])).problem).toBe('malformed');
    expect(read(changed([page * PAGE + 22, 0xff, 0xff])).problem).toBe('malformed');
  });

  it.each([
    ['another kind of database', 12, [0x62, 0x31, 5, 0], 'malformed'],
    ['an older version', 16, [7], 'berkeley'],
    ['a newer version', 16, [11], 'berkeley'],
    ['an encrypted one', 24, [1], 'berkeley'],
    ['no type of a hash', 25, [9], 'malformed'],
    ['pages of no size', 20, [0, 0], 'malformed'],
    ['pages of an odd size', 20, [1, 16], 'malformed'],
    ['pages that are too large', 20, [0, 0, 2], 'malformed'],
  ])('says what it cannot read: %s', (_, at, bytes, problem) => {
    expect(read(changed([at, ...bytes]))).toEqual({ packages: [], problem });
  });

  it('is read without an error whatever was changed in it', () => {
    const anywhere = fc.tuple(fc.nat(database.length - 1), fc.nat(255));
    const inHead = fc.tuple(
      fc.nat(PAGE / 8).map((n) => Math.floor(n / 48) * PAGE + (n % 48)),
      fc.nat(255),
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(anywhere, inHead), { minLength: 1, maxLength: 8 }), (changes) => {
        expect(read(changed(...changes)).packages.length).toBeLessThan(100);
      }),
      { numRuns: 300 },
    );
  });
});

const hasLoader = spawnSync('db5.3_load', ['-V'], { stdio: 'ignore' }).status === 0;

describe.skipIf(!hasLoader)('a database that db_load wrote', () => {
  const packages = Array.from({ length: 300 }, (_, i) => ({
    name: `package-${i}`,
    version: `${i}`,
    release: '1.el7',
    ...(i % 3 === 0 && { epoch: i }),
    arch: i % 2 === 0 ? 'x86_64' : 'noarch',
    // Some values stand in the page, some in one overflow page or in many.
    description: 'd'.repeat((i * 97) % 9_000),
  }));
  const expected = packages
    .map(({ name, version, release, epoch, arch }) => {
      const whole = epoch === undefined ? `${version}-${release}` : `${epoch}:${version}-${release}`;
      return `${name} ${whole} ${arch}`;
    })
    .sort();

  /** The dump that it is loaded from: number and header of each package, and the last number under 0. */
  function dump(pageSize: number, order: 1234 | 4321): string {
    const number = (value: number): string => {
      const bytes = Buffer.alloc(4);
      if (order === 1234) bytes.writeUInt32LE(value);
      else bytes.writeUInt32BE(value);
      return bytes.toString('hex');
    };
    const rows = packages.map((each, i) => ` ${number(i + 1)}\n ${rpmHeader(each).toString('hex')}\n`);
    const head = `VERSION=3\nformat=bytevalue\ntype=hash\ndb_pagesize=${pageSize}\ndb_lorder=${order}\nHEADER=END\n`;
    return `${head} ${number(0)}\n ${number(packages.length)}\n${rows.join('')}DATA=END\n`;
  }

  it.each([
    [512, 1234],
    [4096, 1234],
    [4096, 4321],
    [65536, 4321],
  ] as const)('in pages of %i bytes, order %i, has what rpm lists of it', async (pageSize, order) => {
    await inFolder((folder) => {
      const home = join(folder, 'rpm');
      mkdirSync(home);
      const file = join(home, 'Packages');
      execFileSync('db5.3_load', ['-t', 'hash', file], { input: dump(pageSize, order) });
      const found = read(readFileSync(file));
      expect(found.problem).toBeNull();
      expect(lines(readFileSync(file))).toEqual(expected);
      if (missingTools(['rpm']).length > 0 || order === 4321) return;
      const format = '%{name} %|epoch?{%{epoch}:}|%{version}-%{release} %{arch}\\n';
      const args = ['--dbpath', home, '--define', '_db_backend bdb_ro', '-qa', '--qf', format];
      const said = spawnSync('rpm', args, { encoding: 'utf8' }).stdout;
      expect(said.trim().split('\n').sort()).toEqual(expected);
    });
  });
});
