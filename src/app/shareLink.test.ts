import { expect, it } from 'vitest';
import { pageAddress, shareHash } from './shareLink';
import { DEFAULT_VIEW, parseHash, type ViewState } from './viewState';

const view: ViewState = {
  ...DEFAULT_VIEW,
  board: 'documents',
  sel: 'layer:2',
  doc: 'index.json',
  at: '/manifests',
  theme: 'dark',
  forms: 'config',
  flip: 'orphan',
  guess: 'nobody',
};

it('a link has what is selected and what is changed, and how the page looks only on demand', () => {
  const link = (selection: boolean, look: boolean, flip = selection) =>
    parseHash(shareHash(view, 'sample:hello-v1', { selection, flip, look }));
  expect(link(true, false).view).toEqual({ ...view, src: 'sample:hello-v1', theme: 'auto' });
  expect(link(true, true).view).toEqual({ ...view, src: 'sample:hello-v1' });
  expect(link(true, true).given.has('lang')).toBe(true);
  expect(link(true, false, false).view).toMatchObject({ sel: 'layer:2', flip: null, guess: null });
  expect(link(false, false).view).toEqual({
    ...DEFAULT_VIEW,
    board: 'documents',
    forms: 'config',
    src: 'sample:hello-v1',
  });
});

it('the page’s own address is without what is asked of it', () => {
  expect(pageAddress({ href: 'https://host.example/x/?url=https://a#/b?c#d' })).toBe('https://host.example/x/');
});
