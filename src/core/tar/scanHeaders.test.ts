import { describe, expect, it } from 'vitest';
import { buildTar } from '../testing/buildTar';
import { block, membersOf, namesOf, patched, raw, scanBytes, typed } from '../testing/scanned';
import { isTarHeader } from './scan';
import { tarHeader } from './write';

describe('headers', () => {
  it('knows a header by its checksum, unsigned or signed', () => {
    const header = tarHeader({ name: 'a' });
    const high = new Uint8Array(header);
    high[0] = 0xe9;
    const signed = [...high].reduce(
      (all, byte, index) => all + (index >= 148 && index < 156 ? 0x20 : byte > 127 ? byte - 256 : byte),
      0,
    );
    expect(isTarHeader(header)).toBe(true);
    expect(isTarHeader(patched(high, 0, '', signed))).toBe(true);
    expect(isTarHeader(patched(high, 0, '', signed + 1))).toBe(false);
    expect(isTarHeader(new Uint8Array(512))).toBe(false);
    expect(isTarHeader(header.subarray(1))).toBe(false);
  });

  it.each([
    ['v7, without a magic', '\0'.repeat(8), 'sub/a'],
    ['ustar', 'ustar\x0000', 'pre/sub/a'],
    ['GNU, which has other things where the prefix is', 'ustar  \0', 'sub/a'],
  ])('%s', async (_, magic, name) => {
    const header = patched(patched(tarHeader({ name: 'sub/a' }), 345, 'pre'), 257, magic);
    expect(namesOf(await scanBytes(buildTar([raw(header)])))).toEqual([name]);
  });

  it.each([
    ['\0', 'a', 'file'],
    ['7', 'a', 'file'],
    ['\0', 'a/', 'directory'],
    ['D', 'a', 'directory'],
    ['Q', 'a', 'other'],
    ['6', 'a', 'fifo'],
  ])('type flag %j of %j is %s', async (typeflag, name, type) => {
    expect(
      membersOf(await scanBytes(buildTar([typed(typeflag, name), { name: 'next' }]))).map((each) => each.type),
    ).toEqual([type, 'file']);
  });

  it('skips the body of an unknown type and the size of a directory', async () => {
    const found = await scanBytes(
      buildTar([typed('Q', 'q', 'body'), raw(patched(tarHeader({ name: 'd/', size: 5000 }), 156, '5')), { name: 'z' }]),
    );
    expect(membersOf(found).map(({ name, size }) => [name, size])).toEqual([
      ['q', 4],
      ['d/', 0],
      ['z', 0],
    ]);
    expect(found.diagnostics).toMatchObject([{ code: 'tar-unknown-type', path: 'q', details: { flag: 'Q' } }]);
  });

  it('skips the body that some writers store for a hard link', async () => {
    const link = patched(tarHeader({ name: 'h', size: 700, link: 'a' }), 156, '1');
    const found = await scanBytes(buildTar([raw(link, block('some'), block('body')), { name: 'z' }]));
    expect(namesOf(found)).toEqual(['h', 'z']);
    expect(found.diagnostics).toEqual([]);
  });

  it('takes a link with a size and no body for the last member', async () => {
    const link = patched(tarHeader({ name: 's', size: 4096, link: 'a' }), 156, '2');
    for (const options of [{}, { end: false }])
      expect(namesOf(await scanBytes(buildTar([raw(link)], options)))).toEqual(['s']);
    const zeros = await scanBytes(buildTar([raw(link, new Uint8Array(4096)), { name: 'z' }]));
    expect(namesOf(zeros)).toEqual(['s', 'z']);
  });

  it.each([
    ['      12 \0', 10],
    ['\0'.repeat(12), 0],
    ['000000000012', 10],
    ['\x80\0\0\0\0\0\0\0\0\0\0\x0a', 10],
  ])('size %j', async (text, size) => {
    const found = await scanBytes(
      buildTar([
        raw(patched(tarHeader({ name: 'a' }), 124, text.padEnd(12, '\0')), ...(size ? [block('x'.repeat(size))] : [])),
        { name: 'z' },
      ]),
    );
    expect(membersOf(found).map((each) => each.size)).toEqual([size, 0]);
    expect(found.diagnostics).toEqual([]);
  });

  it.each([
    '-0000000010\0',
    '00000000089\0',
    'garbage size',
    `${'\xff'.repeat(11)}\0`,
    `\x80\0\0\0\x20${'\0'.repeat(7)}`,
  ])('says that %j is no size, and takes nothing that follows for a member', async (text) => {
    const found = await scanBytes(
      buildTar([{ name: 'first' }, raw(patched(tarHeader({ name: 'bad' }), 124, text)), { name: 'z' }]),
    );
    expect(namesOf(found)).toEqual(['first']);
    expect(found.diagnostics).toMatchObject([{ code: 'tar-bad-size', severity: 'error', path: 'bad', offset: 512 }]);
  });

  it('reads negative base-256 times', async () => {
    const found = await scanBytes(buildTar([raw(patched(tarHeader({ name: 'a' }), 136, `${'\xff'.repeat(11)}\xfe`))]));
    expect(membersOf(found)[0]?.mtime).toBe(-2);
  });
});
