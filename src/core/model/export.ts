import type { Document } from './archive';
import type { Compression } from './mediaType';
import type { Span } from './source';

/** What an image can be saved as: each is a layout as one tool writes it. */
export const EXPORT_TARGETS = [
  'docker-archive-skopeo',
  'docker-archive-docker20',
  'docker-archive-docker25',
  'oci-archive-skopeo',
  'oci-archive-containerd',
  'dir-schema2',
  'dir-oci',
  'dir-schema1',
] as const;
export type ExportTarget = (typeof EXPORT_TARGETS)[number];

/** Where the bytes of a member come from. */
export type ExportContent =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array<ArrayBuffer> }
  /** As they are stored in the source. */
  | { readonly kind: 'stored'; readonly span: Span }
  /** Unpacked on the way; `size` is what comes out. */
  | { readonly kind: 'unpacked'; readonly span: Span; readonly compression: Compression; readonly size: number };

/** One member of the tar that is written, in its order. */
export type ExportEntry = {
  readonly path: string;
  readonly mode: number;
  /** Seconds since the epoch. */ readonly mtime: number;
} & (
  | { readonly type: 'file'; readonly content: ExportContent }
  | { readonly type: 'symlink'; readonly link: string }
  | { readonly type: 'directory' }
);

/** Why an image cannot be saved so. */
export const CANNOT_EXPORT = [
  'no-config',
  'not-measured',
  'layers-missing',
  'layers-encrypted',
  'layers-unreadable',
  'too-many-layers',
  'not-an-image',
  'no-history',
  'compression-unknown-to-docker',
  'contents-differ',
  'dates-unreadable',
] as const;
export type CannotExport = (typeof CANNOT_EXPORT)[number];

/** Everything that is written, worked out before the first byte is: sizes are known, nothing depends on when or where it runs. */
export interface ExportPlan {
  readonly target: ExportTarget;
  readonly entries: readonly ExportEntry[];
  /** The documents among the entries, with what they were made from. */
  readonly documents: readonly Document[];
  /** What the conversion leaves out, as places in the documents that it was in (`config` and a JSON pointer). */
  readonly dropped: readonly DroppedField[];
  /** The names of the image that are not written, as the archive has them. */
  readonly droppedNames: readonly string[];
}

export interface DroppedField {
  /** Id of the document that has it. */
  readonly document: string;
  /** RFC 6901. */
  readonly pointer: string;
}
