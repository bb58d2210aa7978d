import { copyFileSync, lstatSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { reportFile } from '../scripts/reportFile';
import {
  extract,
  inFolder,
  layoutRoot,
  missingTools,
  podmanLoad,
  sha256sum,
  sha256sumOf,
  skopeo,
  skopeoConvert,
  umociStat,
  umociUnpack,
  unwrapped,
} from './core/testing/nativeTools';

/*
 * What we say of real archives, held against what sha256sum, gzip, zstd, GNU tar, skopeo and umoci say of the same bytes.
 */

type Report = Awaited<ReturnType<typeof reportFile>>;
type ReportImage = Report['images'][number];
type Form = ReportImage['representations'][number];

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** No image, cut short, or without what the tools need: each has its own test elsewhere. */
const NOT_FOR_TOOLS = /^(artifact|not-an-image|broken)/;
const TIMEOUT = 60_000;

const files = ['public/samples', 'fixtures']
  .flatMap((folder) => readdirSync(join(ROOT, folder)).map((name) => join(ROOT, folder, name)))
  .filter((path) => /\.tar(\.\w+)?$/.test(path) && !NOT_FOR_TOOLS.test(basename(path)));
const missing = missingTools(['skopeo', 'umoci', 'zstd', 'gzip', 'xz', 'bzip2', 'tar', 'sha256sum']);
const title = missing.length > 0 ? `skipped: this machine has no ${missing.join(', ')}` : 'agrees with other tools';

describe.skipIf(missing.length > 0)(title, () => {
  it('has archives to judge', () => expect(files.length).toBeGreaterThan(30));

  it.each(files.map((path) => [basename(path), path] as const))(
    '%s',
    (_, path) =>
      inFolder(async (folder) => {
        const report = await reportFile(path);
        const plain = unwrapped(path, folder);
        const members = layoutRoot(extract(plain, folder));
        const judge = rememberingSha256sum(members);
        expect(report.images.length).toBeGreaterThan(0);
        for (const image of report.images) {
          judgeBytes(image, judge);
          for (const form of image.representations) judgeChainIds(form);
          await inFolder((scratch) => judgeDockerArchive(report, image, { plain, members, scratch }));
        }
        const isDir = report.images.some(({ formats }) => formats.includes('dir-transport'));
        await inFolder((scratch) => judgeLoaded(report, isDir ? members : plain, scratch));
        // Last, because it changes the index.
        for (const image of report.images) {
          const judgeLayout = image.formats.includes('dir-transport') ? judgeDir : judgeOci;
          await inFolder((scratch) => judgeLayout(image, members, scratch));
        }
      }),
    TIMEOUT,
  );
});

type Unpack = Parameters<typeof sha256sum>[1];
type Judge = (member: string, unpack?: Unpack) => string;

/** sha256sum of a member, stored or unpacked; each is asked for once. */
function rememberingSha256sum(members: string): Judge {
  const known = new Map<string, string>();
  return (member, unpack) => {
    const key = `${unpack ?? 'none'} ${member}`;
    const digest = known.get(key) ?? sha256sum(join(members, member), unpack);
    known.set(key, digest);
    return digest;
  };
}

/** Every fact that we measured, and every found document's digest, by sha256sum. */
function judgeBytes(image: ReportImage, judge: Judge): void {
  const documents = image.representations.flatMap((form) => form.documents).filter(({ origin }) => origin === 'found');
  expect(documents.length).toBeGreaterThan(0);
  for (const { path, digest } of documents) expect([path, judge(path)]).toEqual([path, digest]);
  for (const { part, kind, target, actual } of image.findings) {
    if (actual === null || kind === 'size') continue;
    const compression = image.representations[0]?.layers.find(({ number }) => part === `layer:${number}`)?.compression;
    const unpack = kind === 'diff-id' ? (compression ?? 'none') : 'none';
    expect([target, kind, judge(target, unpack)]).toEqual([target, kind, actual]);
  }
}

function judgeChainIds({ layers }: Form): void {
  let below: string | null = null;
  for (const { diffId, chainId } of layers) {
    if (diffId === null) return;
    const expected: string = below === null ? diffId : sha256sumOf(`${below} ${diffId}`);
    expect(chainId).toBe(expected);
    below = expected;
  }
}

const formOf = (image: ReportImage, name: Form['column']): Form | undefined =>
  image.representations.find(({ column }) => column === name);
const documentOf = (form: Form | undefined, part: string): Form['documents'][number] | undefined =>
  form?.documents.find((document) => document.part === part);

const Inspected = v.object({ Layers: v.nullable(v.array(v.string())) });

interface Places {
  /** The tar, with nothing around it. */
  readonly plain: string;
  /** Its members as files. */
  readonly members: string;
  /** An empty folder. */
  readonly scratch: string;
}

/** skopeo's view of a docker archive: it names every layer by its DiffID. */
function judgeDockerArchive(report: Report, image: ReportImage, { plain, members, scratch }: Places): void {
  if (!image.formats.includes('docker-archive')) return;
  const [name] = image.names;
  if (name === undefined && report.images.length > 1) return;
  const reference = `docker-archive:${plain}${name === undefined ? '' : `:${name}`}`;
  const form = formOf(image, 'v2s2');
  expect(sha256sumOf(skopeo(reference, '--raw', '--config'))).toBe(documentOf(form, 'config')?.digest);
  const { Layers } = v.parse(Inspected, JSON.parse(skopeo(reference)));
  expect(form?.layers.map(({ diffId }) => diffId)).toEqual(Layers);
  const derived = documentOf(formOf(image, 'oci'), 'config');
  // skopeo 1.9 reads a layer that is a link as empty, and refuses to copy it.
  const linked = form?.layers.some(({ path }) => lstatSync(join(members, path ?? '')).isSymbolicLink());
  if (derived?.recipe === 'oci-config' && !linked) {
    expect(skopeoConvert(reference, 'oci', scratch).config).toBe(derived.digest);
  }
}

/** Archives that podman 4 refuses, in its words; it loads all others. */
const PODMAN_REFUSES: ReadonlyMap<string, RegExp> = new Map([
  ['small-referrers.oras-backup.tar', /more than one image in oci/],
  ['small.cosign-tags-oci-dir.gnutar.tar', /more than one image in oci/],
  ['small.umoci-oci-dir.gnutar.tar', /more than one image in oci/],
  ['small.skopeo-oci-archive.encrypted.tar', /invalid tar header/],
  ['wrapped.oci-in-a-folder.gnutar.tar', /index\.json: no such file/],
  ['small.skopeo-dir-v2s1.tar', /getting config info: invalid checksum digest format/],
  ['hello-flipped.tar', /Digest did not match/],
  ['hello-v1.tar', /manifest\.json: file does not exist/],
]);

/** What podman calls the images that it loads: an ID is the digest of the config. */
function judgeLoaded(report: Report, source: string, scratch: string): void {
  if (missingTools(['podman']).length > 0) return;
  const loaded = podmanLoad(source, scratch);
  const refusal = PODMAN_REFUSES.get(report.file.name);
  if (refusal) return expect(loaded).toMatch(refusal);
  if (typeof loaded === 'string') throw new Error(loaded);
  const configs = report.images.flatMap((image) =>
    image.representations.flatMap((form) => documentOf(form, 'config')?.digest ?? []),
  );
  expect(loaded.length).toBeGreaterThan(0);
  expect(configs).toEqual(expect.arrayContaining(loaded.map((id) => `sha256:${id}`)));
}

const Stat = v.object({
  history: v.array(v.object({ layer: v.nullable(v.object({ digest: v.string() })), diff_id: v.string() })),
});

/** skopeo's and umoci's view of one manifest of a layout, whatever the indexes above it. */
function judgeOci(image: ReportImage, members: string, folder: string): void {
  const form = formOf(image, 'oci');
  const manifest = documentOf(form, 'manifest');
  if (!form || manifest?.origin !== 'found') return;
  const layout = pointedAt(members, manifest);
  const reference = `oci:${layout}:judged`;
  expect(sha256sumOf(skopeo(reference, '--raw'))).toBe(manifest.digest);
  expect(sha256sumOf(skopeo(reference, '--raw', '--config'))).toBe(documentOf(form, 'config')?.digest);
  const { Layers } = v.parse(Inspected, JSON.parse(skopeo(reference)));
  expect(form.layers.map(({ digest }) => digest)).toEqual(Layers);
  judgeWithUmoci(image, form, { layout, digest: manifest.digest, folder });
  const derived = documentOf(formOf(image, 'v2s2'), 'manifest');
  const plainTypes = form.layers.every(({ mediaType }) => /\.tar(\+gzip)?$/.test(mediaType ?? ''));
  if (derived?.recipe === 'v2s2-manifest-from-oci' && plainTypes && image.summary.mismatches === 0) {
    expect(skopeoConvert(reference, 'v2s2', folder).manifest).toBe(derived.digest);
  }
}

/** skopeo's view of one manifest of a `dir:`. */
function judgeDir(image: ReportImage, members: string, folder: string): void {
  const [schema2, oci] = [formOf(image, 'v2s2'), formOf(image, 'oci')];
  const [form, other] = documentOf(oci, 'manifest')?.origin === 'found' ? [oci, schema2] : [schema2, oci];
  const manifest = documentOf(form, 'manifest');
  if (manifest?.origin === 'found' && manifest.path !== 'manifest.json') {
    copyFileSync(join(members, manifest.path), join(members, 'manifest.json'));
  }
  const reference = `dir:${members}`;
  if (documentOf(form, 'pointer')?.kind === 'schema1-manifest') return judgeSchema1(image, reference, folder);
  expect(sha256sumOf(skopeo(reference, '--raw'))).toBe(manifest?.digest);
  expect(sha256sumOf(skopeo(reference, '--raw', '--config'))).toBe(documentOf(form, 'config')?.digest);
  const { Layers } = v.parse(Inspected, JSON.parse(skopeo(reference)));
  expect(form?.layers.map(({ digest }) => digest)).toEqual(Layers);
  const derived = documentOf(other, 'manifest');
  const gzip = form?.layers.every(({ compression }) => compression === 'gzip') ?? false;
  if (derived && gzip) {
    expect(skopeoConvert(reference, other === oci ? 'oci' : 'v2s2', folder).manifest).toBe(derived.digest);
  }
}

/** What skopeo converts a schema 1 manifest to. */
function judgeSchema1(image: ReportImage, reference: string, folder: string): void {
  const [schema2, oci] = [formOf(image, 'v2s2'), formOf(image, 'oci')];
  expect(sha256sumOf(skopeo(reference, '--raw'))).toBe(documentOf(schema2, 'pointer')?.digest);
  for (const [format, form] of [
    ['v2s2', schema2],
    ['oci', oci],
  ] as const) {
    const { manifest, config } = skopeoConvert(reference, format, folder);
    expect(documentOf(form, 'manifest')?.digest).toBe(manifest);
    expect(documentOf(form, 'config')?.digest).toBe(config);
  }
}

/** umoci checks every digest and DiffID while it unpacks. It knows OCI layers, plain and gzip. */
function judgeWithUmoci(
  image: ReportImage,
  form: Form,
  manifest: { layout: string; digest: string; folder: string },
): void {
  const { layout, digest, folder } = manifest;
  const known = form.layers.every(({ mediaType }) =>
    /^application\/vnd\.oci\.image\.layer\.v1\.tar(\+gzip)?$/.test(mediaType ?? ''),
  );
  if (!known) return;
  const { history } = v.parse(Stat, JSON.parse(umociStat(layout, 'judged')));
  const stated = history.flatMap(({ layer, diff_id }) => (layer ? [[layer.digest, diff_id]] : []));
  if (stated.length > 0) expect(form.layers.map((each) => [each.digest, each.diffId])).toEqual(stated);
  if (image.summary.mismatches > 0) expect(() => umociUnpack(layout, 'judged', folder)).toThrow(/digest mismatch/);
  else expect(umociUnpack(layout, 'judged', folder)).toBe(digest);
}

/** The same layout with an index that has this manifest alone, under a name that both tools can ask for. */
function pointedAt(members: string, manifest: Form['documents'][number]): string {
  const { mediaType, digest, size } = manifest;
  const annotations = { 'org.opencontainers.image.ref.name': 'judged' };
  writeFileSync(
    join(members, 'index.json'),
    JSON.stringify({ schemaVersion: 2, manifests: [{ mediaType, digest, size, annotations }] }),
  );
  return members;
}
