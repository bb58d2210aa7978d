/** What a media type names. */
export type MediaTypeRole = 'index' | 'manifest' | 'config' | 'layer' | 'other';
export type MediaTypeFamily = 'docker' | 'oci';
export const COMPRESSIONS = ['none', 'gzip', 'zstd', 'bzip2', 'xz'] as const;
export type Compression = (typeof COMPRESSIONS)[number];

export interface MediaTypeInfo {
  readonly type: string;
  readonly family: MediaTypeFamily;
  readonly role: MediaTypeRole;
  readonly compression?: Compression;
  /** The layer may not be redistributed; its bytes are usually elsewhere. */
  readonly foreign?: true;
}

export const MEDIA = {
  dockerManifestV1: 'application/vnd.docker.distribution.manifest.v1+json',
  dockerManifestV1Signed: 'application/vnd.docker.distribution.manifest.v1+prettyjws',
  dockerManifest: 'application/vnd.docker.distribution.manifest.v2+json',
  dockerList: 'application/vnd.docker.distribution.manifest.list.v2+json',
  dockerConfig: 'application/vnd.docker.container.image.v1+json',
  dockerLayer: 'application/vnd.docker.image.rootfs.diff.tar',
  dockerLayerGzip: 'application/vnd.docker.image.rootfs.diff.tar.gzip',
  dockerLayerZstd: 'application/vnd.docker.image.rootfs.diff.tar.zstd',
  dockerForeign: 'application/vnd.docker.image.rootfs.foreign.diff.tar',
  dockerForeignGzip: 'application/vnd.docker.image.rootfs.foreign.diff.tar.gzip',
  ociManifest: 'application/vnd.oci.image.manifest.v1+json',
  ociIndex: 'application/vnd.oci.image.index.v1+json',
  ociConfig: 'application/vnd.oci.image.config.v1+json',
  ociLayer: 'application/vnd.oci.image.layer.v1.tar',
  ociLayerGzip: 'application/vnd.oci.image.layer.v1.tar+gzip',
  ociLayerZstd: 'application/vnd.oci.image.layer.v1.tar+zstd',
  ociForeign: 'application/vnd.oci.image.layer.nondistributable.v1.tar',
  ociForeignGzip: 'application/vnd.oci.image.layer.nondistributable.v1.tar+gzip',
  ociForeignZstd: 'application/vnd.oci.image.layer.nondistributable.v1.tar+zstd',
  ociEmpty: 'application/vnd.oci.empty.v1+json',
  ociArtifact: 'application/vnd.oci.artifact.manifest.v1+json',
} as const;

const INFO: readonly MediaTypeInfo[] = [
  { type: MEDIA.dockerManifestV1, family: 'docker', role: 'manifest' },
  { type: MEDIA.dockerManifestV1Signed, family: 'docker', role: 'manifest' },
  { type: MEDIA.dockerManifest, family: 'docker', role: 'manifest' },
  { type: MEDIA.dockerList, family: 'docker', role: 'index' },
  { type: MEDIA.dockerConfig, family: 'docker', role: 'config' },
  { type: MEDIA.dockerLayer, family: 'docker', role: 'layer', compression: 'none' },
  { type: MEDIA.dockerLayerGzip, family: 'docker', role: 'layer', compression: 'gzip' },
  { type: MEDIA.dockerLayerZstd, family: 'docker', role: 'layer', compression: 'zstd' },
  { type: MEDIA.dockerForeign, family: 'docker', role: 'layer', compression: 'none', foreign: true },
  { type: MEDIA.dockerForeignGzip, family: 'docker', role: 'layer', compression: 'gzip', foreign: true },
  { type: MEDIA.ociManifest, family: 'oci', role: 'manifest' },
  { type: MEDIA.ociIndex, family: 'oci', role: 'index' },
  { type: MEDIA.ociConfig, family: 'oci', role: 'config' },
  { type: MEDIA.ociLayer, family: 'oci', role: 'layer', compression: 'none' },
  { type: MEDIA.ociLayerGzip, family: 'oci', role: 'layer', compression: 'gzip' },
  { type: MEDIA.ociLayerZstd, family: 'oci', role: 'layer', compression: 'zstd' },
  { type: MEDIA.ociForeign, family: 'oci', role: 'layer', compression: 'none', foreign: true },
  { type: MEDIA.ociForeignGzip, family: 'oci', role: 'layer', compression: 'gzip', foreign: true },
  { type: MEDIA.ociForeignZstd, family: 'oci', role: 'layer', compression: 'zstd', foreign: true },
  { type: MEDIA.ociEmpty, family: 'oci', role: 'other' },
  { type: MEDIA.ociArtifact, family: 'oci', role: 'manifest' },
];
const BY_TYPE = new Map(INFO.map((info) => [info.type, info]));

/** What is known of a media type; undefined when it is not one of the image formats' own. */
export function mediaTypeInfo(type: string): MediaTypeInfo | undefined {
  return BY_TYPE.get(type);
}

/** A layer type of the other family with the same meaning (image-spec media-types.md, "Compatibility Matrix"); undefined when there is none. */
export function layerType(family: MediaTypeFamily, compression: Compression, foreign: boolean): string | undefined {
  return INFO.find(
    (info) =>
      info.role === 'layer' &&
      info.family === family &&
      info.compression === compression &&
      (info.foreign === true) === foreign,
  )?.type;
}

/** What Docker and OCI call the same thing (image-spec media-types.md, "Compatibility Matrix"). */
export const MEDIA_TYPE_TWINS: readonly { readonly docker: string; readonly oci: string }[] = [
  { docker: MEDIA.dockerList, oci: MEDIA.ociIndex },
  { docker: MEDIA.dockerManifest, oci: MEDIA.ociManifest },
  { docker: MEDIA.dockerConfig, oci: MEDIA.ociConfig },
  { docker: MEDIA.dockerLayer, oci: MEDIA.ociLayer },
  { docker: MEDIA.dockerLayerGzip, oci: MEDIA.ociLayerGzip },
  { docker: MEDIA.dockerLayerZstd, oci: MEDIA.ociLayerZstd },
  { docker: MEDIA.dockerForeign, oci: MEDIA.ociForeign },
  { docker: MEDIA.dockerForeignGzip, oci: MEDIA.ociForeignGzip },
];

/** What the other family calls the same thing; null when it has no name for it, or the type is neither's. */
export function twinOf(type: string): string | null {
  const twins = MEDIA_TYPE_TWINS.find(({ docker, oci }) => docker === type || oci === type);
  return twins ? (twins.docker === type ? twins.oci : twins.docker) : null;
}

/** Layers encrypted by ocicrypt keep their type and add `+encrypted`. */
export function isEncrypted(type: string): boolean {
  return type.endsWith('+encrypted');
}
