import type { Archive, Document, Image } from './archive';
import type { CannotExport, DroppedField, ExportContent, ExportTarget } from './export';
import type { Measurement } from './facts';
import type { Checkpoint, FileRef } from './fileBytes';
import type { FileTree } from './fileTree';
import type { FileViewQuery } from './fileView';
import type { LayerFiles } from './layerFiles';
import type { ColumnId } from './representation';
import type { SourceRef } from './source';

/** What would become of an image saved as a target, worked out before anything is written. */
export type ExportOffer = { readonly target: ExportTarget } & (
  | { readonly cannot: CannotExport }
  | {
      readonly cannot: null;
      /** Of the tar, in bytes. */
      readonly size: number;
      readonly dropped: readonly DroppedField[];
      readonly droppedNames: readonly string[];
    }
);

/** What an image is saved out of. */
export type Exported = Pick<Archive, 'documents'>;

/** What is to be saved, with all that it takes to make it. Plain data. */
export type SaveRequest =
  | {
      readonly kind: 'image';
      readonly archive: Exported;
      readonly source: SourceRef;
      readonly image: Image;
      readonly measurements: readonly Measurement[];
      readonly target: ExportTarget;
    }
  | {
      readonly kind: 'content';
      readonly source: SourceRef;
      readonly content: ExportContent;
      /** What it is called when something is wrong with it. */
      readonly path: string;
      readonly measurements: readonly Measurement[];
    }
  | { readonly kind: 'column'; readonly column: ColumnDocuments }
  | {
      readonly kind: 'file';
      readonly source: SourceRef;
      readonly file: FileRef;
      /** From where the layer can be unpacked; null: from its start. */
      readonly checkpoint: Checkpoint | null;
    }
  | { readonly kind: 'folder'; readonly source: SourceRef; readonly folder: SavedFolder };

/** A folder of an image, as the tree shows it. */
export interface SavedFolder {
  /** By layer, the base first. */
  readonly layers: readonly (LayerFiles | null)[];
  readonly tree: FileTree;
  readonly query: FileViewQuery;
  readonly node: number;
}

/** All documents of an image in one form. */
export interface ColumnDocuments {
  /** Of the file that is open. */
  readonly file: string;
  readonly image: string | null;
  readonly column: ColumnId;
  readonly documents: readonly Document[];
}
