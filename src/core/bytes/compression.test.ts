import { describe, expect, it } from 'vitest';
import { sniffCompression } from './compression';

const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'));

describe('sniffCompression', () => {
  it.each([
    ['1f8b0800', 'gzip'],
    ['1f8b', 'gzip'],
    ['28b52ffd04', 'zstd'],
    ['502a4d1804000000', 'zstd'],
    ['5f2a4d1804000000', 'zstd'],
    ['fd377a585a0000', 'xz'],
    ['425a6839314159265359', 'bzip2'],
    ['425a683117724538', 'bzip2'],
    ['', 'none'],
    ['1f', 'none'],
    ['602a4d1804000000', 'none'],
    ['fd377a585a', 'none'],
    // A member may be called "BZh9.txt", and "BZh0" is no level.
    ['425a68392e747874', 'none'],
    ['425a683031415926', 'none'],
  ])('%s is %s', (head, compression) => {
    expect(sniffCompression(bytes(head))).toBe(compression);
  });
});
