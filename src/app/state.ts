import type { Details, ErrorCode } from '../core/errors';
import type { Archive, Container, Document } from '../core/model/archive';
import type { BytesMap } from '../core/model/byteRuns';
import type { ConfigView, FileBeside } from '../core/model/configView';
import type { ContentRef } from '../core/model/contents';
import type { ExportContent, ExportTarget } from '../core/model/export';
import type { Measurement, Progress } from '../core/model/facts';
import type { ByteRange, FileBytes, FileMembers, FileRef } from '../core/model/fileBytes';
import type { FileGlance } from '../core/model/fileLook';
import type { Duplicates } from '../core/model/duplicates';
import type { FileTree } from '../core/model/fileTree';
import type { FileQuery, FileRows, FileViewQuery, ListingFormat } from '../core/model/fileView';
import type { IntegrityTable } from '../core/model/integrity';
import type { LayerFiles } from '../core/model/layerFiles';
import type { ManifestTables } from '../core/model/manifestTable';
import type { MemberQuery } from '../core/model/members';
import type { Installed, SbomComparison } from '../core/model/packages';
import type { ColumnId, Finding, Representation } from '../core/model/representation';
import type { ExportOffer } from '../core/model/saving';
import type { HiddenKind, MadeSnapshot } from '../core/model/snapshot';
import type { FolderFile } from '../core/model/source';
import type { Waste } from '../core/model/waste';
import type { Inventory, Saved } from '../worker/methods';

/** What the user is doing with a file. "Loading and failed at once" cannot be written. */
export type SessionState =
  | { readonly kind: 'empty' }
  | {
      readonly kind: 'opening';
      /** What was asked for: the same object. */
      readonly source: OpenSource;
      readonly name: string;
      readonly stage: OpenStage;
      readonly done: number;
      readonly total: number;
    }
  | {
      readonly kind: 'failed';
      readonly source: OpenSource;
      readonly name: string;
      readonly container: Container;
      /** Of the file; of a folder, 0. */
      readonly size: number;
      readonly failure: Failure;
    }
  | {
      readonly kind: 'open';
      readonly source: OpenSource;
      readonly workspace: Workspace;
      /** Where to look, as the hash of a link, when a page of ours carried it. */
      readonly view?: string;
    };

export type OpenStage = 'fetching' | 'unwrapping' | 'scanning' | 'listing' | 'reading';

export interface Failure {
  readonly code: ErrorCode;
  readonly details: Details;
  /** For "copy details"; never shown as the only message. */
  readonly message: string;
}

export interface Workspace {
  readonly archive: Archive;
  /** Key of the image on screen; null when the archive has none. */
  readonly imageKey: string | null;
  /** The image on screen in each form, oldest first; empty until the first derivation is done. */
  readonly representations: readonly Representation[];
  /** The claims of the documents that are in the file, for the image on screen, against what is measured so far. */
  readonly findings: readonly Finding[];
  /** The same of everything that stands beside the images. */
  readonly artifactFindings: readonly Finding[];
  /** What is measured so far; the same array until there is more. */
  readonly measurements: readonly Measurement[];
  readonly measuring: Measuring;
  /** Why the forms could not be worked out anew, when they could not: those shown are older. */
  readonly failure: Failure | null;
}

export interface Measuring {
  readonly status: 'running' | 'done' | 'stopped';
  /** By span key. */
  readonly spans: ReadonlyMap<string, SpanState>;
  readonly bytesDone: number;
  readonly bytesTotal: number;
  /** Over the last seconds; 0 when nothing is running. */
  readonly bytesPerSecond: number;
}

export type SpanState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'running'; readonly done: number; readonly total: number }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'measured'; readonly measurement: Measurement };

/** What an opened thing is called in links, and where it comes from. */
export type OpenSource =
  | { readonly kind: 'file'; readonly file: File; readonly posted?: Posting }
  | { readonly kind: 'folder'; readonly name: string; readonly list: ListFolder }
  | { readonly kind: 'sample'; readonly name: string }
  /** Structure alone, as links carry it. */
  | { readonly kind: 'snapshot'; readonly payload: string }
  /** A file at an address that the page's policy has. */
  | { readonly kind: 'url'; readonly url: string }
  /** An image on a registry that the page's policy has: `host/repository:tag`, or `@digest`. */
  | { readonly kind: 'registry'; readonly reference: string };

/** What the user has, and no link can name whole. */
export type OwnSource = Extract<OpenSource, { kind: 'file' | 'folder' }>;

/** What the page that posted a file asks of ours. */
export interface Posting {
  /** What to call it on screen, other than by the name of the file. */
  readonly title: string | null;
  /** Nothing of it is exported from here. */
  readonly localOnly: boolean;
}

/** The files of a folder; tells how many there are so far. Rejects with an `EngineError`: `cancelled`, `too-many-files`, `file-changed`. */
export type ListFolder = (signal: AbortSignal, onCount: (count: number) => void) => Promise<readonly FolderFile[]>;

/** What can be saved of the open file. */
export type Saveable =
  /** The image on screen, in another form. */
  | { readonly kind: 'image'; readonly target: ExportTarget }
  /** Bytes of the file, as stored or unpacked; `path` is what an error calls them. */
  | { readonly kind: 'content'; readonly content: ExportContent; readonly path: string }
  /** Documents of the image on screen, as JSON. */
  | { readonly kind: 'column'; readonly column: ColumnId; readonly documents: readonly Document[] }
  /** A file of a layer. */
  | { readonly kind: 'file'; readonly file: FileRef }
  /** A folder of an image (a node of its tree) as a tar, as the view of the query shows it. */
  | { readonly kind: 'folder'; readonly files: ImageFiles; readonly query: FileViewQuery; readonly node: number };

/** Where a save goes: a file that the user has chosen, or (null) a Blob to download. */
export type SaveFile = FileSystemFileHandle | null;

export interface SaveOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** Everything the user can do; made without React. */
export interface Session {
  readonly getState: () => SessionState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly open: (source: OpenSource) => void;
  /** Shows another image of the same archive. */
  readonly showImage: (key: string) => void;
  /** Stops opening (back to empty) or measuring (keeps what is verified). */
  readonly cancel: () => void;
  /** Measures what was stopped or failed. */
  readonly resume: () => void;
  readonly close: () => void;
  /** Where what is open comes from, of what a page of ours carried that; null when nothing is. */
  readonly getSource: () => OpenSource | null;
  /** `sha256:…` of a whole file. Rejects with an `EngineError`: `cancelled`, `file-changed`. */
  readonly hashFile: (file: Blob, options?: SaveOptions) => Promise<string>;
  /**
   * Structure and what is measured so far, without the values of the kinds to hide; `view` is where to look when a file that carries it is opened, as the
   * hash of a link. Rejects with an `EngineError`.
   */
  readonly snapshot: (hide: readonly HiddenKind[], view: string | null, signal?: AbortSignal) => Promise<MadeSnapshot>;
  /** The file that is open, or the sample. Rejects where it is none of these. */
  readonly wholeFile: () => Promise<File>;
  /** The same as an element of a page (`ownPage`), with where to look in it. Rejects with an `EngineError`. */
  readonly carry: (view: string) => Promise<Blob>;
  /** As {@link manifestTables}, of what such a snapshot is opened as. Rejects with an `EngineError`. */
  readonly redactedTables: (
    image: string | null,
    hide: readonly HiddenKind[],
    signal?: AbortSignal,
  ) => Promise<ManifestTables>;
  /** The report of everything found so far, as JSON text. Rejects with an `EngineError`. */
  readonly report: () => Promise<string>;
  /** What is not read before: a part of an artifact, and the payload of an envelope as another document; or a layer's table of contents. Rejects with an `EngineError`. */
  readonly openContent: (content: ContentRef, signal?: AbortSignal) => Promise<readonly Document[]>;
  /** Everything that the open file says of itself, held against what is measured so far. Rejects with an `EngineError`. */
  readonly integrity: (signal?: AbortSignal) => Promise<IntegrityTable>;
  /** What the image on screen can be saved as, from what is measured so far. Rejects with an `EngineError`. */
  readonly exportOffers: (signal?: AbortSignal) => Promise<readonly ExportOffer[]>;
  /**
   * Saves; the answer has the Blob to download when no file is given. Rejects with an `EngineError`: `cancelled` at once when the signal
   * aborts or something else is opened, `layer-differs`, `cannot-write`; then nothing is written.
   */
  readonly save: (what: Saveable, file: SaveFile, options?: SaveOptions) => Promise<Saved>;
  /**
   * The documents of an image in every form, side by side, as far as what is measured so far allows; `image` is its key, or null for
   * what is there without one. Rejects with an `EngineError`.
   */
  readonly manifestTables: (image: string | null, signal?: AbortSignal) => Promise<ManifestTables>;
  /**
   * The config of an image (its key) to read, as far as what is measured so far allows; null for no image. `beside`: another opened file that may have its
   * base. Rejects with an `EngineError`.
   */
  readonly configView: (
    image: string | null,
    beside: FileBeside | null,
    signal?: AbortSignal,
  ) => Promise<ConfigView | null>;
  /** Indexes of the archive's members that pass the query, in its order. Rejects with an `EngineError`: `cancelled` when the signal aborts. */
  readonly orderMembers: (query: MemberQuery, signal?: AbortSignal) => Promise<Uint32Array<ArrayBuffer>>;
  /** The files of an image (its key; null has none), of the layers that are measured so far; the same object until there are more. Rejects with an `EngineError`. */
  readonly files: (image: string | null, signal?: AbortSignal) => Promise<ImageFiles>;
  /** Which files have the same bytes: reads every layer. Rejects with an `EngineError`. */
  readonly duplicates: (files: ImageFiles, options?: SaveOptions) => Promise<Duplicates>;
  /** A member (its number) byte by byte. Rejects with an `EngineError`. */
  readonly memberBytes: (index: number, signal?: AbortSignal) => Promise<BytesMap>;
  /** The rows of a query as a file to download. Rejects with an `EngineError`. */
  readonly fileListing: (files: ImageFiles, query: FileQuery, format: ListingFormat) => Promise<Blob>;
  /** What the layers store for nothing. Rejects with an `EngineError`. */
  readonly waste: (files: ImageFiles, signal?: AbortSignal) => Promise<Waste>;
  /** What is installed in an image, and which sensitive files its layers have. Rejects with an `EngineError`. */
  readonly inventory: (files: ImageFiles, signal?: AbortSignal) => Promise<Inventory>;
  /** An attached SBOM against what is installed; null when the content is none that can be read. Rejects with an `EngineError`. */
  readonly compareSbom: (
    content: ContentRef,
    installed: Installed,
    signal?: AbortSignal,
  ) => Promise<SbomComparison | null>;
  /** The rows of a tree that a query asks for. Rejects with an `EngineError`. */
  readonly fileRows: (tree: FileTree, query: FileQuery, signal?: AbortSignal) => Promise<FileRows>;
  /**
   * What a file in a layer is, and its first bytes. A compressed layer is unpacked up to there, from its start the first time, later from near where it was
   * read before; the progress counts the bytes unpacked. Rejects with an `EngineError`: `cancelled` at once when the signal aborts.
   */
  readonly openFile: (file: FileRef, options?: SaveOptions) => Promise<OpenedFile>;
  /** More of its bytes. */
  readonly readFile: (file: FileRef, range: ByteRange, options?: SaveOptions) => Promise<FilePart>;
  /** What a file that is a tar lists. */
  readonly membersOfFile: (file: FileRef, options?: SaveOptions) => Promise<Omit<FileMembers, 'checkpoints'>>;
}

/** Bytes of a file without what later readings begin at, which the session keeps. */
export type FilePart = Omit<FileBytes, 'checkpoints'> & {
  /** Places of the layer are kept, near which later readings begin. */
  readonly isKept: boolean;
};

/** A file in a layer, opened: what it is, and its first bytes. */
export interface OpenedFile {
  readonly glance: FileGlance;
  readonly head: FilePart;
}

/** What is in an image. */
export interface ImageFiles {
  /** By layer, the base first; null: its files are not known. */
  readonly layers: readonly (LayerFiles | null)[];
  readonly tree: FileTree;
}
