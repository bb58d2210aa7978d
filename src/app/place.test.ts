import { expect, it } from 'vitest';
import { placeHash, placeIn } from './place';
import { DEFAULT_VIEW, type ViewState } from './viewState';

it('a place is what is looked at, without what belongs to the page, its reader and what is open', () => {
  const place = { board: 'files', sel: 'layer:2', path: 'etc', scope: 'layer', flip: 'orphan' } as const;
  const own = { src: 'sample:hello-oci', lesson: '3', step: '2', mode: 'embed', lang: 'ary', theme: 'dark' } as const;
  const hash = placeHash({ ...DEFAULT_VIEW, ...place, ...own });
  expect(hash).toBe('#/files?sel=layer:2&scope=layer&path=etc&flip=orphan');
  const before: ViewState = { ...DEFAULT_VIEW, ...own, board: 'layers', doc: 'x', diff: 'names' };
  expect({ ...before, ...placeIn(hash) }).toEqual({ ...DEFAULT_VIEW, ...own, ...place });
});

it('a hash of a stranger opens no lesson, and nothing else', () => {
  const there = placeIn('#/nowhere?src=sample:hello-v1&lesson=1&step=2&mode=embed&lang=ary&sel=layer:x&doc=a');
  expect({ ...DEFAULT_VIEW, ...there }).toEqual({ ...DEFAULT_VIEW, doc: 'a' });
});
