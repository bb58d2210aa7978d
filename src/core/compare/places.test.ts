import { describe, expect, it } from 'vitest';
import { LIMITS } from '../limits';
import type { Document } from '../model/archive';
import { placesOf } from './places';

const A = 'a'.repeat(64);
const B = 'b'.repeat(128);
const document = (path: string, text: string, more: Partial<Document> = {}): Document => ({
  id: path,
  kind: 'manifest',
  origin: 'found',
  path,
  mediaType: null,
  bytes: new TextEncoder().encode(text),
  digest: `sha256:${A}`,
  span: null,
  recipe: null,
  ...more,
});

describe('placesOf', () => {
  it('counts each place where a digest is named, with or without its algorithm', () => {
    const documents = [
      document('index.json', `{"digest":"sha256:${A}","other":"sha512:${B}"}`),
      document('manifest.json', `["${A}.json","${A}/layer.tar"]`),
      document('long', `${A}0`),
    ];
    expect(placesOf(documents, A)).toEqual({ count: 3, paths: ['index.json', 'manifest.json'], isWhole: true });
    expect(placesOf(documents, B)).toEqual({ count: 1, paths: ['index.json'], isWhole: true });
    expect(placesOf(documents, '').count).toBe(0);
    expect(placesOf(documents, 'c'.repeat(64))).toEqual({ count: 0, paths: [], isWhole: true });
  });

  it('does not count a string of a document twice, and says when it did not look at all', () => {
    const documents = [
      document('a', A),
      document('a#/0', A, { within: 'a' }),
      document('large', `${A} ${'x'.repeat(LIMITS.placesBytes)}`),
    ];
    expect(placesOf(documents, A)).toEqual({ count: 1, paths: ['a'], isWhole: false });
  });
});
