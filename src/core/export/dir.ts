import { manifestForm } from '../convert/manifestForm';
import { schema1Form, schema1From } from '../convert/schema1Form';
import { statedManifests, type KnownLayer } from '../formats/context';
import { dirPath } from '../formats/dirTransport';
import { derive } from '../formats/documents';
import { schema2Manifest } from '../formats/schema2';
import { EMPTY_BLOB, EMPTY_BLOB_BYTES } from '../model/schema1';
import { readSchema1 } from '../formats/schema1';
import type { Document } from '../model/archive';
import { encodedPart } from '../model/digest';
import type { CannotExport } from '../model/export';
import { layerType, MEDIA } from '../model/mediaType';
import { blobMembers, checkedConfig, writtenLayers, type ExportContext, type Written } from './contents';
import { distinct, documentMember, fileMember, walked, type Member, type Planned } from './members';

/*
 * What `skopeo copy … dir:` leaves in a folder (containers/image directory/directory_dest.go), as a tar of that folder with nothing around
 * it, sorted by name: `manifest.json` is the manifest itself, blobs are named by their digest. A folder has no place for names.
 */
const ATTRIBUTES = { mode: 0o644, mtime: 0 };

/** With the OCI manifest, layers as they are stored. */
export async function dirOci(context: ExportContext): Promise<Planned | CannotExport> {
  const config = await checkedConfig(context, { unpacks: false });
  return typeof config === 'string' ? config : dirOf(context, 'oci');
}

/** With the schema 2 manifest. Layers are as they are stored when they are plain or gzip, which is all that Docker knows; others are unpacked. */
export async function dirSchema2(context: ExportContext): Promise<Planned | CannotExport> {
  const isKnown = isKnownToDocker(context);
  const config = await checkedConfig(context, { unpacks: !isKnown });
  if (typeof config === 'string') return config;
  if (context.layers.some(({ encrypted }) => encrypted)) return 'layers-encrypted';
  if (isKnown) return dirOf(context, 'schema2');
  const layers = writtenLayers(context, ['gzip']);
  const manifest = await derive(context.target, {
    kind: 'manifest',
    path: 'manifest.json',
    mediaType: MEDIA.dockerManifest,
    bytes: schema2Manifest(config, layers.map(descriptor)),
    recipe: { code: 'manifest-of-unpacked', from: [config.id] },
  });
  const { dropped } = await manifestForm(context, 'schema2');
  const blobs = [documentMember(config, ATTRIBUTES, encodedPart(config.digest)), ...layers.map(layerMember)];
  return folderOf(context, { manifest, blobs, dropped });
}

function isKnownToDocker({ layers }: ExportContext): boolean {
  return layers.every(({ compression }) => compression === null || compression === 'none' || compression === 'gzip');
}

function descriptor({ digest, size, compression }: Written): KnownLayer {
  return { mediaType: layerType('docker', compression, false) ?? '', digest, size };
}

function layerMember({ digest, content }: Written): Member {
  return fileMember(encodedPart(digest), content, ATTRIBUTES);
}

/** The folder with the manifest of one kind and with what it names, stored as it is. */
async function dirOf(context: ExportContext, kind: 'oci' | 'schema2'): Promise<Planned | CannotExport> {
  const { manifest, config, dropped, cannot } = await manifestForm(context, kind);
  if (!manifest || !config) return cannot ?? 'no-config';
  const blobs = blobMembers(context, { manifest, config }, ATTRIBUTES, (digest) => dirPath(digest, 'blob'));
  return blobs ? folderOf(context, { manifest, blobs, dropped }) : 'contents-differ';
}

/**
 * With the schema 1 manifest: the archive's own, or the unsigned one that skopeo would sign. Steps without a layer share one blob. Layers are
 * as they are stored when they are plain or gzip; others are unpacked.
 */
export async function dirSchema1(context: ExportContext): Promise<Planned | CannotExport> {
  const config = await checkedConfig(context, { unpacks: true });
  if (typeof config === 'string') return config;
  const layers = writtenLayers(context, ['gzip']);
  const schema2 = await manifestForm(context, 'schema2');
  const isFound = statedManifests(context).schema1 !== null;
  const blobs = layers.map(({ digest }) => digest);
  const { manifest, dropped, cannot } = isFound
    ? await schema1Form(context, schema2)
    : await schema1From({ config, blobs, schema2 });
  if (!manifest) return cannot ?? 'no-config';
  const named = readSchema1(manifest).steps.flatMap(({ blobSum }) => blobSum ?? []);
  const members = layers.map(layerMember);
  if (named.includes(EMPTY_BLOB)) {
    members.push(fileMember(encodedPart(EMPTY_BLOB), { kind: 'bytes', bytes: EMPTY_BLOB_BYTES }, ATTRIBUTES));
  }
  const written = new Set(members.map(({ entry }) => entry.path));
  if (!named.every((digest) => written.has(encodedPart(digest)))) return 'contents-differ';
  return folderOf(context, { manifest, blobs: members, dropped });
}

interface FolderParts extends Pick<Planned, 'dropped'> {
  readonly manifest: Document;
  readonly blobs: readonly Member[];
}

async function folderOf({ target, image }: ExportContext, { manifest, blobs, dropped }: FolderParts): Promise<Planned> {
  const version = await derive(target, {
    kind: 'dir-version',
    path: 'version',
    mediaType: null,
    bytes: new TextEncoder().encode('Directory Transport Version: 1.1\n'),
    recipe: { code: 'dir-version', from: [] },
  });
  const members = [
    documentMember(manifest, ATTRIBUTES, 'manifest.json'),
    documentMember(version, ATTRIBUTES),
    ...blobs,
  ];
  const own = namesIn(manifest);
  return {
    members: walked(distinct(members)),
    dropped,
    droppedNames: image.names.filter((name) => !own.includes(name)),
  };
}

/** Only a schema 1 manifest has a name in it. */
function namesIn(manifest: Document): string[] {
  if (manifest.kind !== 'schema1-manifest') return [];
  const { name, tag } = readSchema1(manifest);
  return name === null || tag === null ? [] : [`${name}:${tag}`];
}
