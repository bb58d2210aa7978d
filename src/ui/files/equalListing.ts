import type { Duplicates } from '../../core/model/duplicates';
import type { ListingFormat } from '../../core/model/fileView';
import { csvLine } from '../../core/picture/csv';

/** Where an event stored its bytes; the layer from 0. */
type PlaceOf = (event: number) => { readonly path: string; readonly layer: number };

/**
 * Files with the same bytes as a file: CSV with a head and a line for each copy, or JSON with the groups and what is known of them all. Layers are counted
 * from 1. A path that a spreadsheet would take for a formula begins with `./` in CSV.
 */
export function equalListing(found: Duplicates, placeOf: PlaceOf, format: ListingFormat): string {
  const groups = found.groups.map(({ digest, size, events }) => ({
    digest,
    size,
    copies: events.map(placeOf).map(({ path, layer }) => ({ path, layer: layer + 1 })),
  }));
  if (format === 'json') {
    const unread = found.unread.map((layer) => layer + 1);
    return `${JSON.stringify({ ...found, groups, unread }, null, 2)}\n`;
  }
  const lines = groups.flatMap(({ digest, size, copies }) =>
    copies.map(({ path, layer }) => csvLine([digest, size, path, layer], (text) => `./${text}`)),
  );
  return [csvLine(['digest', 'size', 'path', 'layer']), ...lines].join('');
}
