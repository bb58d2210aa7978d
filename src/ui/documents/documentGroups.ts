import { COLUMN_OF } from '../../core/model/representation';
import type { ColumnId, Representation } from '../../core/model/representation';
import type { Archive, Document, DocumentKind } from '../../core/model/archive';

export type GroupId = ColumnId | 'v2s1' | 'elsewhere' | 'unreferenced';

/** Documents that are listed together. A document of several columns is in each of them. */
export interface DocumentGroup {
  readonly id: GroupId;
  readonly documents: readonly Document[];
}

/** What points comes first, then what is pointed at, as the rows of the ladder. */
const KIND_ORDER: readonly DocumentKind[] = [
  'inspected',
  'v1-repositories',
  'layout-index',
  'archive-manifest',
  'index',
  'manifest',
  'schema1-manifest',
  'config',
  'artifact-config',
  'artifact-content',
  'layer-toc',
  'v1-json',
  'v1-version',
  'oci-layout',
  'dir-version',
];

/** Every document, found and derived: those of the image on screen by column, with schema 1 apart, those of other images and artifacts, those nothing points at. */
export function documentGroups(
  archive: Archive,
  imageKey: string | null,
  representations: readonly Representation[],
): DocumentGroup[] {
  const shown = archive.images.find((image) => image.key === imageKey);
  const found = new Map(archive.documents.map((document) => [document.id, document]));
  const unreferenced = new Set(archive.orphans.flatMap((orphan) => orphan.document ?? []));
  const listed = new Set<string>();

  const columns = representations.map((representation): DocumentGroup => {
    const derived = new Map(representation.derived.map((document) => [document.id, document]));
    const ids = new Set<string | null>();
    for (const stated of shown?.stated ?? []) {
      if (COLUMN_OF[stated.format] !== representation.column) continue;
      for (const id of [stated.pointer, ...stated.indexes, stated.manifest, stated.config]) ids.add(id);
      for (const id of [...stated.layerDocuments, stated.mark]) ids.add(id);
    }
    for (const facet of representation.facets) ids.add(facet.document).add(facet.statedBy);
    for (const { id, within } of archive.documents) if (within !== undefined && ids.has(within)) ids.add(id);
    for (const id of derived.keys()) ids.add(id);
    const documents = [...ids].flatMap((id) => (id === null ? [] : (found.get(id) ?? derived.get(id) ?? [])));
    for (const document of documents) listed.add(document.id);
    return { id: representation.column, documents: documents.toSorted((a, b) => rank(a) - rank(b)) };
  });

  // The ladder has no column for it: it shows what schema 2 makes of it.
  const isSchema1 = ({ kind }: Document): boolean => kind === 'schema1-manifest';
  const byForm = columns.map(({ id, documents }): DocumentGroup => ({
    id,
    documents: documents.filter((each) => !isSchema1(each)),
  }));
  const schema1 = archive.documents.filter((document) => listed.has(document.id) && isSchema1(document));
  const rest = archive.documents.filter((document) => !listed.has(document.id));
  const groups: DocumentGroup[] = [
    ...byForm.filter(({ id }) => id === 'v1'),
    { id: 'v2s1', documents: schema1 },
    ...byForm.filter(({ id }) => id !== 'v1'),
    { id: 'elsewhere', documents: rest.filter((document) => !unreferenced.has(document.id)) },
    { id: 'unreferenced', documents: rest.filter((document) => unreferenced.has(document.id)) },
  ];
  return groups.filter((group) => group.documents.length > 0);
}

function rank(document: Document): number {
  return KIND_ORDER.indexOf(document.kind);
}
