/**
 * No result is possible: the page says what was seen, what it means and what to do.
 * The words for each code are in the catalogues; nobody reads inside `message`.
 */
export const ERROR_CODES = [
  'empty-file',
  'not-a-tar',
  'unsupported-compression',
  'wrapper-corrupt',
  'wrapper-too-large',
  'not-an-image',
  'unsafe-names',
  'too-many-files',
  'not-a-document',
  'cut-short',
  'tar-damaged',
  'document-unreadable',
  'root-filesystem',
  'single-layer',
  'file-changed',
  'out-of-bounds',
  // links
  'snapshot-unreadable',
  'not-recorded',
  'url-unreachable',
  'url-refused',
  'registry-differs',
  'registry-token',
  // saving
  'cannot-export',
  'layer-differs',
  'cannot-write',
  'cancelled',
  'internal',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** Values for the words of an error: names, offsets, counts. Plain data, shown as text only. */
export type Details = Readonly<Record<string, string | number>>;

export class EngineError extends Error {
  override readonly name = 'EngineError';
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: Details = {},
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}

/** The image can still be shown; this is what is odd about it, and where. */
export const DIAGNOSTIC_CODES = [
  // the compression around the tar
  'wrapper-corrupt',
  // the tar itself
  'tar-truncated',
  'tar-bad-checksum',
  'tar-bad-size',
  'tar-bad-pax',
  'tar-no-end',
  'tar-trailing-data',
  'tar-duplicate-member',
  'tar-first-read',
  'tar-unsafe-name',
  'tar-misleading-name',
  'tar-unknown-type',
  'tar-link-broken',
  'tar-link-loop',
  'tar-sparse-member',
  'too-many-members',
  'image-in-folder',
  // documents
  'json-syntax',
  'json-encoding',
  'json-shape',
  'json-too-large',
  'json-too-deep',
  'json-oversize',
  'json-duplicate-key',
  'json-outer-space',
  'json-key-case',
  'json-inexact-number',
  'created-invalid',
  // images
  'config-missing',
  'manifest-missing',
  'manifest-ambiguous',
  'layer-missing',
  'layer-elsewhere',
  'layer-url-unsafe',
  'artifact-part-missing',
  'embedded-data-differs',
  'attached-to-other',
  'digest-invalid',
  'digest-unsupported',
  'layer-count-differs',
  'history-differs',
  'stray-differs',
  'index-too-deep',
  'index-loop',
  'parent-missing',
  'parent-loop',
  'tag-target-missing',
  'mark-missing',
  'version-unknown',
  // schema 1 manifests
  'schema1-deprecated',
  'schema1-counts-differ',
  'schema1-id-invalid',
  'schema1-id-repeated',
  'schema1-parent-broken',
  'schema1-throwaway-blob',
  'schema1-signature-malformed',
  'schema1-signatures-disagree',
  'schema1-signature-invalid',
  'schema1-key-name-differs',
  'schema1-outside-payload',
  'type-differs-from-bytes',
  'formats-disagree',
  'no-usable-image',
  // layers, found while measuring
  'layer-corrupt',
  'layer-not-a-tar',
  'layer-trailing-data',
  'layer-through-link',
  'whiteout-odd',
  'toc-missing',
  'toc-unannotated',
  'toc-unusable',
] as const;
export type DiagnosticCode = (typeof DIAGNOSTIC_CODES)[number];

export interface Diagnostic {
  readonly code: DiagnosticCode;
  /** `info`: worth knowing, nothing is wrong; `warning`: odd, tools may disagree; `error`: something cannot be shown or is damaged. */
  readonly severity: 'info' | 'warning' | 'error';
  readonly details: Details;
  /** The member or document it is about. */
  readonly path?: string;
  /** Byte offset in the (unwrapped) source, where there is one; in a layer, in its unpacked bytes. */
  readonly offset?: number;
  /** The layer in whose tar it is; `path` is then a name in there. */
  readonly layer?: string;
}
