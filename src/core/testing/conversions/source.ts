import { copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Archive, Document, Image } from '../../model/archive';
import { MEDIA } from '../../model/mediaType';

/** Where tools find what a fixture holds. */
export interface Places {
  /** The tar, with nothing around it. */
  readonly plain: string;
  /** Its members as files. */
  readonly root: string;
}

/**
 * The image as skopeo is asked for it: by the manifest that the archive has, whatever indexes are above it, or else as a docker
 * archive. May change `index.json` and `manifest.json` in the folder.
 */
export function imageReference({ documents }: Archive, image: Image, { plain, root }: Places): string {
  const found = image.stated.flatMap(({ format, manifest }) => {
    const document = documents.find(({ id }) => id === manifest);
    return document ? [{ format, document }] : [];
  })[0];
  if (found?.format === 'dir-transport') return dirReference(root, found.document);
  if (found?.document.mediaType === MEDIA.dockerManifest) return folderReference(root, found.document);
  if (found) return layoutReference(root, found.document);
  const config = documents.find(({ id }) => id === image.config)?.path ?? '';
  return `docker-archive:${plain}:@${placeInArchive(root, config)}`;
}

/** An index or list as skopeo is asked for it. */
export function listReference(document: Document, format: 'oci-layout' | 'dir-transport', root: string): string {
  return format === 'dir-transport' ? dirReference(root, document) : layoutReference(root, document);
}

const ROOT = 'manifest.json';

function dirReference(root: string, { path, bytes }: Document): string {
  // The list itself is remembered by its bytes: its file may be another platform's manifest by now.
  if (path === ROOT) writeFileSync(join(root, ROOT), bytes);
  else copyFileSync(join(root, path.slice(path.lastIndexOf('/') + 1)), join(root, ROOT));
  return `dir:${root}`;
}

/** The blobs of a layout as a `dir:`: skopeo reads no manifests of Docker's types in a layout. */
function folderReference(root: string, manifest: Document): string {
  const folder = join(root, 'as-dir');
  const blobs = join(root, 'blobs', 'sha256');
  mkdirSync(folder, { recursive: true });
  for (const blob of readdirSync(blobs)) copyFileSync(join(blobs, blob), join(folder, blob));
  return dirReference(folder, { ...manifest, path: ROOT });
}

/** The layout with an index that has this manifest alone, under a name that can be asked for. */
function layoutReference(root: string, { mediaType, digest, bytes }: Document): string {
  const annotations = { 'org.opencontainers.image.ref.name': 'judged' };
  const manifests = [{ mediaType, digest, size: bytes.length, annotations }];
  writeFileSync(join(root, 'index.json'), JSON.stringify({ schemaVersion: 2, manifests }));
  return `oci:${root}:judged`;
}

const Listed = v.array(v.object({ Config: v.string() }));

function placeInArchive(root: string, config: string): number {
  const listed = v.parse(Listed, JSON.parse(readFileSync(join(root, 'manifest.json'), 'utf8')));
  return listed.findIndex(({ Config }) => Config === config);
}
