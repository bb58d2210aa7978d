import type { TextColumn } from '../model/members';

/** What an entry is called, whatever way its tar spells it: without `./`, slashes at either end, and doubled ones. */
export function plainPath(name: string): string {
  if (!ODD.test(name)) return name;
  return name
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/');
}

const ODD = /^\.?\/|\/\.?(?:\/|$)|^\.$/;

const utf8 = new TextEncoder();

/** Texts as a column. */
export function textColumn(texts: readonly string[]): TextColumn {
  const parts = texts.map((text) => utf8.encode(text));
  const starts = new Uint32Array(parts.length + 1);
  parts.forEach((part, at) => (starts[at + 1] = (starts[at] ?? 0) + part.length));
  const text = new Uint8Array(starts[parts.length] ?? 0);
  parts.forEach((part, at) => text.set(part, starts[at]));
  return { text, starts };
}
