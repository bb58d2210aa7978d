import type { Diagnostic } from '../errors';
import type { Artifact } from './artifact';
import type { Digest } from './digest';
import type { LayerTraits } from './layerTraits';
import type { Compression } from './mediaType';
import type { MemberColumns } from './members';
import type { Schema1Facts } from './schema1';
import type { SnapshotFacts } from './snapshot';
import type { SourceRef, Span } from './source';

/** The ways an image is laid out in an archive, oldest first. Each is one entry of the format table. */
export const FORMAT_IDS = ['docker-v1', 'docker-archive', 'oci-layout', 'dir-transport', 'document'] as const;
export type FormatId = (typeof FORMAT_IDS)[number];

/** `found`: these exact bytes are in the file. `derived`: worked out by this program from what is in the file. */
export type Origin = 'found' | 'derived';

export const DOCUMENT_KINDS = [
  'v1-repositories',
  'v1-json',
  'v1-version',
  'archive-manifest',
  'manifest',
  'schema1-manifest',
  'index',
  'layout-index',
  'config',
  'artifact-config',
  'artifact-content',
  'layer-toc',
  'oci-layout',
  'dir-version',
  'inspected',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** A small text document, kept as its exact bytes. */
export interface Document {
  /** Unique among the documents of an archive: the path when found, `derived/<format>/…` otherwise. */
  readonly id: string;
  readonly kind: DocumentKind;
  readonly origin: Origin;
  /** Member name; for a derived document, the name it would have. */
  readonly path: string;
  /** As declared by who points at it, or by the document itself. */
  readonly mediaType: string | null;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** sha256 of `bytes`; of a redacted document, of the bytes that it had. */
  readonly digest: Digest;
  /** Values were replaced when the snapshot was made. */
  readonly redacted?: true;
  /** Where the bytes are in the source; null when derived, or a string inside of another document. */
  readonly span: Span | null;
  /** Id of the document that it is a string in. */
  readonly within?: string;
  readonly recipe: Recipe | null;
}

/** By which rule something was derived, and from which documents (ids). */
export interface Recipe {
  readonly code: RecipeCode;
  readonly from: readonly string[];
}

export const RECIPE_CODES = [
  'archive-manifest',
  'v2s2-manifest',
  'v2s2-manifest-from-oci',
  'config-from-v1',
  'config-from-schema1',
  'schema1-manifest',
  'v2s2-list',
  'platform-index',
  'manifest-of-unpacked',
  'oci-config',
  'oci-manifest',
  'oci-index',
  'oci-layout',
  'v1-json',
  'v1-json-skopeo',
  'v1-repositories',
  'repositories-diff-id',
  'v1-version',
  'dir-version',
  'layer-reused',
  'envelope-payload',
  'layer-toc',
] as const;
export type RecipeCode = (typeof RECIPE_CODES)[number];

/** Why we say that an archive has a format: each a fact read from the bytes, never from a file's name alone. */
export interface Evidence {
  readonly format: FormatId;
  readonly facts: readonly EvidenceFact[];
}
export interface EvidenceFact {
  readonly code: EvidenceCode;
  readonly path: string;
  readonly count?: number;
}
export const EVIDENCE_CODES = [
  'manifest-list',
  'repositories',
  'v1-folders',
  'no-manifest',
  'oci-layout-file',
  'index-json',
  'blobs',
  'dir-manifest',
  'dir-version',
  'is-manifest',
  'is-index',
  'is-config',
  'is-schema1',
  'is-inspected',
] as const;
export type EvidenceCode = (typeof EVIDENCE_CODES)[number];

/** Tools whose habits are known, each by what it writes. */
export const WRITER_IDS = [
  'docker-1.9',
  'docker-1.10',
  'docker-25',
  'containerd',
  'buildkit',
  'containers-archive',
  'containers-oci-old',
  'containers-oci',
  'containers-dir',
  'ggcr-tarball',
  'ggcr-legacy',
  'ggcr-layout',
  'umoci',
  'oras',
  'jib',
  'rules-oci',
  'nix',
] as const;
export type WriterId = (typeof WRITER_IDS)[number];

/** Habits of writers, each to be seen in the bytes. */
export const TRAIT_CODES = [
  'layer-sources',
  'no-manifest-list',
  'folder-members',
  'no-folder-members',
  'list-ends-in-newline',
  'layer-links',
  'layer-alone',
  'config-first',
  'config-by-digest',
  'config-json',
  'blobs-tar-gz',
  'no-times',
  'some-times',
  'read-only-blobs',
  'writable-blobs',
  'mark-compact',
  'mark-spaced',
  'mark-newline',
  'mark-indented',
  'index-typed',
  'index-untyped',
  'index-created',
  'index-indented',
  'dir-version',
] as const;
export type TraitCode = (typeof TRAIT_CODES)[number];

/** Whose habits an archive shows, and which. */
export interface WriterGuess {
  readonly writer: WriterId;
  readonly traits: readonly TraitCode[];
}

export interface Platform {
  readonly os: string;
  readonly architecture: string;
  readonly variant?: string;
  readonly osVersion?: string;
}

/** One layer as one format's documents state it. Claims, not facts. */
export interface StatedLayer {
  /** Name of the member that holds it (before links are followed). */
  readonly path: string;
  /** Its bytes, links followed; null when the archive does not have them. */
  readonly span: Span | null;
  /** Descriptor of the stored bytes, where the format has descriptors. */
  readonly mediaType: string | null;
  readonly digest: Digest | null;
  readonly size: number | null;
  /** What the config says of the unpacked bytes. */
  readonly diffId: Digest | null;
  /** Docker v1: the name of the layer's folder; schema 1: the ID in its `v1Compatibility`. */
  readonly v1Id: string | null;
  /** Absent for a layer of which there is nothing more to say. */
  readonly traits?: LayerTraits;
}

/** An image as one format of the archive states it. Documents are named by id. */
export interface StatedImage {
  readonly format: FormatId;
  readonly names: readonly string[];
  /** What points at it: `repositories`, `manifest.json`, `index.json`; null where nothing does. */
  readonly pointer: string | null;
  /** The indexes between the pointer and the manifest, outermost first. */
  readonly indexes: readonly string[];
  readonly manifest: string | null;
  readonly config: string | null;
  readonly layers: readonly StatedLayer[];
  /** Schema 1: blobs of steps that made no layer. */
  readonly emptyLayers?: readonly StatedLayer[];
  /** Docker v1: the `json` of each layer, base first; schema 1: the `v1Compatibility`. */
  readonly layerDocuments: readonly string[];
  /** Docker v1: the bytes of the `VERSION` in each layer's folder, base first; null where there is none. */
  readonly layerMarks?: readonly (Span | null)[];
  readonly mark: string | null;
  readonly platform: Platform | null;
}

/** The hub: one image, whatever the formats that state it. Layers are base first. */
export interface Image {
  /** Stable over reopening: the config's digest, or `v1:<top layer ID>`. */
  readonly key: string;
  readonly names: readonly string[];
  readonly platform: Platform | null;
  readonly stated: readonly StatedImage[];
  readonly layers: readonly ImageLayer[];
  /** Id of the config document: found, or null for an image that only v1 states. */
  readonly config: string | null;
}

export interface ImageLayer {
  readonly span: Span | null;
  readonly path: string;
  /** By magic number, of the stored bytes; null when they are not in the archive. */
  readonly compression: Compression | null;
  readonly encrypted: boolean;
  readonly traits?: LayerTraits;
  /** The history step that made it, where the config says so. */
  readonly createdBy: string | null;
}

/** Bytes nothing in the archive points at. */
export interface Orphan {
  readonly path: string;
  readonly size: number;
  readonly document: string | null;
}

/** What holds the files of an archive; `document`: nothing, it is a JSON document alone. */
export const CONTAINERS = ['tar', 'folder', 'document'] as const;
export type Container = (typeof CONTAINERS)[number];

/** Everything that opening finds out: structure and small documents, no layer bytes. Plain data. */
export interface Archive {
  readonly name: string;
  readonly container: Container;
  /** The tar itself (the opened file, or what was unpacked from it), or the files of a folder. Offsets are bytes of a tar only where there is one. */
  readonly source: SourceRef;
  /** Of the tar or document; of a folder, of all its files together. */
  readonly size: number;
  /** Size of the opened file, when it was wrapped. */
  readonly fileSize: number;
  /** Compressions that were around the tar, outermost first. */
  readonly wrappers: readonly Compression[];
  readonly members: MemberColumns;
  readonly evidence: readonly Evidence[];
  /** Null when the habits are nobody's that is known. */
  readonly writer: WriterGuess | null;
  readonly documents: readonly Document[];
  readonly images: readonly Image[];
  /** Attestations, signatures and other artifacts. */
  readonly artifacts: readonly Artifact[];
  /** Files that nothing points at, at most `LIMITS.orphans` of them; `orphanCount` is how many there are. */
  readonly orphans: readonly Orphan[];
  readonly orphanCount: number;
  /** What the schema 1 manifests among the documents state, and what came of their signatures. */
  readonly schema1: readonly Schema1Facts[];
  /** Present when it was opened from a snapshot, which has no bytes but those of documents. */
  readonly snapshot?: SnapshotFacts;
  readonly diagnostics: readonly Diagnostic[];
}
