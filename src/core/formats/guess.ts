import { MEDIA, mediaTypeInfo } from '../model/mediaType';
import { fit } from './fit';
import { Inspected } from './shapes';

const RECOGNISED: ReadonlySet<unknown> = new Set([
  MEDIA.dockerManifest,
  MEDIA.dockerList,
  MEDIA.ociManifest,
  MEDIA.ociIndex,
]);

/**
 * The media type of a manifest by its content, in the order of questions of containers/image (GuessMIMEType): what it says
 * itself, the schema version, the config's type, a list of manifests. Null when it is no manifest.
 */
export function guessMediaType(value: unknown): string | null {
  if (!isObject(value)) return null;
  if (typeof value['mediaType'] === 'string' && RECOGNISED.has(value['mediaType'])) return value['mediaType'];
  if (value['schemaVersion'] === 1) {
    return value['signatures'] == null ? MEDIA.dockerManifestV1 : MEDIA.dockerManifestV1Signed;
  }
  if (value['schemaVersion'] !== 2) return null;
  const { config, manifests } = value;
  const configType = isObject(config) ? config['mediaType'] : null;
  if (configType === MEDIA.ociConfig) return MEDIA.ociManifest;
  if (configType === MEDIA.dockerConfig) return MEDIA.dockerManifest;
  return Array.isArray(manifests) && manifests.length > 0 ? MEDIA.ociIndex : MEDIA.ociManifest;
}

/** What kind of document a value is that may be opened alone; null when it is none of them. */
export function loneKind(value: unknown): 'manifest' | 'index' | 'config' | 'schema1' | 'inspected' | null {
  if (fit(value, Inspected).ok) return 'inspected';
  const type = guessMediaType(value);
  if (type === MEDIA.dockerManifestV1 || type === MEDIA.dockerManifestV1Signed) return 'schema1';
  if (type !== null) return mediaTypeInfo(type)?.role === 'index' ? 'index' : 'manifest';
  const rootfs = isObject(value) ? value['rootfs'] : null;
  return isObject(rootfs) && Array.isArray(rootfs['diff_ids']) ? 'config' : null;
}

/** Whether a value is a JSON object; its fields are then to be looked at one by one. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
