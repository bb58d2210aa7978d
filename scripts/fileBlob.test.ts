import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileBlob } from './fileBlob';

const folder = mkdtempSync(join(tmpdir(), 'file-blob-'));
const path = join(folder, 'large');
const SIZE = 5 * 1024 ** 3;

beforeAll(() => {
  writeFileSync(path, 'first bytes');
  truncateSync(path, SIZE);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('fileBlob', () => {
  it('knows its size beyond 4 GiB', () => {
    expect(fileBlob(path).size).toBe(SIZE);
  });

  it('reads ranges, and ranges of ranges', async () => {
    const text = async (blob: Blob): Promise<string> => new TextDecoder().decode(await blob.arrayBuffer());
    expect(await text(fileBlob(path).slice(0, 5))).toBe('first');
    expect(await text(fileBlob(path).slice(6, 100).slice(0, 5))).toBe('bytes');
    expect(
      (
        await fileBlob(path)
          .slice(SIZE - 3, SIZE + 9)
          .arrayBuffer()
      ).byteLength,
    ).toBe(3);
  });

  it('streams a range', async () => {
    const text = (blob: Blob): Promise<string> => new Response(blob.stream()).text();
    expect(await text(fileBlob(path).slice(2, 9))).toBe('rst byt');
    expect(await text(fileBlob(path).slice(4, 4))).toBe('');
  });
});
