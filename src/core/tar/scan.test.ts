import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ByteSource } from '../bytes/source';
import { buildTar } from '../testing/buildTar';
import { membersOf, memorySource, scanBytes } from '../testing/scanned';
import { scanTar } from './scan';

describe('scanTar', () => {
  it('lists every field of every kind of member', async () => {
    const found = await scanBytes(
      buildTar([
        { name: 'd/', type: 'directory', mtime: 5 },
        { name: 'd/f', body: 'hello', mode: 0o104755, uid: 1000, gid: 2 ** 40, mtime: -1.5 },
        { name: 's', type: 'symlink', link: 'd/f' },
        { name: 'h', type: 'hardlink', link: 'd/f' },
      ]),
    );
    expect(membersOf(found)).toEqual([
      {
        index: 0,
        name: 'd/',
        type: 'directory',
        size: 0,
        data: 512,
        header: 0,
        mode: 0o755,
        mtime: 5,
        uid: 0,
        gid: 0,
        link: '',
      },
      {
        index: 1,
        name: 'd/f',
        type: 'file',
        size: 5,
        data: 2048,
        header: 1536,
        mode: 0o4755,
        mtime: -1.5,
        uid: 1000,
        gid: 2 ** 40,
        link: '',
      },
      {
        index: 2,
        name: 's',
        type: 'symlink',
        size: 0,
        data: 3072,
        header: 2560,
        mode: 0o777,
        mtime: 0,
        uid: 0,
        gid: 0,
        link: 'd/f',
      },
      {
        index: 3,
        name: 'h',
        type: 'hardlink',
        size: 0,
        data: 3584,
        header: 3072,
        mode: 0o644,
        mtime: 0,
        uid: 0,
        gid: 0,
        link: 'd/f',
      },
    ]);
    expect([...found.columns.firstHeader]).toEqual([0, 512, 2560, 3072]);
    expect(found.diagnostics).toEqual([]);
    expect(found.end).toBe(3584);
  });

  it('undoes the writer, whatever the size of its reads', async () => {
    const part = fc.stringMatching(/^[a-zé文 ]{1,60}$/);
    const path = fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => parts.join('/'));
    const id = fc.oneof(fc.nat(), fc.maxSafeInteger().map(Math.abs));
    const time = fc
      .tuple(fc.integer({ min: -(2 ** 40), max: 2 ** 40 }), fc.constantFrom(0, 0.25))
      .map(([whole, rest]) => whole + rest);
    const common = {
      name: path,
      mode: fc.nat(0o7777),
      mtime: time,
      uid: id,
      gid: id,
    };
    const none = fc.constant(new Uint8Array());
    const entry = fc.oneof(
      fc.record({
        ...common,
        type: fc.constant('file'),
        link: fc.constant(''),
        body: fc.uint8Array({ maxLength: 1200 }),
      }),
      fc.record({
        ...common,
        type: fc.constantFrom('directory', 'fifo', 'chardev', 'blockdev'),
        link: fc.constant(''),
        body: none,
      }),
      fc.record({ ...common, type: fc.constantFrom('symlink', 'hardlink'), link: path, body: none }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(entry, { maxLength: 12 }),
        fc.constantFrom(1, 7, 512, 513, 4096, undefined),
        async (entries, largestRead) => {
          const tar = buildTar(entries);
          const found = await scanBytes(tar, largestRead === undefined ? {} : { largestRead });
          expect(found.diagnostics).toEqual([]);
          const seen = membersOf(found).map(({ name, mode, mtime, uid, gid, type, link, data, size }) => ({
            name,
            mode,
            mtime,
            uid,
            gid,
            type,
            link,
            body: tar.slice(data, data + size),
          }));
          expect(seen).toEqual(entries.map((each) => ({ ...each, body: new Uint8Array(each.body) })));
        },
      ),
      { numRuns: 100 },
    );
  });

  it('reads headers only', async () => {
    let most = 0;
    let read = 0;
    const tar = buildTar([...Array(20).keys()].map((n) => ({ name: `${n}`, body: new Uint8Array(500_000) })));
    const source = memorySource(tar);
    const counted: ByteSource = {
      ...source,
      read(offset, length) {
        most = Math.max(most, length);
        read += length;
        return source.read(offset, length);
      },
    };
    expect((await scanTar(counted)).columns.count).toBe(20);
    expect(most).toBeLessThanOrEqual(16 * 1024);
    expect(read).toBeLessThan(tar.length / 20);
  });

  it('reads many small members in few reads', async () => {
    let reads = 0;
    const tar = buildTar([...Array(5000).keys()].map((n) => ({ name: `${n}`, body: 'x' })));
    const source = memorySource(tar);
    const counted: ByteSource = {
      ...source,
      read(offset, length) {
        reads++;
        return source.read(offset, length);
      },
    };
    expect((await scanTar(counted)).columns.count).toBe(5000);
    expect(reads).toBeLessThan(10);
  });

  it('stops when told to, also half way', async () => {
    await expect(scanBytes(buildTar([{ name: 'a' }]), { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'cancelled',
    });
    const controller = new AbortController();
    const tar = buildTar([...Array(50).keys()].map((n) => ({ name: `${n}`, body: new Uint8Array(100_000) })));
    const source = memorySource(tar);
    const slow: ByteSource = {
      ...source,
      async read(offset, length) {
        await new Promise((resolve) => setTimeout(resolve, 5));
        if (offset > tar.length / 4) controller.abort();
        return source.read(offset, length);
      },
    };
    await expect(scanTar(slow, { signal: controller.signal })).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('says how far it is', async () => {
    const seen: [number, number][] = [];
    const tar = buildTar([{ name: 'a' }]);
    await scanBytes(tar, { onProgress: (done, total) => seen.push([done, total]) });
    expect(seen.at(-1)).toEqual([tar.length, tar.length]);
  });
});
