import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import * as v from 'valibot';
import { goJson, type Json } from '../src/core/testing/goJson';
import { sha256Hex, sha256Of } from '../src/core/testing/imageParts';
import { sourceFiles } from './sourceFiles';
import { TarFile } from './tarFile';

const MIB = 1024 * 1024;
const REAL_BYTES = 512 * MIB;
/** Shares of the real image's bytes, base first: one large layer and ever smaller ones, as real images have. */
export const SHARES = [0.36, 0.24, 0.16, 0.12, 0.08, 0.04];
const SPARSE_BYTES = 5 * 1024 * MIB;
const HOLE = { smallest: 60_000_000, largest: 100_000_000 } as const;

/** What the benchmark measures; the files are made once and kept. */
export interface BenchData {
  /** Docker archive, layers as plain tars. */
  readonly plain: string;
  /** OCI archive, the same layers in gzip. */
  readonly gzip: string;
  /** Docker archive of 5 GiB, all holes. */
  readonly sparse: string;
  /** OCI archive of the same holes in gzip: small, and as large when it is unpacked. */
  readonly packedHoles: string;
  /** Each gzip layer as a file of its own, for the shell. */
  readonly blobs: readonly string[];
  /** Bytes of the layers, unpacked. */
  readonly unpackedBytes: number;
  readonly sparseBytes: number;
}

interface Layer {
  readonly path: string;
  readonly digest: string;
  readonly diffId: string;
  readonly size: number;
}

const Sizes = v.object({ unpackedBytes: v.number(), sparseBytes: v.number() });
const FOLDER = fileURLToPath(new URL('data/', import.meta.url));
const LAYERS = SHARES.map((_, index) => `${FOLDER}layer-${index + 1}.tar`);
const PLAIN = `${FOLDER}plain.tar`;
const GZIP = `${FOLDER}gzip.tar`;
const SPARSE = `${FOLDER}sparse.tar`;
const PACKED_HOLES = `${FOLDER}packed-holes.tar`;

/** Makes bench/data unless it is there, and says where it is. */
export function benchData(): BenchData {
  const done = `${FOLDER}sizes.json`;
  if (!existsSync(done)) {
    rmSync(FOLDER, { recursive: true, force: true });
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(done, JSON.stringify(make()));
  }
  const sizes = v.parse(Sizes, JSON.parse(readFileSync(done, 'utf8')));
  if (!existsSync(PACKED_HOLES)) writePackedHoles(PACKED_HOLES);
  return {
    plain: PLAIN,
    gzip: GZIP,
    sparse: SPARSE,
    packedHoles: PACKED_HOLES,
    blobs: LAYERS.map(gzipped),
    ...sizes,
  };
}

function gzipped(path: string): string {
  return `${path}.gz`;
}

function make(): v.InferOutput<typeof Sizes> {
  const plainLayers = makeLayers();
  const gzipLayers = plainLayers.map((layer): Layer => {
    const path = gzipped(layer.path);
    execFileSync('sh', ['-c', 'gzip -6 -n -c "$1" > "$2"', 'sh', layer.path, path]);
    const digest = execFileSync('sha256sum', [path], { encoding: 'utf8' }).slice(0, 64);
    return { ...layer, path, digest: `sha256:${digest}`, size: statSync(path).size };
  });
  writeDockerArchive(PLAIN, plainLayers);
  writeOciArchive(GZIP, gzipLayers);
  const sparseBytes = writeSparse(SPARSE);
  for (const { path } of plainLayers) rmSync(path);
  return { unpackedBytes: plainLayers.reduce((sum, { size }) => sum + size, 0), sparseBytes };
}

/** Layers of real files, as tars on disk. */
function makeLayers(): readonly Layer[] {
  const files = sourceFiles('/usr', REAL_BYTES);
  let next = 0;
  return LAYERS.map((path, index) => {
    const tar = new TarFile(path, { hash: true });
    const share = SHARES[index + 1] === undefined ? Infinity : (SHARES[index] ?? 0);
    while (next < files.length && tar.size < share * REAL_BYTES) {
      const file = files[next++];
      if (file) tar.addFile({ name: file.path.slice(1), mode: file.mode }, file.path, file.size);
    }
    const diffId = `sha256:${tar.end()}`;
    return { path, digest: diffId, diffId, size: tar.size };
  });
}

function configOf(diffIds: readonly string[]): string {
  const created = '2024-05-01T10:00:00Z';
  return goJson({
    created,
    architecture: 'amd64',
    os: 'linux',
    config: { Cmd: ['/bin/true'] },
    rootfs: { type: 'layers', diff_ids: diffIds },
    history: diffIds.map((_, index) => ({ created, created_by: `layer ${index + 1}` })),
  });
}

function writeDockerArchive(path: string, layers: readonly Layer[]): void {
  const tar = new TarFile(path, { hash: false });
  for (const layer of layers) tar.addFile({ name: layerName(layer.diffId) }, layer.path, layer.size);
  endDockerArchive(
    tar,
    layers.map(({ diffId }) => diffId),
  );
}

function layerName(diffId: string): string {
  return `${diffId.slice('sha256:'.length)}.tar`;
}

function endDockerArchive(tar: TarFile, diffIds: readonly string[]): void {
  const config = configOf(diffIds);
  const name = `${sha256Hex(config)}.json`;
  const manifest = [{ Config: name, RepoTags: ['bench:1.0'], Layers: diffIds.map(layerName) }];
  tar.add({ name }, Buffer.from(config));
  tar.add({ name: 'manifest.json' }, Buffer.from(goJson(manifest)));
  tar.end();
}

function writeOciArchive(path: string, layers: readonly Layer[]): void {
  const tar = new TarFile(path, { hash: false });
  const blob = (text: string): { digest: string; size: number } => {
    tar.add({ name: `blobs/sha256/${sha256Hex(text)}` }, Buffer.from(text));
    return { digest: sha256Of(text), size: Buffer.byteLength(text) };
  };
  for (const { digest, path: from, size } of layers) {
    tar.addFile({ name: `blobs/sha256/${digest.slice('sha256:'.length)}` }, from, size);
  }
  const type = 'application/vnd.oci.image';
  const config = { mediaType: `${type}.config.v1+json`, ...blob(configOf(layers.map(({ diffId }) => diffId))) };
  const parts = layers.map(({ digest, size }): Json => ({ mediaType: `${type}.layer.v1.tar+gzip`, digest, size }));
  const manifest = goJson({ schemaVersion: 2, mediaType: `${type}.manifest.v1+json`, config, layers: parts });
  const descriptor = { mediaType: `${type}.manifest.v1+json`, ...blob(manifest) };
  tar.add({ name: 'index.json' }, Buffer.from(goJson({ schemaVersion: 2, manifests: [descriptor] })));
  tar.add({ name: 'oci-layout' }, Buffer.from('{"imageLayoutVersion":"1.0.0"}'));
  tar.end();
}

interface Hole {
  readonly size: number;
  readonly diffId: string;
}

/** Layers of zeros of different lengths, with their true digests. */
function holes(): readonly Hole[] {
  const mean = (HOLE.smallest + HOLE.largest) / 2;
  const count = Math.round(SPARSE_BYTES / mean);
  const step = (HOLE.largest - HOLE.smallest) / (count - 1);
  const zeros = createHash('sha256');
  let hashed = 0;
  return Array.from({ length: count }, (_, index) => {
    const size = Math.floor((HOLE.smallest + index * step) / 512) * 512;
    zeros.update(new Uint8Array(size - hashed));
    hashed = size;
    return { size, diffId: `sha256:${zeros.copy().digest('hex')}` };
  });
}

/** A docker archive of holes. Returns the layers' bytes. */
function writeSparse(path: string): number {
  const layers = holes();
  const tar = new TarFile(path, { hash: false });
  for (const { size, diffId } of layers) tar.addHole({ name: layerName(diffId) }, size);
  endDockerArchive(
    tar,
    layers.map(({ diffId }) => diffId),
  );
  return layers.reduce((sum, { size }) => sum + size, 0);
}

function writePackedHoles(path: string): void {
  const layers = holes().map(({ size, diffId }, index): Layer => {
    const packed = gzipSync(new Uint8Array(size), { level: 1 });
    const file = `${FOLDER}hole-${index}.gz`;
    writeFileSync(file, packed);
    return { path: file, digest: `sha256:${sha256Hex(packed)}`, diffId, size: packed.length };
  });
  writeOciArchive(path, layers);
  for (const layer of layers) rmSync(layer.path);
}
