import type { Archive, FormatId, Image, StatedImage } from '../model/archive';
import {
  COLUMN_IDS,
  COLUMN_OF,
  layerPart,
  type ColumnId,
  type Part,
  type Representation,
  type Role,
} from '../model/representation';
import { derivedLines } from './layoutDerived';
import { foundLines } from './layoutFound';
import type { LayoutSource, PartLines } from './layoutLines';
import {
  LAYOUT_NOTES,
  type LayoutCell,
  type LayoutColumn,
  type LayoutNode,
  type LayoutNote,
  type LayoutRow,
  type LayoutTrees,
} from './layoutModel';
import { referencesOf } from './layoutReferences';

/** The layout of each column when the archive does not have the image in it. */
const DERIVED_FORM: Readonly<Record<ColumnId, FormatId>> = {
  v1: 'docker-v1',
  v2s2: 'docker-archive',
  oci: 'oci-layout',
};

/** One column on the way to the board. */
interface Column extends LayoutColumn {
  readonly lines: PartLines;
  readonly nodes: readonly LayoutNode[];
  /** By each part that they are. */
  readonly byPart: ReadonlyMap<Part, LayoutNode>;
  readonly notes: ReadonlyMap<Part, LayoutNote>;
}

/**
 * The files of an image as v1 layout, docker archive and OCI layout, aligned by the part they play. A layout that the archive has is shown
 * as it is there; a `dir:`, or a document alone, in the column of its form with what there is of it; the others as they would be.
 */
export function layoutTrees(
  archive: Pick<Archive, 'documents' | 'members'>,
  image: Image,
  representations: readonly Representation[],
): LayoutTrees {
  const derived = representations.flatMap((each) => each.derived);
  const documents = new Map([...archive.documents, ...derived].map((document) => [document.id, document]));
  const column = (id: ColumnId): Column => {
    const representation = representations.find((each) => each.column === id);
    return columnOf({ column: id, archive, representation, documents }, image, representations);
  };
  const columns = { v1: column('v1'), v2s2: column('v2s2'), oci: column('oci') };
  const references = COLUMN_IDS.flatMap((id) => referencesOf(columns[id].nodes, documents));
  const header = ({ format, origin, cannot }: Column): LayoutColumn => ({ format, origin, cannot });
  return {
    columns: { v1: header(columns.v1), v2s2: header(columns.v2s2), oci: header(columns.oci) },
    rows: rowsOf(columns),
    references,
  };
}

function columnOf(source: LayoutSource, image: Image, representations: readonly Representation[]): Column {
  const stated = statedIn(source.column, image, representations);
  const lines = stated ? foundLines(source, image, stated) : derivedLines(source);
  const nodes = [...lines.values()].flat(2);
  const { cannot = null, facets = [] } = source.representation ?? {};
  const isFound = nodes.some(({ origin }) => origin === 'found');
  return {
    format: stated?.format ?? DERIVED_FORM[source.column],
    origin: stated ? 'found' : isFound ? 'mixed' : 'derived',
    cannot: stated ? null : cannot,
    lines,
    nodes,
    byPart: new Map(nodes.flatMap((node) => [node.part, node.also].flatMap((part) => (part ? [[part, node]] : [])))),
    notes: new Map(
      facets.flatMap(({ part, note }) => {
        const known = LAYOUT_NOTES.find((each) => each === note);
        return known ? [[part, known] as const] : [];
      }),
    ),
  };
}

/** How the archive states the image in a column's layout. A `dir:` and a document alone are in the column that shows their manifest or config as found. */
function statedIn(column: ColumnId, image: Image, representations: readonly Representation[]): StatedImage | undefined {
  const own = image.stated.find(({ format }) => COLUMN_OF[format] === column);
  if (own) return own;
  return image.stated.find(({ format, manifest, config }) => {
    if (COLUMN_OF[format] !== null) return false;
    const main = manifest ?? config;
    const shown = representations.find(({ facets }) =>
      facets.some(({ origin, document }) => origin === 'found' && document !== null && document === main),
    );
    return shown?.column === column;
  });
}

function rowsOf(columns: Readonly<Record<ColumnId, Column>>): LayoutRow[] {
  const layers = Math.max(0, ...COLUMN_IDS.map((id) => layerCount(columns[id])));
  const parts: [Part, Role, number | null][] = [
    ['pointer', 'pointer', null],
    ['manifest', 'manifest', null],
    ['config', 'config', null],
    ...Array.from({ length: layers }, (_, i): [Part, Role, number] => [layerPart(i), 'layer', i + 1]),
    ['mark', 'mark', null],
  ];
  return parts.map(([part, role, number]) => {
    const only = COLUMN_IDS.filter((id) => columns[id].byPart.has(part));
    const cell = (id: ColumnId): LayoutCell => cellOf(columns[id], part, only);
    return { part, role, number, cells: { v1: cell('v1'), v2s2: cell('v2s2'), oci: cell('oci') } };
  });
}

function layerCount({ lines }: Column): number {
  return [...lines.keys()].filter((part) => part.startsWith('layer:')).length;
}

function cellOf(column: Column, part: Part, only: readonly ColumnId[]): LayoutCell {
  const lines = column.lines.get(part);
  if (lines) return { kind: 'nodes', lines };
  const node = column.byPart.get(part);
  if (node) return { kind: 'within', node: node.id };
  return { kind: 'hole', note: noteOf(column, part), only };
}

function noteOf({ format, notes }: Column, part: Part): LayoutNote | null {
  // What the ladder has there is worked out for a registry; a docker archive has no such file.
  if (format === 'docker-archive' && part === 'manifest') return 'lists-itself';
  if (format === 'docker-archive' && part === 'mark') return null;
  return notes.get(part) ?? null;
}
