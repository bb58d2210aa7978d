import type { MemberColumns } from './members';
import type { Span } from './source';

/** What a layer's tar lists. Offsets are those in the unpacked layer. */
export interface LayerFiles {
  /** The layer's stored bytes. */
  readonly span: Span;
  /** Member or document that the layer is, for what is said of it. */
  readonly path: string;
  /** Entries in stored order, whiteouts among them, as the tar has them. */
  readonly entries: MemberColumns;
  /** There may be more that could not be read. */
  readonly cut: boolean;
  /** Contents that are needed to say what is installed. */
  readonly kept: readonly KeptFile[];
}

export interface KeptFile {
  /** Row of `entries`. */
  readonly row: number;
  /** The whole body, or its beginning where it is long. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}
