import { isEncrypted, layerType, MEDIA, mediaTypeInfo } from '../../core/model/mediaType';
import type { MediaTypeFamily, MediaTypeInfo } from '../../core/model/mediaType';

/** What a media type means, and what the other family of formats calls the same thing. */
export interface MediaMeaning {
  readonly info: MediaTypeInfo;
  readonly encrypted: boolean;
  readonly otherFamily: MediaTypeFamily;
  readonly twin: string | null;
}

const TWINS = new Map<string, string>(
  [
    [MEDIA.dockerManifest, MEDIA.ociManifest],
    [MEDIA.dockerList, MEDIA.ociIndex],
    [MEDIA.dockerConfig, MEDIA.ociConfig],
  ].flatMap(([docker = '', oci = '']) => [
    [docker, oci],
    [oci, docker],
  ]),
);

/** The meaning of one of the image formats' own types; null for any other. */
export function mediaMeaning(type: string): MediaMeaning | null {
  const encrypted = isEncrypted(type);
  const info = mediaTypeInfo(encrypted ? type.slice(0, type.lastIndexOf('+')) : type);
  if (!info) return null;
  const otherFamily = info.family === 'docker' ? 'oci' : 'docker';
  const layer =
    info.role === 'layer' ? layerType(otherFamily, info.compression ?? 'none', info.foreign === true) : undefined;
  return { info, encrypted, otherFamily, twin: TWINS.get(info.type) ?? layer ?? null };
}
