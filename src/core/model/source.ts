/** A run of bytes of the opened source. */
export interface Span {
  readonly offset: number;
  readonly length: number;
}

/** Where bytes come from, as plain data that can cross to a worker: cloning a Blob copies no bytes. */
export type SourceRef = BlobRef | FilesRef | UrlRef;

export interface BlobRef {
  readonly blob: Blob;
}

/** Files side by side in one range of offsets: each has its bytes from its start on, and between two of them is nothing. */
export interface FilesRef {
  readonly files: readonly (Blob | UrlRef)[];
  /** Ascending; no two are the same. */
  readonly starts: Float64Array<ArrayBuffer>;
  /** Of a snapshot: all other bytes are known to be nowhere here. */
  readonly recorded?: true;
}

/** A file at an address, of which parts can be asked for. */
export interface UrlRef {
  readonly url: string;
  readonly size: number;
  /** What the host says of its version (an ETag or a date), as it says it; null when it says nothing. */
  readonly version: string | null;
}

/** What is opened: one file, the files of a folder, or a snapshot as a link has it. Plain data. */
export type OpenRef = BlobRef | UrlRef | { readonly folder: readonly FolderFile[] } | { readonly snapshot: string };

/** A file or a symbolic link of a folder. */
export interface FolderFile {
  /** From the folder down, with `/` between names. */
  readonly path: string;
  /** Its bytes, or the address that they are fetched from when they are needed. */
  readonly blob: Blob | UrlRef;
  /** What a symbolic link says; its blob is empty. */
  readonly link?: string;
}

/** An address that bytes of a source are fetched from; null when all of them are here. */
export function fetchedFrom(ref: SourceRef): string | null {
  if ('url' in ref) return ref.url;
  if ('blob' in ref) return null;
  return ref.files.find((file) => 'url' in file)?.url ?? null;
}

/** As much of a source as it takes to read the spans, at the same offsets: a folder's hundred thousand files need not all be sent. */
export function narrowed(ref: SourceRef, spans: readonly Span[]): SourceRef {
  if (!('files' in ref)) return ref;
  const places = [...new Set(spans.map(({ offset }) => fileAt(ref, offset)))].sort((a, b) => a - b);
  return {
    files: places.flatMap((at) => ref.files[at] ?? []),
    starts: Float64Array.from(places, (at) => ref.starts[at] ?? 0),
    ...(ref.recorded && { recorded: true }),
  };
}

/** Whether the bytes of a span are there to be read: of a snapshot, only those of its documents. */
export function hasBytes(ref: SourceRef, { offset, length }: Span): boolean {
  if (!('files' in ref) || !ref.recorded) return true;
  const at = fileAt(ref, offset);
  const start = ref.starts[at] ?? Infinity;
  return start <= offset && offset + length <= start + (ref.files[at]?.size ?? 0);
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
