import { goStringify, type GoValue } from '../bytes/goJson';
import { manifestForm } from '../convert/manifestForm';
import { derive, valueOf } from '../formats/documents';
import { goObject, goTimeOf } from '../formats/goValues';
import { Config } from '../formats/shapes';
import { repositoriesValue, savedEpoch } from '../formats/v1';
import { dockerSaveLayers, skopeoLayers, type V1Layer } from '../formats/v1Rules';
import { LIMITS } from '../limits';
import type { Document, RecipeCode } from '../model/archive';
import { encodedPart, type Digest } from '../model/digest';
import type { CannotExport } from '../model/export';
import { checkedConfig, plainLayers, type ExportContext, type Written } from './contents';
import { distinct, documentMember, fileMember, folderMember, linkMember, walked, type Planned } from './members';
import { familiarName, fullName, notReferences, referencesOf } from './references';

/** The parts of an image that every docker archive has. */
export interface ArchiveParts {
  readonly config: Document;
  /** Plain. */
  readonly layers: readonly Written[];
  readonly diffIds: readonly Digest[];
}

/** Those of this image, or why it cannot be in a docker archive. */
export async function archiveParts(context: ExportContext): Promise<ArchiveParts | CannotExport> {
  const config = await checkedConfig(context, { unpacks: true });
  if (typeof config === 'string') return config;
  if (context.layers.length > LIMITS.v1Layers) return 'too-many-layers';
  const layers = plainLayers(context);
  return { config, layers, diffIds: layers.map(({ digest }) => digest) };
}

/**
 * A docker archive as skopeo, podman and buildah write it (containers/image docker/internal/tarfile/writer.go and dest.go, the same
 * from 1.9 to now): layers by DiffID, config, then the v1 folders with links to the layers; names spelled out; no times, read-only.
 */
export async function skopeoArchive(context: ExportContext): Promise<Planned | CannotExport> {
  const parts = await archiveParts(context);
  if (typeof parts === 'string') return parts;
  const { config, layers, diffIds } = parts;
  const attributes = { mode: 0o444, mtime: 0 };
  const references = referencesOf(context.image.names);
  const v1 = await skopeoLayers(config.bytes, diffIds);
  const layerPath = (digest: Digest): string => `${encodedPart(digest)}.tar`;
  const folders = await Promise.all(
    v1.map(async (layer, i) => [
      linkMember(`${layer.id}/layer.tar`, `../${layerPath(diffIds[i] ?? '')}`, { ...attributes, mode: 0 }),
      documentMember(await versionDocument(context, layer), attributes),
      documentMember(await jsonDocument(context, layer, config, 'v1-json-skopeo'), attributes),
    ]),
  );
  const configPath = `${encodedPart(config.digest)}.json`;
  const manifest = archiveManifest({
    config: configPath,
    names: references.map(fullName),
    layers: diffIds.map(layerPath),
  });
  const repositories = repositoriesValue(references.map(fullName), v1.at(-1)?.id ?? '');
  const members = [
    ...layers.map(({ digest, content }) => fileMember(layerPath(digest), content, attributes)),
    documentMember(config, attributes, configPath),
    ...folders.flat(),
    documentMember(await manifestDocument(context, config, goStringify([manifest])), attributes),
    documentMember(await repositoriesDocument(context, config, goStringify(repositories)), attributes),
  ];
  const { dropped } = await manifestForm(context, 'schema2');
  return { members: distinct(members), dropped, droppedNames: notReferences(context.image.names) };
}

/**
 * A docker archive as `docker save` 1.10 to 24 wrote it (moby v24 image/tarexport/save.go): a v1 folder for each layer, in the
 * order of their names, with the time of the image. A layer that is there already is a link. Where the archive that is opened was
 * saved by such a Docker in another time zone, its IDs stay.
 */
export async function docker20Archive(context: ExportContext): Promise<Planned | CannotExport> {
  const parts = await archiveParts(context);
  if (typeof parts === 'string') return parts;
  const { config, layers, diffIds } = parts;
  const epoch = await savedEpoch(context, diffIds);
  const v1 = await dockerSaveLayers(config.bytes, diffIds, epoch);
  const mtime = savedTime(config);
  const file = { mode: 0o100644, mtime };
  const first = new Map<Digest, string>();
  const folders = await Promise.all(
    v1.map(async (layer, i) => {
      const { digest, content } = layers[i] ?? { digest: '', content: NOTHING };
      const path = `${layer.id}/layer.tar`;
      const known = first.get(digest);
      if (known === undefined) first.set(digest, path);
      return [
        folderMember(layer.id, { mode: 0o40755, mtime }),
        known === undefined
          ? fileMember(path, content, file)
          : linkMember(path, `../${known}`, { mode: 0o120777, mtime }),
        documentMember(await versionDocument(context, layer), file),
        documentMember(await jsonDocument(context, layer, config, 'v1-json'), file),
      ];
    }),
  );
  const configPath = `${encodedPart(config.digest)}.json`;
  const lists = await dockerLists(context, config, {
    manifest: { config: configPath, layers: v1.map(({ id }) => `${id}/layer.tar`) },
    id: v1.at(-1)?.id ?? '',
  });
  const members = [
    ...folders.flat(),
    documentMember(config, file, configPath),
    ...lists.map((document) => documentMember(document, { ...file, mtime: 0 })),
  ];
  const { dropped } = await manifestForm(context, 'schema2');
  return { members: walked(members), dropped, droppedNames: notReferences(context.image.names) };
}

const NOTHING = { kind: 'bytes', bytes: new Uint8Array() } as const;

/** `manifest.json`, and `repositories` where there are names: as Docker writes both, each line ended. */
export async function dockerLists(
  context: ExportContext,
  config: Document,
  { manifest, id }: { readonly manifest: Omit<ManifestEntry, 'names'>; readonly id: string },
): Promise<Document[]> {
  const names = referencesOf(context.image.names).map(familiarName);
  const entry = archiveManifest({ ...manifest, names: names.length > 0 ? names : null });
  const list = await manifestDocument(context, config, goLine([entry]));
  if (names.length === 0) return [list];
  return [list, await repositoriesDocument(context, config, goLine(repositoriesValue(names, id)))];
}

interface ManifestEntry {
  readonly config: string;
  /** Without names, Docker writes null and containers/image an empty list. */
  readonly names: readonly string[] | null;
  readonly layers: readonly string[];
  readonly sources?: GoValue;
}

/** One image of a `manifest.json`. */
export function archiveManifest({ config, names, layers, sources }: ManifestEntry): GoValue {
  return goObject([
    ['Config', config],
    ['RepoTags', names],
    ['Layers', layers],
    ['LayerSources', sources],
  ]);
}

/** JSON as Go's encoder writes it to a stream. */
function goLine(value: GoValue): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([...goStringify(value), 0x0a]);
}

/** The time that `docker save` gives the members: the image's, or the epoch where that is outside of what Go's times of files hold. */
export function savedTime(config: Document): number {
  const created = goTimeOf(valueOf(config, Config)?.created ?? undefined);
  // Without the fraction, of which engines read more or fewer digits.
  const seconds = Date.parse(created.replace(/\.\d+/, '')) / 1000;
  return seconds >= 0 && seconds < LAST_SECOND ? seconds : 0;
}

/** 2^63 nanoseconds after the epoch, in 2262. */
const LAST_SECOND = 9_223_372_036;

export function manifestDocument(
  { target }: ExportContext,
  config: Document,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Document> {
  const recipe = { code: 'archive-manifest', from: [config.id] } as const;
  return derive(target, { kind: 'archive-manifest', path: 'manifest.json', mediaType: null, bytes, recipe });
}

function repositoriesDocument(
  { target }: ExportContext,
  config: Document,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Document> {
  const code = target === 'docker-archive-docker25' ? 'repositories-diff-id' : 'v1-repositories';
  const recipe = { code, from: [config.id] } as const;
  return derive(target, { kind: 'v1-repositories', path: 'repositories', mediaType: null, bytes, recipe });
}

function versionDocument({ target }: ExportContext, { id }: V1Layer): Promise<Document> {
  return derive(target, {
    kind: 'v1-version',
    path: `${id}/VERSION`,
    mediaType: null,
    bytes: new TextEncoder().encode('1.0'),
    recipe: { code: 'v1-version', from: [] },
  });
}

function jsonDocument(
  { target }: ExportContext,
  { id, json }: V1Layer,
  config: Document,
  code: RecipeCode,
): Promise<Document> {
  const recipe = { code, from: [config.id] };
  return derive(target, { kind: 'v1-json', path: `${id}/json`, mediaType: null, bytes: json, recipe });
}
