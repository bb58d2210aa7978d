import type { Diagnostic } from '../errors';
import type { Document, Evidence, FormatId, Image, StatedImage } from '../model/archive';
import type { StatedArtifact } from '../model/artifact';
import type { Digest } from '../model/digest';
import type { Compression } from '../model/mediaType';
import type { CannotCode, Claim, ColumnId, Facet } from '../model/representation';
import type { Span } from '../model/source';
import type { ArchiveFiles } from '../tar/files';
import type { DocumentStore } from './documents';

/** One way of laying out an image, as a value: recognise it and read it. */
export interface Format {
  readonly id: FormatId;
  /** The text that defines it. */
  readonly spec: string;
  /** What in the archive is evidence of this format, or null. Reads documents, never layers; a file's name alone is no evidence. */
  detect(files: ArchiveFiles, store: DocumentStore): Promise<Evidence | null>;
  /** The images and documents of this format. One bad image never hides the others. */
  read(files: ArchiveFiles, store: DocumentStore): Promise<Reading>;
}

/** One form in which every image is shown, as a value: write it, say what its documents state. */
export interface Column {
  readonly id: ColumnId;
  /** The image in this form: documents that the archive has as they are, the others derived; layers as they are. */
  write(context: WriteContext): Promise<Written>;
  /** What the documents state, and claim of other bytes. Reads bytes, of found and of derived documents alike. */
  describe(written: Written, context: WriteContext): Promise<Described>;
}

export interface Reading {
  readonly images: readonly StatedImage[];
  /** What is stored like an image and is none. */
  readonly artifacts?: readonly StatedArtifact[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What is known of one layer: measured where it was measured, otherwise as stated. */
export interface LayerFacts {
  readonly path: string;
  readonly span: Span | null;
  readonly compression: Compression | null;
  readonly encrypted: boolean;
  /** sha256 of the stored bytes. */
  readonly digest: Digest | null;
  readonly size: number | null;
  readonly diffId: Digest | null;
  readonly measured: boolean;
}

export interface WriteContext {
  readonly image: Image;
  /** The documents of the archive, by id. */
  readonly documents: ReadonlyMap<string, Document>;
  /** The same by digest; of several with the same bytes, the first. */
  readonly byDigest: ReadonlyMap<Digest, Document>;
  readonly layers: readonly LayerFacts[];
}

/** An image in one form: its documents by the part they play. */
export interface Written {
  readonly column: ColumnId;
  readonly stated: StatedImage | null;
  readonly pointer: Document | null;
  readonly manifest: Document | null;
  readonly config: Document | null;
  /** v1: the `json` of each layer, base first. */
  readonly layerDocuments: readonly (Document | null)[];
  readonly layers: readonly WrittenLayer[];
  readonly mark: Document | null;
  readonly cannot: CannotCode | null;
}

export interface WrittenLayer {
  readonly path: string;
  readonly span: Span | null;
  /** Stated by a document that is in the archive. */
  readonly found: boolean;
}

export interface Described {
  readonly facets: readonly Facet[];
  readonly claims: readonly Claim[];
}
