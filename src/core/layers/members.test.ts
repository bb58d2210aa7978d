import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { memberAt } from '../model/members';
import { buildTar } from '../testing/buildTar';
import { chunkedSource } from '../testing/chunkedSource';
import { zstdFrame } from '../testing/zstdFrames';
import { membersOf } from './members';

const inner = buildTar([
  { name: 'a', body: 'x'.repeat(100_000) },
  { name: 'b/', type: 'directory' },
]);

describe.each([
  ['a tar', inner],
  ['a gzip tar', gzipSync(inner)],
  ['a zstd tar', zstdFrame(inner.subarray(0, 131_072))],
])('%s in a layer', (_, file) => {
  it.each([
    ['stored as it is', (tar: Uint8Array) => tar],
    ['in gzip', (tar: Uint8Array) => gzipSync(tar)],
  ])('%s is listed', async (__, pack) => {
    const layer = Buffer.from(
      pack(
        buildTar([
          { name: 'f', body: 'before' },
          { name: 'in.tar', body: file },
        ]),
      ),
    );
    const ref = { span: { offset: 0, length: layer.length }, path: 'in.tar', data: 512 * 3, size: file.length };
    const { entries, cut } = await membersOf(chunkedSource(layer, 10_000), ref);
    expect(Array.from({ length: entries.count }, (___, i) => memberAt(entries, i).name)).toEqual(['a', 'b/']);
    expect(cut).toBe(false);
  });

  it('is listed as far as it goes', async () => {
    const layer = Buffer.from(buildTar([{ name: 'in.tar', body: file.subarray(0, file.length >> 1) }]));
    const ref = { span: { offset: 0, length: layer.length }, path: 'in.tar', data: 512, size: file.length >> 1 };
    const { entries, cut } = await membersOf(chunkedSource(layer, 10_000), ref);
    expect([entries.count, cut]).toEqual([1, true]);
  });
});
