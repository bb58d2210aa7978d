import type { Document } from './archive';
import type { Part } from './claim';
import type { DroppedField } from './export';
import type { CannotForm, ManifestKind } from './manifestForms';

/** Which of an image's documents are laid side by side; `list` is what has a manifest for each platform. */
export const MANIFEST_VIEWS = ['manifest', 'config', 'list'] as const;
export type ManifestView = (typeof MANIFEST_VIEWS)[number];

/** Two forms held against each other, the older first. */
export const KIND_PAIRS = ['schema1 schema2', 'schema2 oci', 'schema1 oci'] as const satisfies readonly KindPair[];
export type KindPair = 'schema1 schema2' | 'schema2 oci' | 'schema1 oci';

/**
 * How a value of one kind stands to that of another: `renamed`, a media type or the name of a member is another; `structure`, only one of
 * them has it, or it is nested otherwise; `digest`, other content is named; `value`, any other scalar is another; `order`, the member has
 * another place among its siblings, which means nothing in JSON and yet makes other bytes.
 */
export const ROW_STATES = ['same', 'renamed', 'structure', 'digest', 'value', 'order'] as const;
export type RowState = (typeof ROW_STATES)[number];

/** What a row is about. Layers and steps are counted from the base, from 1; a step is an entry of a history. */
export type Place =
  | { readonly kind: 'whole' | 'config' | 'annotations' | 'signatures' }
  | { readonly kind: 'layer' | 'step'; readonly number: number }
  /** An entry of a list; `platform` is null when it states none. */
  | { readonly kind: 'entry'; readonly number: number; readonly platform: string | null };

/** One line of a document, printed one value a line. */
export interface TableCell {
  /** The place of the value in its document (RFC 6901). */
  readonly pointer: string;
  readonly depth: number;
  /** Null for the whole and for elements of an array. */
  readonly name: string | null;
  readonly type: 'open' | 'close' | 'string' | 'other';
  /** Source text of a scalar, or the brackets. Long ones are cut. */
  readonly text: string;
  /** How many characters were cut off. */
  readonly cut: number;
  readonly comma: boolean;
  /** The media type or digest that the text is; null for all else. */
  readonly names: { readonly kind: 'media-type' | 'digest'; readonly value: string } | null;
  /** An array that the document has the other way around: newest first. */
  readonly reversed?: true;
}

/** The same thing in every kind, found by its meaning and not by its line. */
export interface TableRow {
  /** Stable address by meaning, unique in the table: `layers/layer:2/digest`. */
  readonly key: string;
  readonly place: Place;
  /** The part of the image that it tells of. */
  readonly part: Part | null;
  readonly cells: Readonly<Record<ManifestKind, TableCell | null>>;
  /** Null where neither has anything, and for closing brackets of what both have. */
  readonly states: Readonly<Record<KindPair, RowState | null>>;
}

/** How many rows are of each state. Of what one kind lacks, only the outermost row counts. */
export type StateCounts = Readonly<Record<Exclude<RowState, 'same'>, number>>;

/** Documents aligned by meaning. */
export interface AlignedTable {
  /** At most `LIMITS.manifestRows` of them; `rowCount` is how many there are, and all are counted. */
  readonly rows: readonly TableRow[];
  readonly rowCount: number;
  readonly counts: Readonly<Record<KindPair, StateCounts>>;
}

/** One form of a view. */
export interface TableColumn {
  /** As the archive has it, or else derived; null when there is none. */
  readonly document: ColumnDocument | null;
  readonly cannot: CannotForm | null;
  /** What a conversion to this form drops: of what the archive has; where it has this form itself, of the form before. */
  readonly dropped: readonly DroppedField[];
  /** Entries of the other form of a list that this one cannot have: JSON pointers into that document. */
  readonly leftOut: readonly string[];
}

export interface ColumnDocument extends Pick<Document, 'id' | 'kind' | 'origin' | 'path' | 'digest' | 'recipe'> {
  readonly size: number;
  /** What a registry names it by, where that is not the digest of the whole: schema 1 is named by its bytes without signatures. */
  readonly registryDigest: Document['digest'] | null;
  /** In a snapshot: values in it were replaced, or it was worked out of such text, so that in reality its digest is another. */
  readonly redacted: 'values' | 'source' | null;
}

/** The documents of one kind in every form: of a list, Docker's is `schema2`; of a config, schema 1's is inside of its newest step. */
export interface TableView {
  /** Null for a form that has no such document at all. */
  readonly columns: Readonly<Record<ManifestKind, TableColumn | null>>;
  readonly table: AlignedTable;
}

/** Everything that is laid side by side for one image. */
export interface ManifestTables {
  /** Null where nothing is known of any form. */
  readonly views: Readonly<Record<ManifestView, TableView | null>>;
  /** The derived documents among them. */
  readonly derived: readonly Document[];
}
