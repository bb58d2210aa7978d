import type { Span } from './source';

/** The columns of the ladder: the same image in each form, oldest first. */
export const COLUMN_IDS = ['v1', 'v2s2', 'oci'] as const;
export type ColumnId = (typeof COLUMN_IDS)[number];

/** Stable address of a row: `pointer`, `manifest`, `config`, `mark`, or `layer:1` (base first, from 1). */
export type Part = string;

/** What a document says about bytes, to be held against them. */
export interface Claim {
  readonly id: string;
  readonly column: ColumnId;
  readonly part: Part;
  readonly kind: 'digest' | 'size' | 'diff-id' | 'file-name';
  /** The document that says it, and where in it (JSON pointer); for a file name, the member. */
  readonly document: string;
  readonly pointer: string;
  readonly claimed: string;
  /** The bytes it is about: a span to measure, or a document already in hand; null when absent. */
  readonly span: Span | null;
  readonly target: string;
}
