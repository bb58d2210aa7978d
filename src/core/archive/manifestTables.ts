import { decodeText } from '../bytes/jsonText';
import { Pacer } from '../bytes/pacer';
import { byKind, type ByKind } from '../compare/kinds';
import { manifestRows } from '../compare/manifestRows';
import { meaningDocument, type MeaningDocument } from '../compare/meaning';
import { dropped } from '../convert/dropped';
import { manifestForms } from '../convert/manifestForms';
import { ociConfig } from '../formats/ociConfig';
import type { Archive, Document, Image } from '../model/archive';
import type { Digest } from '../model/digest';
import type { DroppedField } from '../model/export';
import type { Measurement } from '../model/facts';
import { MANIFEST_KINDS, type ListForm, type ManifestForms, type ManifestKind } from '../model/manifestForms';
import {
  MANIFEST_VIEWS,
  type ManifestTables,
  type ManifestView,
  type TableColumn,
  type TableView,
} from '../model/manifestTable';
import { mediaTypeInfo } from '../model/mediaType';
import { madeOfRedacted } from './redactedText';

type Content = Pick<Archive, 'documents' | 'images' | 'schema1'>;

/** What stands in a column, before its document is laid beside the others. */
interface Source extends Pick<TableColumn, 'cannot' | 'dropped' | 'leftOut'> {
  readonly document: Document | null;
}
type Sources = ByKind<Source | null>;

/**
 * The manifest, the config and the list of platforms of an image in every form, aligned by meaning, with what each conversion drops.
 * Without an image, the first manifest and list that are there, each in its own form.
 */
export async function manifestTables(
  archive: Content,
  image: Image | null,
  measurements: readonly Measurement[],
): Promise<ManifestTables> {
  const sources = image ? await sourcesOf(await manifestForms(archive, image, measurements)) : foundSources(archive);
  const manifests = sources.manifest ? documentsOf(sources.manifest) : [];
  const own = new Set(manifests.map(({ digest }) => digest));
  const whole = new Set(archive.documents.flatMap(({ id, redacted }) => (redacted ? [id] : [])));
  const other = new Set(archive.documents.flatMap(({ id, within = '' }) => (whole.has(within) ? [id] : [])));
  const othersOf = madeOfRedacted(archive.documents);
  for (const kind of MANIFEST_KINDS) {
    const made = MANIFEST_VIEWS.flatMap((name) => sources[name]?.[kind]?.document ?? []);
    for (const id of othersOf?.(made) ?? []) other.add(id);
  }
  const pacer = new Pacer(0, {});
  const view = async (name: ManifestView): Promise<TableView | null> => {
    const of = sources[name];
    return of && documentsOf(of).length > 0
      ? tableView(name, of, { own, other, schema1: archive.schema1 }, pacer)
      : null;
  };
  const views = { manifest: await view('manifest'), config: await view('config'), list: await view('list') };
  const all = MANIFEST_VIEWS.flatMap((name) => documentsOf(sources[name]));
  return {
    views,
    derived: [...new Map(all.map((each) => [each.id, each])).values()].filter(({ origin }) => origin === 'derived'),
  };
}

async function sourcesOf({ manifests, lists }: ManifestForms): Promise<Record<ManifestView, Sources | null>> {
  const { schema1, schema2, oci } = manifests;
  const wouldDrop = schema2.config && oci.config ? await configLoss(schema2.config, oci.config) : [];
  const lost = byKind((kind) => [...manifests[kind].dropped, ...(kind === 'oci' ? wouldDrop : [])]);
  const of = (kind: ManifestKind, document: Document | null): Source => ({
    document,
    cannot: manifests[kind].cannot,
    dropped: lost[kind],
    leftOut: [],
  });
  return {
    manifest: byKind((kind) => of(kind, manifests[kind].manifest)),
    config: {
      schema1: of('schema1', schema1.compatibility.at(-1) ?? null),
      schema2: of('schema2', schema2.config),
      oci: of('oci', oci.config),
    },
    list: lists && { schema1: null, schema2: listSource(lists.list), oci: listSource(lists.index) },
  };
}

/** What containers/image would leave out of a Docker config that the archive's own OCI manifest names as it is. */
async function configLoss(docker: Document, oci: Document): Promise<readonly DroppedField[]> {
  return docker.id === oci.id ? dropped(docker, await ociConfig(docker)) : [];
}

function listSource({ document, cannot, dropped: lost, leftOut }: ListForm): Source {
  return { document, cannot, dropped: lost, leftOut };
}

/** What is there without an image that could be converted: a list alone, or the manifest of something else. */
function foundSources({ documents }: Content): Record<ManifestView, Sources | null> {
  const first = (fits: (document: Document) => boolean): Source | null => {
    const document = documents.find(fits);
    return document ? { document, cannot: null, dropped: [], leftOut: [] } : null;
  };
  const family = ({ mediaType }: Document): string => mediaTypeInfo(mediaType ?? '')?.family ?? 'oci';
  const isList = ({ kind }: Document): boolean => kind === 'index' || kind === 'layout-index';
  const isManifest = ({ kind }: Document): boolean => kind === 'manifest';
  const inEach = (fits: (document: Document) => boolean): Sources => ({
    schema1: null,
    schema2: first((each) => fits(each) && family(each) === 'docker'),
    oci: first((each) => fits(each) && family(each) === 'oci'),
  });
  return {
    manifest: { ...inEach(isManifest), schema1: first(({ kind }) => kind === 'schema1-manifest') },
    config: null,
    list: inEach(isList),
  };
}

/** What is known beside the documents themselves. */
interface Known extends Pick<Content, 'schema1'> {
  /** Digests of the image's manifests. */
  readonly own: ReadonlySet<Digest>;
  /** Ids of documents worked out of redacted text. */
  readonly other: ReadonlySet<string>;
}

/** Lets messages in between its steps: a manifest of ten thousand layers takes seconds. */
async function tableView(view: ManifestView, sources: Sources, known: Known, pacer: Pacer): Promise<TableView> {
  const documents: Record<ManifestKind, MeaningDocument | null> = byKind(() => null);
  for (const kind of MANIFEST_KINDS) {
    await pacer.pause();
    const decoded = decodeText(sources[kind]?.document?.bytes ?? new Uint8Array());
    documents[kind] = decoded.ok ? meaningDocument(view, kind, decoded.text) : null;
  }
  await pacer.pause();
  const columns = byKind((kind): TableColumn | null => {
    const source = sources[kind];
    return source && { ...source, document: source.document && columnDocument(source.document, known) };
  });
  return { columns, table: manifestRows(documents, known.own) };
}

function columnDocument(document: Document, { schema1, other }: Known): TableColumn['document'] {
  const { id, kind, origin, path, digest, recipe, bytes } = document;
  const named = schema1.find((facts) => facts.document === id)?.payloadDigest ?? digest;
  return {
    id,
    kind,
    origin,
    path,
    digest,
    recipe,
    size: bytes.length,
    registryDigest: named === digest ? null : named,
    redacted: document.redacted ? 'values' : other.has(id) ? 'source' : null,
  };
}

function documentsOf(sources: Sources | null): Document[] {
  return MANIFEST_KINDS.flatMap((kind) => sources?.[kind]?.document ?? []);
}
