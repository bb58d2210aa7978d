import { fromBase64, isPlainBase64 } from '../bytes/base64';
import { createHasher } from '../bytes/hash';
import type { Diagnostic } from '../errors';
import { parseDigest } from '../model/digest';
import type { Descriptor } from './shapes';

/** The content that a descriptor carries in itself: base64 with padding (RFC 4648 §4). Null for any other text. */
export function embeddedBytes(data: string): Uint8Array<ArrayBuffer> | null {
  return isPlainBase64(data) ? fromBase64(data) : null;
}

export interface EmbeddedCheck {
  readonly outcome: 'matches' | 'differs';
  readonly diagnostic: Diagnostic | null;
}

/**
 * The content that a descriptor carries in itself (`data`), held against its digest and size (OCI image-spec descriptor.md).
 * Null when it carries none, or when its digest is of a kind that cannot be computed here.
 */
export async function checkEmbedded(
  { data, digest, size }: Descriptor,
  path: string,
  pointer: string,
): Promise<EmbeddedCheck | null> {
  if (data == null) return null;
  const differs = (why: string, actual: string): EmbeddedCheck => ({
    outcome: 'differs',
    diagnostic: {
      code: 'embedded-data-differs',
      severity: 'error',
      path,
      details: { pointer: `${pointer}/data`, why, claimed: why === 'size' ? String(size) : digest, actual },
    },
  });
  const bytes = embeddedBytes(data);
  if (!bytes) return differs('base64', '');
  if (size != null && size !== bytes.length) return differs('size', String(bytes.length));
  const hasher = await createHasher(parseDigest(digest)?.algorithm ?? '');
  if (!hasher) return null;
  hasher.update(bytes);
  const actual = hasher.digest();
  return actual === digest ? { outcome: 'matches', diagnostic: null } : differs('digest', actual);
}
