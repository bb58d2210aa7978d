import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { planExport } from './core/engine';
import type { Document, Image } from './core/model/archive';
import { EXPORT_TARGETS, type ExportPlan, type ExportTarget } from './core/model/export';
import {
  extract,
  inFolder,
  missingTools,
  podmanLoad,
  sha256sumOf,
  skopeo,
  skopeoCopy,
  umociUnpack,
} from './core/testing/nativeTools';
import { packPlan } from './core/testing/packPlan';
import { readFixture } from './core/testing/readFixture';

/*
 * What we save, given to other people's tools: they read it, copy it everywhere, load and unpack it, and call the image what it was called before.
 */

/** Plain, gzip and zstd; Docker's config and OCI's; schema 1, 2 and OCI found; names, none and several; odd layers; another platform. */
const FILES = [
  'small.docker20-save.tar',
  'small.skopeo-oci-archive.gzip.tar',
  'small.buildx-oci-zstd.tar',
  'small.buildx-docker.tar',
  'small.skopeo-dir-v2s1.tar',
  'multi.docker28-save.tar.gz',
  'small.umoci-oci-dir.gnutar.tar',
  'nolayer.skopeo-docker-archive.tar',
  'small.ctr-remote-estargz.tar',
  'multiarch.buildah-dir-v2s2-list.tar',
  'windows.crane-append.tar',
];
/** Which of a file's images; otherwise the first. */
const PLACES: Readonly<Record<string, number>> = {
  'multiarch.buildah-dir-v2s2-list.tar': 2,
  'small.umoci-oci-dir.gnutar.tar': 1,
};
const TRANSPORTS = ['docker-archive', 'oci', 'oci-archive', 'dir'] as const;
/** Files of which every layout is copied to every transport; of the others, each to one of them in turn. */
const EVERYWHERE = 2;
/** Loading is slow: of the first file every layout, of the others one in so many. */
const LOADED = 5;

const missing = missingTools(['skopeo', 'umoci', 'podman', 'tar']);
const title = missing.length > 0 ? `skipped: this machine has no ${missing.join(', ')}` : 'what is saved is accepted';
const pairs = FILES.flatMap((file, i) => EXPORT_TARGETS.map((target, j) => [file, target, i, j] as const));

describe.skipIf(missing.length > 0)(title, () => {
  it.each(pairs)('%s as %s', { timeout: 120_000 }, (file, target, i, j) =>
    inFolder(async (folder) => {
      const saved = await save(file, target, folder);
      judgeInspected(saved);
      const transports = i < EVERYWHERE ? TRANSPORTS : TRANSPORTS.filter((_, k) => k === (i + j) % TRANSPORTS.length);
      for (const transport of transports) judgeCopied(saved, transport, folder);
      if (i === 0 || (i + j) % LOADED === 0) judgeLoaded(saved, folder);
      judgeUnpacked(saved, folder);
    }),
  );
});

interface Saved {
  readonly target: ExportTarget;
  readonly image: Image;
  readonly plan: ExportPlan;
  readonly tar: string;
  /** As skopeo is asked for it. */
  readonly reference: string;
  /** Null for schema 1. */
  readonly config: Document | null;
}

async function save(file: string, target: ExportTarget, folder: string): Promise<Saved> {
  const { archive, measurements } = await readFixture(file);
  const image = archive.images[PLACES[file] ?? 0];
  if (!image) throw new Error(`${file} has no image`);
  const plan = await planExport(archive, image, measurements, target);
  if ('cannot' in plan) throw new Error(`${file}: ${plan.cannot}`);
  const tar = join(folder, 'saved.tar');
  writeFileSync(tar, await packPlan(plan, archive.source));
  const config = plan.documents.find(({ kind }) => kind === 'config') ?? null;
  // All but OCI layouts have the config as it was.
  const before = archive.documents.find(({ id }) => id === image.config);
  if (before && config && !target.includes('oci')) expect(config.digest).toBe(before.digest);
  return { target, image, plan, tar, reference: referenceOf(target, tar, folder), config };
}

function referenceOf(target: ExportTarget, tar: string, folder: string): string {
  if (target.startsWith('dir-')) return `dir:${extract(tar, folder)}`;
  return `${target.startsWith('oci-') && !target.endsWith('containerd') ? 'oci-archive' : 'docker-archive'}:${tar}`;
}

const Inspected = v.object({ Layers: v.nullable(v.array(v.string())) });

/** skopeo reads config and layers as we wrote them. */
function judgeInspected({ config, reference, plan, image }: Saved): void {
  if (config) expect(sha256sumOf(skopeo(reference, '--raw', '--config'))).toBe(config.digest);
  const manifest = plan.documents.find(({ kind }) => kind === 'manifest' || kind === 'schema1-manifest');
  if (manifest && !reference.startsWith('docker-archive:')) {
    expect(sha256sumOf(skopeo(reference, '--raw'))).toBe(manifest.digest);
  }
  const { Layers } = v.parse(Inspected, JSON.parse(skopeo(reference)));
  if (config) expect(Layers).toHaveLength(image.layers.length);
}

function judgeCopied({ reference, config, image, plan }: Saved, transport: string, folder: string): void {
  const out = `${transport}:${join(folder, `copied-${transport}`)}`;
  const said = skopeoCopy(reference, transport === 'dir' ? out : `${out}:copied`);
  // skopeo 1.9 knows no zstd in Docker's types.
  const isStored = plan.entries.some((entry) => entry.type === 'file' && entry.content.kind === 'stored');
  const isZstd = isStored && image.layers.some(({ compression }) => compression === 'zstd');
  if (isZstd && transport === 'docker-archive') return expect(said).toMatch(/zstd compression is not supported/);
  expect(said).toBeNull();
  if (config && (transport === 'dir' || transport === 'docker-archive')) {
    expect(sha256sumOf(skopeo(out, '--raw', '--config'))).toBe(config.digest);
  }
}

/** podman names the image by its config. Schema 1 has none, and podman 4 says so in its way. */
function judgeLoaded({ tar, reference, config, target }: Saved, folder: string): void {
  const store = join(folder, 'store');
  mkdirSync(store);
  const loaded = podmanLoad(target.startsWith('dir-') ? reference.slice('dir:'.length) : tar, store);
  if (target === 'dir-schema1') return expect(loaded).toMatch(/invalid checksum digest format/);
  expect(loaded).toEqual([config?.digest.slice('sha256:'.length)]);
}

/** umoci checks every digest and DiffID on the way. It knows Linux, and OCI's types, plain and gzip. */
function judgeUnpacked({ tar, target, plan, image }: Saved, folder: string): void {
  const manifest = plan.documents.find(({ kind }) => kind === 'manifest');
  const isKnown = image.layers.every(({ compression }) => compression === 'none' || compression === 'gzip');
  const isLayout = target.startsWith('oci-archive') || target === 'docker-archive-docker25';
  if (!manifest?.mediaType?.includes('oci') || !isLayout || !isKnown || image.platform?.os !== 'linux') return;
  const scratch = join(folder, 'layout');
  mkdirSync(scratch);
  const layout = extract(tar, scratch);
  const name = 'judged';
  const annotations = { 'org.opencontainers.image.ref.name': name };
  const entry = { mediaType: manifest.mediaType, digest: manifest.digest, size: manifest.bytes.length, annotations };
  writeFileSync(join(layout, 'index.json'), JSON.stringify({ schemaVersion: 2, manifests: [entry] }));
  expect(umociUnpack(layout, name, scratch)).toBe(manifest.digest);
}
