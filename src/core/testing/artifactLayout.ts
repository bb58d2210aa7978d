import { buildReport, measureRequests, measureSpans, openArchive } from '../engine';
import type { Report } from '../archive/reportSchema';
import { MEDIA } from '../model/mediaType';
import { buildTar, type TarEntry } from './buildTar';
import { goJson, type Json } from './goJson';
import { sha256Hex, sha256Of } from './imageParts';

/* Small OCI layouts with things beside an image, for tests. */

export type Fields = Record<string, Json>;

/** An image of one empty layer. */
export const layer = new Uint8Array(1024);
export const config = goJson({
  architecture: 'amd64',
  os: 'linux',
  rootfs: { type: 'layers', diff_ids: [sha256Of(layer)] },
});
export const descriptor = (mediaType: string, body: Uint8Array | string, more: Fields = {}) => ({
  mediaType,
  digest: sha256Of(body),
  size: Buffer.byteLength(body),
  ...more,
});
export const imageManifest = goJson({
  schemaVersion: 2,
  config: descriptor(MEDIA.ociConfig, config),
  layers: [descriptor(MEDIA.ociLayer, layer)],
});
export const image = descriptor(MEDIA.ociManifest, imageManifest);
/** The empty descriptor of the image-spec. */
export const empty = descriptor(MEDIA.ociEmpty, '{}');
/** The manifest of an artifact. */
export const manifest = (fields: Fields): string => goJson({ schemaVersion: 2, config: empty, ...fields });
export const named = (body: string, name: string) =>
  descriptor(MEDIA.ociManifest, body, { annotations: { 'org.opencontainers.image.ref.name': name } });

/** A layout with an image, and what else `index.json` lists; every body that it may name is a blob. */
export const layout = (entries: Json[], ...bodies: string[]): TarEntry[] => [
  { name: 'oci-layout', body: '{"imageLayoutVersion":"1.0.0"}' },
  { name: 'index.json', body: goJson({ schemaVersion: 2, manifests: [image, ...entries] }) },
  ...[config, layer, imageManifest, '{}', ...bodies].map((body) => ({ name: `blobs/sha256/${sha256Hex(body)}`, body })),
];
export const open = (entries: readonly TarEntry[]) => openArchive({ blob: new Blob([buildTar(entries)]) }, 'test.tar');
/** Opened and measured whole. */
export async function report(entries: readonly TarEntry[]): Promise<Report> {
  const archive = await open(entries);
  return buildReport(archive, await measureSpans(archive.source, measureRequests(archive)));
}
