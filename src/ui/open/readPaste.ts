import { parseSourceLink, readableUrl, registryLink, urlLink } from '../../app/sourceLink';
import { readDrop, type Dropped } from './readDrop';

/** What was pasted: as if dropped, what the `src` of a link names (a file at an address, an image on a registry), or text that is neither. */
export type Pasted = Dropped | { readonly link: string } | 'not-json';

/** What a pasted text is called: it has no file. */
const NAME = 'pasted.json';

/**
 * What was pasted: files as if dropped, JSON text as a file of its own, exactly as it came. Null for nothing; `'not-json'` for other
 * text, which is nothing that opens, but for an address or an image’s name on a registry. Must be called inside the event.
 */
export function readPaste(data: Pick<DataTransfer, 'items' | 'getData'>): Pasted | null {
  const files = readDrop(data.items);
  if (files) return files;
  return readText(data.getData('text/plain'));
}

/** The same for text by itself. */
export function readText(text: string): Pasted | null {
  if (text.trim() === '') return null;
  const link = linkOf(text.trim());
  if (link !== null) return { link };
  if (!/^\s*[{[]/.test(text)) return 'not-json';
  return { source: { kind: 'file', file: new File([text], NAME) }, name: NAME, count: 1, second: null };
}

function linkOf(text: string): string | null {
  if (/\s/.test(text)) return null;
  const url = readableUrl(text);
  if (url !== null) return urlLink(url);
  const named = registryLink(text.replace(/^docker:\/\//, ''));
  return parseSourceLink(named) ? named : null;
}
