import { goStringify, parseExact, type GoValue } from '../bytes/goJson';
import { documentOf } from '../formats/context';
import { derive, valueOf } from '../formats/documents';
import { goObject, isEmpty, isList, objectOf, type GoObject } from '../formats/goValues';
import { guessMediaType } from '../formats/guess';
import { AnyObject } from '../formats/shapes';
import { writeContext } from '../formats/writeContext';
import { LIMITS } from '../limits';
import type { Archive, Document, Image } from '../model/archive';
import type { Digest } from '../model/digest';
import type { Measurement } from '../model/facts';
import { MEDIA } from '../model/mediaType';
import type { CannotForm, ListForm, ListKind, ManifestForms } from '../model/manifestForms';
import { dropped } from './dropped';
import { manifestForm } from './manifestForm';

type Content = Pick<Archive, 'documents' | 'images'>;

/**
 * What lists the image's platforms, as Docker's list and as OCI index: the one that led to the image as it is, the other entry by
 * entry (containers/image internal/manifest/docker_schema2_list.go and oci_index.go), each naming the platform's manifest in
 * that form. Null where nothing but the layout's own `index.json` leads to the image.
 */
export async function platformLists(
  archive: Content,
  image: Image,
  measurements: readonly Measurement[],
): Promise<ManifestForms['lists']> {
  const found = platformList(archive, image, measurements);
  if (!found) return null;
  const isList = guessMediaType(valueOf(found, AnyObject)) === MEDIA.dockerList;
  const as = (kind: ListKind): ListForm => ({ kind, document: found, leftOut: [], dropped: [], cannot: null });
  return isList
    ? { list: as('list'), index: await convert(found, 'index', archive, measurements) }
    : { list: await convert(found, 'list', archive, measurements), index: as('index') };
}

/** The list or index next above the image's manifest. */
function platformList(archive: Content, image: Image, measurements: readonly Measurement[]): Document | null {
  const context = writeContext(archive, image, measurements);
  const above = image.stated.flatMap(({ indexes, pointer }) => documentOf(context, indexes.at(-1) ?? pointer) ?? []);
  return above.find(({ kind }) => kind === 'index') ?? null;
}

async function convert(
  found: Document,
  kind: ListKind,
  archive: Content,
  measurements: readonly Measurement[],
): Promise<ListForm> {
  const leftOut: string[] = [];
  const cannot = (code: CannotForm): ListForm => ({ kind, document: null, leftOut: [], dropped: [], cannot: code });
  const listed = objectOf(parseExact(found.bytes) ?? undefined).get('manifests');
  const entries = isList(listed) ? listed : [];
  if (entries.length > LIMITS.listEntries) return cannot('too-many-manifests');
  const find = manifestsOf(archive, measurements);
  const written = new Map<number, GoValue>();
  for (const [i, value] of entries.entries()) {
    const entry = objectOf(value);
    const manifest = isAttestation(entry) ? 'not-an-image' : await find(entry.get('digest'), kind);
    if (manifest === 'not-an-image') leftOut.push(`/manifests/${i}`);
    else if (typeof manifest === 'string') return cannot(manifest);
    else written.set(i, WRITE[kind](manifest, entry));
  }
  if (written.size === 0) return cannot('not-an-image');
  const document = await derive(kind, {
    kind: 'index',
    path: kind,
    mediaType: MEDIA_TYPE[kind],
    bytes: listing(kind, [...written.values()]),
    recipe: { code: kind === 'list' ? 'v2s2-list' : 'platform-index', from: [found.id] },
  });
  // What is left out is said by itself; here it holds its place.
  const comparable = entries.map((entry, i) => written.get(i) ?? entry);
  return { kind, document, leftOut, dropped: dropped(found, { bytes: listing(kind, comparable) }), cannot: null };
}

function listing(kind: ListKind, manifests: readonly GoValue[]): Uint8Array<ArrayBuffer> {
  return goStringify(
    goObject([
      ['schemaVersion', 2],
      ['mediaType', MEDIA_TYPE[kind]],
      ['manifests', manifests],
    ]),
  );
}

function isAttestation(entry: GoObject): boolean {
  return objectOf(entry.get('annotations')).has('vnd.docker.reference.type');
}

const MEDIA_TYPE = { list: MEDIA.dockerList, index: MEDIA.ociIndex } as const;

/** The manifest in the wanted form of the platform that an entry names, or why there is none. */
function manifestsOf(
  archive: Content,
  measurements: readonly Measurement[],
): (digest: GoValue | undefined, kind: ListKind) => Promise<Document | CannotForm> {
  const byDigest = new Map(archive.documents.map((document) => [document.digest, document]));
  const images = new Map<Digest, Image>();
  const ids = new Map(archive.documents.map(({ id, digest }) => [id, digest]));
  for (const image of archive.images) {
    for (const { manifest } of image.stated) images.set(ids.get(manifest ?? '') ?? '', image);
  }
  return async (digest, kind) => {
    const named = typeof digest === 'string' ? digest : '';
    const image = images.get(named);
    if (!image) return byDigest.has(named) ? 'not-an-image' : 'manifests-missing';
    const context = writeContext(archive, image, measurements);
    const { manifest, cannot } = await manifestForm(context, kind === 'list' ? 'schema2' : 'oci');
    return manifest ?? cannot ?? 'manifests-missing';
  };
}

const WRITE = { list: listEntry, index: indexEntry } as const;

function listEntry(manifest: Document, entry: GoObject): GoValue {
  return goObject([
    ['mediaType', MEDIA.dockerManifest],
    ['size', manifest.bytes.length],
    ['digest', manifest.digest],
    ['urls', filled(entry.get('urls'))],
    ['platform', platform(entry)],
  ]);
}

function indexEntry(manifest: Document, entry: GoObject): GoValue {
  return goObject([
    ['mediaType', MEDIA.ociManifest],
    ['digest', manifest.digest],
    ['size', manifest.bytes.length],
    ['urls', filled(entry.get('urls'))],
    ['platform', platform(entry)],
  ]);
}

/** Both forms have the same fields, but for the processor's `features`, which only a list may have. */
function platform(entry: GoObject): GoValue {
  const of = objectOf(entry.get('platform'));
  return goObject([
    ['architecture', of.get('architecture') ?? ''],
    ['os', of.get('os') ?? ''],
    ['os.version', filled(of.get('os.version'))],
    ['os.features', filled(of.get('os.features'))],
    ['variant', filled(of.get('variant'))],
  ]);
}

function filled(value: GoValue | undefined): GoValue | undefined {
  return isEmpty(value) ? undefined : value;
}
