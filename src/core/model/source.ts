/** A run of bytes of the opened source. */
export interface Span {
  readonly offset: number;
  readonly length: number;
}

/** Where bytes come from, as plain data that can cross to a worker: cloning a Blob copies no bytes. */
export type SourceRef = { readonly blob: Blob };

/** One string per distinct span, for maps and for naming what was measured. */
export function spanKey(span: Span): string {
  return `${span.offset}+${span.length}`;
}
