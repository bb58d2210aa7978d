import { spanKey } from '../model/source';
import {
  COLUMN_IDS,
  type ColumnId,
  type Facet,
  type Part,
  type Representation,
  type Role,
} from '../model/representation';

/** Why two cells of a row are the same part, strongest reason first. Never by position alone without saying so. */
export type CorrespondenceReason =
  /** The very same bytes. */
  | 'same-digest'
  /** Unpacked they are the same bytes; the stored bytes differ in compression. */
  | 'same-diff-id'
  /** One was worked out from the other. */
  | 'derived-from'
  /** They have the same place in the image, nothing more. */
  | 'same-place';

export interface Correspondence {
  readonly a: ColumnId;
  readonly b: ColumnId;
  readonly reason: CorrespondenceReason;
}

/** One part of the image in every form. */
export interface Row {
  readonly part: Part;
  readonly role: Role;
  /** Layers: 1 is the base. */
  readonly number: number | null;
  readonly cells: Readonly<Record<ColumnId, Facet | null>>;
  readonly correspondence: readonly Correspondence[];
}

/** The parts of an image aligned over its representations: who points at it, manifest, config, layers base first, format mark. */
export function comparisonRows(representations: readonly Representation[]): Row[] {
  const byColumn = new Map(
    representations.map((each) => [each.column, new Map(each.facets.map((facet) => [facet.part, facet]))]),
  );
  const layers = Math.max(
    0,
    ...representations.map((each) => each.facets.filter((facet) => facet.role === 'layer').length),
  );
  const parts: [Part, Role, number | null][] = [
    ['pointer', 'pointer', null],
    ['manifest', 'manifest', null],
    ['config', 'config', null],
    ...Array.from({ length: layers }, (_, i): [Part, Role, number] => [`layer:${i + 1}`, 'layer', i + 1]),
    ['mark', 'mark', null],
  ];
  return parts.map(([part, role, number]) =>
    rowOf(part, role, number, (column) => byColumn.get(column)?.get(part) ?? null),
  );
}

/** One of these rows, without making the others; null when there is none for this part. */
export function comparisonRow(representations: readonly Representation[], part: Part): Row | null {
  const cell = (column: ColumnId): Facet | null =>
    representations.find((each) => each.column === column)?.facets.find((facet) => facet.part === part) ?? null;
  const number = part.startsWith('layer:') ? Number(part.slice('layer:'.length)) : null;
  const role: Role = number === null ? (part as Role) : 'layer';
  return number !== null && !COLUMN_IDS.some(cell) ? null : rowOf(part, role, number, cell);
}

function rowOf(part: Part, role: Role, number: number | null, cell: (column: ColumnId) => Facet | null): Row {
  const cells = { v1: cell('v1'), v2s2: cell('v2s2'), oci: cell('oci') };
  const pairs: [ColumnId, ColumnId][] = [
    ['v1', 'v2s2'],
    ['v2s2', 'oci'],
    ['v1', 'oci'],
  ];
  const correspondence = pairs.flatMap(([a, b]) => {
    const reason = whySame(cells[a], cells[b]);
    return reason ? [{ a, b, reason }] : [];
  });
  return { part, role, number, cells, correspondence };
}

function whySame(a: Facet | null, b: Facet | null): CorrespondenceReason | null {
  if (!a || !b || a.origin === 'none' || b.origin === 'none') return null;
  if (a.digest !== null && a.digest === b.digest) return 'same-digest';
  if (a.span && b.span && spanKey(a.span) === spanKey(b.span)) return 'same-digest';
  if (a.diffId !== null && a.diffId === b.diffId) return 'same-diff-id';
  if (a.document !== null && a.document === b.document) return 'same-digest';
  if (a.role !== 'layer' && (a.origin === 'derived') !== (b.origin === 'derived')) return 'derived-from';
  return 'same-place';
}
