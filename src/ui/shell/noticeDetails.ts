import type { Details, Diagnostic, DiagnosticCode } from '../../core/errors';

/** Details that the words of a code say themselves. */
const TOLD: Readonly<Partial<Record<DiagnosticCode, readonly string[]>>> = {
  'wrapper-corrupt': ['kind', 'why', 'at'],
  'layer-corrupt': ['compression', 'why', 'at'],
  'tar-truncated': ['expected', 'actual'],
  'tar-bad-checksum': ['expected', 'actual', 'resumed'],
  'tar-first-read': ['why'],
  'tar-bad-size': ['size'],
  'tar-bad-pax': ['reason', 'size', 'limit', 'key'],
  'tar-no-end': ['zeroBlocks'],
  'tar-trailing-data': ['length', 'archive', 'unread'],
  'tar-unsafe-name': ['reason'],
  'tar-misleading-name': ['reason'],
  'tar-link-broken': ['reason'],
  'whiteout-odd': ['reason'],
  'tar-unknown-type': ['flag'],
  'json-oversize': ['size'],
  'json-key-case': ['key', 'meant'],
  'json-inexact-number': ['number'],
  'json-shape': ['unknown'],
  'created-invalid': ['value'],
  'mark-missing': ['path'],
  'layer-url-unsafe': ['url'],
  'layer-not-a-tar': ['kind'],
  'toc-missing': ['kind'],
  'toc-unannotated': ['kind'],
  'toc-unusable': ['kind', 'why', 'version'],
  'attached-to-other': ['attached', 'says'],
  'embedded-data-differs': ['why', 'claimed', 'actual'],
  'history-differs': ['steps', 'layers'],
  'stray-differs': ['claimed', 'actual'],
  'schema1-counts-differ': ['layers', 'history'],
  'schema1-signature-malformed': ['signature', 'reason'],
  'schema1-signatures-disagree': ['signatures'],
  'manifest-ambiguous': ['kind', 'reading', 'allowed', 'fields'],
};

/** What the messages of these codes choose by, where a diagnostic does not say. */
const UNSAID = {
  expected: 'none',
  resumed: 'none',
  size: 'none',
  unknown: '0',
  unread: '0',
  archive: '0',
  compression: '',
};

/** The values for the words of a diagnostic; numbers as `number` writes them. */
export function noticeValues(details: Details, number: (value: number) => string): Readonly<Record<string, string>> {
  // The compression of a layer is what the one around the tar calls its kind.
  const values: Record<string, string> = { ...UNSAID, kind: String(details['compression'] ?? '') };
  for (const [key, value] of Object.entries(details)) values[key] = typeof value === 'number' ? number(value) : value;
  return values;
}

/** What the words of a diagnostic do not say, as `key: value`; the path beside it is not repeated. */
export function otherDetails({ code, details, path }: Diagnostic): string {
  const told = TOLD[code] ?? [];
  return Object.entries(details)
    .filter(([key, value]) => !told.includes(key) && value !== path)
    .map(([key, value]) => `${key}: ${value}`)
    .join('  ');
}
