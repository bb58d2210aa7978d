import type { Archive } from '../../core/model/archive';
import type { Representation } from '../../core/model/representation';
import type { Schema1Facts } from '../../core/model/schema1';

/** What was found out of a schema 1 manifest, with how the IDs of the shown image's layers came about; null for any other document. */
export function schema1Of(
  archive: Pick<Archive, 'schema1'>,
  id: string,
  representations: readonly Representation[],
): Schema1Facts | null {
  const facts = archive.schema1.find(({ document }) => document === id);
  if (!facts) return null;
  const facets = representations.flatMap((each) => each.facets).filter(({ statedBy }) => statedBy === id);
  const kinds = new Map(facets.map(({ v1Id, v1IdKind }) => [v1Id, v1IdKind]));
  const entries = facts.entries.map((entry) => ({ ...entry, idKind: entry.idKind ?? kinds.get(entry.id) ?? null }));
  return { ...facts, entries };
}
