import type { ColumnId, Facet, Part } from '../../core/model/representation';
import type { Row } from '../../core/compare/rows';

/** A place on the ladder: a row, and the column that is pointed at; null for the row as a whole. */
export interface Spot {
  readonly part: Part;
  readonly column: ColumnId | null;
}

const NEWEST_FIRST = ['oci', 'v2s2', 'v1'] as const satisfies readonly ColumnId[];

const PREFERENCE: readonly ((facet: Facet) => boolean)[] = [
  (facet) => facet.origin === 'found' && facet.digest !== null,
  (facet) => facet.digest !== null,
  (facet) => facet.origin !== 'none',
];

/** The cell to tell about: the one pointed at, or of the whole row the one that says most of the file. */
export function facetAt(row: Row, column: ColumnId | null): { column: ColumnId; facet: Facet } | null {
  const own = column === null ? null : row.cells[column];
  if (column !== null && own) return { column, facet: own };
  const cells = NEWEST_FIRST.flatMap((id) => {
    const facet = row.cells[id];
    return facet ? [{ column: id, facet }] : [];
  });
  for (const fits of PREFERENCE) {
    const cell = cells.find(({ facet }) => fits(facet));
    if (cell) return cell;
  }
  return null;
}

/** What a cell names, or is named by. */
export function namesOf(facet: Facet | null | undefined): string[] {
  return [facet?.digest ?? [], facet?.diffId ?? [], facet?.v1Id ?? []].flat();
}

/** The cell of a row whose document is the one with this id, the newest form first. */
export function facetOf(row: Row, document: string | null): { column: ColumnId; facet: Facet } | null {
  if (document === null) return null;
  for (const column of NEWEST_FIRST) {
    const facet = row.cells[column];
    if (facet?.document === document) return { column, facet };
  }
  return null;
}
