import type { Document } from '../../core/model/archive';

/** A file name for a document that says what it is: blobs have none but a digest, and what is derived must say so. */
export function downloadName(document: Document): string {
  const last = document.path.split('/').at(-1) ?? '';
  const named = /^[0-9a-f]{64,}$/.test(last) ? `${document.kind}-${last.slice(0, 12)}` : last;
  const folder = document.path.split('/').at(-2);
  const owned = document.kind === 'v1-json' && folder !== undefined ? `${folder.slice(0, 12)}-${named}` : named;
  const extended = document.kind === 'v1-version' || owned.endsWith('.json') ? owned : `${owned}.json`;
  return document.origin === 'derived' ? `derived-${extended}` : extended;
}
