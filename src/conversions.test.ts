import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { unpackTar } from 'modern-tar';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { manifestForms, measureRequests, measureSpans, openArchive, planExport } from './core/engine';
import type { Archive, Document, Image } from './core/model/archive';
import type { ExportPlan, ExportTarget } from './core/model/export';
import type { Measurement } from './core/model/facts';
import {
  compareOutputs,
  EMPTY_LEFT,
  GZIP_CLAIM,
  OLD_LAYOUT,
  outputOf,
  sha256,
  VARIANT_ORDER,
  variantFirst,
  type Output,
} from './core/testing/conversions/output';
import { imageReference, listReference, type Places } from './core/testing/conversions/source';
import { savedAgain } from './core/testing/conversions/savedAgain';
import { FIXTURES, fixturePath } from './core/testing/fixtures';
import { extract, inFolder, layoutRoot, missingTools, skopeoCopy, unwrapped } from './core/testing/nativeTools';
import { packPlan } from './core/testing/packPlan';
import { readFixture } from './core/testing/readFixture';

/*
 * Every conversion of every fixture's images, held against what skopeo writes, byte for byte. The table is of skopeo 1.9.3, Debian 12's: another
 * one has other quirks.
 */
const missing = missingTools(['skopeo', 'tar', 'gzip', 'zstd', 'xz', 'bzip2']);
const version = missing.length > 0 ? '' : spawnSync('skopeo', ['--version'], { encoding: 'utf8' }).stdout;
const reason =
  missing.length > 0 ? `this machine has no ${missing.join(', ')}` : 'skopeo is not 1.9, of which the table is';
const isSkipped = !version.includes(' 1.9.');

/** The same tar as another fixture's, in a compression. */
const SAME_INSIDE = /^wrapped\.docker20-save/;
const files = Object.entries(FIXTURES).flatMap(([file, outcome]) =>
  'images' in outcome && outcome.images > 0 && !SAME_INSIDE.test(file) ? [file] : [],
);
const HEAD = [
  'file',
  'image',
  'found',
  'schema 1',
  'schema 2',
  'OCI',
  '`docker-archive:`',
  '`oci-archive:`',
  'list ↔ index',
  'saved again',
];

interface Fixture extends Places {
  readonly archive: Archive;
  readonly measurements: readonly Measurement[];
}

describe.skipIf(isSkipped)(isSkipped ? `skipped: ${reason}` : 'conversions give what skopeo gives', () => {
  it.each(files)('%s', { timeout: 120_000 }, async (file) => {
    const rows = await rowsOf(file);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.flat().filter((cell) => cell.includes('differs'))).toEqual([]);
  });

  it('as the table says', { timeout: 300_000 }, async () => {
    const rows: string[][] = [];
    for (const file of files) rows.push(...(await rowsOf(file)));
    const lines = [HEAD, HEAD.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`);
    await expect(`${INTRODUCTION}\n${lines.join('\n')}\n`).toMatchFileSnapshot(fixturePath('CONVERSIONS.md'));
  });
});

const QUIRKS = [GZIP_CLAIM, VARIANT_ORDER, OLD_LAYOUT, EMPTY_LEFT];

/** What skopeo says when it refuses, and in short. */
const REFUSALS: readonly (readonly [said: RegExp, words: string])[] = [
  [/Digest did not match/, 'a digest does not match'],
  [/no such file or directory/, 'a blob is missing'],
  [/Size mismatch when copying|write too long/, 'it reads a layer that is a link as empty'],
  [/zstd compression is not supported for docker images/, 'it knows no zstd in Docker’s types'],
  [/Unknown media type during manifest conversion: \S*in-toto/, 'it converts no attestation'],
  [/Unknown media type during manifest conversion: \S*encrypted/, 'it converts no encrypted layer'],
];

const INTRODUCTION = `# What Tabaqa converts, and whether real tools write the same

Made by \`src/conversions.test.ts\` with skopeo 1.9.3; a test fails when it is not current.

*Equal*: all that \`skopeo copy\` writes is the same, byte for byte: manifest, config, layers, v1 files, names. Of a \`docker-archive:\` that is the
whole tar, of an \`oci-archive:\` all but times and owners, of schema 1 what is signed (the key is made for the moment). Layers are copied as
they are stored, or unpacked for \`docker-archive:\`. A letter says that it is equal once a habit of skopeo 1.9.3 is put in that newer ones do
not have, or that is wrong:

${QUIRKS.map(({ sign, words }) => `- **${sign}** ${words}`).join('\n')}

*Only here*: skopeo refuses, and why. Otherwise the code says why it cannot be made; skopeo refuses too. *Saved again*: the archive in the layout
of its own writer, against the archive itself.
`;

/** An image and where we convert it from. */
interface Source {
  readonly fixture: Fixture;
  readonly image: Image;
}

const known = new Map<string, Promise<string[][]>>();

function rowsOf(file: string): Promise<string[][]> {
  const rows = known.get(file) ?? makeRows(file);
  known.set(file, rows);
  return rows;
}

async function makeRows(file: string): Promise<string[][]> {
  const { archive, measurements } = await readFixture(file);
  return inFolder(async (folder) => {
    const plain = unwrapped(fixturePath(file), folder);
    const fixture = { archive, measurements, plain, root: layoutRoot(extract(plain, folder)) };
    const rows: string[][] = [];
    for (const image of archive.images) rows.push([file, ...(await cellsOf(fixture, image))]);
    return rows;
  });
}

/** A docker archive as skopeo takes it: it unpacks compressed layers before anything else. */
async function withPlainLayers(fixture: Fixture, image: Image): Promise<{ fixture: Fixture; image: Image } | null> {
  const { archive, measurements } = fixture;
  const isArchive = image.stated.every(({ format }) => format === 'docker-archive' || format === 'docker-v1');
  if (!isArchive || image.layers.every(({ compression }) => compression === 'none')) return null;
  const plan = await planExport(archive, image, measurements, 'docker-archive-skopeo');
  if ('cannot' in plan) return null;
  const plain = await openArchive({ blob: new Blob([await packPlan(plan, archive.source)]) }, 'plain.tar');
  const measured = await measureSpans(plain.source, measureRequests(plain));
  const [same] = plain.images;
  return same ? { fixture: { ...fixture, archive: plain, measurements: measured }, image: same } : null;
}

async function cellsOf(fixture: Fixture, image: Image): Promise<string[]> {
  const { archive, measurements } = fixture;
  const { manifests, lists } = await manifestForms(archive, image, measurements);
  const found = Object.values(manifests).filter(({ manifest }) => manifest?.origin === 'found');
  const plain = await withPlainLayers(fixture, image);
  const from = imageReference(archive, image, fixture);
  const source = plain ?? { fixture, image };
  const note = plain ? ', unpacked by skopeo' : '';
  const { os = '', architecture = '', variant = '' } = image.platform ?? {};
  return [
    `${image.names[0] ?? 'no name'} ${[os, architecture, variant].filter(Boolean).join('/')}`,
    (found.map(({ kind }) => kind).join(', ') || 'docker archive') + note,
    await dirCell(source, from, 'dir-schema1'),
    await dirCell(source, from, 'dir-schema2'),
    await dirCell(source, from, 'dir-oci'),
    await archiveCell(source, from),
    await layoutCell(source, from),
    lists ? await listCell(fixture, image, lists) : '',
    await savedAgain(fixture, image, Uint8Array.from(readFileSync(fixture.plain))),
  ];
}

const FORMAT = { 'dir-schema1': 'v2s1', 'dir-schema2': 'v2s2', 'dir-oci': 'oci' } as const;

function dirCell(source: Source, from: string, target: keyof typeof FORMAT): Promise<string> {
  return inFolder(async (folder) => {
    const out = join(folder, 'out');
    const said = copy(from, `dir:${out}`, '--format', FORMAT[target]);
    return judge(source, target, said, (ours) => compareOutputs(ours, outputOf(filesIn(out)), QUIRKS));
  });
}

function layoutCell(source: Source, from: string): Promise<string> {
  return inFolder(async (folder) => {
    const out = join(folder, 'out');
    const [first] = source.image.names;
    const name = first === undefined ? '' : `:${first}`;
    const said = copy(from, `oci-archive:${out}${name}`, '--dest-oci-accept-uncompressed-layers');
    return judge(source, 'oci-archive-skopeo', said, async (ours) => {
      const theirs = await membersOf(readFileSync(out));
      return compareOutputs(ours, outputOf(theirs), QUIRKS);
    });
  });
}

async function archiveCell({ fixture, image }: Source, from: string): Promise<string> {
  return inFolder(async (folder) => {
    const out = join(folder, 'out');
    const plan = await planExport(fixture.archive, image, fixture.measurements, 'docker-archive-skopeo');
    const [first, ...others] = 'cannot' in plan ? [] : tagsOf(plan);
    const tags = others.flatMap((tag) => ['--additional-tag', tag]);
    const said = copy(from, `docker-archive:${out}${first === undefined ? '' : `:${first}`}`, ...tags);
    return verdict(plan, said, async (made) => {
      const [ours, theirs] = [await packPlan(made, fixture.archive.source), Uint8Array.from(readFileSync(out))];
      if (sha256(ours) === sha256(theirs)) return 'equal';
      const others = (await unpackTar(theirs)).filter(({ header }) => header.name !== EMPTY_LAYER);
      const isSame = sha256(JSON.stringify(others)) === sha256(JSON.stringify(await unpackTar(ours)));
      return isSame ? `equal ${EMPTY_LEFT.sign}` : 'differs: the tar';
    });
  });
}

/** The plain form of the blob that schema 1 has for steps without a layer. */
const EMPTY_LAYER = '5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef.tar';

const Listed = v.tuple([v.object({ RepoTags: v.array(v.string()) })]);

function tagsOf({ documents }: ExportPlan): readonly string[] {
  const list = documents.find(({ kind }) => kind === 'archive-manifest');
  return v.parse(Listed, JSON.parse(new TextDecoder().decode(list?.bytes)))[0].RepoTags;
}

type Lists = NonNullable<Awaited<ReturnType<typeof manifestForms>>['lists']>;

async function listCell(fixture: Fixture, image: Image, { list, index }: Lists): Promise<string> {
  const [found, derived] = list.document?.origin === 'found' ? [list, index] : [index, list];
  if (!found.document) return '';
  const format = image.stated.some((stated) => stated.format === 'dir-transport') ? 'dir-transport' : 'oci-layout';
  const from = listReference(found.document, format, fixture.root);
  return inFolder((folder) => {
    const out = join(folder, 'out');
    const said = copy(from, `dir:${out}`, '--all', '--format', derived.kind === 'list' ? 'v2s2' : 'oci');
    if (said !== null) return derived.document ? `only here: ${said}` : `\`${derived.cannot ?? ''}\``;
    if (!derived.document) return `differs: ${derived.cannot ?? ''}`;
    return compareLists(derived.document, readFileSync(join(out, 'manifest.json'), 'utf8'), fixture);
  });
}

/** Ours equals theirs, or does once each platform's config is written with its variant first. */
async function compareLists(derived: Document, theirs: string, { archive, measurements }: Fixture): Promise<string> {
  let ours = new TextDecoder().decode(derived.bytes);
  if (ours === theirs) return 'equal';
  for (const image of archive.images) {
    const { oci } = (await manifestForms(archive, image, measurements)).manifests;
    if (!oci.manifest || !oci.config) continue;
    const [manifest, config] = [oci.manifest, oci.config].map(({ bytes }) => new TextDecoder().decode(bytes));
    const changed = manifest?.replace(sha256(config ?? ''), sha256(variantFirst(config ?? ''))) ?? '';
    ours = ours.replace(oci.manifest.digest, sha256(changed));
  }
  return ours === theirs ? `equal ${VARIANT_ORDER.sign}` : 'differs';
}

async function judge(
  { fixture: { archive, measurements }, image }: Source,
  target: ExportTarget,
  said: string | null,
  compare: (ours: Output) => Promise<string> | string,
): Promise<string> {
  const plan = await planExport(archive, image, measurements, target);
  return verdict(plan, said, async (made) => compare(outputOf(await membersOf(await packPlan(made, archive.source)))));
}

/** Who can, and what comes of it when both can. */
async function verdict(
  plan: Awaited<ReturnType<typeof planExport>>,
  said: string | null,
  compare: (plan: ExportPlan) => Promise<string>,
): Promise<string> {
  if ('cannot' in plan) return said === null ? `differs: ${plan.cannot}` : `\`${plan.cannot}\``;
  return said === null ? compare(plan) : `only here: ${said}`;
}

/** Lets skopeo copy; null, or why it refuses. */
function copy(from: string, to: string, ...options: readonly string[]): string | null {
  const refusal = skopeoCopy(from, to, ...options);
  if (refusal === null) return null;
  return REFUSALS.find(([said]) => said.test(refusal))?.[1] ?? `differs: ${refusal}`;
}

function filesIn(folder: string): Map<string, Uint8Array> {
  return new Map(readdirSync(folder).map((name) => [name, Uint8Array.from(readFileSync(join(folder, name)))]));
}

async function membersOf(tar: Uint8Array): Promise<Map<string, Uint8Array>> {
  const entries = await unpackTar(tar);
  return new Map(
    entries
      .filter(({ header }) => header.type === 'file')
      .map(({ header, data }) => [header.name, data ?? new Uint8Array()]),
  );
}
