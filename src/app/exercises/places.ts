import type { ViewState } from '../viewState';

/** A place of the page that can be kept: a document or a value in it, or a part of the image. */
export type Place =
  | { readonly kind: 'value'; readonly document: string; readonly at: string | null }
  | { readonly kind: 'part'; readonly part: string };

/** The place that is selected now, as text; null while none is. */
export function selectedPlace({ board, doc, at, sel }: ViewState): string | null {
  if (board === 'documents') return doc === null ? null : `value:${doc}${at === null ? '' : `#${at}`}`;
  return sel === null ? null : `part:${sel}`;
}

/** The place that {@link selectedPlace} wrote. */
export function parsePlace(text: string): Place | null {
  const [, kind, rest = ''] = /^(value|part):(.+)$/s.exec(text) ?? [];
  if (kind === undefined) return null;
  if (kind === 'part') return { kind, part: rest };
  const cut = rest.indexOf('#/');
  return cut < 0
    ? { kind: 'value', document: rest, at: null }
    : { kind: 'value', document: rest.slice(0, cut), at: rest.slice(cut + 1) };
}
