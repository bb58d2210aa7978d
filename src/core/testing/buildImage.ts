import type { TarEntry } from './buildTar';
import { buildTar } from './buildTar';
import type { JsonObject } from './goJson';
import { sortKeys } from './goJson';
import type { ImageParts } from './imageParts';
import { buildLayer } from './imageParts';
import { writeDockerArchive } from './writeDockerArchive';
import { writeDockerV1 } from './writeDockerV1';
import { writeHybrid } from './writeHybrid';
import { writeOciLayout } from './writeOciLayout';

/** `hybrid` is what `docker save` writes from Docker 25 on: an OCI layout and a docker archive over the same blobs. */
export type BuiltFormat = 'docker-v1' | 'docker-archive' | 'oci-layout' | 'hybrid';

export interface ImageSpec {
  readonly format: BuiltFormat;
  /** Base first: each layer's members, or its tar. */
  readonly layers: readonly (readonly TarEntry[] | Uint8Array<ArrayBuffer>)[];
  /** A Docker image config; `rootfs` is added. By default linux/amd64 with nothing to run. */
  readonly config?: JsonObject;
  /** How layers are stored, in any format; by default as plain tars. */
  readonly compress?: 'none' | 'gzip';
  /** Familiar names with tags; by default `hello:1.0`; none: an image saved by its ID. */
  readonly tags?: readonly string[];
  /** Docker v1: the layers' `json` without `id` and `parent`, base first; by default made from the config. */
  readonly v1Documents?: readonly JsonObject[];
  /** Docker v1: what the random IDs are made from. */
  readonly v1Seed?: string;
}

const DEFAULT_CONFIG: JsonObject = {
  architecture: 'amd64',
  config: {},
  created: '2024-05-01T10:00:00Z',
  history: [],
  os: 'linux',
};

/** A small image as its format's own tool writes it: members, order, modes, times. The same spec gives the same bytes. */
export function buildImage(spec: ImageSpec): Uint8Array<ArrayBuffer> {
  const layers = spec.layers.map((layer) => buildLayer(layer, spec.compress === 'gzip'));
  const diffIds = layers.map((layer) => layer.diffId);
  const config = sortKeys({ ...(spec.config ?? DEFAULT_CONFIG), rootfs: { type: 'layers', diff_ids: diffIds } });
  const parts: ImageParts = { layers, config, tags: spec.tags ?? ['hello:1.0'] };
  return buildTar(members(parts, spec));
}

function members(parts: ImageParts, spec: ImageSpec): readonly TarEntry[] {
  switch (spec.format) {
    case 'docker-v1':
      return writeDockerV1(parts, spec.v1Documents ?? defaultV1Documents(parts), spec.v1Seed ?? 'image');
    case 'docker-archive':
      return writeDockerArchive(parts);
    case 'oci-layout':
      return writeOciLayout(parts);
    case 'hybrid':
      return writeHybrid(parts);
  }
}

function defaultV1Documents(parts: ImageParts): readonly JsonObject[] {
  const { created = null, config = null, architecture = 'amd64', os = 'linux' } = parts.config;
  return parts.layers.map((layer) => ({ created, config, architecture, os, Size: layer.stored.length }));
}
