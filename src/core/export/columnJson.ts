import { toBase64Url } from '../bytes/base64';
import type { Document } from '../model/archive';
import type { ColumnDocuments } from '../model/saving';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * All documents of an image in one form as one JSON document, each with its exact bytes: as a string where they are UTF-8, otherwise as
 * URL-safe base64 (`encoding` says which), so that the digest can be computed of what is there. The same documents give the same bytes.
 */
export function columnJson({ file, image, column, documents }: ColumnDocuments): Uint8Array<ArrayBuffer> {
  const value = { schema: 'tabaqa-column-1', file, image, column, documents: documents.map(described) };
  return new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);
}

function described({ kind, path, mediaType, digest, bytes, origin, recipe, within }: Document) {
  return {
    kind,
    path,
    mediaType,
    digest,
    size: bytes.length,
    origin,
    recipe: recipe && { code: recipe.code, from: [...recipe.from] },
    within: within ?? null,
    ...contentOf(bytes),
  };
}

function contentOf(bytes: Uint8Array): { encoding: 'utf-8' | 'base64url'; content: string } {
  try {
    return { encoding: 'utf-8', content: utf8.decode(bytes) };
  } catch {
    return { encoding: 'base64url', content: new TextDecoder().decode(toBase64Url(bytes)) };
  }
}
