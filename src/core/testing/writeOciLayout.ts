import type { TarEntry } from './buildTar';
import type { Json, JsonObject } from './goJson';
import { goJson, isObject, pick } from './goJson';
import type { BuiltLayer, ImageParts } from './imageParts';
import { secondsOf, sha256Hex, sha256Of } from './imageParts';

const FOLDER = { type: 'directory', mode: 0o40755, uname: 'root', gname: 'root' } as const;
const FILE = { mode: 0o100644, uname: 'root', gname: 'root' } as const;
const CONFIG_TYPE = 'application/vnd.oci.image.config.v1+json';
const MANIFEST_TYPE = 'application/vnd.oci.image.manifest.v1+json';
const LAYER_TYPE = 'application/vnd.oci.image.layer.v1.tar';

/** What an OCI config has, in the order that Go writes it (image-spec config.md). */
const CONFIG = [
  'created',
  'author',
  'architecture',
  'os',
  'os.version',
  'os.features',
  'variant',
  'config',
  'rootfs',
  'history',
];
const CONFIG_CONFIG = [
  'User',
  'ExposedPorts',
  'Env',
  'Entrypoint',
  'Cmd',
  'Volumes',
  'WorkingDir',
  'Labels',
  'StopSignal',
  'ArgsEscaped',
];

/** An OCI descriptor in the order of its members. */
export type Descriptor = { readonly mediaType: string; readonly digest: string; readonly size: number };

export function ociLayerDescriptor(layer: BuiltLayer): Descriptor {
  return { mediaType: layer.gzip ? `${LAYER_TYPE}+gzip` : LAYER_TYPE, digest: layer.digest, size: layer.stored.length };
}

export function ociConfigDescriptor(config: string): Descriptor {
  return { mediaType: CONFIG_TYPE, digest: sha256Of(config), size: Buffer.byteLength(config) };
}

/** An OCI manifest and the descriptor that names it. */
export function ociManifest(
  config: Descriptor,
  layers: readonly Descriptor[],
): { text: string; descriptor: Descriptor } {
  const text = goJson({ schemaVersion: 2, mediaType: MANIFEST_TYPE, config, layers });
  return { text, descriptor: { mediaType: MANIFEST_TYPE, digest: sha256Of(text), size: Buffer.byteLength(text) } };
}

/** The members of an OCI layout in the order and with the modes of `skopeo copy … oci-archive:`. */
export function writeOciLayout(parts: ImageParts): readonly TarEntry[] {
  const mtime = secondsOf(parts.config);
  const configText = goJson(ociConfig(parts.config));
  const manifest = ociManifest(ociConfigDescriptor(configText), parts.layers.map(ociLayerDescriptor));
  const blobs = new Map(
    [configText, manifest.text, ...parts.layers.map((layer) => layer.stored)].map((body) => [sha256Hex(body), body]),
  );
  const manifests = parts.tags.map((tag) => ({
    ...manifest.descriptor,
    annotations: { 'org.opencontainers.image.ref.name': tag },
  }));
  const indexJson = { schemaVersion: 2, manifests: manifests.length > 0 ? manifests : [manifest.descriptor] };
  return [
    { name: 'blobs/', mtime, ...FOLDER },
    { name: 'blobs/sha256/', mtime, ...FOLDER },
    ...[...blobs]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([hex, body]): TarEntry => ({ name: `blobs/sha256/${hex}`, body, mtime, ...FILE })),
    { name: 'index.json', body: goJson(indexJson), mtime, ...FILE },
    { name: 'oci-layout', body: '{"imageLayoutVersion": "1.0.0"}', mtime, ...FILE },
  ];
}

function ociConfig(config: JsonObject): JsonObject {
  const run = config['config'];
  return withoutEmpty(
    pick({ ...config, ...(isObject(run) ? { config: withoutEmpty(pick(run, CONFIG_CONFIG)) } : {}) }, CONFIG),
  );
}

/** Go's `omitempty`, which every member of an OCI config but a required one has. */
function withoutEmpty(object: JsonObject): JsonObject {
  const isEmpty = (value: Json): boolean =>
    value === null || value === '' || value === false || (Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(object).filter(([, value]) => !isEmpty(value)));
}
