/**
 * What the set's codes are in our words, a code for a cause: one or more signs that {@link observe} may see, of which one is enough.
 * A sign is a diagnostic's code, with its reason after a slash where the reason is the cause; `error:` and an error's code;
 * `file:` and what a file in a layer is; or the kind and verdict of a finding or a row of the integrity table. Empty: nothing of ours says this yet.
 */
export const SIGNS = {
  // nothing can be shown
  EMPTY_FILE: ['error:empty-file'],
  NOT_AN_ARCHIVE: ['error:not-a-tar', 'error:not-a-document'],
  NOT_AN_IMAGE: ['error:not-an-image', 'error:unsafe-names'],
  ROOTFS_TAR: ['error:root-filesystem'],
  LAYER_TAR: ['error:single-layer'],
  UNSUPPORTED_COMPRESSION: ['error:unsupported-compression'],
  BOMB_LIMIT: ['error:wrapper-too-large'],
  NO_USABLE_IMAGE: ['no-usable-image'],
  // the tar
  TAR_TRUNCATED: ['tar-truncated', 'error:cut-short'],
  TAR_BAD_HEADER: ['tar-bad-checksum'],
  TAR_BAD_SIZE: ['tar-bad-size'],
  TAR_BAD_PAX: ['tar-bad-pax'],
  TAR_NO_EOF: ['tar-no-end'],
  TAR_TRAILING_DATA: ['tar-trailing-data'],
  TAR_DUPLICATE: ['tar-duplicate-member'],
  TAR_SPARSE: ['tar-sparse-member'],
  TAR_UNKNOWN_TYPE: ['tar-unknown-type'],
  NAME_UNSAFE: ['tar-unsafe-name/absolute', 'tar-unsafe-name/parent', 'tar-unsafe-name/backslash'],
  NAME_CONTROL: ['tar-misleading-name/control'],
  NAME_BIDI: ['tar-misleading-name/invisible'],
  NAME_NOT_UTF8: ['tar-unsafe-name/not-utf8'],
  NAME_TOO_LONG: ['tar-unsafe-name/too-long'],
  LINK_DANGLING: ['tar-link-broken/missing'],
  LINK_ESCAPES: ['tar-link-broken/outside'],
  LINK_LOOP: ['tar-link-loop', 'parent-loop'],
  IN_SUBFOLDER: ['image-in-folder'],
  // documents
  JSON_SYNTAX: ['json-syntax'],
  JSON_ENCODING: ['json-encoding'],
  JSON_BOM: ['json-encoding'],
  JSON_SHAPE: ['json-shape'],
  JSON_TOO_DEEP: ['json-too-deep'],
  JSON_DUP_KEY: ['json-duplicate-key/same'],
  JSON_CASE_KEY: ['json-key-case', 'json-duplicate-key/case'],
  JSON_BIGNUM: ['json-inexact-number'],
  JSON_TRAILING: [],
  JSON_OVERSIZE: ['json-oversize'],
  DOC_MISSING: ['mark-missing'],
  VERSION_UNKNOWN: ['version-unknown'],
  REF_INVALID: [],
  CREATED_INVALID: ['created-invalid'],
  // images
  PATH_IN_IMAGE_INVALID: ['layer-missing', 'config-missing', 'error:unsafe-names'],
  BLOB_MISSING: ['layer-missing', 'config-missing', 'manifest-missing', 'parent-missing'],
  BLOB_ORPHAN: ['orphan'],
  DIGEST_INVALID: ['digest-invalid'],
  DIGEST_UNSUPPORTED: ['digest-unsupported'],
  DIGEST_MISMATCH: ['digest mismatch', 'file-name mismatch'],
  SIZE_MISMATCH: ['size mismatch'],
  DIFFID_MISMATCH: ['diff-id mismatch'],
  DIFFID_COUNT: ['layer-count-differs'],
  HISTORY_COUNT: ['history-differs', 'schema1-counts-differ'],
  DATA_MISMATCH: ['embedded-data-differs'],
  MEDIATYPE_CONFLICT: ['media-type mismatch', 'type-differs-from-bytes', 'formats-disagree'],
  MANIFEST_AMBIGUOUS: ['manifest-ambiguous'],
  INDEX_DEEP: ['index-too-deep'],
  INDEX_TOO_DEEP: ['index-too-deep'],
  ARTIFACT: ['artifact'],
  SCHEMA1: ['schema1-deprecated'],
  SIGNATURE_INVALID: ['schema1-signature-malformed', 'schema1-signature-invalid'],
  // layers
  LAYER_UNREADABLE: ['layer-corrupt', 'layer-not-a-tar', 'layer-missing'],
  LAYER_ENCRYPTED: ['diff-id encrypted'],
  LAYER_FOREIGN: ['layer-elsewhere'],
  LAYER_NESTED_COMPRESSION: ['layer-not-a-tar/gzip', 'layer-not-a-tar/zstd'],
  URL_UNSAFE: ['layer-url-unsafe'],
  GZIP_TRAILING: ['layer-trailing-data'],
  ZSTD_WINDOW: ['layer-corrupt/window-too-large'],
  WHITEOUT_ODD: ['whiteout-odd'],
  MEDIA_RISKY: ['file:active-text'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

const signs: Readonly<Record<string, readonly string[] | undefined>> = SIGNS;

/** The signs of one of the set's codes. Throws for a code that the table does not have. */
export function signsOf(code: string): readonly string[] {
  const found = Object.hasOwn(SIGNS, code) ? signs[code] : undefined;
  if (!found) throw new Error(`the table of codes lacks ${code}`);
  return found;
}
