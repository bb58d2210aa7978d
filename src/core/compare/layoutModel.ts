import type { DocumentKind, FormatId, Origin, RecipeCode } from '../model/archive';
import type { Digest } from '../model/digest';
import type { CannotCode, ColumnId, Part, Role } from '../model/representation';
import type { Span } from '../model/source';

/** The member of the opened archive that holds a node's bytes. */
export interface NodeMember {
  /** Place among the members, in stored order. */
  readonly index: number;
  /** As stored. */
  readonly name: string;
}

/** One file of an image in one layout: as the archive has it, or as it would be. */
export interface LayoutNode {
  /** Unique among the nodes of all columns. */
  readonly id: string;
  readonly column: ColumnId;
  /** The row that it is in. */
  readonly part: Part;
  /** Another part that it is, too: the `json` of a v1 image's top layer is its config. */
  readonly also: Part | null;
  readonly kind: DocumentKind | 'layer';
  /** Its name in this layout. */
  readonly path: string;
  /** `found`: the archive has it under this name, or says that it has. */
  readonly origin: Origin;
  /** Named by the archive, and not in it. */
  readonly absent: boolean;
  /** By which rule it was worked out; null when it was not, or when it is bytes that the archive has under another name. */
  readonly recipe: RecipeCode | null;
  /** The bytes in the archive, under whatever name; null when they are not there. */
  readonly span: Span | null;
  readonly member: NodeMember | null;
  /** The archive has a symbolic or hard link there, which leads to the bytes. */
  readonly link: boolean;
  /** Of the bytes; null when it is not known before all is measured. */
  readonly size: number | null;
  /** Of the bytes; null when it is not known. */
  readonly digest: Digest | null;
  readonly diffId: Digest | null;
  /** Docker v1: the layer that its folder is named after. */
  readonly v1Id: string | null;
  /** Id of the document that it is; null for layers. */
  readonly document: string | null;
}

export const LAYOUT_NOTES = [
  /** Docker v1: the layers are listed by following `parent`. */
  'follow-parent',
  'no-repositories',
  /** `manifest.json` of a docker archive names config and layers itself. */
  'lists-itself',
  'waits-for-measuring',
  'cannot-derive',
] as const;
/** Why there is nothing at a place of a layout. */
export type LayoutNote = (typeof LAYOUT_NOTES)[number];

/** What one column has in one row. */
export type LayoutCell =
  /** Files, each line one folder or file. */
  | { readonly kind: 'nodes'; readonly lines: readonly (readonly LayoutNode[])[] }
  /** Nothing of its own: the part is a node of another row. */
  | { readonly kind: 'within'; readonly node: string }
  /** Nothing; `only` are the columns that have the part. */
  | { readonly kind: 'hole'; readonly note: LayoutNote | null; readonly only: readonly ColumnId[] };

/** One part of the image in every layout. */
export interface LayoutRow {
  readonly part: Part;
  readonly role: Role;
  /** Layers: 1 is the base. */
  readonly number: number | null;
  readonly cells: Readonly<Record<ColumnId, LayoutCell>>;
}

/** What a node is named by. `link`: a symbolic or hard link leads to it; `folder`: nothing but the folder that both are in. */
export const NAMED_BY = ['path', 'digest', 'diff-id', 'v1-id', 'link', 'folder'] as const;
export type NamedBy = (typeof NAMED_BY)[number];

/** One node names another. */
export interface LayoutReference {
  /** Ids of nodes of one column. */
  readonly from: string;
  readonly to: string;
  readonly by: NamedBy;
  /** Where in the document (RFC 6901); empty when it is no document that names. */
  readonly pointer: string;
}

/** What a column is the layout of. */
export interface LayoutColumn {
  readonly format: FormatId;
  /** `mixed`: derived, but some of its files are in the archive under their names. */
  readonly origin: Origin | 'mixed';
  readonly cannot: CannotCode | null;
}

/** The files of one image in each layout, aligned by the part they play. */
export interface LayoutTrees {
  readonly columns: Readonly<Record<ColumnId, LayoutColumn>>;
  readonly rows: readonly LayoutRow[];
  readonly references: readonly LayoutReference[];
}
