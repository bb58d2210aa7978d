import { describe, expect, it } from 'vitest';
import { isTocUnread, type LayerKind, type LayerTraits } from './layerTraits';

const traits = (kind: LayerKind): LayerTraits => ({ kinds: ['foreign', kind], keyWrapping: [], urls: [] });
const span = { offset: 0, length: 1 };

describe('isTocUnread', () => {
  it.each([
    ['eStargz', { span, traits: traits('estargz') }, false, true],
    ['zstd:chunked', { span, traits: traits('zstd-chunked') }, false, true],
    ['one that is measured', { span, traits: traits('estargz') }, true, false],
    ['one whose bytes are elsewhere', { span: null, traits: traits('estargz') }, false, false],
    ['one of another kind', { span, traits: traits('nydus') }, false, false],
    ['one of which nothing is said', { span }, false, false],
  ])('of %s', (_, layer, isMeasured, unread) => {
    expect(isTocUnread(layer, isMeasured)).toBe(unread);
  });
});
