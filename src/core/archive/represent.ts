import { COLUMNS } from '../formats';
import type { Written } from '../formats/format';
import { writeContext } from '../formats/writeContext';
import type { Archive, Document, Image } from '../model/archive';
import type { Measurement } from '../model/facts';
import type { ColumnId, Facet, Representation } from '../model/representation';
import { madeOfRedacted } from './redactedText';

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

type Noted = (column: ColumnId, facets: readonly Facet[], made: readonly Document[]) => readonly Facet[];

/**
 * Notes on facets, column by column: what was worked out of redacted text says so, because its digest or ID is not the one that the archive's own
 * would have.
 */
function redactionNotes(documents: readonly Document[]): Noted {
  const othersOf = madeOfRedacted(documents);
  if (!othersOf) return (_, facets) => facets;
  return (column, facets, made) => {
    const other = othersOf(made);
    return facets.map((facet) => {
      const { origin, note, document, v1Id } = facet;
      const isOfOther = other.has(document ?? '') || (column === 'v1' && v1Id !== null);
      return origin === 'derived' && note === null && isOfOther ? { ...facet, note: 'from-redacted' } : facet;
    });
  };
}
