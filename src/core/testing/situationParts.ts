import type { DiagnosticCode } from '../errors';
import type { RowSituation } from '../model/integrity';
import { buildTar, type TarEntry } from './buildTar';
import { goJson, type JsonObject } from './goJson';
import { buildLayer, sha256Hex, sha256Of, type BuiltLayer } from './imageParts';

/*
 * Archives of which one thing is not as it is said, each made for one row of the integrity table.
 */

interface Made {
  readonly name: string;
  /** What its images are read from by other tools. */
  readonly transport: 'oci-archive' | 'docker-archive';
  readonly tar: Uint8Array<ArrayBuffer>;
}

/** An archive and what the notices must say of it. */
export interface NoticeSituation extends Made {
  readonly code: DiagnosticCode;
}

/** An archive and what the integrity table must say of it. */
export interface Situation extends Made {
  readonly row: RowSituation;
  /** Of rows that are not this, none is worse than tolerated. */
  readonly alone: boolean;
}

export type Blobs = Map<string, Uint8Array | string>;
type Change<T> = (value: T) => T;

export interface Parts {
  readonly layer?: BuiltLayer;
  readonly config?: Change<JsonObject>;
  /** The manifest's text, made of what it lists. */
  readonly manifest?: (config: JsonObject, layers: readonly JsonObject[]) => string;
  readonly entry?: Change<JsonObject>;
  /** By file name, when all else is made. */
  readonly files?: (files: Blobs, names: { config: string; manifest: string; layer: string }) => void;
  readonly more?: readonly TarEntry[];
}

export const NAME = { annotations: { 'org.opencontainers.image.ref.name': 'x' } } as const;
export const TYPE = 'application/vnd.oci.image';
export const LAYER_TYPE = `${TYPE}.layer.v1.tar+gzip`;
export const DOCKER_MANIFEST = 'application/vnd.docker.distribution.manifest.v2+json';
export const LAYER = buildLayer([{ name: 'a', body: 'a' }], true);
export const UNKNOWN = 'md5:d41d8cd98f00b204e9800998ecf8427e';
export const OTHER = buildLayer([{ name: 'b', body: 'b' }], true);
export const CONFIG: JsonObject = {
  architecture: 'amd64',
  os: 'linux',
  rootfs: { type: 'layers', diff_ids: [LAYER.diffId] },
  history: [{ created_by: 'made by hand' }],
};

export function descriptor(mediaType: string, body: Uint8Array | string): JsonObject {
  return { mediaType, digest: sha256Of(body), size: Buffer.byteLength(body) };
}

export function plainManifest(config: JsonObject, layers: readonly JsonObject[], more: JsonObject = {}): string {
  return goJson({ schemaVersion: 2, mediaType: `${TYPE}.manifest.v1+json`, config, layers, ...more });
}

export function layout({ layer = LAYER, ...change }: Parts): Uint8Array<ArrayBuffer> {
  const config = goJson(change.config?.(CONFIG) ?? CONFIG);
  const manifest = (change.manifest ?? plainManifest)(descriptor(`${TYPE}.config.v1+json`, config), [
    descriptor(LAYER_TYPE, layer.stored),
  ]);
  const entry: JsonObject = { ...descriptor(`${TYPE}.manifest.v1+json`, manifest), ...NAME };
  const nameOf = (body: Uint8Array | string): string => `blobs/sha256/${sha256Hex(body)}`;
  const names = { config: nameOf(config), manifest: nameOf(manifest), layer: nameOf(layer.stored) };
  const files: Blobs = new Map<string, Uint8Array | string>([
    ['oci-layout', '{"imageLayoutVersion":"1.0.0"}'],
    ['index.json', goJson({ schemaVersion: 2, manifests: [change.entry?.(entry) ?? entry] })],
    [names.config, config],
    [names.manifest, manifest],
    [names.layer, layer.stored],
  ]);
  change.files?.(files, names);
  return buildTar([...[...files].map(([name, body]) => ({ name, body })), ...(change.more ?? [])]);
}

interface ArchiveParts {
  readonly config?: Change<JsonObject>;
  readonly entry?: Change<JsonObject>;
  readonly files?: (files: Blobs, config: string) => void;
  readonly more?: readonly TarEntry[];
}

/** A docker archive with one layer, `layer.tar`. */
export function archive(change: ArchiveParts): Uint8Array<ArrayBuffer> {
  const layer = buildTar([{ name: 'a', body: 'a' }]);
  const config = goJson(change.config?.(CONFIG) ?? CONFIG);
  const path = `${sha256Hex(config)}.json`;
  const entry: JsonObject = { Config: path, RepoTags: ['x:1'], Layers: ['layer.tar'] };
  const files: Blobs = new Map<string, Uint8Array | string>([
    [path, config],
    ['layer.tar', layer],
    ['manifest.json', goJson([change.entry?.(entry) ?? entry])],
  ]);
  change.files?.(files, path);
  return buildTar([...[...files].map(([name, body]) => ({ name, body })), ...(change.more ?? [])]);
}

/** The same text with one character that is another, so that it stays as long as it was. */
export function changed(files: Blobs, name: string, from: string, to: string): void {
  const body = files.get(name);
  if (typeof body !== 'string' || !body.includes(from)) throw new Error(`no ${from} in ${name}`);
  files.set(name, body.replace(from, to));
}

export function oneMore(each: JsonObject | undefined): JsonObject {
  return { ...each, size: Number(each?.['size']) + 1 };
}

export const oci = (row: RowSituation, name: string, parts: Parts, alone = true): Situation => ({
  name,
  transport: 'oci-archive',
  tar: layout(parts),
  row,
  alone,
});
export const docker = (row: RowSituation, name: string, parts: ArchiveParts, alone = true): Situation => ({
  name,
  transport: 'docker-archive',
  tar: archive(parts),
  row,
  alone,
});
