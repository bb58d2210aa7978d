import type { TarEntry } from './buildTar';
import type { JsonObject } from './goJson';
import { goJson, sortKeys } from './goJson';
import type { ImageParts } from './imageParts';
import { hexOf, repositories, secondsOf, sha256Hex, splitTag } from './imageParts';
import { ociConfigDescriptor, ociLayerDescriptor, ociManifest } from './writeOciLayout';
import { v1Identities } from './v1Identities';

const FOLDER = { type: 'directory', mode: 0o755 } as const;
const FILE = { mode: 0o644 } as const;
const INDEX_TYPE = 'application/vnd.oci.image.index.v1+json';

/** The members that `docker save` writes from Docker 25 on (classic image store): one image as both formats. */
export function writeHybrid(parts: ImageParts): readonly TarEntry[] {
  const { layers, config, tags } = parts;
  const mtime = secondsOf(config);
  const configBytes = goJson(sortKeys(config));
  const manifest = ociManifest(ociConfigDescriptor(configBytes), layers.map(ociLayerDescriptor));
  const blobs = new Map<string, TarEntry>();
  const blob = (body: string | Uint8Array<ArrayBuffer>, time: number): string => {
    const name = `blobs/sha256/${sha256Hex(body)}`;
    blobs.set(name, { name, body, mtime: time, ...FILE });
    return name;
  };
  const layerNames = layers.map((layer) => blob(layer.stored, mtime));
  const configName = blob(configBytes, mtime);
  blob(manifest.text, 0);
  for (const { json } of v1Identities(config, layers)) blob(json, mtime);
  const sources = layers.map((layer): readonly [string, JsonObject] => {
    const { mediaType, digest, size } = ociLayerDescriptor(layer);
    return [layer.diffId, { mediaType, size, digest }];
  });
  const list = [
    {
      Config: configName,
      RepoTags: tags.length > 0 ? tags : null,
      Layers: layerNames,
      LayerSources: sortKeys(Object.fromEntries(sources)),
    },
  ];
  const documents: readonly (readonly [string, string])[] = [
    ['index.json', goJson(index(manifest.descriptor, tags))],
    ['manifest.json', `${goJson(list)}\n`],
    ['oci-layout', '{"imageLayoutVersion": "1.0.0"}'],
    ...(tags.length === 0
      ? []
      : ([['repositories', `${goJson(repositories(tags, hexOf(layers.at(-1)?.diffId ?? '')))}\n`]] as const)),
  ];
  return [
    { name: 'blobs/', mtime, ...FOLDER },
    { name: 'blobs/sha256/', mtime, ...FOLDER },
    ...[...blobs.keys()].sort().flatMap((name) => blobs.get(name) ?? []),
    ...documents.map(([name, body]): TarEntry => ({ name, body, mtime: 0, ...FILE })),
  ];
}

function index(descriptor: JsonObject, tags: readonly string[]): JsonObject {
  const named = tags.map((tag) => ({
    ...descriptor,
    annotations: {
      'io.containerd.image.name': fullName(tag),
      'org.opencontainers.image.ref.name': splitTag(tag)[1],
    },
  }));
  return { schemaVersion: 2, mediaType: INDEX_TYPE, manifests: named.length > 0 ? named : [descriptor] };
}

/** The familiar `hello:1.0` in full: `docker.io/library/hello:1.0`. */
function fullName(tag: string): string {
  const [first = '', ...rest] = tag.split('/');
  if (rest.length === 0) return `docker.io/library/${tag}`;
  return /[.:]|^localhost$/.test(first) ? tag : `docker.io/${tag}`;
}
