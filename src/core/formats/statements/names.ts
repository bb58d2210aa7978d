import { parseDigest } from '../../model/digest';
import type { Statement } from '../../model/integrity';
import type { Span } from '../../model/source';
import { state } from './context';

/** The digest that a name says: `blobs/sha256/<hex>` and, of a document, `<hex>.json`, `sha256:<hex>`, `<hex>` or `<hex>.manifest.json`. */
export function digestOfName(path: string, isDocument: boolean): string | null {
  const blob = /^blobs\/([^/]+)\/([^/]+)$/.exec(path);
  const document = isDocument ? /^(?:sha256:)?([0-9a-f]{64})(?:\.manifest)?(?:\.json)?$/.exec(path)?.[1] : undefined;
  const digest = blob ? `${blob[1] ?? ''}:${blob[2] ?? ''}` : document === undefined ? null : `sha256:${document}`;
  return digest !== null && parseDigest(digest) ? digest : null;
}

/** That a member's name is the digest of its bytes; null for other names. Of a config it is the image ID. */
export function nameStatement(path: string, span: Span, about: 'config' | 'document' | 'blob'): Statement | null {
  const claimed = digestOfName(path, about !== 'blob');
  if (claimed === null) return null;
  return state({ kind: 'file-name', about, target: path, claimed, fact: { from: 'bytes', span } });
}
