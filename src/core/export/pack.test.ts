import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExportContent, ExportEntry } from '../model/export';
import type { Measurement } from '../model/facts';
import { spanKey, type SourceRef } from '../model/source';
import { gnuTar, hasGnuTar } from '../testing/gnuTar';
import { packBytes } from '../testing/packBytes';
import { concat, membersOf, scanBytes } from '../testing/scanned';
import { zstdFrame } from '../testing/zstdFrames';
import { packContent, packTar, packedSize, type PackSource } from './pack';

const sha256 = (bytes: Uint8Array): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
const text = (length: number): Uint8Array<ArrayBuffer> => Uint8Array.from({ length }, (_, i) => (i * i) % 97);

/** Bytes side by side in one file, or in files of a folder, and where each is. */
class Store {
  private readonly blobs: Uint8Array<ArrayBuffer>[] = [];
  private readonly starts: number[] = [];
  private end = 0;
  readonly measured = new Map<string, Measurement>();

  add(bytes: Uint8Array): { offset: number; length: number } {
    const span = { offset: this.end, length: bytes.length };
    this.blobs.push(new Uint8Array(bytes));
    this.starts.push(this.end);
    // Of a folder, no two files begin at the same place.
    this.end += bytes.length + 1;
    return span;
  }

  unpacked(stored: Uint8Array, unpacked: Uint8Array, compression: 'gzip' | 'zstd' = 'gzip') {
    const span = this.add(stored);
    this.measured.set(spanKey(span), {
      span,
      stored: { sha256: sha256(stored) },
      compression,
      diffId: sha256(unpacked),
      unpackedSize: unpacked.length,
      diagnostics: [],
    });
    return { kind: 'unpacked', span, compression, size: unpacked.length } as const;
  }

  source(as: 'file' | 'folder'): PackSource {
    const gap = new Uint8Array(1);
    const ref: SourceRef =
      as === 'file'
        ? { blob: new Blob(this.blobs.flatMap((bytes) => [bytes, gap])) }
        : { files: this.blobs.map((bytes) => new Blob([bytes])), starts: Float64Array.from(this.starts) };
    return { ref, measured: this.measured };
  }
}

interface Made {
  readonly entries: readonly ExportEntry[];
  /** What each entry's bytes are to be. */
  readonly bodies: readonly Uint8Array[];
  readonly store: Store;
}

const segment = fc.stringMatching(/^[a-z0-9é文_-]{1,40}$/);
const made: fc.Arbitrary<Made> = fc
  .array(
    fc.record({
      path: fc.array(segment, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/')),
      body: fc.uint8Array({ maxLength: 1200 }),
      kind: fc.constantFrom('bytes', 'stored', 'gzip', 'zstd', 'symlink', 'directory'),
      mode: fc.nat(0o777),
      mtime: fc.integer({ min: -1, max: 2 ** 34 }),
    }),
    { maxLength: 12 },
  )
  .map((recipes): Made => {
    const store = new Store();
    const bodies: Uint8Array[] = [];
    const entries = recipes.map(({ path, body, kind, mode, mtime }): ExportEntry => {
      const common = { path, mode, mtime };
      bodies.push(kind === 'symlink' || kind === 'directory' ? new Uint8Array(0) : body);
      switch (kind) {
        case 'symlink':
          return { ...common, type: 'symlink', link: 'there/é' };
        case 'directory':
          return { ...common, type: 'directory' };
        case 'bytes':
          return { ...common, type: 'file', content: { kind, bytes: new Uint8Array(body) } };
        case 'stored':
          return { ...common, type: 'file', content: { kind, span: store.add(body) } };
        case 'gzip':
          return { ...common, type: 'file', content: store.unpacked(gzipSync(body), body) };
        default:
          return { ...common, type: 'file', content: store.unpacked(zstdFrame(body), body, 'zstd') };
      }
    });
    return { entries, bodies, store };
  });

describe('a plan as a tar', () => {
  it.each(['file', 'folder'] as const)('is read back as exactly its entries, from a %s', async (as) => {
    await fc.assert(
      fc.asyncProperty(made, async ({ entries, bodies, store }) => {
        const pack = packTar({ entries }, store.source(as));
        const bytes = await packBytes(pack);
        expect(bytes.length).toBe(pack.size);
        expect(packedSize({ entries })).toBe(pack.size);
        const { columns, ...scan } = await scanBytes(bytes);
        const members = membersOf({ columns, ...scan });
        expect(members.map(({ name, type, mode, mtime, link }) => ({ name, type, mode, mtime, link }))).toEqual(
          entries.map(({ path, type, mode, mtime, ...entry }) => ({
            name: type === 'directory' ? `${path}/` : path,
            type,
            mode,
            mtime,
            link: 'link' in entry ? entry.link : '',
          })),
        );
        for (const [i, { data, size }] of members.entries()) {
          expect(Buffer.compare(bytes.subarray(data, data + size), bodies[i] ?? Buffer.of(1))).toBe(0);
        }
        expect(scan.diagnostics.filter(({ code }) => code !== 'tar-duplicate-member')).toEqual([]);
        expect(bytes.length - scan.end).toBe(1024);
      }),
      { numRuns: 60 },
    );
  });

  it.skipIf(!hasGnuTar)('is listed and unpacked by GNU tar', async () => {
    const store = new Store();
    const body = text(3_000_000);
    const long = `${'folder/'.repeat(20)}${'name'.repeat(30)}`;
    const common = { mode: 0o644, mtime: 1_700_000_000 };
    const entries: ExportEntry[] = [
      { path: 'dir', mode: 0o755, mtime: 0, type: 'directory' },
      { ...common, path: 'dir/bytes', type: 'file', content: { kind: 'bytes', bytes: text(700) } },
      { ...common, path: 'dir/stored', type: 'file', content: { kind: 'stored', span: store.add(body) } },
      { ...common, path: long, type: 'file', content: store.unpacked(gzipSync(body), body) },
      { ...common, mode: 0o777, path: 'dir/link', type: 'symlink', link: '../dir/bytes' },
    ];
    const tar = await packBytes(packTar({ entries }, store.source('file')));
    expect(gnuTar(tar)).toEqual([
      'drwxr-xr-x 0/0 0 1970-01-01 00:00:00 dir/',
      '-rw-r--r-- 0/0 700 2023-11-14 22:13:20 dir/bytes',
      '-rw-r--r-- 0/0 3000000 2023-11-14 22:13:20 dir/stored',
      `-rw-r--r-- 0/0 3000000 2023-11-14 22:13:20 ${long}`,
      'lrwxrwxrwx 0/0 0 2023-11-14 22:13:20 dir/link -> ../dir/bytes',
    ]);
    const folder = mkdtempSync(join(tmpdir(), 'pack-'));
    try {
      expect(spawnSync('tar', ['-xf', '-', '-C', folder], { input: tar }).status).toBe(0);
      expect(readdirSync(join(folder, 'dir')).toSorted()).toEqual(['bytes', 'link', 'stored']);
      for (const [path, expected] of [
        ['dir/link', text(700)],
        ['dir/stored', body],
        [long, body],
      ] as const) {
        expect(Buffer.compare(readFileSync(join(folder, path)), expected)).toBe(0);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('holds no bytes of what is stored: only slices of the source', () => {
    const store = new Store();
    const entries = Array.from({ length: 3 }, (_, i): ExportEntry => ({
      path: `layer-${i}`,
      mode: 0o644,
      mtime: 0,
      type: 'file',
      content: { kind: 'stored', span: store.add(text(100_000)) },
    }));
    const { parts } = packTar({ entries }, store.source('file'));
    expect(parts.map((part) => part.constructor.name)).toEqual([
      'Uint8Array',
      'Blob',
      'Uint8Array',
      'Blob',
      'Uint8Array',
      'Blob',
      'Uint8Array',
    ]);
    const held = parts.reduce((sum, part) => sum + (part instanceof Uint8Array ? part.length : 0), 0);
    expect(held).toBeLessThan(10_000);
  });

  it.each([
    ['../up', 'directory'],
    ['/etc/passwd', 'directory'],
    ['link', 'symlink'],
  ] as const)('does not lead out of its folder by %s', (path, type) => {
    const common = { path, mode: 0o755, mtime: 0 };
    const entry: ExportEntry =
      type === 'symlink' ? { ...common, type, link: '../outside' } : { ...common, type: 'directory' };
    expect(() => packTar({ entries: [entry] }, new Store().source('file'))).toThrow(
      expect.objectContaining({ code: 'cannot-export' }) as Error,
    );
  });
});

describe('a layer that is unpacked on the way', () => {
  const body = text(5_000_000);
  const gzip = gzipSync(body);
  const bytesOf = (content: ExportContent, store: Store, signal?: AbortSignal): Promise<Uint8Array> =>
    packBytes(packContent(content, 'layer.tar', store.source('file')), signal);

  it('may be of several gzip members, which the platform refuses half-way', async () => {
    const store = new Store();
    const content = store.unpacked(concat(gzip, gzipSync(body)), concat(body, body));
    expect(Buffer.compare(await bytesOf(content, store), concat(body, body))).toBe(0);
  });

  it.each([
    ['shorter than promised', { size: body.length + 1 }, null],
    ['longer than promised', { size: body.length - 1 }, null],
    ['of other bytes than measured', {}, sha256(Buffer.of(1))],
  ])('is refused when it is %s', async (_, change, diffId) => {
    const store = new Store();
    const content = { ...store.unpacked(gzip, body), ...change };
    const key = spanKey(content.span);
    const measurement = store.measured.get(key);
    if (diffId !== null && measurement) store.measured.set(key, { ...measurement, diffId });
    await expect(bytesOf(content, store)).rejects.toMatchObject({
      code: 'layer-differs',
      details: { path: 'layer.tar' },
    });
  });

  it.each([
    ['damaged', gzip.with(gzip.length - 20, (gzip.at(-20) ?? 0) ^ 1)],
    ['cut off', gzip.subarray(0, 4000)],
    ['not compressed at all', body],
  ])('is refused when it is %s', async (_, stored) => {
    const store = new Store();
    const content = store.unpacked(new Uint8Array(stored), body);
    await expect(bytesOf(content, store)).rejects.toMatchObject({ code: 'layer-differs' });
  });

  it('stops at once when it is cancelled', async () => {
    const store = new Store();
    const cancel = new AbortController();
    const frame = text(64 * 1024);
    const frames = Array.from({ length: 80 }, () => frame);
    const packed = concat(...frames.map((each) => zstdFrame(each)));
    const content = store.unpacked(packed, concat(...frames), 'zstd');
    const [part] = packContent(content, 'layer.tar', store.source('file')).parts;
    if (!part || !('open' in part)) throw new Error('not unpacked');
    const pieces = part.open({ signal: cancel.signal });
    expect((await pieces.next()).done).toBe(false);
    cancel.abort();
    await expect(async () => {
      while (!(await pieces.next()).done);
    }).rejects.toMatchObject({ code: 'cancelled' });
  });
});
