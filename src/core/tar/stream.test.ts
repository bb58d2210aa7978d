import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../limits';
import type { MemberColumns } from '../model/members';
import { memberAt } from '../model/members';
import { buildTar, type TarEntry } from '../testing/buildTar';
import { scanBytes } from '../testing/scanned';
import { TarStream, type StreamedTar } from './stream';

function streamed(tar: Uint8Array, cuts: readonly number[] = []): StreamedTar {
  const stream = new TarStream();
  let from = 0;
  for (const cut of [...cuts, tar.length]) {
    stream.take(tar.subarray(from, cut));
    from = cut;
  }
  return stream.finish();
}

const listed = (columns: MemberColumns): unknown[] =>
  Array.from({ length: columns.count }, (_, index) => memberAt(columns, index));

const entries: readonly TarEntry[] = [
  { name: 'dir/', type: 'directory', mode: 0o755 },
  { name: 'dir/file', body: 'x'.repeat(700), mode: 0o644, mtime: 12 },
  { name: `long/${'n'.repeat(300)}`, body: 'y' },
  { name: 'link', type: 'symlink', link: `dir/${'t'.repeat(200)}` },
  { name: 'hard', type: 'hardlink', link: 'dir/file' },
  { name: 'empty' },
  { name: 'attributes', body: 'z', pax: { 'SCHILY.xattr.user.a': 'b', mtime: '1.5' } },
];

describe('TarStream', () => {
  it('lists what scanTar lists, however the bytes are cut', async () => {
    const tar = buildTar(entries);
    const whole = await scanBytes(tar);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: tar.length }), { maxLength: 9 }), (cuts) => {
        const found = streamed(
          tar,
          cuts.sort((a, b) => a - b),
        );
        expect(listed(found.columns)).toEqual(listed(whole.columns));
        expect(found.columns.pax).toEqual(whole.columns.pax);
        expect(found.diagnostics).toEqual(whole.diagnostics);
        expect(found.cut).toBe(false);
      }),
    );
  });

  it('gives bodies to who asks for them', () => {
    const got: string[] = [];
    const stream = new TarStream(({ path }) =>
      path === 'dir/file' ? (chunk) => void got.push(new TextDecoder().decode(chunk)) : null,
    );
    for (const byte of buildTar(entries)) stream.take(Uint8Array.of(byte));
    stream.finish();
    expect(got.join('')).toBe('x'.repeat(700));
  });

  it('says what is missing at the end', () => {
    const tar = buildTar(entries);
    for (const length of [512 + 512 + 100, 512 + 100]) {
      const found = streamed(tar.subarray(0, length));
      expect(found.cut).toBe(true);
      expect(found.diagnostics.map(({ code }) => code)).toEqual(['tar-truncated']);
    }
    const inPadding = streamed(tar.subarray(0, 512 + 512 + 700 + 9));
    expect(inPadding.cut).toBe(false);
    expect(inPadding.diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
      ['tar-truncated', 'warning'],
      ['tar-no-end', 'info'],
    ]);
    const noEnd = streamed(buildTar([{ name: 'a', body: 'b' }], { end: false }));
    expect(noEnd.diagnostics).toEqual([expect.objectContaining({ code: 'tar-no-end', offset: 1024 })]);
  });

  it('looks at what follows the end only so far', () => {
    const stream = new TarStream();
    const tar = buildTar([{ name: 'a', body: 'b' }]);
    stream.take(tar);
    const zeros = new Uint8Array(8 * 1024 * 1024);
    for (let size = 0; size <= LIMITS.tarTrailingBytes; size += zeros.length) stream.take(zeros);
    stream.take(Uint8Array.of(1));
    const [found, ...others] = stream.finish().diagnostics;
    expect(found).toMatchObject({ code: 'tar-trailing-data', severity: 'info', details: { unread: 1 } });
    expect(others).toEqual([]);
  });

  it('goes on after a damaged header, and says so', () => {
    const tar = buildTar(entries);
    tar[512 + 3] = 0x21;
    const found = streamed(tar);
    expect(found.diagnostics).toEqual([expect.objectContaining({ code: 'tar-bad-checksum', offset: 512 })]);
    expect(found.columns.count).toBe(entries.length - 1);
  });

  it('never throws, whatever the bytes', () => {
    const tar = buildTar(entries);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(tar.length - 1), fc.nat(255)), { maxLength: 30 }), (changes) => {
        const damaged = tar.slice();
        for (const [at, value] of changes) damaged[at] = value;
        expect(streamed(damaged).columns.count).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
