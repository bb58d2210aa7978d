import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ByteRun, BytesMap } from '../model/byteRuns';
import { memberAt } from '../model/members';
import { buildTar, type TarEntry } from '../testing/buildTar';
import { scanBytes } from '../testing/scanned';
import { memberBytes } from './memberBytes';

async function mapOf(
  entries: readonly TarEntry[],
  index: number,
  change?: (tar: Uint8Array) => void,
): Promise<BytesMap> {
  const tar = buildTar(entries);
  const { columns } = await scanBytes(tar);
  change?.(tar);
  const { data, size } = memberAt(columns, index);
  return memberBytes({ blob: new Blob([tar]) }, { firstHeader: columns.firstHeader[index] ?? 0, data, size });
}

/** Runs follow each other without a gap within each piece, and have no byte twice. */
function expectWhole({ runs, pieces }: BytesMap): void {
  let at = pieces[0]?.offset ?? 0;
  for (const { offset, length } of runs) {
    if (offset !== at) expect(pieces.map((piece) => piece.offset)).toContain(offset);
    at = offset + length;
  }
  const inRuns = runs.reduce((sum, { length }) => sum + length, 0);
  expect(inRuns).toBe(pieces.reduce((sum, { bytes }) => sum + bytes.length, 0));
}
const short = (runs: readonly ByteRun[]): string[] =>
  runs.map(({ kind, value, verdict }) => [kind, value, verdict].filter((each) => each !== null).join(' '));

describe('memberBytes', () => {
  it('tells a header field by field, and its checksum', async () => {
    const entry: TarEntry = { name: 'dir/file', body: 'hello', mode: 0o644, uid: 7, mtime: 0 };
    const map = await mapOf([entry], 0);
    expectWhole(map);
    expect(short(map.runs)).toEqual(
      expect.arrayContaining([
        'tar-name dir/file',
        'tar-mode 0644',
        'tar-uid 0000007 = 7',
        'tar-size 00000000005 = 5',
        'tar-mtime 00000000000 = 0 = 1970-01-01T00:00:00Z',
      ]),
    );
    expect(short(map.runs).slice(-3)).toEqual(['text', 'tar-padding holds', 'tar-end holds']);
    expect(map.runs.find(({ kind }) => kind === 'tar-checksum')?.verdict).toBe('holds');

    const flipped = await mapOf([entry], 0, (tar) => void (tar[0] = 0x65));
    const sum = flipped.runs.find(({ kind }) => kind === 'tar-checksum');
    expect(sum?.verdict).toBe('differs');
    expect(Number(sum?.expected)).toBe(Number(sum?.value?.split(' = ').at(-1)) + 1);
  });

  it('tells PAX records, JSON and gzip', async () => {
    const map = await mapOf([{ name: 'a.json', body: '{"k": [1, "v", true]}', pax: { comment: 'ü' } }], 0);
    expectWhole(map);
    expect(short(map.runs)).toEqual(expect.arrayContaining(['pax-key comment', 'pax-value ü']));
    expect(short(map.runs).filter((run) => run.startsWith('json'))).toEqual([
      'json-sign',
      'json-key "k"',
      'json-sign',
      'json-number 1',
      'json-sign',
      'json-string "v"',
      'json-sign',
      'json-word true',
      'json-sign',
    ]);
    const packed = await mapOf([{ name: 'a.gz', body: gzipSync('x'.repeat(500)) }], 0);
    expectWhole(packed);
    expect(short(packed.runs)).toEqual(
      expect.arrayContaining(['gzip-magic holds', 'gzip-method deflate holds', 'gzip-size 500']),
    );
  });

  it('leaves out the middle of a long body', async () => {
    const map = await mapOf([{ name: 'a', body: 'x'.repeat(100_000) }], 0);
    expect(map.omitted).toBe(100_000 - 16 * 1024 - 64);
    expectWhole(map);
  });

  it('has every byte in one run, whatever the bytes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 3000 }),
        fc.constantFrom('', '\x1f\x8b\x08', '\x28\xb5\x2f\xfd', '{"'),
        async (noise, start) => {
          const body = new Uint8Array([...Array.from(start, (each) => each.charCodeAt(0)), ...noise]);
          const map = await memberBytes({ blob: new Blob([body]) }, { firstHeader: null, data: 0, size: body.length });
          let at = 0;
          for (const { offset, length } of map.runs) {
            expect(offset).toBe(at);
            at += length;
          }
          expect(at).toBe(body.length);
        },
      ),
    );
  });
});
