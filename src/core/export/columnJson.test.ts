import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Document } from '../model/archive';
import { columnJson } from './columnJson';

function document(bytes: Uint8Array<ArrayBuffer>, more: Partial<Document> = {}): Document {
  const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
  return {
    id: 'x',
    kind: 'manifest',
    origin: 'found',
    path: 'manifest.json',
    mediaType: null,
    bytes,
    digest,
    span: null,
    recipe: null,
    ...more,
  };
}

it('has the exact bytes of every document, also of one that is not UTF-8', () => {
  const texts = ['{"a":"\\u2028\u2028é\\ud83d"}\n', '\ufeff{}', ''].map((text) => new TextEncoder().encode(text));
  const documents = [...texts, Uint8Array.of(0xff, 0, 0xfe)].map((bytes) => document(bytes));
  const derived = document(texts[0] ?? new Uint8Array(), {
    origin: 'derived',
    recipe: { code: 'oci-manifest', from: ['a'] },
    within: 'b',
  });
  const json = columnJson({ file: 'a.tar', image: 'k', column: 'oci', documents: [...documents, derived] });
  const read = JSON.parse(new TextDecoder().decode(json)) as {
    documents: { content: string; encoding: BufferEncoding; digest: string; size: number }[];
  };
  expect(read.documents.map(({ encoding }) => encoding)).toEqual(['utf-8', 'utf-8', 'utf-8', 'base64url', 'utf-8']);
  for (const { content, encoding, digest, size } of read.documents) {
    const bytes = Buffer.from(content, encoding);
    expect(bytes.length).toBe(size);
    expect(`sha256:${createHash('sha256').update(bytes).digest('hex')}`).toBe(digest);
  }
  expect(read.documents.at(-1)).toMatchObject({ recipe: { code: 'oci-manifest', from: ['a'] }, within: 'b' });
});
