import { goStringify } from '../bytes/goJson';
import { manifestForm } from '../convert/manifestForm';
import { statedManifests } from '../formats/context';
import { LAYOUT_MARK, REF_NAME } from '../formats/oci';
import { blobPath } from '../formats/ociLayout';
import type { Document } from '../model/archive';
import type { CannotExport, DroppedField } from '../model/export';
import { blobMembers, checkedConfig, type ExportContext } from './contents';
import { archiveManifest, manifestDocument } from './dockerArchive';
import { indexDocument, layoutMark, layoutPath, namedIndex } from './layoutDocuments';
import { distinct, documentMember, folderMember, walked, type Member, type Planned } from './members';
import { familiarName, notReferences, referencesOf } from './references';

/**
 * An OCI archive as `skopeo copy … oci-archive:` and `podman save --format oci-archive` write it (containers/image oci/layout and
 * oci/archive, v5.29 and later: 1.9.3 gives `index.json` no media type and `oci-layout` a space): the OCI manifest, layers as they are
 * stored, times of the run as the epoch. One name, because this writer takes one, and readers that are given no name refuse an archive with two.
 */
export async function skopeoLayout(context: ExportContext): Promise<Planned | CannotExport> {
  const parts = await layoutParts(context, 'oci', 0o644);
  if (typeof parts === 'string') return parts;
  const [name, ...others] = context.image.names;
  const annotations = name === undefined ? [] : [new Map([[REF_NAME, name]])];
  const index = await indexDocument(context, parts.manifest, annotations);
  return layout(context, { ...parts, lists: [index], droppedNames: others }, 0o644);
}

/**
 * An OCI archive as `ctr images export` and `docker save` with the containerd image store write it (containerd
 * core/images/archive/exporter.go): the manifest of the archive as it is, of Docker's types too, layers as they are stored, all names,
 * and a `manifest.json` for readers of docker archives, which take none without all its layers.
 */
export async function containerdLayout(context: ExportContext): Promise<Planned | CannotExport> {
  if (context.layers.some(({ span }) => span === null)) return 'layers-missing';
  const { oci, schema2 } = statedManifests(context);
  const parts = await layoutParts(context, oci || !schema2 ? 'oci' : 'schema2', 0o444);
  if (typeof parts === 'string') return parts;
  const { manifest, config, paths } = parts;
  const names = referencesOf(context.image.names).map(familiarName);
  const entry = archiveManifest({
    config: paths[0] ?? '',
    names: names.length > 0 ? names : null,
    layers: paths.slice(1),
  });
  const lists = [await namedIndex(context, manifest), await manifestDocument(context, config, goStringify([entry]))];
  return layout(context, { ...parts, lists, droppedNames: notReferences(context.image.names) }, 0o444);
}

interface LayoutParts {
  readonly manifest: Document;
  readonly config: Document;
  /** Manifest, config and layers. */
  readonly blobs: readonly Member[];
  /** Of the config, and of the layers, base first. */
  readonly paths: readonly string[];
  readonly dropped: readonly DroppedField[];
}

async function layoutParts(
  context: ExportContext,
  kind: 'oci' | 'schema2',
  mode: number,
): Promise<LayoutParts | CannotExport> {
  const checked = await checkedConfig(context, { unpacks: false });
  if (typeof checked === 'string') return checked;
  const { manifest, config, dropped, cannot } = await manifestForm(context, kind);
  if (!manifest || !config) return cannot ?? 'no-config';
  const attributes = { mode, mtime: 0 };
  const blobs = blobMembers(context, { manifest, config }, attributes, blobPath);
  if (!blobs) return 'contents-differ';
  return {
    manifest,
    config,
    blobs: [documentMember(manifest, attributes, layoutPath(manifest.digest)), ...blobs],
    paths: blobs.map(({ entry }) => entry.path),
    dropped,
  };
}

async function layout(
  context: ExportContext,
  {
    blobs,
    dropped,
    lists,
    droppedNames,
  }: LayoutParts & Pick<Planned, 'droppedNames'> & { readonly lists: readonly Document[] },
  mode: number,
): Promise<Planned> {
  // One for each algorithm.
  const folders = blobs.map(({ entry }) => entry.path.slice(0, entry.path.lastIndexOf('/')));
  const members = [
    ...['blobs', ...folders].map((path) => folderMember(path, { mode: 0o755, mtime: 0 })),
    ...blobs,
    ...lists.map((document) => documentMember(document, { mode: 0o644, mtime: 0 })),
    documentMember(await layoutMark(context, goStringify(LAYOUT_MARK)), { mode, mtime: 0 }),
  ];
  return { members: walked(distinct(members)), dropped, droppedNames };
}
