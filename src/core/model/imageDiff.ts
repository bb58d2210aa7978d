import type { Document, FormatId, Image, Platform } from './archive';
import type { Piece } from './configView';
import type { Digest } from './digest';
import type { Measurement } from './facts';
import type { FileTree } from './fileTree';
import type { LayerFiles } from './layerFiles';
import type { Compression } from './mediaType';
import type { TextColumn } from './members';
import type { Span } from './source';

/** One of the two images that are compared: what its archive says of it, and what is measured of it. */
export interface DiffSide {
  /** Those of the archive, and those that are derived for the image. */
  readonly documents: readonly Document[];
  readonly image: Image;
  readonly measurements: readonly Measurement[];
  /** By layer, the base first; null: its files are not known. */
  readonly files: readonly (LayerFiles | null)[];
  readonly tree: FileTree;
}

/** A value of both images. */
export interface Two<T> {
  readonly a: T;
  readonly b: T;
}

/** A layer of one of the images. */
export interface DiffLayer {
  /** From the base, from 1. */
  readonly number: number;
  readonly diffId: Digest | null;
  /** Of the stored bytes. */
  readonly digest: Digest | null;
  readonly compression: Compression | null;
  readonly size: number | null;
  readonly mediaType: string | null;
  /** The values of variables in it apart. */
  readonly createdBy: readonly Piece[] | null;
  readonly span: Span | null;
  /** Its stored bytes were measured; else its digests are only stated. */
  readonly measured: boolean;
}

/**
 * How the layers of a row stand to each other: `same`, stored bytes and all; `recompressed`, unpacked they are the same bytes; `changed`, they stand
 * between the same neighbours or have the same files, and differ; `unknown`, their DiffIDs are not known; `unchecked`, the same digest is stated, but not both are measured.
 */
export const LAYER_STATES = ['same', 'recompressed', 'changed', 'only-a', 'only-b', 'unknown', 'unchecked'] as const;
export type LayerState = (typeof LAYER_STATES)[number];

/** Layers side by side. Those that only one image has shift the others, and make no mismatch. */
export interface LayerRow {
  readonly state: LayerState;
  readonly a: DiffLayer | null;
  readonly b: DiffLayer | null;
  /** Of changed layers whose files are known. */
  readonly entries: EntryCounts | null;
}

/** In what two entries of one path can differ; each a bit, in this order. */
export const FILE_ASPECTS = [
  'type',
  'content',
  'link',
  'mode',
  'owner',
  'times',
  'xattrs',
  /** Names of owner and group, beside the same numbers. */
  'owner-names',
  /** How the tar says it: ustar, PAX or GNU, and records that are no part of the file. */
  'headers',
  /** Another of the names of one file stores its bytes. */
  'hard-links',
  /** `./a` and `a`. */
  'spelling',
] as const;
export type FileAspect = (typeof FILE_ASPECTS)[number];

/** The aspect as a bit. */
export function aspectBit(aspect: FileAspect): number {
  return 1 << FILE_ASPECTS.indexOf(aspect);
}

/** What differs between the entries of two layers that correspond. Counts of paths. */
export interface EntryCounts {
  readonly aspects: Readonly<Record<FileAspect, number>>;
  readonly onlyA: number;
  readonly onlyB: number;
  /** Whiteouts that only one has, or that are said otherwise; they are in no other count. */
  readonly whiteouts: number;
  /** The entries that both have come in another order. */
  readonly reordered: boolean;
  /** Entries that are the same in size, but whose bytes were not read. */
  readonly unread: number;
  /** Nothing that is listed differs, and every byte of it was read: what does is padding, or the end of the tar. */
  readonly bytesOnly: boolean;
}

export const FILE_STATES = ['same', 'changed', 'only-a', 'only-b'] as const;
export type FileState = (typeof FILE_STATES)[number];

/** The files of both images in the end, by path, as columns. */
export interface FileDiff {
  readonly count: number;
  readonly paths: TextColumn;
  /** Index into FILE_STATES. */
  readonly state: Uint8Array<ArrayBuffer>;
  /** In what it differs: bits of FILE_ASPECTS. */
  readonly aspects: Uint16Array<ArrayBuffer>;
  /** 1: of the same size, but not read. */
  readonly unread: Uint8Array<ArrayBuffer>;
  readonly a: FileColumns;
  readonly b: FileColumns;
  /** Paths beyond `LIMITS.diffPaths`, which are not compared. */
  readonly left: number;
}

/** Which of the files to list: of a state, all that differ, or all; only some aspects count (bits of FILE_ASPECTS). */
export interface DiffQuery {
  readonly state: FileState | 'all' | 'differing';
  readonly aspects: number;
  /** Part of the path in any case, or `/regular expression/`; empty for all. */
  readonly filter: string;
}

/** The state of a row when only some aspects count. */
export function diffStateOf(
  { state, aspects }: Pick<FileDiff, 'state' | 'aspects'>,
  counted: number,
  row: number,
): FileState {
  const own = FILE_STATES[state[row] ?? 0] ?? 'same';
  return own === 'changed' && ((aspects[row] ?? 0) & counted) === 0 ? 'same' : own;
}

/** What one image has at each path of a FileDiff. */
export interface FileColumns {
  /** Index into MEMBER_TYPES; a hard link is what it leads to. */
  readonly type: Uint8Array<ArrayBuffer>;
  readonly size: Float64Array<ArrayBuffer>;
  readonly mtime: Float64Array<ArrayBuffer>;
  readonly mode: Uint32Array<ArrayBuffer>;
  readonly uid: Float64Array<ArrayBuffer>;
  readonly gid: Float64Array<ArrayBuffer>;
  /** Layer (from 0) and row of its entries that hold the bytes; -1 where there is none. */
  readonly layer: Int32Array<ArrayBuffer>;
  readonly row: Int32Array<ArrayBuffer>;
}

/** A value of a JSON document that differs. */
export interface ValueDiff {
  /** The member by meaning, as its names and, of lists, its words: `config/Env/PATH`. */
  readonly key: readonly string[];
  readonly state: 'changed' | 'only-a' | 'only-b';
  /** JSON text of one line, cut at `LIMITS.diffValueCharacters`; what is hidden in it apart. */
  readonly a: readonly Piece[] | null;
  readonly b: readonly Piece[] | null;
  readonly cause: CauseCode | null;
}

/** How the bytes of two documents differ beyond their values. */
export const JSON_FORMS = ['key-order', 'whitespace', 'spelling'] as const;
export type JsonForm = (typeof JSON_FORMS)[number];

/** Two documents held against each other. */
export interface DocumentDiff {
  readonly a: DocumentName | null;
  readonly b: DocumentName | null;
  /** The very same bytes. */
  readonly same: boolean;
  readonly values: readonly ValueDiff[];
  /** How many there are. */
  readonly valueCount: number;
  readonly forms: readonly JsonForm[];
}

export interface DocumentName extends Pick<Document, 'id' | 'path' | 'digest' | 'origin' | 'mediaType'> {
  readonly size: number;
}

/** Why two digests differ, in the order in which it is told. */
export const CAUSE_CODES = [
  'files-changed',
  'entries-added',
  'entries-removed',
  'layers-added',
  'layers-removed',
  'layers-regrouped',
  'layers-unread',
  'layers-unchecked',
  'platform',
  'environment',
  'execution',
  'file-links',
  'file-modes',
  'file-owners',
  'file-xattrs',
  'file-times',
  'labels',
  'config-created',
  'history-created',
  'history',
  'builder-fields',
  'config-other',
  'annotations',
  'owner-names',
  'whiteouts',
  'hard-links',
  'entry-order',
  'tar-headers',
  'entry-spelling',
  'tar-padding',
  'compression',
  'compressor',
  'encryption',
  'config-empty',
  'key-order',
  'whitespace',
  'json-spelling',
  'media-types',
  'layer-annotations',
  'manifest-other',
  'manifest-kind',
  'layout',
  'v1-ids',
] as const;
export type CauseCode = (typeof CAUSE_CODES)[number];

/** What a cause changes: nothing of the image, what is said about it, or what runs. */
export const CAUSE_WEIGHTS = ['content', 'metadata', 'packaging'] as const;
export type CauseWeight = (typeof CAUSE_WEIGHTS)[number];

export interface Cause {
  readonly code: CauseCode;
  readonly weight: CauseWeight;
  /** Of what the code counts: files, layers, members or documents. */
  readonly count: number;
  /** Words of the cause: compressions, layouts. */
  readonly from: string | null;
  readonly to: string | null;
  /** Rows of `ImageDiff.layers` that it is in. */
  readonly layers: readonly number[];
  /** Documents that it is in. */
  readonly documents: readonly ('config' | 'manifest')[];
}

/** How many causes are differences: those that say that something is not known are none. */
export function causeCounts(causes: readonly Cause[]): Record<CauseWeight, number> {
  const counts = { content: 0, metadata: 0, packaging: 0 };
  for (const { code, weight } of causes) if (!isUnknown(code)) counts[weight]++;
  return counts;
}

/** Whether a cause says only that it is not known whether something differs. */
export function isUnknown(code: CauseCode): boolean {
  return code === 'layers-unread' || code === 'layers-unchecked';
}

/** What comes of it: `identical` images have the same manifest or, without one, the same config, and the same bytes of every layer; `same` ones differ in packaging only; `unchecked`: what is measured is the same, and of the rest the same is stated. */
export const DIFF_VERDICTS = ['identical', 'same', 'metadata', 'different', 'unknown', 'unchecked'] as const;
export type DiffVerdict = (typeof DIFF_VERDICTS)[number];

/** One image has all layers of the other, the base, as its first ones. */
export interface BuiltOn {
  readonly base: 'a' | 'b';
  /** How many the base has. */
  readonly layers: number;
}

/** Two images, and why their digests differ. Plain data. */
export interface ImageDiff {
  readonly identity: Two<DiffIdentity>;
  readonly verdict: DiffVerdict;
  readonly counts: Readonly<Record<CauseWeight, number>>;
  readonly causes: readonly Cause[];
  readonly manifest: DocumentDiff;
  readonly config: DocumentDiff;
  readonly layers: readonly LayerRow[];
  /** Null when neither begins with the other. */
  readonly built: BuiltOn | null;
  readonly files: FileDiff;
  /** Bytes of stored layers that both have, and all of each. */
  readonly sharedBytes: number;
  readonly bytes: Two<number>;
  /** What has to be read to know the rest; empty when everything is known. */
  readonly wanted: Two<readonly WantedLayer[]>;
}

export interface DiffIdentity {
  readonly names: readonly string[];
  /** Digest of the config; null when it has none. */
  readonly imageId: Digest | null;
  readonly manifestDigest: Digest | null;
  readonly platform: Platform | null;
  readonly layouts: readonly FormatId[];
}

/** What is to be read of a layer: the bytes of some files, or all headers. */
export interface WantedLayer {
  /** From 0. */
  readonly layer: number;
  /** Rows of its entries whose bytes are to be hashed, ascending. */
  readonly rows: Int32Array<ArrayBuffer>;
  readonly headers: boolean;
}

/** What reading gave. */
export interface LayerContents {
  readonly layer: number;
  /** As asked for. */
  readonly rows: Int32Array<ArrayBuffer>;
  /** sha256 of the bytes of each row, 32 bytes each; of what could not be read, the rows end before. */
  readonly digests: Uint8Array<ArrayBuffer>;
  /** Of all rows, where these were asked for. */
  readonly headers: HeaderFacts | null;
  /** It could be read to its end. */
  readonly whole: boolean;
}

export interface HeaderFacts {
  /** By row: which kinds of headers say it, as bits. */
  readonly kinds: Uint8Array<ArrayBuffer>;
  /** By row: index into `names`. */
  readonly owners: Uint32Array<ArrayBuffer>;
  /** Names of owner and group, with a `:` between. */
  readonly names: readonly string[];
}
