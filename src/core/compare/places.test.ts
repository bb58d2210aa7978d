import { describe, expect, it } from 'vitest';
import { LIMITS } from '../limits';
import type { Document } from '../model/archive';
import { placeIndex } from './places';

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

describe('placeIndex', () => {
  it('counts each place where a digest is named, with or without its algorithm', () => {
    const { places, isWhole } = placeIndex([
      document('index.json', `{"digest":"sha256:${A}","other":"sha512:${B}"}`),
      document('manifest.json', `["${A}.json","${A}/layer.tar"]`),
      document('long', `${A}0`),
    ]);
    expect(places.get(A)).toEqual({ count: 3, paths: ['index.json', 'manifest.json'] });
    expect(places.get(B)).toEqual({ count: 1, paths: ['index.json'] });
    expect(places.size).toBe(2);
    expect(isWhole).toBe(true);
  });

  it('does not count a string of a document twice, and says when it did not look at all', () => {
    const { places, isWhole } = placeIndex([
      document('a', A),
      document('a#/0', A, { within: 'a' }),
      document('large', `${A} ${'x'.repeat(LIMITS.placesBytes)}`),
    ]);
    expect(places.get(A)).toEqual({ count: 1, paths: ['a'] });
    expect(isWhole).toBe(false);
  });
});
