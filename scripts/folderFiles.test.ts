import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixturePath } from '../src/core/testing/fixtures';
import { folderFiles } from './folderFiles';
import { reportFile } from './reportFile';

const base = mkdtempSync(join(tmpdir(), 'folder-files-'));
const unpack = (name: string): string => {
  const folder = join(base, name);
  if (!existsSync(folder)) {
    mkdirSync(folder);
    execFileSync('tar', ['-xf', fixturePath(name), '-C', folder]);
  }
  return folder;
};
afterAll(() => rmSync(base, { recursive: true }));

describe('folderFiles', () => {
  const folder = join(base, 'links');
  beforeAll(() => {
    mkdirSync(join(folder, 'a', 'b'), { recursive: true });
    writeFileSync(join(folder, 'a', 'file'), 'text');
    symlinkSync('../file', join(folder, 'a', 'b', 'inside'));
    symlinkSync(join(folder, 'a', 'file'), join(folder, 'absolute'));
    symlinkSync('/etc/passwd', join(folder, 'outside'));
    symlinkSync('loop', join(folder, 'loop'));
    symlinkSync('a', join(folder, 'to-folder'));
    execFileSync('bash', ['-c', 'mkfifo "$1"', 'bash', join(folder, 'pipe')]);
  });

  it('lists files and links, not folders or pipes, and reads none', () => {
    const listed = folderFiles(folder).map(({ path, link, blob }) => `${path} ${link ?? blob.size}`);
    expect(listed.sort()).toEqual([
      'a/b/inside ../file',
      'a/file 4',
      'absolute a/file',
      'loop loop',
      'outside /etc/passwd',
      'to-folder a',
    ]);
  });
});

describe('the report of a folder', () => {
  it('is that of the tar it came from', async () => {
    const name = 'small.skopeo-docker-archive.tar';
    const [folder, tar] = [await reportFile(unpack(name)), await reportFile(fixturePath(name))];
    expect(folder.images).toEqual(tar.images);
    expect(folder.file).toMatchObject({ name, container: 'folder', tarSize: null });
    expect(folder.verdict).toBe('verified');
  });

  it('finds the layout in a folder of the folder', async () => {
    const outer = join(base, 'outer');
    cpSync(unpack('small.skopeo-dir-v2s2.tar'), join(outer, 'inner'), { recursive: true });
    expect(await reportFile(outer)).toMatchObject({ verdict: 'verified', formats: [{ format: 'dir-transport' }] });
  });

  it('follows links to what is inside', async () => {
    const folder = join(base, 'linked');
    cpSync(unpack('small.skopeo-dir-v2s2.tar'), join(folder, 'store'), { recursive: true });
    for (const name of readdirSync(join(folder, 'store'))) symlinkSync(join('store', name), join(folder, name));
    expect(await reportFile(folder)).toMatchObject({ verdict: 'verified', images: [{}] });
  });
});

const shared = process.env['TABAQA_SHARED'];
describe.skipIf(shared === undefined)('folders that real tools wrote', () => {
  it.each([
    ['small.skopeo-dir-v2s2', 'dir-transport', [13]],
    ['small.skopeo-dir-oci', 'dir-transport', [13]],
    ['small.podman-docker-dir-compressed', 'dir-transport', [13]],
    ['multiarch.buildah-dir-v2s2-list', 'dir-transport', [4, 4, 4, 4]],
    ['multiarch.skopeo-dir-oci-index', 'dir-transport', [6, 6, 6, 6]],
    ['small.skopeo-oci-dir', 'oci-layout', [14, 18]],
    ['small.umoci-oci-dir', 'oci-layout', [4, 12]],
    ['small.cosign-tags-oci-dir', 'oci-layout', [16]],
    ['multiarch.crane-oci-dir', 'oci-layout', [7, 7]],
    ['multiarch.skopeo-oci-dir', 'oci-layout', [7, 7, 7, 7]],
  ])('%s', async (name, format, names) => {
    const { verdict, formats, images, diagnostics: all } = await reportFile(join(shared ?? '', 'fixtures', name));
    const diagnostics = all.filter(({ layer }) => layer === null);
    expect({ verdict, diagnostics, formats: formats.map((each) => each.format) }).toEqual({
      verdict: 'verified',
      diagnostics: [],
      formats: [format],
    });
    expect(images.map(({ summary }) => summary.matches)).toEqual(names);
    expect(images.map(({ summary }) => summary.total)).toEqual(names);
  });

  it('small.skopeo-dir-v2s1, whose signature is checked', async () => {
    const { verdict, images, diagnostics } = await reportFile(join(shared ?? '', 'fixtures', 'small.skopeo-dir-v2s1'));
    expect(verdict).toBe('verified');
    expect(images.map(({ summary }) => [summary.matches, summary.total])).toEqual([[7, 7]]);
    const own = diagnostics.filter(({ layer }) => layer === null);
    expect(own.map(({ code, severity }) => [code, severity])).toEqual([['schema1-deprecated', 'warning']]);
  });
});
