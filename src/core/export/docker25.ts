import type { GoValue } from '../bytes/goJson';
import { sha256 } from '../bytes/hash';
import { dropped } from '../convert/dropped';
import { statedManifests } from '../formats/context';
import { derive } from '../formats/documents';
import { goObject, sorted } from '../formats/goValues';
import { ociManifest } from '../formats/oci';
import { savedEpoch } from '../formats/v1';
import { dockerSaveLayers } from '../formats/v1Rules';
import type { Document } from '../model/archive';
import { encodedPart, type Digest } from '../model/digest';
import type { CannotExport } from '../model/export';
import { MEDIA } from '../model/mediaType';
import type { ExportContext, Written } from './contents';
import { archiveParts, dockerLists, savedTime } from './dockerArchive';
import { namedIndex, layoutMark, layoutPath } from './layoutDocuments';
import { distinct, documentMember, fileMember, folderMember, walked, type Planned } from './members';
import { notReferences } from './references';

/**
 * A docker archive as `docker save` writes it since 25 when images are kept in graph drivers (moby
 * daemon/internal/image/tarexport/save.go): an OCI layout of plain layers with `manifest.json` and `repositories`, and among the
 * blobs the v1 documents, to which nothing points. As later than 25.0 writes it: no platform in descriptors, and an entry also for an image
 * without a name. The time of `blobs/sha256/`, there that of the run, is the image's.
 */
export async function docker25Archive(context: ExportContext): Promise<Planned | CannotExport> {
  const parts = await archiveParts(context);
  if (typeof parts === 'string') return parts;
  const { config, layers, diffIds } = parts;
  const saved = { mode: 0o644, mtime: savedTime(config) };
  const written = { mode: 0o644, mtime: 0 };
  const folder = { ...saved, mode: 0o755 };
  const manifest = await deriveManifest(context, config, layers);
  const lists = await dockerLists(context, config, {
    manifest: { config: layoutPath(config.digest), layers: diffIds.map(layoutPath), sources: layerSources(layers) },
    id: encodedPart(diffIds.at(-1) ?? ''),
  });
  const documents = [
    manifest,
    await namedIndex(context, manifest),
    ...lists,
    await layoutMark(context, new TextEncoder().encode('{"imageLayoutVersion": "1.0.0"}')),
  ];
  const members = [
    folderMember('blobs', folder),
    folderMember('blobs/sha256', folder),
    documentMember(config, saved, layoutPath(config.digest)),
    ...layers.map(({ digest, content }) => fileMember(layoutPath(digest), content, saved)),
    ...(await v1Documents(context, config, diffIds)).map((document) => documentMember(document, saved)),
    ...documents.map((document) => documentMember(document, written)),
  ];
  const { oci, schema2 } = statedManifests(context);
  const source = (oci ?? schema2)?.manifest;
  return {
    members: walked(distinct(members)),
    dropped: source ? dropped(source, manifest) : [],
    droppedNames: notReferences(context.image.names),
  };
}

function deriveManifest({ target }: ExportContext, config: Document, layers: readonly Written[]): Promise<Document> {
  return derive(target, {
    kind: 'manifest',
    path: (hex) => `blobs/sha256/${hex}`,
    mediaType: MEDIA.ociManifest,
    bytes: ociManifest(
      config,
      layers.map(({ digest, size }) => ({ mediaType: MEDIA.ociLayer, digest, size })),
    ),
    recipe: { code: 'manifest-of-unpacked', from: [config.id] },
  });
}

/** A descriptor of each layer under its DiffID, in Docker's order of fields. */
function layerSources(layers: readonly Written[]): GoValue {
  const sources = layers.map(({ digest, size }): [string, GoValue] => [
    digest,
    goObject([
      ['mediaType', MEDIA.ociLayer],
      ['size', size],
      ['digest', digest],
    ]),
  ]);
  return sorted(new Map(sources));
}

async function v1Documents(
  context: ExportContext,
  config: Document,
  diffIds: readonly Digest[],
): Promise<readonly Document[]> {
  const layers = await dockerSaveLayers(config.bytes, diffIds, await savedEpoch(context, diffIds));
  return Promise.all(
    layers.map(async ({ json }) =>
      derive(context.target, {
        kind: 'v1-json',
        path: layoutPath(await sha256(json)),
        mediaType: null,
        bytes: json,
        recipe: { code: 'v1-json', from: [config.id] },
      }),
    ),
  );
}
