import type { Diagnostic } from '../errors';
import type { Digest } from './digest';
import type { Compression } from './mediaType';
import type { Span } from './source';
import type { LayerToc, TocKind } from './toc';

/** What reading one span's bytes showed. */
export interface Measurement {
  readonly span: Span;
  /** Digests of the stored bytes, by algorithm; always has `sha256`. */
  readonly stored: Readonly<Record<string, Digest>>;
  readonly compression: Compression;
  /** sha256 of the unpacked bytes; equals `stored.sha256` for uncompressed bytes; null when they cannot be unpacked. */
  readonly diffId: Digest | null;
  readonly unpackedSize: number | null;
  /** Absent when the bytes have none, or were not asked for one. */
  readonly toc?: LayerToc;
  /** Measured where the snapshot was made: the bytes are not here. */
  readonly recorded?: true;
  readonly diagnostics: readonly Diagnostic[];
}

/** What to measure: one span, once. */
export interface MeasureRequest {
  readonly span: Span;
  /** Algorithms the documents use for the stored bytes, besides sha256. */
  readonly algorithms: readonly string[];
  /** Member name, for diagnostics. */
  readonly path: string;
  /** Encrypted bytes are hashed but not unpacked. */
  readonly unpack: boolean;
  /** Unpacked, they have to be a tar: what begins otherwise is reported. */
  readonly tar?: boolean;
  /** Of a layer: kinds of tables of contents that documents say it has. Whatever they say, it is looked for one. */
  readonly tocs?: readonly TocKind[];
}

export interface Progress {
  /** Bytes of the stored span read so far. */
  readonly done: number;
  readonly total: number;
}
