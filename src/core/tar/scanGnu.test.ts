import {
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  linkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
  mkdtempSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memberAt, type Member } from '../model/members';
import { buildTar } from '../testing/buildTar';
import { gnuTar, hasGnuTar, makeWithGnuTar } from '../testing/gnuTar';
import { codesOf, membersOf, scanBytes } from '../testing/scanned';
import type { TarScan } from './scan';
import { tarHeader } from './write';

const LETTERS: Readonly<Record<string, string>> = {
  file: '-',
  hardlink: 'h',
  symlink: 'l',
  chardev: 'c',
  blockdev: 'b',
  directory: 'd',
  fifo: 'p',
  sparse: '-',
};

function permissions(mode: number): string {
  const letter = (bit: number, text: string): string => (mode & bit ? text : '-');
  const special = (bit: number, execute: number, text: string): string =>
    mode & bit ? (mode & execute ? text : text.toUpperCase()) : letter(execute, 'x');
  return [
    letter(0o400, 'r') + letter(0o200, 'w') + special(0o4000, 0o100, 's'),
    letter(0o040, 'r') + letter(0o020, 'w') + special(0o2000, 0o010, 's'),
    letter(0o004, 'r') + letter(0o002, 'w') + special(0o1000, 0o001, 't'),
  ].join('');
}

function time(seconds: number): string {
  const whole = Math.floor(seconds);
  return new Date(whole * 1000).toISOString().slice(0, 19).replace('T', ' ');
}

/** A member as `tar --list --verbose` prints it. */
function line(member: Member, size: number): string {
  const slash = member.type === 'directory' && !member.name.endsWith('/') ? '/' : '';
  const link =
    member.type === 'symlink' ? ` -> ${member.link}` : member.type === 'hardlink' ? ` link to ${member.link}` : '';
  return `${LETTERS[member.type]}${permissions(member.mode)} ${member.uid}/${member.gid} ${size} ${time(member.mtime)} ${member.name}${slash}${link}`;
}

/** GNU tar prints what a sparse file unpacks to. */
function lines(scan: TarScan): string[] {
  const unpacked = new Map(
    scan.diagnostics
      .filter(({ code }) => code === 'tar-sparse-member')
      .map(({ offset, details }) => [offset, Number(details.unpacked)]),
  );
  return membersOf(scan).map((member) => line(member, unpacked.get(member.header) ?? member.size));
}

/** GNU tar's lines without fractions of a second and without the devices' numbers. */
function gnuLines(tar: Uint8Array): string[] {
  return gnuTar(tar).map((text) =>
    text.replace(/(\d\d:\d\d:\d\d)\.\d+/, '$1').replace(/^([bc]\S+ \S+) \d+,\d+/, '$1 0'),
  );
}

/** Header offsets that GNU tar prints: of the member's own header, or of the GNU long-name header before it. */
function expectSameBlocks(tar: Uint8Array, scan: TarScan): void {
  const blocks = gnuTar(tar, '--block-number').flatMap((text) => /^block (\d+): [^*]/.exec(text)?.[1] ?? []);
  expect(blocks.length).toBe(scan.columns.count);
  blocks.forEach((text, index) => {
    const offset = Number(text) * 512;
    const [first, header] = [scan.columns.firstHeader[index] ?? -1, memberAt(scan.columns, index).header];
    expect(offset >= first && offset <= header, `member ${index}: ${offset} is not in ${first} .. ${header}`).toBe(
      true,
    );
  });
}

const LONG = `${'d'.repeat(90)}/${'e'.repeat(90)}/${'f'.repeat(90)}`;
const MIDDLE = `${'p'.repeat(90)}/${'q'.repeat(90)}`;

describe.skipIf(!hasGnuTar)('the same bytes read by GNU tar', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tabaqa-tar-'));
    const write = (name: string, body: string): void => {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), body);
    };
    write('short', 'hello');
    write('طبقة/文件 🐳.txt', 'unicode');
    write(MIDDLE, 'middle');
    write(LONG, 'long');
    write('exactly512', 'x'.repeat(512));
    write('sub/dir/../empty', '');
    writeFileSync(join(folder, 'sparse'), 'x');
    truncateSync(join(folder, 'sparse'), 50 * 1024 ** 3);
    symlinkSync(`../${LONG}`, join(folder, 'symlink'));
    symlinkSync('short', join(folder, 'sub/link'));
    linkSync(join(folder, 'short'), join(folder, 'hardlink'));
    utimesSync(join(folder, 'short'), 1.25, 1.25);
    utimesSync(join(folder, 'sub/empty'), 2 ** 33, 2 ** 33);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const SHORT = ['short', 'hardlink', 'sub', 'exactly512'];
  const ALL = ['--exclude=./sparse', '.'];
  it.each([
    ['pax', ALL],
    ['gnu', ALL],
    ['oldgnu', ALL],
    ['ustar', [...SHORT, MIDDLE, 'طبقة']],
    ['v7', ['short', 'hardlink', 'sub']],
    ['gnu', ['--sparse', 'short', 'sparse', 'sub']],
    ['pax', ['--sparse', '--sparse-version=0.0', 'short', 'sparse', 'sub']],
    ['pax', ['--sparse', '--sparse-version=0.1', 'short', 'sparse', 'sub']],
    ['pax', ['--sparse', '--sparse-version=1.0', 'short', 'sparse', 'sub']],
    ['gnu', [...SHORT, './short', 'sub/../short', 'short']],
    ['pax', ['--owner=:3000000', '--group=:4294967294', 'short', 'sub']],
    ['gnu', ['--owner=:3000000', '--group=:4294967294', 'short', 'sub']],
    ['pax', ['--pax-option=globexthdr.name=g,gid=42', 'short']],
    ['pax', ['--pax-option=gid:=42', 'short', 'sub']],
    ['gnu', ['--blocking-factor=1', 'short']],
  ])('--format=%s %j', async (format, args) => {
    const past = format === 'ustar' || format === 'v7' ? ['--mtime=@5'] : [];
    const tar = makeWithGnuTar(folder, [`--format=${format}`, ...past, ...args]);
    const scan = await scanBytes(tar);
    expect(codesOf(scan).filter((code) => code !== 'tar-sparse-member')).toEqual([]);
    expect(lines(scan)).toEqual(gnuLines(tar));
    expectSameBlocks(tar, scan);
  });

  it('finds the bytes of every member of a tar of GNU tar', async () => {
    const tar = makeWithGnuTar(folder, ['--format=gnu', 'short', MIDDLE, LONG, 'طبقة']);
    const scan = await scanBytes(tar);
    const bodies = membersOf(scan)
      .filter(({ type }) => type === 'file')
      .map(({ name, data, size }) => [name, new TextDecoder().decode(tar.slice(data, data + size))]);
    expect(bodies).toEqual([
      ['short', 'hello'],
      [MIDDLE, 'middle'],
      [LONG, 'long'],
      ['طبقة/文件 🐳.txt', 'unicode'],
    ]);
  });

  it('keeps the fraction of a second', async () => {
    const scan = await scanBytes(makeWithGnuTar(folder, ['--format=pax', 'short']));
    expect(membersOf(scan).map(({ mtime }) => mtime)).toEqual([1.25]);
  });

  it('lists sizes of more than 8 GiB', async () => {
    const tar = tarHeader({ name: 'big', size: 9 * 1024 ** 3 });
    const scan = await scanBytes(tar);
    expect(scan.diagnostics).toMatchObject([
      { code: 'tar-truncated', details: { expected: 9 * 1024 ** 3, actual: 0 } },
    ]);
    expect(gnuTar(tar).at(-1)).toContain(` ${9 * 1024 ** 3} `);
  });

  it('and what we write, read by both', async () => {
    const name = fc
      .array(fc.stringMatching(/^[a-zA-Z0-9é文_-]{1,50}$/), { minLength: 1, maxLength: 6 })
      .map((parts) => parts.join('/'));
    const entry = fc.record({
      name,
      body: fc.stringMatching(/^[a-z]{0,600}$/),
      mode: fc.nat(0o7777),
      mtime: fc.integer({ min: -(2 ** 31), max: 2 ** 34 }),
      uid: fc.nat(2 ** 31 - 1),
      link: name,
      type: fc.constantFrom('file' as const, 'symlink' as const, 'hardlink' as const),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { minLength: 1, maxLength: 8 }), async (entries) => {
        const tar = buildTar(
          entries.map(({ body, link, ...rest }) => (rest.type === 'file' ? { ...rest, body } : { ...rest, link })),
        );
        const scan = await scanBytes(tar);
        expect(lines(scan)).toEqual(gnuLines(tar));
        expectSameBlocks(tar, scan);
      }),
      { numRuns: 25 },
    );
  });

  const shared = process.env.TABAQA_SHARED;
  const fixtures = shared ? readdirSync(join(shared, 'fixtures')).filter((name) => name.endsWith('.tar')) : [];
  it.skipIf(fixtures.length === 0).each(fixtures)('%s', async (name) => {
    const tar = new Uint8Array(readFileSync(join(shared ?? '', 'fixtures', name)));
    const scan = await scanBytes(tar);
    if (codesOf(scan).includes('tar-truncated')) {
      const sizes = (text: string): string => text.replace(/^(\S+ \S+) \d+/, '$1');
      expect(lines(scan).map(sizes)).toEqual(gnuLines(tar).map(sizes));
      return;
    }
    expect(lines(scan)).toEqual(gnuLines(tar));
    expectSameBlocks(tar, scan);
  });
});
