import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../limits';
import { MEMBER_TYPES } from '../model/members';
import { buildTar } from '../testing/buildTar';
import { block, codesOf, concat, membersOf, namesOf, patched, raw, scanBytes } from '../testing/scanned';
import { tarHeader } from './write';

describe('damage', () => {
  const inner = buildTar([{ name: 'inner', body: 'x' }]);
  const whole = buildTar([
    { name: 'a', body: 'aaa' },
    { name: 'layer.tar', body: inner },
    { name: 'z', body: 'zzz' },
  ]);

  it('goes on after a damaged header where its size leads to, not inside the damaged member', async () => {
    const tar = whole.slice();
    tar[1024 + 100] = 0x37;
    const found = await scanBytes(tar);
    expect(namesOf(found)).toEqual(['a', 'z']);
    expect(found.diagnostics).toMatchObject([
      { code: 'tar-bad-checksum', severity: 'error', offset: 1024, details: { resumed: 1536 + inner.length } },
    ]);
    const { expected, actual } = found.diagnostics[0]?.details ?? {};
    expect(Number(actual) - Number(expected)).toBe(0x37 - 0x30);
  });

  it('looks for the next header when the size is damaged too, and says so when there is none', async () => {
    const tar = whole.slice();
    tar.fill(0xff, 0, 512);
    const found = await scanBytes(tar);
    expect(namesOf(found)).toEqual(['layer.tar', 'z']);
    expect(found.diagnostics).toMatchObject([{ code: 'tar-bad-checksum', details: { resumed: 1024 } }]);
    const alone = await scanBytes(new Uint8Array(2048).fill(0xff));
    expect(alone.diagnostics).toMatchObject([{ code: 'tar-bad-checksum', offset: 0 }]);
    expect(alone.diagnostics[0]?.details).not.toHaveProperty('resumed');
  });

  it('does not take zeros inside a member for the end', async () => {
    const sparse = concat(block('x'), new Uint8Array(5 * 512), block('y'));
    const tar = buildTar([{ name: 'a', body: sparse }, { name: 'z' }]);
    tar.set(patched(tar.slice(0, 512), 124, '00000001000\0'));
    tar[0] = 0x62;
    const found = await scanBytes(tar);
    expect(namesOf(found)).toEqual(['z']);
    expect(found.diagnostics).toMatchObject([{ code: 'tar-bad-checksum', details: { resumed: 512 + sparse.length } }]);
  });

  it('says that the map of a sparse member is cut, however long it goes on', async () => {
    const header = patched(patched(tarHeader({ name: 'sparse', size: 0 }), 156, 'S'), 482, '\x01');
    const more = new Uint8Array(512);
    more[504] = 1;
    const found = await scanBytes(concat(header, more, more));
    expect(namesOf(found)).toEqual(['sparse']);
    expect(found.diagnostics.at(-1)).toMatchObject({ code: 'tar-truncated', path: 'sparse' });
  });

  it('says so wherever the tar is cut, and lists what is before', async () => {
    for (let length = 0; length < whole.length; length += 256) {
      const found = await scanBytes(whole.slice(0, length));
      const expected = length >= whole.length - 512 ? [] : ['tar-truncated', 'tar-no-end'];
      if (expected.length > 0) expect(expected, `cut at ${length}`).toContain(codesOf(found)[0]);
      for (const { data, size } of membersOf(found)) expect(data + size).toBeLessThanOrEqual(length);
    }
  });

  it.each([
    [1, ['tar-truncated']],
    [511, ['tar-truncated']],
    [700, ['tar-truncated', 'tar-no-end']],
    [1024, ['tar-no-end']],
    [1024 + 300, ['tar-truncated']],
    [whole.length - 1024, ['tar-no-end']],
    [whole.length - 1000, ['tar-no-end']],
    [whole.length - 512, ['tar-no-end']],
    [whole.length, []],
  ])('cut at %i: %j', async (length, expected) => {
    expect(codesOf(await scanBytes(whole.slice(0, length)))).toEqual(expected);
  });

  it('keeps the part of a member that is there', async () => {
    const found = await scanBytes(buildTar([{ name: 'a', body: 'x'.repeat(1000) }]).slice(0, 612));
    expect(membersOf(found)).toMatchObject([{ name: 'a', size: 100 }]);
    expect(found.diagnostics).toMatchObject([
      { code: 'tar-truncated', severity: 'error', path: 'a', details: { expected: 1000, actual: 100 } },
    ]);
  });

  it('says what follows the end marker', async () => {
    expect((await scanBytes(concat(whole, new Uint8Array(10240)))).diagnostics).toEqual([]);
    expect((await scanBytes(concat(whole, whole))).diagnostics).toMatchObject([
      { code: 'tar-trailing-data', offset: whole.length, details: { archive: 1, length: whole.length } },
    ]);
    expect((await scanBytes(concat(whole, new Uint8Array(100), new Uint8Array(5).fill(7)))).diagnostics).toMatchObject([
      { code: 'tar-trailing-data', offset: whole.length, details: { archive: 0, length: 105 } },
    ]);
  });

  it.each([
    ['/etc/passwd', 'absolute'],
    ['a/../b', 'parent'],
    ['..', 'parent'],
    ['a\\b', 'backslash'],
  ])('lists %s as unsafe', async (name, reason) => {
    const found = await scanBytes(buildTar([{ name }]));
    expect(namesOf(found)).toEqual([name]);
    expect(found.diagnostics).toMatchObject([{ code: 'tar-unsafe-name', path: name, details: { reason } }]);
  });

  it('keeps the bytes of names that are not UTF-8', async () => {
    const found = await scanBytes(buildTar([raw(patched(tarHeader({ name: 'a?b' }), 1, '\xff'))]));
    expect([...found.columns.names.text]).toEqual([0x61, 0xff, 0x62]);
    expect(found.diagnostics).toMatchObject([{ code: 'tar-unsafe-name', details: { reason: 'not-utf8' } }]);
  });

  it('lists so many diagnostics of a kind, and counts the others', async () => {
    const found = await scanBytes(
      buildTar(Array.from({ length: LIMITS.diagnosticsPerCode + 5 }, () => ({ name: '/a' }))),
    );
    expect(found.diagnostics.length).toBe(LIMITS.diagnosticsPerCode);
    expect(found.diagnostics.at(-1)?.details.more).toBe(5);
  });

  it('never throws, whatever byte is changed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const tar = whole.slice();
        tar[at] = (tar[at] ?? 0) ^ change;
        const found = await scanBytes(tar);
        for (const member of membersOf(found)) {
          expect(MEMBER_TYPES).toContain(member.type);
          expect(member.data + member.size).toBeLessThanOrEqual(tar.length);
        }
      }),
      { numRuns: 300 },
    );
  });
});
