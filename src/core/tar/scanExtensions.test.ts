import { describe, expect, it } from 'vitest';
import { LIMITS } from '../limits';
import { buildTar, type TarEntry } from '../testing/buildTar';
import { block, codesOf, membersOf, namesOf, patched, paxBody, raw, scanBytes, typed } from '../testing/scanned';
import { tarHeader } from './write';

describe('extensions', () => {
  it('prefers PAX to GNU long names, and both to the header', async () => {
    const long = (name: string): TarEntry => typed('L', '././@LongLink', `${name}\0`);
    const pax = typed('x', 'x', paxBody('path=pax'));
    const found = await scanBytes(
      buildTar([long('gnu'), { name: 'a' }, pax, long('gnu'), { name: 'b' }, long(''), { name: 'c' }, { name: 'd' }]),
    );
    expect(namesOf(found)).toEqual(['gnu', 'pax', 'c', 'd']);
    expect([...found.columns.firstHeader]).toEqual([0, 1536, 4096, 5632]);
    expect([...found.columns.header]).toEqual([1024, 3584, 5120, 5632]);
  });

  it('reads GNU long links', async () => {
    const link = raw(patched(tarHeader({ name: 's' }), 156, '2'));
    expect(membersOf(await scanBytes(buildTar([typed('K', 'k', `${'t'.repeat(200)}\0`), link])))[0]?.link).toBe(
      't'.repeat(200),
    );
  });

  it('takes the size of a PAX record, for the next member only', async () => {
    const evil = buildTar([{ name: 'hidden', body: 'x' }], { end: false });
    const pax = typed('x', 'x', paxBody(`size=${evil.length}`));
    const found = await scanBytes(
      buildTar([pax, raw(tarHeader({ name: 'a', size: 0 }), evil), { name: 'z', body: '1' }]),
    );
    expect(membersOf(found).map(({ name, size }) => [name, size])).toEqual([
      ['a', evil.length],
      ['z', 1],
    ]);
  });

  it.each(['size=1e3', 'size=0x200', 'size=-512', 'size=9223372036854775807'])('refuses %s', async (record) => {
    const found = await scanBytes(buildTar([typed('x', 'x', paxBody(record)), { name: 'a' }]));
    expect(namesOf(found)).toEqual([]);
    expect(codesOf(found)).toEqual(['tar-bad-size']);
  });

  it('lets a global header set times and owners but no names, links or sizes', async () => {
    const global = typed('g', 'g', paxBody('path=evil', 'mtime=9.5', 'uid=7', 'size=0'));
    const found = await scanBytes(buildTar([global, { name: 'a', body: 'x' }, { name: 'b', pax: { mtime: '1' } }]));
    expect(membersOf(found).map(({ name, size, mtime, uid }) => [name, size, mtime, uid])).toEqual([
      ['a', 1, 9.5, 7],
      ['b', 0, 1, 7],
    ]);
    expect(found.columns.firstHeader[0]).toBe(found.columns.header[0]);
    expect(found.diagnostics.map(({ code, details }) => [code, details.key])).toEqual([
      ['tar-bad-pax', 'path'],
      ['tar-bad-pax', 'size'],
    ]);
  });

  it('says that extension headers are damaged, oversized or without a member', async () => {
    const pax = (body: string): TarEntry => typed('x', 'x', body);
    const found = await scanBytes(
      buildTar([pax('99 path=a\n'), { name: 'a' }, pax(paxBody('path=m\0x')), { name: 'b' }, pax(paxBody('path=c'))]),
    );
    expect(namesOf(found)).toEqual(['a', 'm\0x']);
    expect(found.diagnostics.map(({ code, details }) => [code, details.reason])).toEqual([
      ['tar-bad-pax', 'malformed-record'],
      ['tar-bad-pax', 'nul-in-value'],
      ['tar-unsafe-name', 'nul'],
      ['tar-bad-pax', 'no-member'],
    ]);
    const size = LIMITS.tarExtensionBytes + 1;
    const big = raw(
      patched(tarHeader({ name: 'L', size }), 156, 'L'),
      new Uint8Array(Math.ceil(size / 512) * 512).fill(0x61),
    );
    const after = await scanBytes(buildTar([big, { name: 'a' }]));
    expect(namesOf(after)).toEqual(['a']);
    expect(after.diagnostics).toMatchObject([{ code: 'tar-unsafe-name', details: { reason: 'too-long', size } }]);
  });

  it('goes through thousands of extension headers in a row', async () => {
    const found = await scanBytes(
      buildTar([...Array.from({ length: 3000 }, () => typed('L', 'L', 'n\0')), { name: 'a' }]),
    );
    expect(namesOf(found)).toEqual(['n']);
  });

  it('lists sparse files, old and new, as sparse', async () => {
    const old = patched(
      patched(patched(tarHeader({ name: 'old', size: 4 }), 156, 'S'), 483, '00000010000\0'),
      482,
      '\x01',
    );
    const map = block();
    const moreMap = new Uint8Array(map);
    moreMap[504] = 1;
    const pax = { 'GNU.sparse.major': '1', 'GNU.sparse.name': 'new', 'GNU.sparse.realsize': '1048576' };
    const found = await scanBytes(
      buildTar([
        raw(old, moreMap, map, block('data')),
        { name: 'GNUSparseFile.0/new', body: '0\n', pax },
        { name: 'z' },
      ]),
    );
    expect(membersOf(found).map(({ name, type, size }) => [name, type, size])).toEqual([
      ['old', 'sparse', 4],
      ['new', 'sparse', 2],
      ['z', 'file', 0],
    ]);
    expect(found.columns.data[0]).toBe(1536);
    expect(found.diagnostics.map(({ code, details }) => [code, details.unpacked])).toEqual([
      ['tar-sparse-member', 4096],
      ['tar-sparse-member', 1048576],
    ]);
  });
});
