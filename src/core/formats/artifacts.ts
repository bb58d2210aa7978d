import type { Diagnostic } from '../errors';
import type { Document } from '../model/archive';
import type { ArtifactKind, ArtifactPart, StatedArtifact } from '../model/artifact';
import type { Claim } from '../model/claim';
import { MEDIA, mediaTypeInfo } from '../model/mediaType';
import type { ArchiveFiles } from '../tar/files';
import { kindByPlace, statedAbout } from './about';
import { artifactKind } from './artifactKinds';
import { descriptorClaims, diffIdClaims } from './claims';
import { checkEmbedded } from './embedded';
import type { LayoutForm } from './layoutForm';
import { isLayerType } from './layerTraits';
import { claimsAlong } from './links';
import type { Descriptor, Manifest } from './shapes';

const EMPTY_DIGEST = 'sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a';

/** Whether a manifest is that of an image: an image config and file-system layers. Anything else only borrows the manifest. */
export function isImage(manifest: Manifest, descriptor: Descriptor): boolean {
  if (descriptor.annotations?.['vnd.docker.reference.type'] === 'attestation-manifest') return false;
  const config = manifest.config?.mediaType;
  const isImageConfig = config === MEDIA.ociConfig || config === MEDIA.dockerConfig;
  return (
    !manifest.artifactType &&
    isImageConfig &&
    (manifest.layers ?? []).every(({ mediaType }) => isLayerType(mediaType ?? ''))
  );
}

/** Whether an entry of an index is bytes of its own kind, and neither a manifest nor an index. */
export function isBlobEntry({ mediaType }: Descriptor): boolean {
  const role = mediaTypeInfo(mediaType ?? '')?.role;
  if (role === 'index' || role === 'manifest') return false;
  return role !== undefined || artifactKind(mediaType) !== null;
}

/** An artifact as an index leads to it. */
export interface ArtifactSource {
  readonly descriptor: Descriptor;
  /** Its place in the index that lists it. */
  readonly at: number;
  /** Documents from `index.json` to its own manifest or index; of a blob that is listed itself, to the index that lists it. */
  readonly chain: readonly Document[];
  /** Its manifest or index; null for a blob that is listed itself. */
  readonly document: Document | null;
  /** What that says; an index has no config and no layers. */
  readonly manifest: Partial<Manifest> | null;
  readonly config: Document | null;
  /** Entries of an index that are no manifests, with their place in it. */
  readonly entries: readonly (readonly [at: number, entry: Descriptor])[];
  readonly ownNames: readonly string[];
  readonly names: readonly string[];
  readonly cosignImage: string | null;
  readonly indexSubject: Descriptor | null;
}

/** Where an archive has what descriptors name. */
export interface Blobs extends Pick<LayoutForm, 'pathOf'> {
  readonly files: ArchiveFiles;
}

/** What there is to know of an artifact before its contents are read. */
export async function readArtifact(
  source: ArtifactSource,
  blobs: Blobs,
  report: (diagnostic: Diagnostic) => void,
): Promise<StatedArtifact> {
  const { descriptor, document, manifest, chain } = source;
  const placed: { part: ArtifactPart; stated: Descriptor; pointer: string }[] = [];
  for (const { role, pointer, stated } of descriptorsOf(source)) {
    const at = document ?? chain.at(-1);
    const embedded = await checkEmbedded(stated, at?.path ?? '', pointer);
    if (embedded?.diagnostic) report(embedded.diagnostic);
    placed.push({ part: partOf(role, stated, embedded?.outcome ?? null, blobs), stated, pointer });
  }
  const parts = placed.map(({ part }) => part);
  for (const diagnostic of missingParts(parts, document ?? chain.at(-1) ?? null, blobs)) report(diagnostic);
  const artifactType = manifest?.artifactType || foreignConfigType(manifest) || descriptor.artifactType || null;
  return {
    id: document?.id ?? parts[0]?.path ?? descriptor.digest,
    kind: kindOf(source, artifactType, parts),
    names: source.ownNames,
    indexes: chain.slice(1).flatMap((each) => (each === document ? [] : [each.id])),
    manifest: document?.id ?? null,
    mediaType: descriptor.mediaType ?? manifest?.mediaType ?? null,
    artifactType,
    digest: descriptor.digest,
    size: document?.bytes.length ?? descriptor.size ?? null,
    about: statedAbout({ ...source, subject: manifest?.subject, listing: chain.at(document ? -2 : -1) }),
    parts,
    claims: claimsOf(source, placed, blobs),
  };
}

/** The config's type, where it is not an image's: it says what the artifact is when `artifactType` does not. */
function foreignConfigType(manifest: ArtifactSource['manifest']): string | null {
  const type = manifest?.config?.mediaType;
  return type && type !== MEDIA.ociConfig && type !== MEDIA.dockerConfig && type !== MEDIA.ociEmpty ? type : null;
}

interface Stated {
  readonly role: ArtifactPart['role'];
  readonly pointer: string;
  readonly stated: Descriptor;
}

function descriptorsOf({ manifest, entries }: ArtifactSource): Stated[] {
  const content = (field: string, list: readonly Descriptor[] | null | undefined): Stated[] =>
    (list ?? []).map((stated, i) => ({ role: 'content', pointer: `/${field}/${i}`, stated }));
  return [
    ...(manifest?.config ? [{ role: 'config' as const, pointer: '/config', stated: manifest.config }] : []),
    ...content('layers', manifest?.layers),
    ...content('blobs', manifest?.blobs),
    ...entries.map(([at, stated]): Stated => ({ role: 'content', pointer: `/manifests/${at}`, stated })),
  ];
}

function partOf(
  role: ArtifactPart['role'],
  { mediaType, digest, size, annotations }: Descriptor,
  embedded: ArtifactPart['embedded'],
  { files, pathOf }: Blobs,
): ArtifactPart {
  const path = pathOf(digest, 'blob');
  const file = path === null ? null : files.find(path);
  return {
    role,
    kind: artifactKind(mediaType),
    title: annotations?.['org.opencontainers.image.title'] ?? null,
    predicateType: annotations?.['in-toto.io/predicate-type'] ?? annotations?.['predicateType'] ?? null,
    mediaType: mediaType ?? null,
    digest,
    size: size ?? null,
    path: file?.path ?? path ?? digest,
    span: file?.span ?? null,
    empty: mediaType === MEDIA.ociEmpty && digest === EMPTY_DIGEST,
    embedded,
    contents: null,
  };
}

/** Parts that are named and not there; what a descriptor carries in itself need not be in a file, too. */
function missingParts(parts: readonly ArtifactPart[], by: Document | null, { pathOf }: Blobs): Diagnostic[] {
  return parts
    .filter((part) => part.span === null && part.embedded !== 'matches')
    .map(({ digest, path }) =>
      pathOf(digest, 'blob') === null
        ? { code: 'digest-invalid', severity: 'error', path: by?.path ?? path, details: { digest } }
        : { code: 'artifact-part-missing', severity: 'info', path: by?.path ?? path, details: { path } },
    );
}

/** Its own type says what it is; else where it is; else what it holds. */
function kindOf(source: ArtifactSource, artifactType: string | null, parts: readonly ArtifactPart[]): ArtifactKind {
  const { descriptor, names } = source;
  if (descriptor.annotations?.['vnd.docker.reference.type'] === 'attestation-manifest') return 'attestation';
  const contents = parts.filter((part) => part.role === 'content');
  return (
    artifactKind(artifactType) ??
    kindByPlace(descriptor, names) ??
    parts.find((part) => part.kind !== null)?.kind ??
    (contents.some((part) => part.title !== null) ? 'files' : null) ??
    (contents.every((part) => part.empty) ? 'annotations' : 'unknown')
  );
}

/** What is claimed of bytes that are here or should be. */
function claimsOf(
  { chain, document, manifest, config }: ArtifactSource,
  placed: readonly { part: ArtifactPart; stated: Descriptor; pointer: string }[],
  { files, pathOf }: Blobs,
): Claim[] {
  const claims = claimsAlong('oci', chain);
  const by = document ?? chain.at(-1);
  if (!by) return claims;
  let content = 0;
  for (const { part, stated, pointer } of placed) {
    const name = part.role === 'config' ? 'config' : `layer:${++content}`;
    if (part.span === null && part.embedded === 'matches') continue;
    claims.push(...descriptorClaims('oci', name, by, pointer, stated, part));
  }
  const contents = placed.flatMap(({ part }) => (part.role === 'content' ? [part] : []));
  if (config && mediaTypeInfo(manifest?.config?.mediaType ?? '')?.role === 'config') {
    claims.push(...diffIdClaims('oci', config, contents));
  }
  const subject = manifest?.subject;
  const subjectPath = subject ? pathOf(subject.digest, 'manifest') : null;
  const span = subjectPath === null ? null : (files.find(subjectPath)?.span ?? null);
  if (subject && subjectPath !== null && span) {
    claims.push(...descriptorClaims('oci', 'manifest', by, '/subject', subject, { span, path: subjectPath }));
  }
  return claims;
}
