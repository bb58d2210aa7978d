import type { SourceRef, Span } from './source';

/** The bytes of one file of a layer. Plain data. */
export interface StoredFile {
  readonly source: SourceRef;
  /** The layer's stored bytes. */
  readonly span: Span;
  /** Offset in the unpacked layer, and bytes. */
  readonly data: number;
  readonly size: number;
}

/** A line of one text or of both. */
export interface DiffLine {
  readonly state: 'same' | 'only-a' | 'only-b';
  /** Cut at `LIMITS.diffTextLineCharacters`. */
  readonly text: string;
  /** From 1. */
  readonly a: number | null;
  readonly b: number | null;
}

/** Lines around what differs, in order; between two runs equal lines are left out. */
export type TextDiff =
  | { readonly kind: 'lines'; readonly runs: readonly (readonly DiffLine[])[] }
  /** What stands in the way: no text, too long, too different, or not to be read. */
  | { readonly kind: 'binary' | 'large' | 'different' | 'unreadable' };
