/** A run of bytes of the opened source. */
export interface Span {
  readonly offset: number;
  readonly length: number;
}

/** Where bytes come from, as plain data that can cross to a worker: cloning a Blob copies no bytes. */
export type SourceRef = BlobRef | FilesRef;

export interface BlobRef {
  readonly blob: Blob;
}

/** Files side by side in one range of offsets: each has its bytes from its start on, and between two of them is nothing. */
export interface FilesRef {
  readonly files: readonly Blob[];
  /** Ascending; no two are the same. */
  readonly starts: Float64Array<ArrayBuffer>;
}

/** What is opened: one file, or the files of a folder. Plain data. */
export type OpenRef = BlobRef | { readonly folder: readonly FolderFile[] };

/** A file or a symbolic link of a folder. */
export interface FolderFile {
  /** From the folder down, with `/` between names. */
  readonly path: string;
  readonly blob: Blob;
  /** What a symbolic link says; its blob is empty. */
  readonly link?: string;
}

/** As much of a source as it takes to read the spans, at the same offsets: a folder's hundred thousand files need not all be sent. */
export function narrowed(ref: SourceRef, spans: readonly Span[]): SourceRef {
  if ('blob' in ref) return ref;
  const places = [...new Set(spans.map(({ offset }) => fileAt(ref, offset)))].sort((a, b) => a - b);
  return {
    files: places.flatMap((at) => ref.files[at] ?? []),
    starts: Float64Array.from(places, (at) => ref.starts[at] ?? 0),
  };
}

/** Which file of a folder has the byte at `offset`: the last one that starts at or before it; 0 before the first. */
export function fileAt({ starts }: FilesRef, offset: number): number {
  let from = 0;
  let to = starts.length;
  while (to - from > 1) {
    const middle = (from + to) >> 1;
    if ((starts[middle] ?? Infinity) <= offset) from = middle;
    else to = middle;
  }
  return from;
}

/** One string per distinct span, for maps and for naming what was measured. */
export function spanKey(span: Span): string {
  return `${span.offset}+${span.length}`;
}
