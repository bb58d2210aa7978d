import { gzipSync } from 'node:zlib';
import { MEDIA } from '../model/mediaType';
import { buildTar, type TarEntry } from './buildTar';
import { goJson, type Json, type JsonObject } from './goJson';
import { sha256Hex, sha256Of } from './imageParts';

export interface PlainLayout {
  /** The base first. */
  readonly layers: readonly (readonly TarEntry[] | Uint8Array<ArrayBuffer>)[];
  /** Without `rootfs`, which comes last. */
  readonly config?: JsonObject;
  /** gzip level; 0: plain tars. */
  readonly gzip?: number;
  readonly docker?: boolean;
  readonly annotations?: JsonObject;
  /** How documents are written. */
  readonly write?: (value: Json) => string;
}

const CONFIG: JsonObject = { created: '2024-05-01T10:00:00Z', architecture: 'amd64', os: 'linux' };

/** An OCI layout in which all that tests of comparing need can be chosen. */
export function plainLayout(of: PlainLayout): Blob {
  const { layers, config = CONFIG, gzip = 0, docker = false, annotations, write = goJson } = of;
  const tars = layers.map((layer) => (layer instanceof Uint8Array ? layer : buildTar(layer)));
  const stored = tars.map((tar) => (gzip > 0 ? new Uint8Array(gzipSync(tar, { level: gzip })) : tar));
  const configText = write({ ...config, rootfs: { type: 'layers', diff_ids: tars.map((tar) => sha256Of(tar)) } });
  const layerType = docker
    ? gzip > 0
      ? MEDIA.dockerLayerGzip
      : MEDIA.dockerLayer
    : gzip > 0
      ? MEDIA.ociLayerGzip
      : MEDIA.ociLayer;
  const mediaType = docker ? MEDIA.dockerManifest : MEDIA.ociManifest;
  const manifest = write({
    schemaVersion: 2,
    mediaType,
    config: descriptor(docker ? MEDIA.dockerConfig : MEDIA.ociConfig, configText),
    layers: stored.map((bytes) => descriptor(layerType, bytes)),
    ...(annotations && { annotations }),
  });
  const blobs = [configText, manifest, ...stored].map((body): TarEntry => ({
    name: `blobs/sha256/${sha256Hex(body)}`,
    body,
  }));
  const index = goJson({ schemaVersion: 2, manifests: [descriptor(mediaType, manifest)] });
  return new Blob([
    buildTar([
      ...new Map(blobs.map((each) => [each.name, each])).values(),
      { name: 'index.json', body: index },
      { name: 'oci-layout', body: '{"imageLayoutVersion":"1.0.0"}' },
    ]),
  ]);
}

function descriptor(mediaType: string, body: string | Uint8Array): JsonObject {
  return { mediaType, digest: sha256Of(body), size: Buffer.byteLength(body) };
}
