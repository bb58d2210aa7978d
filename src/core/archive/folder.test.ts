import { openAsBlob } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildReport, measureRequests, measureSpans, openArchive } from '../engine';
import { openSource } from '../bytes/source';
import { LIMITS } from '../limits';
import { memberAt } from '../model/members';
import { fileAt, narrowed, type FolderFile } from '../model/source';
import { normalPath } from '../tar/names';
import { FIXTURES, fixturePath } from '../testing/fixtures';
import type { OpenProgress } from './contents';
import { openFolder } from './folder';
import type { Report } from './reportSchema';

const text = (path: string, body: string): FolderFile => ({ path, blob: new Blob([body]) });

async function report(ref: Parameters<typeof openArchive>[0]): Promise<Report> {
  const archive = await openArchive(ref, 'test');
  const requests = measureRequests(archive);
  const half = Math.ceil(requests.length / 2);
  const measured = [requests.slice(0, half), requests.slice(half)].map((some) =>
    measureSpans(
      narrowed(
        archive.source,
        some.map(({ span }) => span),
      ),
      some,
    ),
  );
  return buildReport(archive, (await Promise.all(measured)).flat());
}

/** The files of a tar, as they are when it is unpacked; null when it has hard links, which a folder does not show as such. */
async function unpacked(name: string): Promise<FolderFile[] | null> {
  const { members, source } = await openArchive({ blob: await openAsBlob(fixturePath(name)) }, name);
  const all = Array.from({ length: members.count }, (_, index) => memberAt(members, index));
  if (all.some(({ type }) => type === 'hardlink')) return null;
  const files = all.flatMap(({ name, type, data, size, link }): FolderFile[] => {
    const path = normalPath(name) ?? '';
    if (type === 'symlink') return [{ path, blob: new Blob(), link }];
    const blob = 'blob' in source ? source.blob.slice(data, data + size) : new Blob();
    return type === 'file' ? [{ path, blob }] : [];
  });
  return [...new Map(files.map((file) => [file.path, file])).values()];
}

describe('a real tar, unpacked', () => {
  const readable = Object.entries(FIXTURES).filter(([, outcome]) => !('error' in outcome));
  it.each(readable.map(([name]) => name))('%s: the folder gives the same report', async (name) => {
    const folder = await unpacked(name);
    if (!folder) return;
    const [tar, same] = [await report({ blob: await openAsBlob(fixturePath(name)) }), await report({ folder })];
    const byPath = (list: Report['orphans']): Report['orphans'] => list.toSorted((a, b) => (a.path < b.path ? -1 : 1));
    const plain = ({ formats, images, artifacts, verdict, orphans, diagnostics }: Report) => ({
      // v1 layers have no other order than that of the file.
      formats: formats.map(({ format, evidence }) => [format, evidence.map(({ code, count }) => [code, count])]),
      images: images.toSorted((a, b) => (a.key < b.key ? -1 : 1)),
      artifacts,
      verdict,
      orphans: byPath(orphans),
      codes: diagnostics.map(({ code }) => code).filter((code) => code !== 'tar-no-end'),
    });
    expect(plain(same)).toEqual(plain(tar));
    expect(same.file).toMatchObject({ container: 'folder', tarSize: null });
    expect(same.diagnostics.filter(({ offset, layer }) => offset !== null && layer === null)).toEqual([]);
  });
});

describe('a folder', () => {
  it('has its files in the order of their paths, each with bytes of its own', async () => {
    const { members, source, size } = await openFolder([text('b', '22'), text('a/c', ''), text('a/b', '1')], {});
    const listed = [0, 1, 2].map((index) => memberAt(members, index));
    expect(listed.map(({ name, size }) => `${name} ${size}`)).toEqual(['a/b 1', 'a/c 0', 'b 2']);
    expect(new Set(listed.map(({ data }) => data)).size).toBe(3);
    const read = async ({ data, size }: (typeof listed)[number]): Promise<string> =>
      new TextDecoder().decode(await openSource(source).read(data, size));
    expect(await Promise.all(listed.map(read))).toEqual(['1', '', '22']);
    expect(size).toBe(3);
  });

  it('gives no bytes that go from one file into the next', async () => {
    const { source } = await openFolder([text('a', '1'), text('b', '2')], {});
    await expect(openSource(source).read(0, 2)).rejects.toMatchObject({ code: 'out-of-bounds' });
    await expect(openSource(source).read(0, 3)).rejects.toMatchObject({ code: 'out-of-bounds' });
  });

  it('has links, which are followed inside of it and nowhere else', async () => {
    const link = (path: string, target: string): FolderFile => ({ path, blob: new Blob(), link: target });
    const { members, diagnostics } = await openArchive(
      {
        folder: [
          text('x/index.json', '{"manifests":[]}'),
          link('index.json', 'x/index.json'),
          link('oci-layout', '../../etc/passwd'),
          link('y', '/etc/passwd'),
        ],
      },
      'links',
    );
    expect(members.count).toBe(4);
    const links = diagnostics.filter(({ code }) => code === 'tar-link-broken');
    expect(links.map(({ path, details }) => `${path} ${details['reason']}`)).toEqual([
      'oci-layout outside',
      'y outside',
    ]);
  });

  it('that is empty or has no image is said to have none', async () => {
    await expect(openArchive({ folder: [] }, 'empty')).rejects.toMatchObject({ code: 'not-an-image' });
    await expect(openArchive({ folder: [text('notes.txt', 'x')] }, 'notes')).rejects.toMatchObject({
      code: 'not-an-image',
      details: { count: 1, names: 'notes.txt' },
    });
  });

  it('with names that no tool takes says so', async () => {
    const { diagnostics } = await openFolder([text('a\\b', 'x')], {});
    expect(diagnostics).toMatchObject([{ code: 'tar-unsafe-name', path: 'a\\b', details: { reason: 'backslash' } }]);
  });

  it('of a hundred thousand files is read, tells how far it is, and can be stopped; a larger one is refused', async () => {
    const blob = new Blob(['x']);
    const folder = Array.from({ length: LIMITS.folderEntries }, (_, i) => ({ path: `blobs/${i}`, blob }));
    const steps: OpenProgress[] = [];
    const { members } = await openFolder(folder, { onProgress: (step) => void steps.push(step) });
    expect(members.count).toBe(LIMITS.folderEntries);
    expect(steps.at(-1)).toEqual({ stage: 'listing', done: folder.length, total: folder.length });

    const stop = new AbortController();
    const stopped = openFolder(folder, { signal: stop.signal });
    stop.abort();
    await expect(stopped).rejects.toMatchObject({ code: 'cancelled' });
    await expect(openFolder([...folder, { path: 'more', blob }], {})).rejects.toMatchObject({
      code: 'too-many-files',
      details: { limit: LIMITS.folderEntries },
    });
  });
});

it('what is narrowed to a span has the same bytes at the same offsets', async () => {
  const sizes = fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 9 });
  await fc.assert(
    fc.asyncProperty(sizes, fc.nat(), async (lengths, pick) => {
      const folder = lengths.map((size, i) => text(String(i), String(i).repeat(size)));
      const { source, members } = await openFolder(folder, {});
      const { data, size, name } = memberAt(members, pick % members.count);
      const part = narrowed(source, [{ offset: data, length: size }]);
      expect(part).toMatchObject({ files: [{ size }] });
      expect(new TextDecoder().decode(await openSource(part).read(data, size))).toBe(name.repeat(size));
      expect('starts' in source && fileAt(source, data)).toBe(Number(name));
    }),
  );
});
