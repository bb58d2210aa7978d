import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { execFileSync, spawnSync } from 'node:child_process';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { fileBlob } from '../scripts/fileBlob';
import { reportFile } from '../scripts/reportFile';
import { SAMPLE_NAMES } from './app/samples';
import { measureRequests, measureSpans, openArchive } from './core/engine';
import { buildImage } from './core/testing/buildImage';
import { buildTar, type TarEntry } from './core/testing/buildTar';
import { goJson } from './core/testing/goJson';
import { sha256Hex, sha256Of } from './core/testing/imageParts';
import { archive, CONFIG } from './core/testing/situationParts';
import { situations } from './core/testing/situations';
import { inFolder, missingTools } from './core/testing/nativeTools';
import { fixturePath } from './core/testing/fixtures';
import { samplePath } from './core/testing/samples';
import { shellCommand } from './core/verify/shell';

/*
 * Every shell line that the page shows is run as a reader would run it: it must print what the page says.
 */

type Row = Awaited<ReturnType<typeof reportFile>>['integrity']['rows'][number];

/** A document alone shows no line: what it names is elsewhere. */
const tars = SAMPLE_NAMES.map(samplePath).filter((path) => path.endsWith('.tar'));
const files = [
  ...tars,
  ...[
    'broken.bitflip-in-gzip-layer.tar',
    'broken.layer-blob-missing.tar',
    'multi.docker20-save.tar.gz',
    'multi.docker28-save.tar.gz',
    'multiarch.buildx-oci-attest.tar',
    'small.ctr-remote-estargz.tar',
    'small.skopeo-docker-archive.tar',
    'small.skopeo122-oci-archive.zstdchunked.tar',
    'small.skopeo19-oci-archive.zstdchunked.tar',
    'small.umoci-oci-dir.gnutar.tar',
    'wrapped.docker20-save.tar.zst',
    'wrapped.oci-in-a-folder.gnutar.tar',
  ].map(fixturePath),
];
const missing = missingTools(['bash', 'tar', 'gzip', 'zstd', 'sha256sum', 'jq']);
const title = missing.length > 0 ? `skipped: this machine has no ${missing.join(', ')}` : 'shell lines';
const TIMEOUT = 60_000;
const BETWEEN = '\u001e';

const MAGIC: Readonly<Record<string, RegExp>> = {
  gzip: /^1f 8b/,
  zstd: /^(28 b5 2f fd|5. 2a 4d 18)/,
  none: /^(?!1f 8b|28 b5 2f fd|5. 2a 4d 18)/,
};

/** What each line prints, in a folder where the archive has its own name. */
function run(lines: readonly string[], folder: string): string[] {
  const script = lines.map((line) => `${line}\nprintf '${BETWEEN}'\n`).join('');
  const { stdout } = spawnSync('bash', [], { input: script, cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 });
  return stdout.split(BETWEEN).slice(0, -1);
}

function judge(row: Row, printed: string): void {
  const { shell, actual, kind } = row;
  const text = printed.trim();
  const said = `${row.id}: ${shell ?? ''}`;
  if (shell === null) return;
  const written = kind === 'key-case' || kind === 'repeated-key' ? text.split('\n').join(', ') : text;
  if (/\| \w+sum$/.test(shell)) expect(text.split(' ')[0], said).toBe(actual?.split(':')[1]);
  else if (/\| (?:wc -c|paste -sd:)$|\| jq -r/.test(shell))
    expect(written, said).toBe(written.startsWith('sha256:') && kind !== 'attached' ? `sha256:${actual}` : actual);
  else if (shell.endsWith('od -An -tx1')) expect(text, said).toMatch(MAGIC[actual ?? ''] ?? /never/);
  else {
    const names = text === '' ? [] : text.split('\n');
    if (kind === 'repeated-member') expect(`${names.length}`, said).toBe(actual);
    else expect(names.length > 0, said).toBe(actual !== null);
  }
}

async function judgeFile(
  path: string,
  folder: string,
  isWanted: (row: Row) => boolean = ({ shell }) => shell !== null,
): Promise<readonly Row[]> {
  const { integrity } = await reportFile(path);
  const rows = integrity.rows.filter(isWanted);
  const members = rows.flatMap(({ occurrences = [] }) => occurrences.filter(({ shell }) => shell !== null));
  const lines = [...new Set([...rows, ...members].map(({ shell }) => shell ?? ''))];
  const printed = run(lines, folder);
  expect(printed).toHaveLength(lines.length);
  const printedBy = (shell: string | null): string => printed[lines.indexOf(shell ?? '')] ?? '';
  for (const row of rows) judge(row, printedBy(row.shell));
  for (const { shell, digest } of members) expect(`sha256:${printedBy(shell).slice(0, 64)}`, shell ?? '').toBe(digest);
  return integrity.rows;
}

/** A docker archive whose names are as awkward as names can be. */
function awkwardTar(): Uint8Array<ArrayBuffer> {
  const layer = buildTar([{ name: 'a', body: 'a' }]);
  const other = buildTar([{ name: 'b', body: 'b' }]);
  const config = JSON.stringify({
    architecture: 'amd64',
    os: 'linux',
    rootfs: { type: 'layers', diff_ids: [layer, layer, other, other].map(sha256Of) },
  });
  const paths = ["-it's $HOME/`طبقة` layer.tar", 'link.tar', 'deep', 'a\nb.tar'];
  const name = `sha256:${sha256Hex(config)}`;
  const entries: TarEntry[] = [
    { name: './manifest.json', body: JSON.stringify([{ Config: name, RepoTags: null, Layers: paths }]) },
    { name: paths[0] ?? '', body: layer },
    { name: 'link.tar', type: 'symlink', link: paths[0] ?? '' },
    { name: 'deep', body: 'not this one' },
    { name: 'deep', body: other },
    { name: 'deep/below/it', body: 'what tar gives, too' },
    { name: paths[3] ?? '', body: other },
    { name, body: config },
  ];
  return buildTar(entries);
}

describe.skipIf(missing.length > 0)(title, () => {
  it.each(files.map((path) => [basename(path), path] as const))(
    '%s',
    (_, path) =>
      inFolder(async (folder) => {
        copyFileSync(path, join(folder, basename(path)));
        const rows = await judgeFile(path, folder);
        expect(rows.filter(({ shell }) => shell !== null).length).toBeGreaterThan(5);
      }),
    TIMEOUT,
  );

  it.each(tars.map((path) => [basename(path), path] as const))(
    'under the board, of a part of %s',
    (name, path) =>
      inFolder(async (folder) => {
        copyFileSync(path, join(folder, name));
        const archive = await openArchive({ blob: fileBlob(path) }, name);
        const layers = await measureSpans(archive.source, measureRequests(archive));
        const wanted = [
          ...archive.documents.flatMap(({ span, bytes }) =>
            span ? [[shellCommand(archive, span), sha256Of(bytes)] as const] : [],
          ),
          ...layers.map(({ span, stored }) => [shellCommand(archive, span), stored['sha256']] as const),
          ...layers.map(({ span, compression, diffId }) => [shellCommand(archive, span, compression), diffId] as const),
        ];
        expect(wanted.length).toBeGreaterThan(9);
        const printed = run(
          wanted.map(([line]) => line ?? 'echo none'),
          folder,
        );
        expect(printed.map((text) => `sha256:${text.slice(0, 64)}`)).toEqual(wanted.map(([, digest]) => digest));
      }),
    TIMEOUT,
  );

  it.each([
    ["it's $HOME `x`.tar", awkwardTar()],
    ['-صورة: 1.tar', awkwardTar()],
    ['no suffix', new Uint8Array(gzipSync(gzipSync(awkwardTar())))],
  ])(
    'awkward names: %s',
    (name, tar) =>
      inFolder(async (folder) => {
        writeFileSync(join(folder, name), tar);
        const rows = await judgeFile(join(folder, name), folder);
        const of = (kind: Row['kind']): Row['verdict'][] =>
          rows.filter((row) => row.kind === kind).map(({ verdict }) => verdict);
        expect(of('diff-id')).toEqual(['matches', 'matches', 'matches', 'matches']);
        expect(of('repeated-member')).toEqual(['ambiguous']);
        expect(of('file-name')).toEqual(['matches']);
      }),
    TIMEOUT,
  );

  it.each(['-a folder: 1', 'صورة'])(
    'a folder: %s',
    (name) =>
      inFolder(async (folder) => {
        const unpacked = join(folder, name);
        mkdirSync(unpacked);
        execFileSync('tar', ['-xf', fixturePath('broken.layer-blob-missing.tar'), '-C', unpacked]);
        const rows = await judgeFile(unpacked, folder);
        expect(rows.filter(({ shell }) => shell !== null).length).toBeGreaterThan(5);
        expect(rows.find(({ kind, verdict }) => kind === 'digest' && verdict === 'missing')?.shell).toMatch(/^ls -d /);
      }),
    TIMEOUT,
  );

  it(
    'what is not as it is said',
    () =>
      inFolder(async (folder) => {
        const all = situations().map(({ tar, name }) => ({ tar, path: join(folder, `${name}.tar`) }));
        for (const { tar, path } of all) writeFileSync(path, tar);
        const kinds = new Set<Row['kind']>();
        const isOdd = ({ verdict, shell }: Row): boolean => verdict !== 'matches' && shell !== null;
        for (const { path } of all) {
          for (const row of await judgeFile(path, folder, isOdd)) if (isOdd(row)) kinds.add(row.kind);
        }
        expect([...kinds]).toEqual(
          expect.arrayContaining(['embedded', 'attached', 'key-case', 'repeated-key', 'conflict']),
        );
      }),
    TIMEOUT,
  );

  it(
    'what is read of the first of two members with one name',
    () =>
      inFolder(async (folder) => {
        const path = join(folder, 'first.tar');
        const config = `${sha256Hex(goJson(CONFIG))}.json`;
        writeFileSync(path, archive({ more: [{ name: config, body: '' }] }));
        const rows = await judgeFile(path, folder);
        const ofConfig = rows.filter(({ target, shell }) => target === config && shell?.includes('--occurrence=1'));
        expect(new Set(ofConfig.map(({ kind }) => kind))).toEqual(
          new Set(['layer-count', 'history-count', 'file-name']),
        );
      }),
    TIMEOUT,
  );

  it('a wrong line is noticed', () =>
    inFolder(async (folder) => {
      writeFileSync(join(folder, 'x.tar'), buildImage({ format: 'oci-layout', layers: [[{ name: 'a', body: 'a' }]] }));
      const { integrity } = await reportFile(join(folder, 'x.tar'));
      const row = integrity.rows.find(({ kind }) => kind === 'digest');
      if (!row) throw new Error('no digest');
      expect(() => judge(row, `${'0'.repeat(64)}  -\n`)).toThrow();
      expect(() => judge({ ...row, shell: 'tar -tf x.tar a', actual: null }, 'a\n')).toThrow();
    }));
});
