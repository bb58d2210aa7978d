import { COLUMNS } from '../formats';
import type { Written } from '../formats/format';
import { writeContext } from '../formats/writeContext';
import type { Archive, Document, DocumentKind, Image, RecipeCode } from '../model/archive';
import type { Measurement } from '../model/facts';
import type { ColumnId, Facet, Representation } from '../model/representation';

/** The image in each form, oldest first: what the archive has is found, the rest is derived from what is known so far. */
export async function represent(
  archive: Pick<Archive, 'documents'>,
  image: Image,
  measurements: readonly Measurement[],
): Promise<Representation[]> {
  const context = writeContext(archive, image, measurements);
  const representations: Representation[] = [];
  const note = redactionNotes(archive.documents);
  for (const column of COLUMNS) {
    const written = await column.write(context);
    const { facets, claims } = await column.describe(written, context);
    const documents = documentsOf(written);
    const parts = facets.filter((facet) => facet.origin !== 'none');
    const isFound = parts.some((facet) => facet.origin === 'found');
    const isDerived = parts.some((facet) => facet.origin === 'derived');
    representations.push({
      column: column.id,
      origin: isFound ? (isDerived ? 'mixed' : 'found') : 'derived',
      platform: image.platform,
      facets: note(column.id, facets, documents),
      claims,
      derived: documents.filter((document) => document.origin === 'derived'),
      cannot: written.cannot,
    });
  }
  return representations;
}

function documentsOf(written: Written): Document[] {
  const { pointer, manifest, config, layerDocuments, mark } = written;
  const all = [pointer, manifest, config, ...layerDocuments, mark].flatMap((document) => document ?? []);
  return [...new Map(all.map((document) => [document.id, document])).values()];
}

/** Recipes that take over texts of a config, and not only its digest and size. Of manifests and lists, all do. */
const TAKES_TEXT: ReadonlySet<RecipeCode> = new Set<RecipeCode>([
  'oci-config',
  'v1-json',
  'v1-json-skopeo',
  'config-from-v1',
  'config-from-schema1',
  'schema1-manifest',
]);

const LISTS: ReadonlySet<DocumentKind | undefined> = new Set<DocumentKind>([
  'manifest',
  'schema1-manifest',
  'index',
  'layout-index',
]);

type Noted = (column: ColumnId, facets: readonly Facet[], made: readonly Document[]) => readonly Facet[];

/**
 * Notes on facets, column by column: what was worked out of redacted text says so, because its digest or ID is not the one that the archive's own
 * would have.
 */
function redactionNotes(documents: readonly Document[]): Noted {
  const whole = new Set(documents.flatMap((each) => (each.redacted ? [each.id] : [])));
  if (whole.size === 0) return (_, facets) => facets;
  const redacted = new Map(
    documents.flatMap(({ id, kind, within = '' }) => (whole.has(id) || whole.has(within) ? [[id, kind] as const] : [])),
  );
  /** Ids of derived documents that would be others. */
  const other = new Set<string>();
  return (column, facets, made) => {
    const isOther = ({ recipe, kind, origin }: Document): boolean => {
      if (origin === 'found' || recipe === null) return false;
      if (kind === 'manifest' && made.some((each) => each.kind === 'config' && other.has(each.id))) return true;
      return recipe.from.some(
        (id) => other.has(id) || (redacted.has(id) && (TAKES_TEXT.has(recipe.code) || LISTS.has(redacted.get(id)))),
      );
    };
    // A document comes after what it names, or before: as often as there are documents at most.
    for (let before = -1; before < other.size;) {
      before = other.size;
      for (const each of made) if (isOther(each)) other.add(each.id);
    }
    return facets.map((facet) => {
      const { origin, note, document, v1Id } = facet;
      const isOfOther = other.has(document ?? '') || (column === 'v1' && v1Id !== null);
      return origin === 'derived' && note === null && isOfOther ? { ...facet, note: 'from-redacted' } : facet;
    });
  };
}
