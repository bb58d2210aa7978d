/** What a run of bytes is: of a tar (POSIX pax(1)), of gzip (RFC 1952), of zstd (RFC 8878), of JSON (RFC 8259), or only bytes. */
export const RUN_KINDS = [
  'tar-name',
  'tar-mode',
  'tar-uid',
  'tar-gid',
  'tar-size',
  'tar-mtime',
  'tar-checksum',
  'tar-type',
  'tar-link',
  'tar-magic',
  'tar-version',
  'tar-uname',
  'tar-gname',
  'tar-devmajor',
  'tar-devminor',
  'tar-prefix',
  'tar-rest',
  'tar-padding',
  'tar-end',
  'pax-length',
  'pax-key',
  'pax-value',
  'gnu-long',
  'gzip-magic',
  'gzip-method',
  'gzip-flags',
  'gzip-mtime',
  'gzip-extra-flags',
  'gzip-os',
  'gzip-extra',
  'gzip-name',
  'gzip-comment',
  'gzip-header-sum',
  'gzip-data',
  'gzip-sum',
  'gzip-size',
  'zstd-magic',
  'zstd-descriptor',
  'zstd-window',
  'zstd-dictionary',
  'zstd-content-size',
  'zstd-block',
  'zstd-data',
  'zstd-skippable',
  'zstd-skippable-size',
  'json-key',
  'json-string',
  'json-number',
  'json-word',
  'json-sign',
  'text',
  'data',
] as const;
export type RunKind = (typeof RUN_KINDS)[number];

/** Bytes that mean one thing. */
export interface ByteRun {
  readonly kind: RunKind;
  /** In the source. */
  readonly offset: number;
  readonly length: number;
  /** What it says: text as it is, numbers in decimal, times as in UTC; null when it says nothing. */
  readonly value: string | null;
  /** Whether what it says holds, where that can be known from these bytes: a checksum, a fixed value, zeros. */
  readonly verdict: 'holds' | 'differs' | null;
  /** What should be there instead, when it differs. */
  readonly expected: string | null;
}

/** A part of a tar or a file, run by run. Between two runs there is nothing; not all bytes of a long body need be here. */
export interface BytesMap {
  readonly runs: readonly ByteRun[];
  readonly pieces: readonly { readonly offset: number; readonly bytes: Uint8Array<ArrayBuffer> }[];
  /** Bytes of the body that are left out. */
  readonly omitted: number;
}
