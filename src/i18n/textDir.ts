import type { Dir } from './format';

/** The direction of a text that may be of another language than the page; undefined where it is the page's own. */
export function otherDir(text: string, dir: Dir): Dir | undefined {
  const own: Dir = /\p{Script=Arabic}/u.test(text) ? 'rtl' : 'ltr';
  return own === dir || !/\p{L}/u.test(text) ? undefined : own;
}
