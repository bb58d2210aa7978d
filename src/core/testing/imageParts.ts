import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { TarEntry } from './buildTar';
import { buildTar } from './buildTar';
import type { JsonObject } from './goJson';

/** A layer as it is stored in an image. */
export interface BuiltLayer {
  readonly stored: Uint8Array<ArrayBuffer>;
  /** sha256 of the stored bytes. */
  readonly digest: string;
  /** sha256 of the unpacked tar. */
  readonly diffId: string;
  readonly gzip: boolean;
}

/** What the writers of every format start from. */
export interface ImageParts {
  readonly layers: readonly BuiltLayer[];
  /** A Docker image config, `rootfs` included. */
  readonly config: JsonObject;
  /** Familiar names, each with its tag: `hello:1.0`. */
  readonly tags: readonly string[];
}

/** `sha256:…` of bytes or of UTF-8 text. */
export function sha256Of(bytes: Uint8Array | string): string {
  return `sha256:${sha256Hex(bytes)}`;
}

/** The hexadecimal part alone. */
export function sha256Hex(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export function hexOf(digest: string): string {
  return digest.slice(digest.indexOf(':') + 1);
}

/** A layer from its members or from its tar; gzip at the default level, without a time. */
export function buildLayer(layer: readonly TarEntry[] | Uint8Array<ArrayBuffer>, gzip: boolean): BuiltLayer {
  const tar = layer instanceof Uint8Array ? layer : buildTar(layer);
  const stored = gzip ? new Uint8Array(gzipSync(tar)) : tar;
  return { stored, digest: sha256Of(stored), diffId: sha256Of(tar), gzip };
}

/** `hello:1.0` as `['hello', '1.0']`; a port in the registry's name is not a tag. */
export function splitTag(tag: string): readonly [string, string] {
  const colon = tag.lastIndexOf(':');
  return [tag.slice(0, colon), tag.slice(colon + 1)];
}

/** The content of `repositories`: name, tag, and the ID it points at. */
export function repositories(tags: readonly string[], id: string): JsonObject {
  const names: Record<string, Record<string, string>> = {};
  for (const [name, tag] of tags.map(splitTag)) (names[name] ??= {})[tag] = id;
  return names;
}

/** Seconds of an RFC 3339 time; 0 when there is none. */
export function secondsOf(config: JsonObject): number {
  return typeof config['created'] === 'string' ? Math.floor(Date.parse(config['created']) / 1000) : 0;
}

/** The ChainIDs of layers given base first (OCI config.md, "Layer ChainID"). */
export function chainIds(diffIds: readonly string[]): readonly string[] {
  const chain: string[] = [];
  for (const diffId of diffIds) {
    const below = chain.at(-1);
    chain.push(below === undefined ? diffId : sha256Of(`${below} ${diffId}`));
  }
  return chain;
}
